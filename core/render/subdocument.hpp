#pragma once
// include('part.docx'): another Word document as a value, rendered with the same data and merged
// into the part that prints it. And what the documents included in one rendering share.

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "docx/blank.hpp"
#include "render/word_content.hpp"
#include "render/word_functions.hpp"

namespace quyche {

class WordTemplate;

/// Included documents of one template, each compiled once. Shared by threads.
class IncludedDocuments {
 public:
  /// Throws Error with every mistake of the document, and TemplateFault when it cannot be read.
  /// `path`: as it was given.
  [[nodiscard]] std::shared_ptr<const WordTemplate> open(const std::string& path,
                                                         const WordSources& sources);

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const WordTemplate>> documents_;
};

/// Of one rendering and all that it includes.
struct IncludeState {
  IncludedDocuments& documents;
  std::vector<std::string> open;  ///< the documents being rendered, from the outside in
  std::size_t steps = 0;          ///< taken by included documents
  BlankWriter blanks;
  std::vector<Field> blank_fields;  ///< of the blanks written
};

/// include(path, name=value, …): what is given by name is data of the included document alone.
/// Throws TemplateFault.
[[nodiscard]] Value make_include(const WordSources& sources, const CallArguments& arguments);

}  // namespace quyche
