#include "compare/word_blocks.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <pugixml.hpp>

#include "base/xml.hpp"
#include "model/word/word_package.hpp"
#include "model/word/xml_names.hpp"

namespace quyche {
namespace {

/// Containers that only wrap what they show.
constexpr std::array<std::string_view, 8> k_wrappers{
    "sdt", "sdtContent", "hyperlink", "smartTag", "customXml", "fldSimple", "ins", "moveTo"};
constexpr std::array<std::string_view, 5> k_lost{"drawing", "pict", "object", "footnoteReference",
                                                 "endnoteReference"};
/// What a redline writes anew or cannot keep.
constexpr std::array<std::string_view, 9> k_dropped_properties{
    "rPr",        "sectPr", "pPrChange", "rPrChange", "tblPrChange",
    "tcPrChange", "ins",    "del",       "cnfStyle"};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Reader {
 public:
  explicit Reader(const std::set<std::string>* styles) : styles_(styles) {}

  std::vector<Block> read(pugi::xml_node parent) {
    std::vector<Block> blocks;
    read_into(parent, blocks);
    return blocks;
  }

  bool has_changes = false;
  std::size_t left_out = 0;

 private:
  void read_into(pugi::xml_node parent, std::vector<Block>& blocks) {
    for (const auto node : parent.children()) {
      const auto name = word::element(node);
      if (name == "p") {
        read_paragraph(node, blocks);
      } else if (name == "tbl") {
        blocks.push_back(read_table(node));
      } else if (is_one_of(k_wrappers, name)) {
        read_into(node, blocks);
      }
    }
  }

  std::string properties(pugi::xml_node holder) {
    std::string out;
    for (const auto node : holder.children()) {
      const auto name = word::element(node);
      // Extensions of other namespaces would need their declarations.
      const bool is_foreign = !std::string_view(node.name()).starts_with("w:");
      if (is_foreign || is_one_of(k_dropped_properties, name)) continue;
      const bool is_style = name == "pStyle" || name == "rStyle";
      if (is_style && styles_ != nullptr && !styles_->contains(node.attribute("w:val").value())) {
        continue;
      }
      append_xml(out, node);
    }
    return out;
  }

  /// A paragraph whose mark is deleted goes on in the next one.
  void read_paragraph(pugi::xml_node node, std::vector<Block>& blocks) {
    Block block;
    const auto holder = word::child(node, "pPr");
    block.properties = properties(holder);
    if (joins_next_) {
      block.runs = std::move(blocks.back().runs);
      blocks.pop_back();
    }
    const auto mark = word::child(holder, "rPr");
    joins_next_ = static_cast<bool>(word::child(mark, "del"));
    has_changes = has_changes || joins_next_ || static_cast<bool>(word::child(mark, "ins"));
    read_runs(node, block.runs);
    for (const auto& run : block.runs) block.text += run.text;
    blocks.push_back(std::move(block));
  }

  void read_runs(pugi::xml_node parent, std::vector<TextRun>& runs) {
    for (const auto node : parent.children()) {
      const auto name = word::element(node);
      const bool inserted = name == "ins" || name == "moveTo";
      has_changes = has_changes || inserted || name == "del" || name == "moveFrom";
      if (name == "r") {
        read_run(node, runs);
      } else if (is_one_of(k_wrappers, name)) {
        read_runs(node, runs);
      }
    }
  }

  void read_run(pugi::xml_node node, std::vector<TextRun>& runs) {
    TextRun run;
    run.properties = properties(word::child(node, "rPr"));
    for (const auto piece : node.children()) {
      const auto name = word::element(piece);
      if (name == "t") {
        run.text += piece.text().get();
      } else if (name == "tab") {
        run.text += '\t';
      } else if (name == "br" || name == "cr") {
        run.text += '\n';
      } else if (name == "noBreakHyphen") {
        run.text += "\xE2\x80\x91";
      } else if (is_one_of(k_lost, name)) {
        ++left_out;
      }
    }
    if (run.text.empty()) return;
    if (!runs.empty() && runs.back().properties == run.properties) {
      runs.back().text += run.text;
    } else {
      runs.push_back(std::move(run));
    }
  }

  Block read_table(pugi::xml_node node) {
    Block table;
    table.is_table = true;
    for (const auto child : node.children()) {
      const auto name = word::element(child);
      if (name == "tblPr" || name == "tblGrid") append_xml(table.properties, child);
    }
    read_rows(node, table.rows);
    for (const auto& row : table.rows) table.text += row.text + "\n";
    return table;
  }

  void read_rows(pugi::xml_node parent, std::vector<TableRow>& rows) {
    for (const auto node : parent.children()) {
      const auto name = word::element(node);
      if (is_one_of(k_wrappers, name)) read_rows(node, rows);
      if (name != "tr") continue;
      const auto holder = word::child(node, "trPr");
      has_changes = has_changes || static_cast<bool>(word::child(holder, "ins"));
      if (word::child(holder, "del")) {
        has_changes = true;
        continue;
      }
      TableRow row;
      row.properties = properties(holder);
      read_cells(node, row);
      rows.push_back(std::move(row));
    }
  }

  void read_cells(pugi::xml_node parent, TableRow& row) {
    for (const auto node : parent.children()) {
      const auto name = word::element(node);
      if (is_one_of(k_wrappers, name)) read_cells(node, row);
      if (name != "tc") continue;
      TableCell cell;
      cell.properties = properties(word::child(node, "tcPr"));
      cell.blocks = read(node);
      row.text += text_of(cell.blocks) + "\x1F";
      row.cells.push_back(std::move(cell));
    }
  }

  const std::set<std::string>* styles_;
  bool joins_next_ = false;
};

}  // namespace

std::set<std::string> style_ids(std::string_view styles, const std::string& file) {
  std::set<std::string> ids;
  if (styles.empty()) return ids;
  const auto document = read_xml_part(std::string(styles), file, "word/styles.xml");
  for (const auto node : document.root().children()) {
    if (word::element(node) == "style") ids.insert(node.attribute("w:styleId").value());
  }
  return ids;
}

WordBlocks read_word_blocks(pugi::xml_node root, const std::set<std::string>& styles) {
  const auto body = word::child(root, "body");
  Reader reader(styles.empty() ? nullptr : &styles);
  WordBlocks result;
  result.blocks = reader.read(body);
  if (const auto section = word::child(body, "sectPr")) append_xml(result.section, section);
  result.has_changes = reader.has_changes;
  result.left_out = reader.left_out;
  return result;
}

WordBlocks read_word_blocks(std::string document, std::string_view styles,
                            const std::string& file) {
  const auto parsed = read_xml_part(std::move(document), file, "document");
  return read_word_blocks(parsed.root(), style_ids(styles, file));
}

void tell_pending_changes(std::string_view docx, const std::string& file, Diagnostics& found) {
  const auto blocks = read_word_blocks(word::open_word(docx, file).document, {}, file);
  if (!blocks.has_changes) return;
  found.add({Severity::warning,
             {"compare.pending-changes", {}},
             {file, {}, {}, 0, 0},
             {{"hint.pending-changes", {}}}});
}

std::string text_of(const std::vector<Block>& blocks) {
  std::string out;
  for (const auto& block : blocks) out += block.text + "\n";
  return out;
}

}  // namespace quyche
