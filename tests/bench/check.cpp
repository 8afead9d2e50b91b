// What checking costs against its floor: reading the file, unpacking and parsing the XML parts of
// the package, in the same process, all documents in turn. CPU time, medians over the rounds.
//
//     quyche_check_bench FORMATS_DIR ROUNDS FILE.docx…   →  documents open_ms check_ms ratio

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <span>
#include <string>
#include <vector>

#include "base/archive.hpp"
#include "base/environment.hpp"
#include "base/kept_memory.hpp"
#include "base/xml.hpp"
#include "check/checker.hpp"

namespace {

using quyche::FormatProfile;

using File = std::string;  // its name: opening reads it from the disk

bool is_xml(const std::string& part) { return part.ends_with(".xml") || part.ends_with(".rels"); }

std::size_t open_and_parse(const File& file) {
  std::size_t parts = 0;
  for (const auto& entry : quyche::read_archive(quyche::DiskFiles().read(file), file)) {
    if (!is_xml(entry.name)) continue;
    const quyche::XmlDocument tree(quyche::unpack(entry, file), entry.name,
                                   quyche::XmlSpace::mixed);
    parts += tree.root() ? 1U : 0U;
  }
  return parts;
}

std::size_t check(const File& file, const std::vector<FormatProfile>& profiles) {
  std::string chosen;
  const auto bytes = quyche::DiskFiles().read(file);
  return quyche::check::check_document(bytes, file, profiles, {}, chosen).size();
}

template <typename Work>
double milliseconds(const std::vector<File>& files, const Work& work) {
  const auto start = std::clock();
  std::size_t sum = 0;
  for (const auto& file : files) sum += work(file);
  const auto passed = static_cast<double>(std::clock() - start) * 1e3 / CLOCKS_PER_SEC;
  if (sum == std::string::npos) std::abort();  // keeps the work from being left out
  return passed / static_cast<double>(files.size());
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int run(std::span<char*> arguments) {
  const quyche::DiskFiles disk;
  std::vector<FormatProfile> profiles;
  const std::string formats = arguments[0];
  for (const auto& name : disk.list(formats)) {
    if (!name.ends_with(".xml")) continue;
    profiles.push_back(quyche::read_format_profile(disk.read(formats + "/" + name), name));
  }
  std::vector<File> files;
  for (const char* name : arguments.subspan(2)) files.emplace_back(name);
  std::vector<double> opens;
  std::vector<double> checks;
  for (int round = std::atoi(arguments[1]); round > 0; --round) {
    opens.push_back(milliseconds(files, open_and_parse));
    checks.push_back(milliseconds(files, [&](const File& file) { return check(file, profiles); }));
  }
  std::printf("%zu %.3f %.3f %.2f\n", files.size(), median(opens), median(checks),
              median(checks) / median(opens));
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::span<char*> all(arguments, static_cast<std::size_t>(count));
  if (count < 4) {
    std::cerr << "quyche_check_bench FORMATS_DIR ROUNDS FILE.docx...\n";
    return 2;
  }
  quyche::keep_freed_memory();  // as the program does
  try {
    return run(all.subspan(1));
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << "\n";
    return 1;
  }
}
