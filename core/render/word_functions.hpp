#pragma once
// The functions of Word templates beside those of the language: rich, link, image, field. Their
// results write themselves into the document that is rendered.

#include <string>

#include "template/value.hpp"

namespace quyche {

class Files;

/// Where pictures and documents named in a template are read from.
struct WordSources {
  const Files* files = nullptr;  ///< null: nothing can be read
  std::string folder;            ///< of the template
};

/// The data with the functions added; a name of the data hides a function. `sources` must outlive
/// the value.
[[nodiscard]] Value word_functions(const Value& data, const WordSources& sources);

/// The bytes of a file named in a template. Throws TemplateFault.
[[nodiscard]] std::string read_source(const WordSources& sources, const std::string& path);

}  // namespace quyche
