#include "engine/compared_text.hpp"

#include "base/archive.hpp"
#include "compare/issued_values.hpp"
#include "compare/word_blocks.hpp"
#include "docx/composer.hpp"
#include "docx/package.hpp"
#include "model/word_import.hpp"

namespace quyche {
namespace {

bool is_imported(const ComparedText& text) {
  const auto& body = text.local.text.body;
  if (body.empty() || body.front().origins.empty()) return false;
  return body.front().origins.front().act == Origin::Act::imported;
}

}  // namespace

ComparedText read_compared(Workshop& workshop, const std::string& file, Diagnostics& found) {
  ComparedText text;
  text.file = file;
  const auto bytes = workshop.files().read(file);
  text.is_word = bytes.starts_with("PK") || !file.ends_with(".xml");
  if (!text.is_word) {
    text.local = read_issued(bytes, file, found);
    return text;
  }
  tell_pending_changes(bytes, file, found);
  text.local.text = import_word(bytes, file, found);
  number_leniently(text.local.text, file, found);
  text.local.values = text.local.text.values;
  return text;
}

ComparedText compared_xml(const std::string& bytes, const std::string& file, Diagnostics& found) {
  ComparedText text;
  text.file = file;
  text.local = read_issued(bytes, file, found);
  return text;
}

void tell_other_family(const Regulation& before, const Regulation& after, const std::string& file,
                       Diagnostics& found) {
  const auto& old_family = before.frame.family;
  const auto& new_family = after.frame.family;
  if (old_family == new_family) return;
  found.add({Severity::warning,
             {"compare.other-family", {old_family, new_family}},
             {file, {}, {}, 0, 0},
             {{"hint.compare-other-family", {}}}});
}

Date day_of(const ComparedText& text) {
  if (text.local.jurisdiction.day.ok()) return text.local.jurisdiction.day;
  return text.local.text.date.value_or(today());
}

std::string word_bytes_of(Workshop& workshop, const ComparedText& text) {
  if (text.is_word) return workshop.files().read(text.file);
  const auto& profile =
      choose_profile(workshop.profiles(), text.local.text.frame.family, day_of(text));
  Compressor compressor;
  return write_archive(pack_parts(compose(text.local, profile), compressor));
}

bool trust_ids(const ComparedText& before, const ComparedText& after) {
  if (before.is_word || after.is_word) return false;
  const auto& old_text = before.local.text;
  const auto& new_text = after.local.text;
  return !(is_imported(before) && is_imported(after) && old_text.id != new_text.id);
}

}  // namespace quyche
