#include "paper/own_template.hpp"

#include "check/document_package.hpp"
#include "model/word/xml_names.hpp"

namespace quyche {

std::string paper_of_template(std::string_view bytes, const std::string& file) {
  check::DocumentPackage package(bytes, file);
  for (const auto property : package.tree("docProps/custom.xml").children()) {
    if (word::attribute(property, "name") != "quyche.paper") continue;
    return property.first_child().child_value();
  }
  throw Error(Diagnostic{Severity::error,
                         {"paper.not-a-template", {}},
                         {file, {}, {}, 0, 0},
                         {{"hint.paper.not-a-template", {}}}});
}

}  // namespace quyche
