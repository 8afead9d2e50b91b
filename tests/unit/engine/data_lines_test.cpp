#include "engine/data_lines.hpp"

#include <algorithm>

#include "support/catch.hpp"
#include "support/caught.hpp"

using namespace quyche;

namespace {

/// Gives at most so many bytes at a time, as a file on a slow disk does.
class SlowBytes final : public ByteSource {
 public:
  SlowBytes(std::string bytes, std::size_t most) : bytes_(std::move(bytes)), most_(most) {}
  bool read(std::string& out, std::size_t size) override {
    const auto piece = std::string_view(bytes_).substr(at_, std::min(size, most_));
    out.append(piece);
    at_ += piece.size();
    return !piece.empty();
  }
  void rewind() override { at_ = 0; }

 private:
  std::string bytes_;
  std::size_t most_;
  std::size_t at_ = 0;
};

/// Another file when it is read for the second time.
class ChangedBytes final : public ByteSource {
 public:
  ChangedBytes(std::string first, std::string second)
      : bytes_(std::move(first)), next_(std::move(second)) {}
  bool read(std::string& out, std::size_t size) override {
    const auto piece = std::string_view(bytes_).substr(at_, size);
    out.append(piece);
    at_ += piece.size();
    return !piece.empty();
  }
  void rewind() override {
    bytes_ = next_;
    at_ = 0;
  }

 private:
  std::string bytes_;
  std::string next_;
  std::size_t at_ = 0;
};

using Lines = std::vector<std::pair<std::size_t, std::string>>;

Lines all(DataLines& lines) {
  Lines out;
  while (auto line = lines.next()) out.emplace_back(line->number, std::move(line->text));
  return out;
}

}  // namespace

TEST_CASE("lines that hold something come with their numbers, however they are read", "[engine]") {
  const auto most = GENERATE(1, 2, 3, 7, 100);
  CAPTURE(most);
  JsonLines lines(std::make_unique<SlowBytes>("một\n\n \t\r\nhai\r\n\nba", most), "dong.jsonl");
  CHECK(lines.count() == 3);
  CHECK(all(lines) == Lines{{1, "một"}, {4, "hai\r"}, {6, "ba"}});
  CHECK_FALSE(lines.next());
  CHECK(lines.count() == 0);
  CHECK(lines.count() == 3);
}

TEST_CASE("a file of empty lines holds none", "[engine]") {
  for (const auto* bytes : {"", "\n", "\n\n  \n", " "}) {
    JsonLines lines(bytes_in_memory(bytes), "dong.jsonl");
    CHECK(lines.count() == 0);
    CHECK_FALSE(lines.next());
  }
}

TEST_CASE("lines longer than a piece come whole", "[engine]") {
  const std::string longest(200'000, 'x');
  JsonLines lines(bytes_in_memory("a\n" + longest + "\nb\n"), "dong.jsonl");
  CHECK(all(lines) == Lines{{1, "a"}, {2, longest}, {3, "b"}});
}

TEST_CASE("a file that became another since its lines were counted is refused", "[engine]") {
  const std::string refusal =
      "dong.jsonl\nlỗi: tệp «dong.jsonl» bị thay đổi trong khi đang đọc [file.changed]\n"
      "  → xóa các văn bản vừa lập dở, đợi tệp được lưu xong rồi chạy lại";
  const auto* second = GENERATE("một\nhai", "một\nhai\nbốn", "", "một\n");
  CAPTURE(second);
  JsonLines lines(std::make_unique<ChangedBytes>("một\nhai\nba\n", second), "dong.jsonl");
  CHECK(lines.count() == 3);
  CHECK(caught([&] { static_cast<void>(all(lines)); }) == refusal);
}

TEST_CASE("what is added to a file after its lines were counted is not read", "[engine]") {
  JsonLines lines(std::make_unique<ChangedBytes>("một\nhai\n", "một\nhai\nba\nbốn\n"),
                  "dong.jsonl");
  CHECK(lines.count() == 2);
  CHECK(all(lines) == Lines{{1, "một"}, {2, "hai"}});
}
