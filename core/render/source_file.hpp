#pragma once
// Files that a template or its data name: pictures, documents to include. Only what lies in the
// folder of the template or of the data can be named, so that data from elsewhere cannot print
// other files of the machine. For the functions of Word templates.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace quyche {

class Files;

/// Where pictures and documents named in a template are read from.
struct WordSources {
  const Files* files = nullptr;            ///< null: nothing can be read
  std::string folder;                      ///< of the template; empty: where the program runs
  std::optional<std::string> data_folder;  ///< of the data, when there is a file
};

/// Those of a template and its data; `data`: empty when there is no file of it.
[[nodiscard]] WordSources sources_beside(const Files& files, const std::string& file,
                                         const std::string& data);

/// The places a path may mean, the folder of the template first; absolute paths below one of the
/// folders stay as they are. Throws TemplateFault for what leads out of both.
[[nodiscard]] std::vector<std::string> places_of(const WordSources& sources,
                                                 const std::string& path);

/// The first of these that is there, of at most `most` bytes. `path`: as it was given. Throws
/// TemplateFault.
[[nodiscard]] std::string read_source(const WordSources& sources, const std::string& path,
                                      std::size_t most);

}  // namespace quyche
