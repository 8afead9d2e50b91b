#include "engine/rebase_table.hpp"

#include "base/messages.hpp"
#include "base/named_value.hpp"

namespace quyche {
namespace {

std::string say(const std::string& code) { return sentence({code, {}}, Language::vietnamese); }

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const auto c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

void add_row(std::string& out, const RebaseLine& line, const std::string& where,
             const std::string& what) {
  out += quoted(line.name) + "," + quoted(where) + "," + quoted(what) + "\r\n";
}

}  // namespace

std::string rebase_table(const RebaseReport& report) {
  std::string out = "\xEF\xBB\xBF";
  out += quoted(say("rebase-table.file")) + "," + quoted(say("rebase-table.where")) + "," +
         quoted(say("rebase-table.what")) + "\r\n";
  for (const auto& line : report.lines) {
    for (const auto& conflict : line.conflicts) {
      add_row(out, line, conflict.name, say("rebase-table.conflict"));
    }
    for (const auto& moved : line.references) {
      if (moved.after.empty()) {
        add_row(out, line, moved.before, say("rebase-table.reference"));
      }
    }
    for (const auto& finding : line.findings) {
      add_row(out, line, {}, sentence(finding.message, Language::vietnamese));
    }
  }
  return out;
}

std::string review_table(const std::vector<Values>& cells) {
  std::string out = "\xEF\xBB\xBF\"commune_code\",\"village_name\",\"state\"\r\n";
  for (const auto& cell : cells) {
    const auto& name = value_of(cell, "village_name");
    // A draft has not been issued yet: its cell stays where it is.
    if (name.empty() || value_of(cell, "number").empty()) continue;
    out += quoted(value_of(cell, "commune_code")) + "," + quoted(name) + "," +
           quoted(say("state.needs_review")) + "\r\n";
  }
  return out;
}

}  // namespace quyche
