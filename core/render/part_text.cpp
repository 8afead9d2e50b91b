#include "render/part_text.hpp"

#include "render/plain_paragraphs.hpp"
#include "render/word_names.hpp"

namespace quyche {
namespace {

class PartReader {
 public:
  PartReader(const PlaceStep& part, PlainParagraphs& plain, std::vector<ParagraphText>& paragraphs)
      : plain_(plain), paragraphs_(paragraphs) {
    steps_.push_back(part);
  }

  void walk(pugi::xml_node node) {
    if (is_paragraph(node)) return read(node);
    if (is_named(node, "w:tbl")) return walk_table(node);
    if (is_named(node, "mc:AlternateContent")) return walk_alternatives(node);
    if (is_named(node, k_mark)) return pass_stretch(node);
    for (const auto child : node.children()) walk(child);
  }

  void walk_plain(pugi::xml_node node) {
    if (node.first_child().type() == pugi::node_pcdata && !node.first_child().next_sibling()) {
      ++count_;
      ParagraphText paragraph;
      paragraph.node = node;
      add_text(paragraph, node);
      return keep(std::move(paragraph));
    }
    for (const auto child : node.children()) walk_plain(child);
  }

 private:
  void pass_stretch(pugi::xml_node mark) {
    auto& stretch = plain_.stretches[mark.attribute("n").as_uint()];
    stretch.first_number = static_cast<std::uint32_t>(count_ + 1);
    count_ += stretch.paragraph_count;
  }

  /// Both say the same; their paragraphs have the same numbers.
  void walk_alternatives(pugi::xml_node node) {
    const auto count = count_;
    for (const auto child : node.children()) {
      count_ = count;
      walk(child);
    }
  }

  void walk_table(pugi::xml_node table) {
    const auto outer_row = row_;
    const auto size = steps_.size();
    const auto number = ++tables_;
    steps_.push_back({PlaceStep::Kind::table, std::to_string(number)});
    row_ = 0;
    tables_ = 0;
    walk_rows(table);
    tables_ = number;
    row_ = outer_row;
    steps_.resize(size);
  }

  void walk_rows(pugi::xml_node node) {
    for (const auto child : node.children()) {
      if (!is_named(child, "w:tr")) {
        walk_rows(child);
        continue;
      }
      steps_.push_back({PlaceStep::Kind::row, std::to_string(++row_)});
      std::size_t column = 0;
      walk_cells(child, column);
      steps_.pop_back();
    }
  }

  void walk_cells(pugi::xml_node node, std::size_t& column) {
    for (const auto child : node.children()) {
      if (!is_named(child, "w:tc")) {
        walk_cells(child, column);
        continue;
      }
      steps_.push_back({PlaceStep::Kind::column, std::to_string(++column)});
      for (const auto inner : child.children()) walk(inner);
      steps_.pop_back();
    }
  }

  void read(pugi::xml_node node) {
    ++count_;
    ParagraphText paragraph;
    paragraph.node = node;
    std::vector<pugi::xml_node> inner;
    collect(node, paragraph, inner);
    keep(std::move(paragraph));
    for (const auto box : inner) walk(box);
  }

  void keep(ParagraphText paragraph) {
    const bool has_braces = paragraph.text.find('{') != std::string::npos ||
                            paragraph.deleted.find('{') != std::string::npos;
    if (!has_braces) return;
    paragraph.steps = steps_;
    if (steps_.size() == 1) {
      paragraph.steps.push_back({PlaceStep::Kind::paragraph, std::to_string(count_)});
    }
    paragraphs_.push_back(std::move(paragraph));
  }

  static void add_text(ParagraphText& paragraph, pugi::xml_node node) {
    const auto begin = paragraph.text.size();
    for (const auto child : node.children()) paragraph.text += child.value();
    paragraph.atoms.push_back({node, begin, paragraph.text.size() - begin, true});
  }

  static void add_sign(ParagraphText& paragraph, pugi::xml_node node, char sign) {
    paragraph.atoms.push_back({node, paragraph.text.size(), 1, false});
    paragraph.text += sign;
  }

  /// What a break or tab says; 0 for everything else.
  static char sign_of(pugi::xml_node node, std::string_view name) {
    if (name == "w:tab") return is_run(node.parent()) ? '\t' : '\0';
    if (name == "w:noBreakHyphen") return '-';
    const bool is_break = name == "w:br" || name == "w:cr" || name == "a:br";
    return is_break && !node.first_child() ? '\n' : '\0';
  }

  /// Text boxes inside hold paragraphs of their own.
  static bool may_hold_paragraphs(std::string_view name) {
    return name == "w:drawing" || name == "w:pict" || name == "w:object" ||
           name == "mc:AlternateContent";
  }

  void collect(pugi::xml_node node, ParagraphText& paragraph, std::vector<pugi::xml_node>& inner) {
    for (const auto child : node.children()) {
      if (is_text(child)) {
        add_text(paragraph, child);
      } else if (is_run(child)) {
        collect(child, paragraph, inner);
      } else {
        collect_other(child, paragraph, inner);
      }
    }
  }

  void collect_other(pugi::xml_node node, ParagraphText& paragraph,
                     std::vector<pugi::xml_node>& inner) {
    const auto name = name_of(node);
    if (const char sign = sign_of(node, name); sign != '\0') {
      add_sign(paragraph, node, sign);
    } else if (name == "w:del" || name == "w:moveFrom") {
      collect_deleted(node, paragraph);
    } else if (may_hold_paragraphs(name)) {
      inner.push_back(node);
    } else if (!is_properties(node) && node.type() == pugi::node_element) {
      collect(node, paragraph, inner);
    }
  }

  static void collect_deleted(pugi::xml_node node, ParagraphText& paragraph) {
    for (const auto child : node.children()) {
      if (is_named(child, "w:delText") || is_text(child)) {
        paragraph.deleted += child.text().get();
      } else {
        collect_deleted(child, paragraph);
      }
    }
  }

  PlainParagraphs& plain_;
  std::vector<ParagraphText>& paragraphs_;
  std::vector<PlaceStep> steps_;
  std::size_t count_ = 0;
  std::size_t tables_ = 0;
  std::size_t row_ = 0;
};

}  // namespace

std::vector<ParagraphText> read_paragraphs(pugi::xml_node root, const PlaceStep& part,
                                           bool is_plain, PlainParagraphs& plain) {
  std::vector<ParagraphText> paragraphs;
  PartReader reader(part, plain, paragraphs);
  if (is_plain) {
    reader.walk_plain(root);
  } else {
    reader.walk(root);
  }
  return paragraphs;
}

}  // namespace quyche
