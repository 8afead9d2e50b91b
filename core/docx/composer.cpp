#include "docx/composer.hpp"

#include <utility>

#include "base/date.hpp"
#include "docx/basis_list.hpp"
#include "docx/form_parts.hpp"
#include "docx/heading_block.hpp"
#include "docx/markup.hpp"
#include "docx/package_parts.hpp"
#include "docx/page_setup.hpp"
#include "docx/provision_paragraphs.hpp"
#include "docx/signature_block.hpp"
#include "docx/story.hpp"
#include "docx/styles_part.hpp"
#include "model/word/model_record.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_usual_document = 192 * 1024;

void append_document(std::string& out, Story& story, const ProvisionExtras& extras) {
  out.append(k_xml_declaration).append("<w:document").append(k_word_namespaces);
  out += "><w:body>";
  write_heading(story);
  write_bases(story);
  write_provisions(story, extras);
  write_signatures(story);
  write_appendices(story, extras);
  append_page_setup(out, story.profile());
  out += "</w:body></w:document>";
}

DocumentProperties properties_of(const Story& story) {
  const auto& regulation = story.regulation();
  const auto& where = regulation.jurisdiction;
  DocumentProperties properties;
  properties.title = story.shown(regulation.text.frame.type_name);
  const auto& titles = regulation.text.frame.titles;
  if (!titles.empty()) properties.title.append(" ").append(story.shown(titles.front().text));
  properties.creator = regulation.text.author;
  properties.description = regulation.text.notice;
  properties.day = where.day;
  properties.custom = {{"quyche.district", regulation.district_id},
                       {"quyche.district_version", regulation.district_version},
                       {"quyche.commune", where.commune ? where.commune->code : std::string()},
                       {"quyche.model", regulation.text.id},
                       {"quyche.model_version", regulation.text.version},
                       {"quyche.sign_mode", regulation.sign_mode},
                       {"quyche.date", iso(where.day)},
                       {"quyche.profile", story.profile().id}};
  return properties;
}

}  // namespace

std::vector<Part> compose(const LocalRegulation& regulation, const FormatProfile& profile,
                          const ComposeOptions& options) {
  std::string document;
  document.reserve(k_usual_document);
  Story story(regulation, profile, document);
  ProvisionMarks marks;
  OriginNotes notes(regulation);
  append_document(
      document, story,
      {options.mark_provisions ? &marks : nullptr, options.show_origins ? &notes : nullptr});
  story.throw_if_errors();

  auto properties = properties_of(story);
  const bool has_record = !options.record.empty();
  if (has_record) {
    properties.custom.emplace_back(k_record_property, packed_record(options.record));
  }
  const PackageContents contents{true, has_record, options.show_origins};
  std::vector<Part> parts;
  const auto add = [&parts](const char* name, std::string data) {
    parts.push_back({name, std::move(data)});
  };
  add("[Content_Types].xml", content_types_part(contents));
  add("_rels/.rels", package_relationships_part());
  add("word/document.xml", std::move(document));
  add("word/_rels/document.xml.rels", document_relationships_part(contents));
  add("word/styles.xml", styles_part(profile));
  add("word/settings.xml", settings_part());
  add("word/header1.xml", page_number_part(profile));
  if (options.show_origins) add("word/comments.xml", notes.part());
  add("word/glossary/document.xml", placeholder_glossary(story.blanks()));
  add("word/glossary/_rels/document.xml.rels", glossary_relationships_part());
  add("word/glossary/styles.xml", glossary_styles_part(profile));
  add("customXml/item1.xml", form_data(story.blanks(), regulation.values));
  add("customXml/_rels/item1.xml.rels", form_relationships_part());
  add("customXml/itemProps1.xml", form_properties());
  if (has_record) {
    add("customXml/item2.xml", options.record);
    add("customXml/_rels/item2.xml.rels", record_relationships_part());
    add("customXml/itemProps2.xml", record_properties());
  }
  add("docProps/core.xml", core_properties_part(properties));
  add("docProps/app.xml", app_properties_part());
  add("docProps/custom.xml", custom_properties_part(properties));
  return parts;
}

}  // namespace quyche
