#include "meeting/meeting_file.hpp"

#include <string_view>

#include "base/json_document.hpp"
#include "base/text.hpp"
#include "meeting/json_visitors.hpp"

namespace quyche::meeting {
namespace {

constexpr int k_indent = 2;

[[noreturn]] void refuse(const char* code, Place place, const char* hint) {
  throw Error(Diagnostic{Severity::error, {code, {}}, std::move(place), {{hint, {}}}});
}

}  // namespace

Meeting read_meeting(const std::string& bytes, const std::string& file) {
  if (!is_utf8(bytes)) refuse("meeting.not-utf8", {file, {}, {}, 0, 0}, "hint.meeting-json");
  const auto object = parse_json(bytes, file, "hint.meeting-json");
  if (!object.is_object()) {
    refuse("meeting.not-a-meeting", {file, {}, {}, 0, 0}, "hint.meeting-json");
  }
  Diagnostics found;
  auto meeting = meeting_of(object, file, found);
  found.throw_if_errors();
  return meeting;
}

std::string write_meeting(const Meeting& meeting) { return tree_of(meeting).dump(k_indent) + "\n"; }

Meeting meeting_of(const JsonTree& object, const std::string& file, Diagnostics& found) {
  Meeting meeting;
  meeting.file = file;
  JsonReader reader(object, file, found);
  visit_fields(reader, meeting);
  reader.finish();
  return meeting;
}

JsonTree tree_of(const Meeting& meeting) {
  auto copy = meeting;
  JsonWriter writer;
  visit_fields(writer, copy);
  return writer.take();
}

}  // namespace quyche::meeting
