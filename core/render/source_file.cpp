#include "render/source_file.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "base/disk_error.hpp"
#include "base/disk_place.hpp"
#include "base/environment.hpp"
#include "base/text.hpp"
#include "quyche/diagnostic.hpp"
#include "template/fault.hpp"

namespace quyche {
namespace {

using std::filesystem::path;

bool is_below(const path& inner, const std::string& folder) {
  const auto outer = path(folder).lexically_normal();
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  // "a/" ends in an empty name.
  return (end == outer.end() || end->empty()) && rest != inner.end();
}

bool leads_up(const path& given) {
  return std::find(given.begin(), given.end(), "..") != given.end();
}

[[noreturn]] void refuse_outside(const std::string& given) {
  throw TemplateFault({"template.outside-folder", {printable(given)}},
                      {{"hint.template.outside-folder", {}}});
}

/// What the system says, in terms of the template.
TemplateFault fault_of(const Error& error, const std::string& given, std::size_t most) {
  const auto& code = error.findings().front().message.code;
  if (code == "file.too-large") {
    return TemplateFault({"template.file-too-large", {given, std::to_string(most >> 20U)}},
                         {{"hint.template.file-too-large", {}}});
  }
  if (code == "file.is-a-folder" || code == "file.failed") {
    return TemplateFault({"template.no-regular-file", {given}});
  }
  return TemplateFault({"template.no-file", {given}}, {{"hint.template.no-file", {}}});
}

bool is_absent(const Error& error) {
  const auto& code = error.findings().front().message.code;
  return code == "file.not-found" || code == "file.not-a-folder";
}

}  // namespace

WordSources sources_beside(const Files& files, const std::string& file, const std::string& data) {
  const auto beside = [](const std::string& name) {
    const auto slash = name.rfind('/');
    return slash == name.npos ? std::string() : name.substr(0, std::max<std::size_t>(slash, 1));
  };
  WordSources sources{&files, beside(file), {}};
  if (!data.empty()) sources.data_folder = beside(data);
  return sources;
}

std::vector<std::string> places_of(const WordSources& sources, const std::string& given) {
  std::vector<std::string> folders{sources.folder};
  const bool is_other = sources.data_folder && *sources.data_folder != sources.folder;
  if (is_other) folders.push_back(*sources.data_folder);
  const path asked(given);
  if (leads_up(asked) || given.find('\0') != given.npos) refuse_outside(given);
  if (asked.is_absolute()) {
    const auto holds = [&](const std::string& folder) {
      return !folder.empty() && is_below(asked.lexically_normal(), folder);
    };
    if (std::none_of(folders.begin(), folders.end(), holds)) refuse_outside(given);
    return {asked.lexically_normal().string()};
  }
  std::vector<std::string> places;
  for (const auto& folder : folders) {
    places.push_back((path(folder) / asked).lexically_normal().string());
  }
  return places;
}

std::string read_source(const WordSources& sources, const std::string& given, std::size_t most) {
  const auto places = places_of(sources, given);
  for (const auto& place : places) {
    if (sources.files == nullptr || given.empty()) break;
    // Opening a pipe would wait for somebody to write.
    if (is_special(place)) throw TemplateFault({"template.no-regular-file", {given}});
    try {
      auto bytes = sources.files->read(place);
      if (bytes.size() > most) throw Error(too_large_finding(place));
      return bytes;
    } catch (const Error& error) {
      if (!is_absent(error)) throw fault_of(error, given, most);
    }
  }
  throw TemplateFault({"template.no-file", {printable(given)}}, {{"hint.template.no-file", {}}});
}

}  // namespace quyche
