#pragma once
// What a template wants of its data: the job `inspect` and its answer. Part of the façade in
// engine.hpp; plain values.

#include <string>
#include <vector>

#include "quyche/abi.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche::inline abi_1 {

/// `file`: a .docx, or a text or XML file with tags. `data_file`: JSON to check; empty: none.
struct InspectJob {
  std::string file;
  std::string data_file;
  bool english = false;  ///< the places
};

/// A value the template uses. Of a list, `parts` are those of one item.
struct TemplateVariable {
  std::string name;  ///< "*" of an object whose keys the data chooses
  std::string kind;  ///< "string, number", "date", "list", "mapping" …
  bool optional = false;
  bool conditional = false;  ///< needed only when a condition of the template holds
  std::vector<std::string> places;
  std::vector<TemplateVariable> parts;
};

struct InspectReport {
  std::vector<TemplateVariable> variables;
  std::string schema;                ///< JSON Schema, draft 2020-12
  std::vector<Diagnostic> findings;  ///< of the template, then of the data
};

}  // namespace quyche::inline abi_1
