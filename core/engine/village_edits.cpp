#include "engine/village_edits.hpp"

#include <algorithm>

#include "compare/issued_values.hpp"
#include "compare/plain_words.hpp"
#include "compare/word_blocks.hpp"
#include "model/word_import.hpp"

namespace quyche {
namespace {

Regulation read_docx(const std::string& bytes, const std::string& file, bool is_template,
                     Diagnostics& found) {
  tell_pending_changes(bytes, file, found);
  auto text = import_word(bytes, file, found);
  number_leniently(text, file, found);
  text.body = plain_body(text, text.values, {is_template, false});
  return text;
}

Regulation read_xml(const std::string& bytes, const std::string& file) {
  Diagnostics ignored;
  auto local = read_issued(bytes, file, ignored);
  local.text.body = plain_body(local.text, local.values);
  return std::move(local.text);
}

}  // namespace

VillageEdits read_edited_docx(const PaperPair& paper, bool is_template, RebaseLine& line) {
  Diagnostics usual;
  Diagnostics found;
  VillageEdits edits;
  edits.printed = read_docx(paper.printed, line.file, is_template, usual);
  edits.text = read_docx(paper.now, line.file, is_template, found);
  const auto& known = usual.findings();
  for (const auto& finding : found.findings()) {
    if (std::find(known.begin(), known.end(), finding) == known.end()) {
      line.findings.push_back(finding);
    }
  }
  return edits;
}

VillageEdits read_edited_xml(const PaperPair& paper, RebaseLine& line) {
  return {read_xml(paper.printed, line.file), read_xml(paper.now, line.file), true};
}

void tell_edited_frame(const VillageEdits& edits, RebaseLine& line) {
  const auto& [printed, text, trust_ids] = edits;
  if (printed.frame == text.frame && printed.bases == text.bases) return;
  line.findings.push_back({Severity::warning,
                           {"rebase.frame-edited", {}},
                           {line.file, {}, {}, 0, 0},
                           {{"hint.rebase-frame-edited", {}}}});
}

Regulation text_of_press(const CommunePress& press, const Values& record, bool is_template) {
  auto values = press.local.values;
  for (const auto& [name, value] : record) values[name] = value;
  auto text = press.local.text;
  text.body = plain_body(text, values, {is_template, true});
  return text;
}

}  // namespace quyche
