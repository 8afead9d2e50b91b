// Rendering measured inside one process, beside its floor: the same document's changed parts
// compressed with libdeflate and the file written, nothing else.
//
//     quyche_render_bench TEMPLATE DATA.json OUT REPEAT
//     → CPU seconds of one document: file to file, each further one of the same template (data
//     read, document written), floor, floor with what is filled read by libraries, compiling alone,
//     rendering alone

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/archive.hpp"
#include "base/environment.hpp"
#include "base/kept_memory.hpp"
#include "render/word_template.hpp"
#include "template/json_text.hpp"

namespace {

std::string read(const std::string& path) { return quyche::DiskFiles().read(path); }

/// Without syncing, as the programs that are compared do.
void write(const std::string& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
  const auto written = ::write(file, bytes.data(), bytes.size());
  if (written != static_cast<ssize_t>(bytes.size()) || ::close(file) != 0) std::abort();
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// CPU seconds of one turn, after one that does not count.
template <typename Turn>
double measure(int repeat, const Turn& turn) {
  turn();
  const auto start = cpu_seconds();
  for (int i = 0; i < repeat; ++i) turn();
  return (cpu_seconds() - start) / repeat;
}

struct Job {
  std::string file;
  std::string data;
  std::string out;
};

/// The floor, and before it the files read: the body unpacked by libdeflate and parsed by pugixml,
/// the data parsed by the JSON library. Nothing is looked for in them, filled or checked.
double measure_reading(const Job& job, int repeat, quyche::Compressor& compressor) {
  auto entries = quyche::read_archive(read(job.out), job.out);
  const auto is_body = [](const auto& entry) { return entry.name == "word/document.xml"; };
  const auto body = std::find_if(entries.begin(), entries.end(), is_body);
  if (body == entries.end()) std::abort();
  const auto filled = quyche::unpack(*body, job.out);
  return measure(repeat, [&] {
    const auto parts = quyche::read_archive(read(job.file), job.file);
    const auto part = std::find_if(parts.begin(), parts.end(), is_body);
    const auto xml = quyche::unpack(*part, job.file);
    pugi::xml_document tree;
    const auto data = nlohmann::json::parse(read(job.data));
    if (!tree.load_buffer(xml.data(), xml.size()) || data.empty()) std::abort();
    compressor.pack_into(*body, filled);
    write(job.out, quyche::write_archive(entries));
  });
}

double measure_floor(const Job& job, int repeat, quyche::Compressor& compressor) {
  auto entries = quyche::read_archive(read(job.out), job.out);
  const auto before = quyche::read_archive(read(job.file), job.file);
  std::vector<std::pair<std::size_t, std::string>> changed;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool is_same = i < before.size() && before[i].crc == entries[i].crc;
    if (!is_same) changed.emplace_back(i, quyche::unpack(entries[i], job.out));
  }
  return measure(repeat, [&] {
    for (const auto& [index, bytes] : changed) compressor.pack_into(entries[index], bytes);
    write(job.out, quyche::write_archive(entries));
  });
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) return 2;
  const Job job{words[1], words[2], words[3]};
  const int repeat = std::atoi(words[4]);
  quyche::keep_freed_memory();  // as the program does
  quyche::Compressor compressor;
  quyche::Diagnostics found;
  const auto whole = measure(repeat, [&] {
    const quyche::WordTemplate made(read(job.file), job.file, found);
    std::string out;
    made.render(quyche::value_from_json(read(job.data), job.data), compressor, out, found);
    write(job.out, out);
  });
  const auto bytes = read(job.file);
  const auto compiling =
      measure(repeat, [&] { const quyche::WordTemplate made(bytes, job.file, found); });
  const quyche::WordTemplate made(bytes, job.file, found);
  const auto data = quyche::value_from_json(read(job.data), job.data);
  const auto rendering = measure(repeat, [&] {
    std::string out;
    made.render(data, compressor, out, found);
  });
  const auto further = measure(repeat, [&] {
    std::string out;
    made.render(quyche::value_from_json(read(job.data), job.data), compressor, out, found);
    write(job.out, out);
  });
  const auto floor = measure_floor(job, repeat, compressor);
  const auto reading = measure_reading(job, repeat, compressor);
  std::cout << whole << ' ' << further << ' ' << floor << ' ' << reading << ' ' << compiling << ' '
            << rendering << '\n';
}
