#pragma once
// The findings of one import, each with the paragraph where a clerk finds it, handed over in the
// order of the paragraphs. Shared by the readers of this folder.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quyche/diagnostic.hpp"

namespace quyche::word {

class ImportReport {
 public:
  explicit ImportReport(std::string file) : file_(std::move(file)) {}

  /// `paragraph` counts the paragraphs of the document from 1; 0: no single one.
  void add(Severity severity, Text message, int paragraph, std::string_view excerpt,
           std::vector<Text> hints = {});
  /// No more findings are taken: a file of noise must not bury its reader.
  [[nodiscard]] bool is_full() const { return findings_.size() >= k_most; }
  /// Moves all findings to `found`.
  void deliver(Diagnostics& found);

 private:
  static constexpr std::size_t k_most = 500;
  struct Entry {
    int paragraph;
    Diagnostic finding;
  };
  std::string file_;
  std::vector<Entry> findings_;
  bool has_more_ = false;
};

}  // namespace quyche::word
