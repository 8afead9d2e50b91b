#include "base/archive.hpp"

#include <algorithm>
#include <array>

#include "base/inflated_bytes.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/scratch_folder.hpp"

using namespace quyche;

namespace {

// A ZIP made byte by byte, so that a test can lie in any field of it.
struct Piece {
  std::string name;
  std::string packed;
  std::uint64_t size = packed.size();
  std::uint32_t method = 0;
  std::uint32_t crc = 0;
  std::uint32_t flags = 0;
  std::string local_name = name;
  std::uint64_t claimed = packed.size();  ///< packed size in the directory
  std::int64_t shift = 0;                 ///< added to the true offset
  std::string extra = {};
};

std::string number(std::uint64_t value, int width) {
  std::string out;
  for (int index = 0; index < width; ++index) {
    out += static_cast<char>(static_cast<unsigned char>((value >> (8 * index)) & 0xFFU));
  }
  return out;
}

std::string common(const Piece& piece) {
  return number(20, 2) + number(piece.flags, 2) + number(piece.method, 2) + number(0, 4) +
         number(piece.crc, 4) + number(piece.claimed, 4) + number(piece.size, 4);
}

std::string end_record(std::size_t count, std::size_t size, std::size_t at) {
  return "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2) + number(size, 4) +
         number(at, 4) + number(0, 2);
}

std::string zip(const std::vector<Piece>& pieces) {
  std::string out;
  std::string directory;
  for (const auto& piece : pieces) {
    const auto offset =
        static_cast<std::uint64_t>(static_cast<std::int64_t>(out.size()) + piece.shift);
    directory += "PK\x01\x02" + number(20, 2) + common(piece) + number(piece.name.size(), 2) +
                 number(piece.extra.size(), 2) + number(0, 2) + number(0, 8) + number(offset, 4) +
                 piece.name + piece.extra;
    out += "PK\x03\x04" + common(piece) + number(piece.local_name.size(), 2) + number(0, 2) +
           piece.local_name + piece.packed;
  }
  return out + directory + end_record(pieces.size(), directory.size(), out.size());
}

std::string refusal(const std::string& bytes, const ArchiveLimits& limits = {}) {
  return caught([&] { (void)read_archive(bytes, "hồ sơ.docx", limits); });
}
std::string refusal(const Piece& piece, const ArchiveLimits& limits = {}) {
  return refusal(zip({piece}), limits);
}

std::string long_text() {
  std::string out;
  for (int index = 0; index < 3000; ++index) out += "Chi bộ thôn số " + std::to_string(index);
  return out;
}

std::vector<ArchiveEntry> sample() {
  Compressor compressor;
  std::vector<ArchiveEntry> entries;
  entries.push_back(compressor.pack("[Content_Types].xml", "<Types/>"));
  entries.push_back(compressor.pack("word/document.xml", long_text()));
  entries.push_back(compressor.pack("thôn/Trung.xml", "Trung"));
  entries.push_back(compressor.pack("empty", ""));
  return entries;
}

std::string unpacked_in_pieces(const ArchiveEntry& entry, const std::string& file,
                               std::size_t most) {
  const auto source =
      inflated_bytes({entry.name, entry.method, entry.crc, entry.size, entry.packed}, file);
  std::string out;
  (void)source->read(out, most);
  source->rewind();
  out.clear();
  while (source->read(out, most)) {
  }
  return out;
}

}  // namespace

TEST_CASE("an entry comes out the same in pieces of any size, from the start again", "[base]") {
  for (const auto& entry : sample()) {
    const auto whole = unpack(entry, "f");
    for (const std::size_t most : {1U, 7U, 1000U, 1'000'000U}) {
      CHECK(unpacked_in_pieces(entry, "f", most) == whole);
    }
  }
}

TEST_CASE("an archive reads back what it was made of, with the same bytes each time", "[base]") {
  const auto entries = sample();
  const std::string bytes = write_archive(entries);
  CHECK(bytes == write_archive(sample()));
  const auto again = read_archive(bytes, "a.docx");
  REQUIRE(again.size() == 4);
  CHECK(again[1].name == "word/document.xml");
  CHECK(again[1].method == 8);
  CHECK(again[1].packed == entries[1].packed);
  CHECK(unpack(again[0], "a.docx") == "<Types/>");
  CHECK(unpack(again[1], "a.docx") == long_text());
  CHECK(unpack(again[2], "a.docx") == "Trung");
  CHECK(unpack(again[3], "a.docx").empty());
  CHECK(write_archive(again) == bytes);
}

TEST_CASE("entries shared by archives are appended after what is there", "[base]") {
  const auto entries = sample();
  const std::array<const ArchiveEntry*, 2> two{&entries[2], &entries[0]};
  std::string out;
  write_archive(two, out);
  CHECK(read_archive(out, "a")[1].name == "[Content_Types].xml");
  const std::string once = out;
  write_archive(two, out);
  CHECK(out == once + once);
}

TEST_CASE("packing into an entry reuses it and stores what does not get smaller", "[base]") {
  Compressor compressor;
  auto entry = compressor.pack("a", long_text());
  compressor.pack_into(entry, "ab");
  CHECK(entry.name == "a");
  CHECK(entry.method == 0);
  CHECK(entry.packed == "ab");
  CHECK(entry.size == 2);
  CHECK(entry.crc == 0x9E83486D);
}

TEST_CASE("Python reads the archives written here", "[base]") {
  const ScratchFolder folder;
  folder.put("a.zip", write_archive(sample()));
  bool ran = false;
  const auto out = folder.python("zipfile", R"(
import zipfile
with zipfile.ZipFile('a.zip') as z:
    print(z.testzip())
    for i in z.infolist():
        print(i.filename, i.file_size, i.date_time, i.compress_type, i.flag_bits, i.orig_filename == i.filename)
    print(z.read('thôn/Trung.xml').decode())
)",
                                 ran);
  if (!ran) {
    WARN("Python is not installed; not tested");
    return;
  }
  CHECK(out ==
        "None\n"
        "[Content_Types].xml 8 (1980, 1, 1, 0, 0, 0) 0 0 True\n"
        "word/document.xml " +
            std::to_string(long_text().size()) +
            " (1980, 1, 1, 0, 0, 0) 8 0 True\n"
            "thôn/Trung.xml 5 (1980, 1, 1, 0, 0, 0) 0 2048 True\n"
            "empty 0 (1980, 1, 1, 0, 0, 0) 0 0 True\n"
            "Trung\n");
}

TEST_CASE("archives of other writers read: streamed, ZIP64, with a comment", "[base]") {
  const ScratchFolder folder;
  bool ran = false;
  const auto out = folder.python("zipfile", R"(
import zipfile, io
class Pipe(io.RawIOBase):
    def __init__(self, f): self.f = f
    def writable(self): return True
    def write(self, b): return self.f.write(b)
with open('streamed.zip', 'wb') as f, zipfile.ZipFile(Pipe(f), 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('a/', '')
    z.writestr('a/thôn.txt', 'Chi bộ ' * 100)
with zipfile.ZipFile('64.zip', 'w', zipfile.ZIP_DEFLATED) as z:
    with z.open('a.txt', 'w', force_zip64=True) as f: f.write(b'An Vi ' * 100)
    z.comment = 'ghi chú PK\x05\x06'.encode()
print('done')
)",
                                 ran);
  if (!ran) {
    WARN("Python is not installed; not tested");
    return;
  }
  REQUIRE(out == "done\n");
  const auto streamed = read_archive(folder.get("streamed.zip"), "s");
  REQUIRE(streamed.size() == 2);
  CHECK(streamed[0].name == "a/");
  CHECK(streamed[1].name == "a/thôn.txt");
  CHECK(unpack(streamed[1], "s").substr(0, 18) == "Chi bộ Chi bộ ");
  const auto large = read_archive(folder.get("64.zip"), "s");
  CHECK(unpack(large.at(0), "s").size() == 600);
}

TEST_CASE("numbers too large for a ZIP are read from its ZIP64 record", "[base]") {
  Piece piece{"a", "abc"};
  piece.crc = 0x352441C2;
  piece.size = piece.claimed = 0xFFFFFFFF;
  piece.extra = number(1, 2) + number(16, 2) + number(3, 8) + number(3, 8);
  const auto entries = read_archive(zip({piece}), "a");
  CHECK(unpack(entries.at(0), "a") == "abc");
  piece.extra = number(1, 2) + number(16, 2) + number(1ULL << 40U, 8) + number(3, 8);
  piece.method = 8;
  CHECK(refusal(piece) ==
        "hồ sơ.docx › mục a\n"
        "lỗi: gói ZIP khi mở ra vượt quá giới hạn [archive.too-large]\n"
        "  → tổng dung lượng quá lớn; bớt ảnh hoặc chia nhỏ tệp");
  piece.extra = number(1, 2) + number(8, 2) + number(3, 8);
  CHECK(refusal(piece).find("[archive.damaged]") != std::string::npos);
}

TEST_CASE("what is no archive, or only a part of one, is refused", "[base]") {
  const std::string not_a_zip =
      "hồ sơ.docx\n"
      "lỗi: tệp không phải là gói ZIP (DOCX và XLSX là gói ZIP) [archive.not-a-zip]\n"
      "  → kiểm tra lại tệp: tệp .doc, .xls đời cũ phải lưu lại thành .docx, .xlsx";
  CHECK(refusal("") == not_a_zip);
  CHECK(refusal("{\\rtf1 some old document, long enough to hold an end record}") == not_a_zip);
  const std::string whole = write_archive(sample());
  CHECK(refusal(whole.substr(0, whole.size() / 2)) ==
        "hồ sơ.docx\n"
        "lỗi: gói ZIP bị hỏng [archive.damaged]\n"
        "  → tệp bị cụt; tải hoặc chép lại tệp");
}

TEST_CASE("an archive cut or changed at any byte ends in an Error or in the same text", "[base]") {
  const std::string whole = write_archive(sample());
  const auto read_all = [](const std::string& bytes) {
    try {
      std::size_t size = 0;
      for (const auto& entry : read_archive(bytes, "f")) size += unpack(entry, "f").size();
      return size;
    } catch (const Error& error) {
      return error.findings().size();
    }
  };
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    CHECK(read_all(changed) > 0);
    if (at % 16 == 0) CHECK(read_all(whole.substr(0, at)) == 1);
  }
}

TEST_CASE("unsafe and repeated names are refused", "[base]") {
  CHECK(refusal(Piece{"../x", "a"}) ==
        "hồ sơ.docx › mục ../x\n"
        "lỗi: gói ZIP có tên mục không an toàn [archive.bad-name]\n"
        "  → tên tuyệt đối, tên có «..», dấu gạch chéo ngược hoặc tên rỗng đều không nhận");
  for (const char* name :
       {"", "/etc/passwd", "a\\b", "a/../b", "a/..", "./a", "a//b", "C:a", "a\x01", "\xC0\xAF"}) {
    INFO(name);
    CHECK(refusal(Piece{name, "a"}).find("[archive.bad-name]") != std::string::npos);
  }
  CHECK(refusal(zip({{"word/Document.xml", "a"}, {"WORD/document.XML", "b"}})) ==
        "hồ sơ.docx › mục WORD/document.XML\n"
        "lỗi: gói ZIP có hai mục trùng tên «WORD/document.XML» [archive.duplicate-name]\n"
        "  → mở tệp trong Word hoặc Excel rồi lưu lại");
}

TEST_CASE("encrypted entries and unknown methods are refused", "[base]") {
  Piece locked{"a", "abc"};
  locked.flags = 1;
  CHECK(refusal(locked) ==
        "hồ sơ.docx › mục a\n"
        "lỗi: gói ZIP đặt mật khẩu, không đọc được [archive.encrypted]\n"
        "  → mở tệp trong Word hoặc Excel, bỏ mật khẩu rồi lưu lại");
  Piece odd{"a", "abc"};
  odd.method = 12;
  CHECK(refusal(odd) ==
        "hồ sơ.docx › mục a\n"
        "lỗi: gói ZIP dùng cách nén lạ; chỉ đọc được deflate và không nén [archive.method]\n"
        "  → mở tệp trong Word hoặc Excel rồi lưu lại");
}

TEST_CASE("overlapping entries and lying headers are refused", "[base]") {
  Piece first{"a", "abc"};
  Piece second{"b", "abcdef"};
  second.shift = -34;
  second.name = "a2";
  CHECK(refusal(zip({first, second})).find("[archive.damaged]") != std::string::npos);

  // One entry inside another: the outer one claims the inner one's header as its data.
  const std::string inner = zip({{"b", "xyz"}}).substr(0, 34);
  std::string bytes = zip({{"a", inner}});
  Piece hidden{"b", "xyz"};
  hidden.shift = 31;
  const std::string both = zip({{"a", inner}, hidden});
  std::string nested = both;
  const auto directory = nested.find("PK\x01\x02");
  const auto second_offset = nested.find("PK\x01\x02", directory + 4) + 42;
  nested.replace(second_offset, 4, number(31, 4));
  CHECK(refusal(nested) ==
        "hồ sơ.docx › mục b\n"
        "lỗi: gói ZIP bị hỏng [archive.damaged]\n"
        "  → mục này nằm đè lên mục khác; lấy lại tệp từ nơi gửi");

  Piece renamed{"a", "abc"};
  renamed.local_name = "b";
  CHECK(refusal(renamed).find("đầu mục khác với mục lục") != std::string::npos);
  Piece longer{"a", "abc"};
  longer.claimed = longer.size = 4000;
  CHECK(refusal(longer).find("tệp bị cụt") != std::string::npos);
}

TEST_CASE("limits hold before anything is set aside", "[base]") {
  ArchiveLimits few;
  few.entries = 1;
  CHECK(refusal(zip({{"a", ""}, {"b", ""}}), few).find("số mục bên trong quá nhiều") !=
        std::string::npos);
  ArchiveLimits small;
  small.total_bytes = 5;
  CHECK(refusal(zip({{"a", "abc"}, {"b", "def"}}), small).find("tổng dung lượng quá lớn") !=
        std::string::npos);
  Piece bomb{"a", "abc"};
  bomb.method = 8;
  bomb.size = 500U << 20U;
  CHECK(refusal(bomb) ==
        "hồ sơ.docx › mục a\n"
        "lỗi: gói ZIP khi mở ra vượt quá giới hạn [archive.too-large]\n"
        "  → tỷ lệ nén bất thường, giống tệp phá hoại; lấy lại tệp từ nơi gửi");
}

TEST_CASE("an entry that does not unpack to what it claims is damaged", "[base]") {
  Compressor compressor;
  const auto good = compressor.pack("word/document.xml", long_text());
  const auto refused = [](const ArchiveEntry& entry) {
    const auto said = caught([&] { (void)unpack(entry, "hồ sơ.docx"); });
    CHECK(caught([&] { (void)unpacked_in_pieces(entry, "hồ sơ.docx", 1000); }) == said);
    return said;
  };
  auto entry = good;
  entry.crc ^= 1U;
  CHECK(refused(entry) ==
        "hồ sơ.docx › mục word/document.xml\n"
        "lỗi: gói ZIP bị hỏng [archive.damaged]\n"
        "  → nội dung không khớp mã kiểm tra; tải hoặc chép lại tệp");
  entry = good;
  entry.size += 1;
  CHECK(refused(entry).find("dung lượng ghi trong mục lục khác") != std::string::npos);
  entry.size = 3;
  CHECK(refused(entry).find("dung lượng ghi trong mục lục khác") != std::string::npos);
  entry.size = 1ULL << 60U;
  CHECK(refused(entry).find("dung lượng ghi trong mục lục khác") != std::string::npos);
  entry = good;
  entry.packed += "x";
  CHECK(refused(entry).find("dung lượng ghi trong mục lục khác") != std::string::npos);
  entry = good;
  std::fill(entry.packed.begin(), entry.packed.end(), '\xFF');
  CHECK(refused(entry).find("dữ liệu nén bị hỏng") != std::string::npos);
}
