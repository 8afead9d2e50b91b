#include "paper/paper_definition.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/xml.hpp"

namespace quyche {
namespace {

bool is_flag(pugi::xml_node node, const char* name) {
  return std::string_view(node.attribute(name).value()) == "true";
}

std::vector<std::string> words_in(std::string_view list) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < list.size();) {
    const auto end = std::min(list.find(' ', at), list.size());
    if (end > at) words.emplace_back(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

class PaperReader {
 public:
  PaperReader(std::string bytes, const std::string& file, const std::vector<FormatProfile>& formats)
      : document_(std::move(bytes), file, XmlSpace::mixed), formats_(formats) {}

  PaperDefinition read() {
    const auto root = document_.root();
    if (std::string_view(root.name()) != "paper") {
      report(root, {"paper.unknown-element", {root.name(), "paper"}});
      problems_.throw_if_errors();
    }
    read_attributes(root);
    for (const auto node : root.children()) {
      if (node.type() == pugi::node_element) read_part(node);
    }
    for (const auto& [name, text] : {std::pair{"issuer", paper_.issuer},
                                     {"type-name", paper_.type_name},
                                     {"label", paper_.label}}) {
      if (text.empty()) report(root, {"paper.missing", {name}});
    }
    if (paper_.body.empty()) report(root, {"paper.missing", {"body"}});
    problems_.throw_if_errors();
    return std::move(paper_);
  }

 private:
  void report(pugi::xml_node node, Text message) {
    problems_.add({Severity::error, std::move(message), document_.place(node), {}});
  }

  std::string attribute(pugi::xml_node node, const char* name) {
    std::string value = node.attribute(name).value();
    if (value.empty()) report(node, {"paper.missing", {name}});
    return value;
  }

  /// Words without the line breaks and indents of the file.
  static std::string text_of(pugi::xml_node node) { return squeeze(node.text().get()); }

  /// A part for a format that does not exist would never be seen.
  std::vector<std::string> profiles_of(pugi::xml_node node) {
    auto profiles = words_in(node.attribute("profiles").value());
    for (const auto& profile : profiles) {
      const auto is_it = [&](const FormatProfile& format) { return format.id == profile; };
      if (std::any_of(formats_.begin(), formats_.end(), is_it)) continue;
      std::string all;
      for (const auto& format : formats_) all += (all.empty() ? "" : ", ") + format.id;
      report(node, {"paper.bad-value", {"profiles", profile, all}});
    }
    return profiles;
  }

  void read_attributes(pugi::xml_node root) {
    paper_.id = attribute(root, "id");
    paper_.file = attribute(root, "file");
    paper_.family = attribute(root, "family");
    if (paper_.family != "party" && paper_.family != "state") {
      report(root, {"paper.bad-value", {"family", paper_.family, "party, state"}});
    }
    paper_.kinds = words_in(attribute(root, "kinds"));
    paper_.when = root.attribute("when").value();
    paper_.tells_decision = is_flag(root, "decision");
    paper_.for_each = is_flag(root, "each");
    paper_.is_due = is_flag(root, "due");
  }

  void read_part(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "label") {
      paper_.label = attribute(node, "vi");
      paper_.english_label = attribute(node, "en");
    } else if (name == "superior") {
      paper_.superior = text_of(node);
    } else if (name == "issuer") {
      paper_.issuer = text_of(node);
    } else if (name == "number") {
      paper_.number = text_of(node);
      paper_.symbol = attribute(node, "symbol");
      paper_.number_test = node.attribute("test").value();
    } else if (name == "place-date") {
      paper_.has_place_date = true;
      paper_.place_date_profiles = profiles_of(node);
      paper_.dated_by_notice = std::string_view(node.attribute("dated").value()) == "notice";
      if (const auto day = text_of(node); !day.empty()) paper_.day = day;
    } else if (name == "type-name") {
      paper_.type_name = text_of(node);
    } else if (name == "title") {
      paper_.title = text_of(node);
    } else {
      read_long_part(node, name);
    }
  }

  void read_long_part(pugi::xml_node node, std::string_view name) {
    if (name == "body") {
      for (const auto child : node.children()) {
        if (child.type() == pugi::node_element) paper_.body.push_back(read_block(child));
      }
    } else if (name == "sign") {
      paper_.signings.push_back({profiles_of(node), {}});
      for (const auto one : node.children("by")) {
        paper_.signings.back().signatures.push_back({one.attribute("authority").value(),
                                                     one.attribute("position").value(),
                                                     one.attribute("name").value()});
      }
    } else if (name == "recipient") {
      paper_.recipients.push_back(text_of(node));
    } else {
      report(node, {"paper.unknown-element",
                    {node.name(),
                     "label, superior, issuer, number, place-date, type-name, title, body, sign, "
                     "recipient"}});
    }
  }

  PaperBlock read_block(pugi::xml_node node) {
    PaperBlock block;
    block.profiles = profiles_of(node);
    const std::string_view name = node.name();
    if (name == "do") {
      block.statement = text_of(node);
    } else if (name == "table") {
      block.table = read_table(node);
    } else if (name == "p") {
      block.paragraph = read_paragraph(node, "text");
    } else {
      report(node, {"paper.unknown-element", {node.name(), "p, do, table"}});
    }
    return block;
  }

  PaperParagraph read_paragraph(pugi::xml_node node, const char* style) {
    PaperParagraph paragraph;
    const auto given = node.attribute("style");
    paragraph.style = given ? given.value() : style;
    paragraph.ends_text = is_flag(node, "end");
    paragraph.leads = is_flag(node, "leads");
    for (const auto part : node.children()) {
      const bool is_strong = std::string_view(part.name()) == "b";
      const std::string text = is_strong ? part.text().get() : part.value();
      paragraph.words.push_back({joined_lines(text), is_strong});
    }
    trim(paragraph.words);
    return paragraph;
  }

  /// A line break of the file with the indent behind it is one space.
  static std::string joined_lines(std::string_view text) {
    std::string out;
    for (const char c : text) {
      const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!is_space) out += c;
      if (is_space && !out.ends_with(' ')) out += ' ';
    }
    return out;
  }

  static void trim(std::vector<PaperWords>& words) {
    if (words.empty()) return;
    auto& first = words.front().text;
    first.erase(0, std::min(first.find_first_not_of(' '), first.size()));
    auto& last = words.back().text;
    last.erase(last.find_last_not_of(' ') + 1);
  }

  PaperTable read_table(pugi::xml_node node) {
    PaperTable table;
    int total = 0;
    for (const auto& width : words_in(attribute(node, "columns"))) {
      int percent = 0;
      std::from_chars(width.data(), width.data() + width.size(), percent);
      table.columns.push_back(percent);
      total += percent;
    }
    if (total != k_whole_width) {
      report(node, {"paper.bad-value", {"columns", std::to_string(total), "100"}});
    }
    for (const auto row : node.children()) {
      if (row.type() == pugi::node_element) table.rows.push_back(read_row(row, table));
    }
    return table;
  }

  PaperRow read_row(pugi::xml_node node, const PaperTable& table) {
    PaperRow row;
    const std::string_view name = node.name();
    if (name == "do") {
      row.statement = text_of(node);
      return row;
    }
    row.is_head = name == "head";
    if (!row.is_head && name != "row") {
      report(node, {"paper.unknown-element", {node.name(), "head, row, do"}});
    }
    for (const auto cell : node.children("cell")) {
      row.cells.push_back(read_paragraph(cell, row.is_head ? "table_head" : "table_text"));
    }
    if (row.cells.size() != table.columns.size()) {
      report(node,
             {"paper.bad-value",
              {"cell", std::to_string(row.cells.size()), std::to_string(table.columns.size())}});
    }
    return row;
  }

  XmlDocument document_;
  PaperDefinition paper_;
  const std::vector<FormatProfile>& formats_;
  Diagnostics problems_;
};

}  // namespace

PaperDefinition read_paper(std::string bytes, const std::string& file,
                           const std::vector<FormatProfile>& profiles) {
  return PaperReader(std::move(bytes), file, profiles).read();
}

bool holds_for(const std::vector<std::string>& profiles, const std::string& profile) {
  return profiles.empty() || std::find(profiles.begin(), profiles.end(), profile) != profiles.end();
}

}  // namespace quyche
