#include "model/word_import.hpp"

#include <memory>
#include <utility>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "model/word/closing_reader.hpp"
#include "model/word/document_items.hpp"
#include "model/word/document_words.hpp"
#include "model/word/field_use.hpp"
#include "model/word/frame_reader.hpp"
#include "model/word/reference_linker.hpp"
#include "model/word/word_package.hpp"
#include "model/word/xml_names.hpp"

namespace quyche {
namespace {

using namespace word;

/// Parsed parts, kept alive while their nodes are read.
class Sources {
 public:
  Sources(WordParts parts, const std::string& file)
      : document_(read_xml_part(std::move(parts.document), file, "document")),
        styles_(parse(std::move(parts.styles), file)),
        numbering_(parse(std::move(parts.numbering), file)),
        footnotes_(parse(std::move(parts.footnotes), file)),
        endnotes_(parse(std::move(parts.endnotes), file)),
        comments_(parse(std::move(parts.comments), file)),
        properties_(parse(std::move(parts.properties), file)) {
    if (child(document_.root(), "body")) return;
    throw Error(Diagnostic{Severity::error,
                           {"word.not-a-document", {}},
                           {file, {}, {}, 0, 0},
                           {{"hint.save-as-docx", {}}}});
  }

  [[nodiscard]] std::vector<Block> blocks() const {
    const WordStyles styles(root(styles_));
    return read_blocks({document_.root(), root(footnotes_), root(endnotes_)}, styles,
                       NumberingLabels(root(numbering_), styles));
  }
  [[nodiscard]] bool has_comments() const {
    return static_cast<bool>(child(root(comments_), "comment"));
  }
  /// A custom property that quyche wrote; empty when there is none.
  [[nodiscard]] std::string property(std::string_view name) const {
    for (const auto node : root(properties_).children()) {
      if (attribute(node, "name") == name)
        return squeeze(normalise(node.first_child().child_value()));
    }
    return {};
  }

 private:
  using Part = std::unique_ptr<XmlDocument>;
  static Part parse(std::string bytes, const std::string& file) {
    if (bytes.empty()) return nullptr;
    return std::make_unique<XmlDocument>(std::move(bytes), file, XmlSpace::mixed);
  }
  static pugi::xml_node root(const Part& part) {
    return part == nullptr ? pugi::xml_node() : part->root();
  }

  XmlDocument document_;
  Part styles_, numbering_, footnotes_, endnotes_, comments_, properties_;
};

/// The regulation's id when the document does not carry one: its file name.
std::string id_of(const std::string& file) {
  const auto slash = file.find_last_of('/');
  auto name = slash == std::string::npos ? file : file.substr(slash + 1);
  name = file_slug(name.substr(0, name.rfind('.')));
  return name.empty() ? "regulation" : name;
}

std::vector<std::vector<Inlines>> rows_of(const TableLines& table) {
  std::vector<std::vector<Inlines>> rows;
  for (const auto& row : table.rows) {
    auto& cells = rows.emplace_back();
    for (const auto& cell : row) cells.push_back(joined(cell));
  }
  return rows;
}

/// HD36 ends a paper with "./."; the end mark belongs to the format, the full stop to the text.
Line without_end_mark(const Line& line) {
  constexpr std::string_view k_end_mark = "./.";
  const auto text = trimmed(line.text());
  if (!text.ends_with(k_end_mark)) return line;
  return line.part(0, static_cast<std::size_t>(text.data() - line.text().data()) + text.size() - 2);
}

/// The provisions, and the signatures and recipients after them. A heading after these (an
/// appendix) leads back to provisions.
class BodyReader {
 public:
  BodyReader(Frame& frame, ImportedFields& fields, ImportReport& report, TreeBuilder& builder)
      : closing_(frame, fields, report), builder_(builder) {}

  void take(const Item& item) {
    if (item.table) {
      take_table(*item.table);
    } else {
      take_line(item.line);
    }
  }

  void finish() {
    if (!std::exchange(is_closing_zone_, false)) return;
    for (const auto& left : closing_.finish()) builder_.add(left);
  }

 private:
  void take_table(const TableLines& table) {
    if (is_closing(table)) {
      is_closing_zone_ = true;
      closing_.take(table);
    } else {
      builder_.add_table(rows_of(table), table.first);
    }
  }

  void take_line(const Line& whole) {
    const auto lines = body_lines(whole);
    for (const auto& line : lines) {
      if (is_heading(line, label_of(line))) finish();
    }
    is_closing_zone_ = is_closing_zone_ || is_closing(whole);
    if (is_closing_zone_) {
      closing_.take(whole);
      return;
    }
    for (const auto& line : lines) builder_.add(without_end_mark(line));
  }

  ClosingReader closing_;
  TreeBuilder& builder_;
  bool is_closing_zone_ = false;
};

class Import {
 public:
  explicit Import(const std::string& file) : report_(file) {}

  Regulation run(const Sources& sources, const std::string& file, Diagnostics& found) {
    LineReader reader(fields_, report_);
    const auto items = read_items(sources.blocks(), reader, report_);
    TreeBuilder builder(habits_of(items), report_);
    const auto start = body_start(items);
    read_head(items, start, builder);
    read_body(items, start, builder);
    regulation_.body = builder.finish();
    set_identity(sources, file);
    const auto own_type = regulation_.frame.type_name.empty()
                              ? std::string()
                              : lower(regulation_.frame.type_name.front().value);
    ReferenceLinker(regulation_.body, builder.typed_numbers())
        .link(regulation_.body, builder.paragraphs(), own_type, report_);
    complete(regulation_.body);
    for (auto& basis : regulation_.bases) fields_.settle(basis.when);
    for (auto& title : regulation_.frame.titles) fields_.settle(title.when);
    regulation_.fields = fields_.fields();
    regulation_.values = fields_.values();
    const auto used = used_fields(regulation_);
    std::erase_if(regulation_.fields,
                  [&](const Field& field) { return !used.contains(field.name); });
    report_.deliver(found);
    return std::move(regulation_);
  }

 private:
  void read_head(const std::vector<Item>& items, std::size_t end, TreeBuilder& builder) {
    FrameReader frame(regulation_, fields_, report_);
    for (std::size_t i = 0; i < end; ++i) {
      const auto& table = items[i].table;
      if (table && !FrameReader::is_head(*table)) {
        builder.add_table(rows_of(*table), table->first);
        continue;
      }
      for (const auto& left : table ? frame.take(*table) : frame.take(items[i].line)) {
        builder.add(left);
      }
    }
    frame.finish();
    if (end == items.size()) report_.add(Severity::warning, {"import.no-provisions", {}}, 0, {});
  }

  void read_body(const std::vector<Item>& items, std::size_t start, TreeBuilder& builder) {
    BodyReader body(regulation_.frame, fields_, report_, builder);
    for (std::size_t i = start; i < items.size(); ++i) body.take(items[i]);
    body.finish();
  }

  void set_identity(const Sources& sources, const std::string& file) {
    regulation_.id = sources.property("quyche.model");
    regulation_.version = sources.property("quyche.model_version");
    if (regulation_.id.empty()) regulation_.id = id_of(file);
    if (regulation_.version.empty()) {
      const auto& date = regulation_.date;
      regulation_.version = date ? std::to_string(static_cast<int>(date->year())) + ".1" : "1";
    }
    if (sources.has_comments()) {
      report_.add(Severity::note, {"import.comments-left-out", {}}, 0, {});
    }
  }

  void complete(std::vector<Provision>& provisions) {
    for (auto& provision : provisions) {
      provision.origins.push_back(
          {Origin::Act::imported, Level::province, regulation_.id, regulation_.version});
      fields_.settle(provision.when);
      complete(provision.children);
    }
  }

  ImportReport report_;
  ImportedFields fields_;
  Regulation regulation_;
};

}  // namespace

Regulation import_word(std::string_view docx, const std::string& file, Diagnostics& found) {
  const Sources sources(open_word(docx, file), file);
  return Import(file).run(sources, file, found);
}

}  // namespace quyche
