#include "paper/paper_template.hpp"

#include <utility>
#include <vector>

#include "base/archive.hpp"
#include "docx/heading_block.hpp"
#include "docx/markup.hpp"
#include "docx/package.hpp"
#include "docx/package_parts.hpp"
#include "docx/page_setup.hpp"
#include "docx/signature_block.hpp"
#include "docx/story.hpp"
#include "docx/styles_part.hpp"
#include "docx/table_markup.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_place_letters = 20;  // of the longest names of communes

Inlines plain(const std::string& words) { return {{Inline::Kind::text, words, {}, {}}}; }

Inlines plain_or_none(const std::string& words) { return words.empty() ? Inlines{} : plain(words); }

/// The first that holds for the format; null when there is none.
const PaperSigning* signing_for(const PaperDefinition& paper, const FormatProfile& profile) {
  for (const auto& signing : paper.signings) {
    if (holds_for(signing.profiles, profile.id)) return &signing;
  }
  return nullptr;
}

/// Names go to `values`; one left to be written by hand has no field.
SignMode sign_mode(const PaperSigning& signing, Values& values) {
  SignMode mode;
  for (const auto& by : signing.signatures) {
    const auto field = "signer_" + std::to_string(mode.signatures.size());
    if (!by.name.empty()) values[field] = by.name;
    mode.signatures.push_back({plain_or_none(by.authority), plain_or_none(by.position),
                               by.name.empty() ? std::string() : field});
  }
  return mode;
}

/// What a tag of a symbol stands for ("CB", "ĐH") is at most so wide.
std::string widest_symbol(std::string symbol) {
  constexpr std::string_view k_letters = "MMM";
  constexpr std::string_view k_close = "}}";
  for (auto from = symbol.find("{{"); from != std::string::npos; from = symbol.find("{{")) {
    const auto to = symbol.find(k_close, from);
    if (to == std::string::npos) break;
    symbol.replace(from, to + k_close.size() - from, k_letters);
  }
  return symbol;
}

/// The paper as the writers of heading and signatures want it: every word is settled, and tags
/// are words.
LocalRegulation frame_of(const PaperDefinition& paper, const FormatProfile& profile) {
  LocalRegulation regulation;
  auto& frame = regulation.text.frame;
  regulation.text.id = paper.id;
  frame.family = paper.family;
  frame.superior = plain_or_none(paper.superior);
  frame.issuer = plain(paper.issuer);
  frame.symbol = paper.symbol;
  frame.type_name = plain(paper.type_name);
  if (!paper.title.empty()) frame.titles.push_back({plain(paper.title), std::nullopt});
  for (const auto& recipient : paper.recipients) frame.recipients.push_back(plain(recipient));
  auto& values = regulation.values;
  values[frame.number_field] = paper.number;
  if (paper.number.empty()) frame.number_field.clear();
  values[frame.place_field] = "{{ locality }}";
  values[frame.date_field] = paper.day;
  const bool has_place = paper.has_place_date && holds_for(paper.place_date_profiles, profile.id);
  if (!has_place) frame.place_field.clear();
  if (const auto* signing = signing_for(paper, profile)) {
    frame.sign_modes.push_back(sign_mode(*signing, values));
  }
  return regulation;
}

class BodyWriter {
 public:
  explicit BodyWriter(Story& story) : story_(story) {}

  void write(const std::vector<PaperBlock>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      // What leads to a table never stands alone on a page.
      const bool leads = i + 1 < blocks.size() && !blocks[i + 1].table.columns.empty();
      if (holds_for(blocks[i].profiles, story_.profile().id)) write(blocks[i], leads);
    }
  }

  void throw_if_errors() const { problems_.throw_if_errors(); }

 private:
  void write(const PaperBlock& block, bool keep_next) {
    if (!block.statement.empty()) {
      story_.paragraph("text", "{%p " + block.statement + " %}");
    } else if (!block.table.columns.empty()) {
      write_table(block.table);
    } else {
      write_paragraph(block.paragraph, keep_next);
    }
  }

  void write_paragraph(const PaperParagraph& paragraph, bool keep_next) {
    if (!story_.profile().components.contains(paragraph.style)) {
      problems_.add({Severity::error,
                     {"paper.unknown-style", {paragraph.style, story_.profile().id}},
                     {story_.regulation().text.id, {}, {}, 0, 0},
                     {}});
    }
    // Signatures never stand alone on a page.
    story_.open(paragraph.style, {paragraph.ends_text || paragraph.leads || keep_next, 0, 0});
    const bool is_bold = story_.profile().component(paragraph.style).bold;
    for (std::size_t i = 0; i < paragraph.words.size(); ++i) {
      const auto& words = paragraph.words[i];
      const bool is_last = i + 1 == paragraph.words.size();
      // Bold of a style and bold of its letters would cancel each other.
      if (words.is_strong && !is_bold) {
        story_.strong_words(words.text);
      } else if (is_last && paragraph.ends_text) {
        story_.inlines_ended(plain(words.text), story_.profile().word("end_mark"));
      } else {
        story_.words(words.text);
      }
    }
    story_.close();
  }

  void write_table(const PaperTable& table) {
    std::vector<int> columns;
    const int width = story_.profile().text_width();
    for (const int percent : table.columns) columns.push_back(width * percent / k_whole_width);
    auto& out = story_.out();
    open_table(out, k_grid_style, columns);
    for (const auto& row : table.rows) write_row(row, columns);
    close_table(out);
    story_.paragraph("after_table");
  }

  void write_row(const PaperRow& row, std::span<const int> columns) {
    auto& out = story_.out();
    open_row(out, row.is_head);
    if (!row.statement.empty()) {
      open_cell(out, columns);
      story_.paragraph("table_text", "{%tr " + row.statement + " %}");
      close_cell(out);
    }
    for (std::size_t i = 0; i < row.cells.size() && i < columns.size(); ++i) {
      open_cell(out, columns.subspan(i, 1));
      write_paragraph(row.cells[i], row.is_head);
      close_cell(out);
    }
    close_row(out);
  }

  Story& story_;
  Diagnostics problems_;
};

std::string document_part(const PaperDefinition& paper, const FormatProfile& profile) {
  const auto regulation = frame_of(paper, profile);
  std::string out(k_xml_declaration);
  out.append("<w:document").append(k_word_namespaces).append("><w:body>");
  Story story(regulation, profile, out);
  HeadingTags tags;
  tags.number_test = paper.number_test;
  tags.issuer_rule = "{{p issuer_rule }}";
  tags.title_rule = "{{p title_rule }}";
  tags.widest_place = std::string(k_place_letters, 'n');
  tags.widest_symbol = widest_symbol(paper.symbol);
  write_heading(story, &tags);
  BodyWriter body(story);
  body.write(paper.body);
  write_signatures(story);
  append_page_setup(out, profile);
  out += "</w:body></w:document>";
  story.throw_if_errors();
  body.throw_if_errors();
  return out;
}

DocumentProperties properties_of(const PaperDefinition& paper, const FormatProfile& profile) {
  DocumentProperties properties;
  properties.title = paper.type_name;
  if (!paper.title.empty()) properties.title.append(" ").append(paper.title);
  properties.creator = paper.issuer;
  properties.custom = {{"quyche.paper", paper.id},
                       {"quyche.meeting", "{{ id }}"},
                       {"quyche.date", "{{ date }}"},
                       {"quyche.profile", profile.id}};
  return properties;
}

}  // namespace

std::string make_paper_template(const PaperDefinition& paper, const FormatProfile& profile) {
  const auto properties = properties_of(paper, profile);
  constexpr PackageContents k_no_blanks{false, false};
  const std::vector<Part> parts{
      {"[Content_Types].xml", content_types_part(k_no_blanks)},
      {"_rels/.rels", package_relationships_part()},
      {"word/document.xml", document_part(paper, profile)},
      {"word/_rels/document.xml.rels", document_relationships_part(k_no_blanks)},
      {"word/styles.xml", styles_part(profile)},
      {"word/settings.xml", settings_part()},
      {"word/header1.xml", page_number_part(profile)},
      {"docProps/core.xml", core_properties_part(properties)},
      {"docProps/app.xml", app_properties_part()},
      {"docProps/custom.xml", custom_properties_part(properties)}};
  Compressor compressor;
  return write_archive(pack_parts(parts, compressor));
}

}  // namespace quyche
