#include "render/whole_schema.hpp"

#include <set>
#include <tuple>

#include "render/subdocument.hpp"
#include "template/fault.hpp"

namespace quyche {

namespace {

/// Throws TemplateFault when a document would include itself, as rendering does.
void refuse_cycle(const Inclusion& inclusion, const std::string& file, const WordSources& sources) {
  std::string chain = file;
  const auto place = places_of(sources, inclusion.path).front();
  bool is_inside = place == file;
  for (const auto& outer : inclusion.inside) {
    const auto around = places_of(sources, outer).front();
    is_inside = is_inside || around == place;
    chain += " → " + around;
  }
  if (!is_inside) return;
  throw TemplateFault({"template.include-cycle", {chain + " → " + place}},
                      {{"hint.template.include-cycle", {}}});
}

}  // namespace

TemplateSchema whole_schema(const WordTemplate& document, const std::string& file,
                            const WordSources& sources) {
  auto schema = infer_schema(document.programs());
  IncludedDocuments documents;
  std::set<std::tuple<std::string, std::vector<std::string>, bool>> met;
  for (std::size_t i = 0; i < schema.inclusions.size(); ++i) {
    const auto inclusion = schema.inclusions[i];  // reading it may find more
    if (!met.emplace(inclusion.path, inclusion.given, inclusion.is_conditional).second) continue;
    try {
      refuse_cycle(inclusion, file, sources);
      const auto included = documents.open(inclusion.path, sources);
      extend_schema(schema, included->programs(), inclusion);
    } catch (const Error& mistakes) {
      schema.findings.insert(schema.findings.end(), mistakes.findings().begin(),
                             mistakes.findings().end());
    } catch (const TemplateFault& fault) {
      const auto severity = inclusion.is_conditional ? Severity::warning : Severity::error;
      schema.findings.push_back({severity, fault.message(), inclusion.place, fault.hints()});
    }
  }
  return schema;
}

}  // namespace quyche
