#include "base/json_document.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "base/source_text.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

using Event = JsonTree::parse_event_t;
constexpr int k_depth = 16;

[[noreturn]] void refuse(Text message, Place place, const std::string& hint) {
  throw Error(Diagnostic{Severity::error, std::move(message), std::move(place), {{hint, {}}}});
}

/// Copying and printing a value recurse, so one nested without end must not come to be. Of two
/// values under one name the first would be lost in silence.
class Watch {
 public:
  Watch(Place place, std::string hint) : place_(std::move(place)), hint_(std::move(hint)) {}

  bool operator()(int depth, Event event, const JsonTree& parsed) {
    if (depth > k_depth) refuse({"json.too-deep", {}}, place_, hint_);
    if (event == Event::object_start) names_.emplace_back();
    if (event == Event::object_end) names_.pop_back();
    if (event != Event::key) return true;
    const auto& name = parsed.get_ref<const std::string&>();
    if (!names_.back().insert(name).second) {
      refuse({"json.twin-key", {name}}, place_, "hint.json-twin-key");
    }
    return true;
  }

 private:
  Place place_;
  std::string hint_;
  std::vector<std::set<std::string>> names_;
};

}  // namespace

JsonTree parse_json(std::string_view bytes, const std::string& file, const std::string& hint,
                    std::size_t offset, std::size_t length) {
  const auto text = bytes.substr(offset, length);
  Watch watch(place_in(bytes, file, offset, 1), hint);
  try {
    return JsonTree::parse(text, [&](int depth, Event event, JsonTree& parsed) {
      return watch(depth, event, parsed);
    });
  } catch (const nlohmann::json::exception& problem) {
    const auto* at_byte = dynamic_cast<const nlohmann::json::parse_error*>(&problem);
    const auto at = at_byte != nullptr && at_byte->byte > 0 ? at_byte->byte - 1 : 0;
    refuse({"json.not-well-formed", {}},
           place_in(bytes, file, offset + std::min(at, text.size()), 1), "hint.json-syntax");
  }
}

}  // namespace quyche
