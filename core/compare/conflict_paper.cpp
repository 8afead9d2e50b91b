#include "compare/conflict_paper.hpp"

#include <array>
#include <span>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "compare/words.hpp"
#include "docx/markup.hpp"
#include "docx/table_markup.hpp"
#include "model/word/xml_names.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_begin_mark = "xd_";  ///< bookmark of a question's heading
constexpr std::string_view k_end_mark = "xk_";    ///< and of the paragraph after its decision

const char* kind_code(RebaseConflict::Kind kind) {
  switch (kind) {
    case RebaseConflict::Kind::reworded_twice:
      return "conflict.reworded-twice";
    case RebaseConflict::Kind::removed_above:
      return "conflict.removed-above";
    case RebaseConflict::Kind::removed_here:
      return "conflict.removed-here";
    case RebaseConflict::Kind::homeless:
      return "conflict.homeless";
  }
  return "";
}

class PaperWriter {
 public:
  PaperWriter(const FormatProfile& profile, const ChangeMark& mark) : profile_(profile) {
    append_attribute(mark_, "w:author", mark.author);
    append_attribute(mark_, "w:date", iso(mark.date) + "T00:00:00Z");
    const int total = profile.page_height - profile.margin_left - profile.margin_right;
    widths_ = {total / 3, total / 3, total - 2 * (total / 3)};
  }

  std::string write(const std::vector<RebaseConflict>& conflicts) {
    paragraph("type_name", vietnamese("conflict.title"));
    paragraph("text", vietnamese("conflict.how"));
    for (const auto& conflict : conflicts) question(conflict);
    return std::move(out_);
  }

 private:
  void open(const char* component) {
    out_.append("<w:p><w:pPr><w:pStyle w:val=\"").append(profile_.component(component).style);
    out_ += "\"/></w:pPr>";
  }

  void paragraph(const char* component, const std::string& text) {
    open(component);
    lines({}, text, "w:t");
    out_ += "</w:p>";
  }

  /// A run; `element` is w:t or w:delText.
  void lines(std::string_view properties, const std::string& text, std::string_view element) {
    if (text.empty()) return;
    out_ += "<w:r>";
    if (!properties.empty()) out_.append("<w:rPr>").append(properties).append("</w:rPr>");
    std::size_t at = 0;
    for (auto end = std::size_t{0}; end != std::string::npos; at = end + 1) {
      end = text.find('\n', at);
      if (at > 0) out_ += "<w:br/>";
      out_.append("<").append(element).append(" xml:space=\"preserve\">");
      append_escaped(out_, std::string_view(text).substr(at, end - at));
      out_.append("</").append(element).append(">");
    }
    out_ += "</w:r>";
  }

  void bookmark(std::string_view kind, const std::string& key) {
    const auto id = std::to_string(++bookmarks_);
    out_ += "<w:bookmarkStart w:id=\"" + id + "\" w:name=\"";
    out_.append(kind).append(key);
    out_ += "\"/><w:bookmarkEnd w:id=\"" + id + "\"/>";
  }

  void question(const RebaseConflict& conflict) {
    open("article");
    bookmark(k_begin_mark, conflict.key);
    lines({},
          std::to_string(++questions_) + ". " + conflict.name + ": " +
              vietnamese(kind_code(conflict.kind)),
          "w:t");
    out_ += "</w:p>";
    wordings(conflict);
    open("clause");
    lines("<w:i/>", vietnamese("conflict.decision"), "w:t");
    out_ += "</w:p>";
    decision(conflict);
    open("after_table");
    bookmark(k_end_mark, conflict.key);
    out_ += "</w:p>";
  }

  void wordings(const RebaseConflict& conflict) {
    const std::array<std::pair<const char*, const std::string*>, 3> columns{
        {{"conflict.base", &conflict.base},
         {"conflict.above", &conflict.above},
         {"conflict.local", &conflict.local}}};
    open_table(out_, k_grid_style, widths_);
    open_row(out_, true);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      cell(i, "table_head", vietnamese(columns[i].first));
    }
    close_row(out_);
    out_ += "<w:tr>";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto& text = *columns[i].second;
      cell(i, "table_text", text.empty() ? vietnamese("conflict.nothing") : text);
    }
    close_row(out_);
    close_table(out_);
  }

  void cell(std::size_t column, const char* component, const std::string& text) {
    open_cell(out_, std::span(widths_).subspan(column, 1));
    paragraph(component, text);
    close_cell(out_);
  }

  void decision(const RebaseConflict& conflict) {
    open("text");
    for (const auto& [kind, text] : compare_words(conflict.local, conflict.proposal)) {
      if (kind == WordStretch::Kind::kept) {
        lines({}, text, "w:t");
        continue;
      }
      const bool is_added = kind == WordStretch::Kind::added;
      const std::string element = is_added ? "w:ins" : "w:del";
      out_ += "<" + element + " w:id=\"" + std::to_string(++changes_) + "\"" + mark_ + ">";
      lines({}, text, is_added ? "w:t" : "w:delText");
      out_ += "</" + element + ">";
    }
    out_ += "</w:p>";
  }

  const FormatProfile& profile_;
  std::string mark_;
  std::vector<int> widths_;
  std::string out_;
  int questions_ = 0;
  int bookmarks_ = 0;
  int changes_ = 0;
};

class PaperReader {
 public:
  Choices read(pugi::xml_node body) {
    for (const auto node : body.children()) visit(node);
    return std::move(choices_);
  }

 private:
  void visit(pugi::xml_node node) {
    if (const auto key = marked(node, k_begin_mark); !key.empty()) {
      key_ = key;
      text_.clear();
      pending_ = false;
      in_decision_ = false;
      return;
    }
    if (key_.empty()) return;
    if (word::element(node) == "tbl") {
      in_decision_ = true;
      label_passed_ = false;
      return;
    }
    if (!marked(node, k_end_mark).empty()) {
      finish();
      return;
    }
    if (!in_decision_ || word::element(node) != "p") return;
    if (!label_passed_) {
      label_passed_ = true;
      return;
    }
    if (!text_.empty()) text_ += '\n';
    read_words(node);
  }

  void finish() {
    std::string lines;
    for (std::size_t at = 0; at <= text_.size();) {
      const auto end = std::min(text_.find('\n', at), text_.size());
      const auto line = squeeze(normalise(text_.substr(at, end - at)));
      if (!line.empty()) lines += (lines.empty() ? "" : "\n") + line;
      at = end + 1;
    }
    if (!pending_) choices_[key_] = lines;
    key_.clear();
  }

  static std::string marked(pugi::xml_node node, std::string_view kind) {
    if (word::element(node) != "p") return {};
    for (const auto child : node.children()) {
      if (word::element(child) != "bookmarkStart") continue;
      const std::string_view name = child.attribute("w:name").value();
      if (name.starts_with(kind)) return std::string(name.substr(kind.size()));
    }
    return {};
  }

  void read_words(pugi::xml_node node) {
    const auto name = word::element(node);
    if (name == "ins" || name == "del" || name == "moveFrom" || name == "moveTo") pending_ = true;
    if (name == "t") text_ += node.text().get();
    if (name == "br") text_ += '\n';
    for (const auto child : node.children()) read_words(child);
  }

  Choices choices_;
  std::string key_;
  std::string text_;
  bool pending_ = false;
  bool in_decision_ = false;
  bool label_passed_ = false;
};

}  // namespace

std::string conflict_paper(const std::vector<RebaseConflict>& conflicts,
                           const FormatProfile& profile, const ChangeMark& mark) {
  return PaperWriter(profile, mark).write(conflicts);
}

Choices read_conflict_paper(std::string document, const std::string& file) {
  auto tree = read_xml_part(std::move(document), file, "word/document.xml");
  return PaperReader().read(word::child(tree.root(), "body"));
}

}  // namespace quyche
