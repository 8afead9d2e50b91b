#include "meeting/meeting_file.hpp"

#include <algorithm>
#include <string_view>

#include "base/source_text.hpp"
#include "base/text.hpp"
#include "meeting/json_visitors.hpp"

namespace quyche::meeting {
namespace {

constexpr int k_depth = 16;
constexpr int k_indent = 2;

[[noreturn]] void refuse(const char* code, Place place, const char* hint) {
  throw Error(Diagnostic{Severity::error, {code, {}}, std::move(place), {{hint, {}}}});
}

Json parse(std::string_view bytes, const std::string& file) {
  const auto within_depth = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > k_depth) refuse("json.too-deep", {file, {}, {}, 0, 0}, "hint.meeting-json");
    return true;
  };
  if (!is_utf8(bytes)) refuse("meeting.not-utf8", {file, {}, {}, 0, 0}, "hint.meeting-json");
  try {
    return Json::parse(bytes, within_depth);
  } catch (const Json::parse_error& problem) {
    const auto at = problem.byte > 0 ? problem.byte - 1 : 0;
    refuse("json.not-well-formed", place_in(bytes, file, std::min(at, bytes.size()), 1),
           "hint.json-syntax");
  } catch (const Json::exception&) {
    refuse("json.not-well-formed", {file, {}, {}, 0, 0}, "hint.json-syntax");
  }
}

}  // namespace

Meeting read_meeting(const std::string& bytes, const std::string& file) {
  const auto object = parse(bytes, file);
  if (!object.is_object()) {
    refuse("meeting.not-a-meeting", {file, {}, {}, 0, 0}, "hint.meeting-json");
  }
  Meeting meeting;
  meeting.file = file;
  Diagnostics found;
  JsonReader reader(object, {file, {}, {}, 0, 0}, found);
  visit_fields(reader, meeting);
  reader.finish();
  found.throw_if_errors();
  return meeting;
}

std::string write_meeting(const Meeting& meeting) {
  auto copy = meeting;
  JsonWriter writer;
  visit_fields(writer, copy);
  return writer.take().dump(k_indent) + "\n";
}

}  // namespace quyche::meeting
