#pragma once
// References as clerks write them: "khoản 2 Điều 7", "điểm b, khoản 1 Điều này", "Mục 1 Chương II".
// Finds and takes them apart; whether the target exists is for reference_linker.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quyche::word {

struct Reference {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string point;  ///< "b"
  int clause = 0;
  std::string article;       ///< "7", "5a"
  bool is_relative = false;  ///< "Điều này"
  int chapter = 0;
  int section = 0;
  int appendix = 0;
  bool is_capitalised = false;  ///< begins a sentence: "Khoản 2 Điều 7"
  bool is_foreign = false;      ///< speaks of another paper: "Điều 9 Điều lệ Đảng"
};

/// In order, without overlap. `own_type`: lower case type of the paper itself ("quy chế").
[[nodiscard]] std::vector<Reference> find_references(std::string_view text,
                                                     const std::string& own_type);
/// The same, where the text in small letters is at hand, byte for byte as long.
[[nodiscard]] std::vector<Reference> find_references(std::string_view text,
                                                     std::string_view lowered,
                                                     const std::string& own_type);

}  // namespace quyche::word
