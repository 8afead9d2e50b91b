#pragma once
// A folder of its own for a test that needs the disk or another program; gone afterwards. Owns it.

#include <stdlib.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace quyche {

class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = std::filesystem::temp_directory_path().string() + "/quyche-test-XXXXXX";
    path_ = ::mkdtemp(pattern.data());
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }
  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string get(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  /// What a shell command prints, run inside the folder.
  [[nodiscard]] std::string run(const std::string& command) const {
    const std::string line = "cd '" + path_ + "' && { " + command + "; } 2>&1";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(line.c_str(), "r"),
                                                               ::pclose);
    std::string out;
    std::array<char, 4096> piece{};
    while (const auto got = std::fread(piece.data(), 1, piece.size(), pipe.get())) {
      out.append(piece.data(), got);
    }
    return out;
  }
  /// The same for a Python program, with `module` at hand; false in `ran` when it is not installed.
  [[nodiscard]] std::string python(const std::string& module, const std::string& program,
                                   bool& ran) const {
    ran = run("/usr/bin/python3 -c 'import " + module + "' && echo yes") == "yes\n";
    if (!ran) return {};
    put("program.py", program);
    return run("/usr/bin/python3 program.py");
  }

 private:
  std::string path_;
};

}  // namespace quyche
