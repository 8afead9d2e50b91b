// The floor under issuing and under papers of meetings: a bare loop that compresses the same
// changed parts with libdeflate and writes the same files, on the same number of threads, of
// documents that were made before. It reads no table, fills nothing, checks nothing, syncs nothing.
//
//     quyche_floor MADE_DIR OUT_DIR THREADS [CHANGED_PART …]   →  documents wall_seconds
//     cpu_seconds

#include <libdeflate.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "base/archive.hpp"

namespace {

namespace fs = std::filesystem;
constexpr int k_level = 6;

struct Document {
  std::string path;                  ///< where it goes, without ending
  std::vector<std::string> changed;  ///< parts to compress, unpacked
  std::string rest;                  ///< everything else of the archive, as it is written
  std::string xml;                   ///< empty: there is none beside it
};

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

using Names = std::vector<std::string>;

Document load(const fs::path& docx, const fs::path& from, const fs::path& to,
              const Names& changed) {
  Document document;
  document.path = (to / docx.lexically_relative(from)).replace_extension().string();
  for (const auto& entry : quyche::read_archive(read_file(docx), docx.string())) {
    if (std::find(changed.begin(), changed.end(), entry.name) != changed.end()) {
      document.changed.push_back(quyche::unpack(entry, docx.string()));
    } else {
      document.rest += entry.name + entry.packed;
    }
  }
  auto xml = docx;
  document.xml = read_file(xml.replace_extension(".xml"));
  fs::create_directories(fs::path(document.path).parent_path());
  return document;
}

void write_file(const std::string& path, const std::string& bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) std::abort();
  if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) std::abort();
  if (std::fclose(file) != 0) std::abort();
}

void work(const std::vector<Document>& documents, std::atomic<std::size_t>& next) {
  auto* compressor = libdeflate_alloc_compressor(k_level);
  std::string out;
  for (auto i = next++; i < documents.size(); i = next++) {
    const auto& document = documents[i];
    out = document.rest;
    for (const auto& part : document.changed) {
      const auto start = out.size();
      out.resize(start + libdeflate_deflate_compress_bound(compressor, part.size()));
      const auto size = libdeflate_deflate_compress(compressor, part.data(), part.size(),
                                                    out.data() + start, out.size() - start);
      out.resize(start + size);
    }
    write_file(document.path + ".docx", out);
    if (!document.xml.empty()) write_file(document.path + ".xml", document.xml);
  }
  libdeflate_free_compressor(compressor);
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

int main(int count, char** values) {
  if (count < 4) return 2;
  const fs::path from = values[1];
  const fs::path to = values[2];
  const auto threads = std::stoul(values[3]);
  Names changed{"word/document.xml", "customXml/item1.xml"};
  changed.insert(changed.end(), values + 4, values + count);
  std::vector<Document> documents;
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    if (entry.path().extension() == ".docx")
      documents.push_back(load(entry.path(), from, to, changed));
  }
  const auto start = std::chrono::steady_clock::now();
  const auto cpu = cpu_seconds();
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> workers;
  for (std::size_t i = 0; i < threads; ++i) {
    workers.emplace_back([&] { work(documents, next); });
  }
  for (auto& worker : workers) worker.join();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  std::cout << documents.size() << " " << wall.count() << " " << cpu_seconds() - cpu << "\n";
}
