#pragma once
// What every job needs at hand: files, the plugins, the model regulation, the format profiles. Read
// once when first asked for, by whichever thread asks first. Owned by Engine.

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/environment.hpp"
#include "district/registry.hpp"
#include "docx/format_profile.hpp"
#include "quyche/engine.hpp"

namespace quyche {

inline constexpr const char* k_meeting_rules = "/templates/meetings/rules/rules.xml";
inline constexpr std::size_t k_files_listed = 20;     ///< of those a job made, in its result
inline constexpr std::size_t k_publish_every = 4096;  ///< documents, where a job makes many

class Workshop {
 public:
  explicit Workshop(EngineOptions options);

  [[nodiscard]] Files& files() { return files_; }
  [[nodiscard]] const EngineOptions& options() const { return options_; }
  [[nodiscard]] const Registry& registry();
  [[nodiscard]] const Regulation& model();
  [[nodiscard]] const std::vector<FormatProfile>& profiles();
  [[nodiscard]] unsigned threads() const;
  [[nodiscard]] std::vector<std::string> plugin_roots() const;

  /// The day a job is for: the one given; else today when the unit exists today; else the unit's
  /// last day, with a note in `found`. A given day outside the unit's life throws, and names the
  /// plugins of that day.
  [[nodiscard]] Date choose_day(const DistrictPlugin& plugin, std::optional<Date> given,
                                Diagnostics& found);

 private:
  EngineOptions options_;
  DiskFiles files_;
  std::mutex reading_;
  std::optional<Registry> registry_;
  std::optional<Regulation> model_;
  std::optional<std::vector<FormatProfile>> profiles_;
};

/// "12229-xa-an-vi": how files of a unit are called.
[[nodiscard]] std::string unit_file_name(const Unit& unit);

/// The communes of a plugin in force on `day`, or only the one with `code`.
[[nodiscard]] std::vector<const Unit*> communes_on(const DistrictPlugin& plugin,
                                                   const std::string& code, Date day);

}  // namespace quyche
