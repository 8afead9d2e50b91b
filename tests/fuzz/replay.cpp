// Replays the corpus of every target without libFuzzer: replay CORPUS. Whatever is thrown but Error
// ends it; the sanitizers of the normal tests see the rest.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include "fuzz/targets.hpp"

namespace {

struct Target {
  const char* name;
  void (*run)(std::string_view bytes);
};
constexpr std::array<Target, 7> k_targets{{{"archive", &quyche::fuzz_archive},
                                           {"check", &quyche::fuzz_check},
                                           {"expression", &quyche::fuzz_expression},
                                           {"meeting", &quyche::fuzz_meeting},
                                           {"tags", &quyche::fuzz_tags},
                                           {"word_import", &quyche::fuzz_word_import},
                                           {"xml", &quyche::fuzz_xml}}};

std::vector<std::filesystem::path> inputs_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int count, char** values) {
  if (count != 2) {
    std::cerr << "replay CORPUS\n";
    return 2;
  }
  for (const auto& target : k_targets) {
    const auto files = inputs_of(std::filesystem::path(values[1]) / target.name);
    for (const auto& path : files) {
      std::ifstream file(path, std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(file)), {});
      std::cout << target.name << '/' << path.filename().string() << '\n' << std::flush;
      target.run(bytes);
    }
    if (files.empty()) return 1;
  }
}
