#include "base/deflate_codes.hpp"

#include <random>

#include "base/archive.hpp"
#include "base/deflate_stream.hpp"
#include "support/catch.hpp"

using namespace quyche;

namespace {

constexpr unsigned k_bytes = 256;

bool holds(const std::string& text, unsigned byte) {
  return text.find(static_cast<char>(byte)) != text.npos;
}

/// The bytes that data may hold by their codes although the text does not, or the other way round.
std::string told_wrong(const std::string& packed, const std::string& text) {
  std::string wrong;
  for (unsigned byte = 0; byte < k_bytes; ++byte) {
    if (may_hold(packed, std::string(1, static_cast<char>(byte))) != holds(text, byte)) {
      wrong += static_cast<char>(byte);
    }
  }
  return wrong;
}

std::string by_libdeflate(const std::string& text, int level) {
  return Compressor(level).pack("a", text).packed;
}

std::string by_zlib(const std::string& text) {
  std::string out;
  DeflateStream().write(text, out, DeflateStream::End::all);
  return out;
}

}  // namespace

TEST_CASE("codes of packed data tell which bytes a text has") {
  std::mt19937 random(1951);
  int compared = 0;
  for (unsigned kinds = 2; kinds <= k_bytes; kinds += kinds / 3 + 1) {
    std::string letters;
    for (unsigned i = 0; i < kinds; ++i) letters += static_cast<char>(random() % k_bytes);
    std::string text;
    // Skewed, so that codes of its own are worth while.
    for (int i = 0; i < 4'000; ++i) text += letters[std::min(random(), random()) % kinds];
    for (const auto& packed :
         {by_libdeflate(text, 1), by_libdeflate(text, 6), by_libdeflate(text, 12), by_zlib(text)}) {
      if ((static_cast<unsigned char>(packed[0]) & 7U) != 5U) continue;
      ++compared;
      CHECK(told_wrong(packed, text).empty());
    }
  }
  CHECK(compared > 20);
}

TEST_CASE("packed data may hold a word when they have all its letters") {
  std::string text = "<a xmlns=\"urn:chi-bo\">Chi bộ thôn: bí thư, phó bí thư</a>";
  for (int i = 0; i < 100; ++i) text += std::to_string(i * 7919) + (i % 2 == 0 ? "/NQ" : "-CB");
  const auto packed = by_libdeflate(text, 6);
  REQUIRE((static_cast<unsigned char>(packed[0]) & 7U) == 5U);
  CHECK(may_hold(packed, "bí thư"));
  CHECK(may_hold(packed, "thư bí"));
  CHECK(may_hold(packed, ""));
  CHECK_FALSE(may_hold(packed, "bí thư?"));
  CHECK_FALSE(may_hold(packed, "{"));
  CHECK(may_hold(ArchiveEntry{"a", "khong nen", 0, 0, 9}, "{"));
}

TEST_CASE("data of other blocks may hold anything") {
  const std::string stored(3, '\x01');
  for (const auto& packed : {std::string(), stored, by_libdeflate("aaaa", 6), by_libdeflate("", 6),
                             std::string("\x05"), std::string("\x05\x00\x00", 3)}) {
    CHECK(may_hold(packed, "!"));
  }
  std::string out;
  DeflateStream stream;
  stream.write("abc abd abe abf, abc abd abe abf", out, DeflateStream::End::byte);
  stream.write("!", out, DeflateStream::End::all);
  CHECK(may_hold(out, "!"));
}

TEST_CASE("damaged data never hold a byte that was said not to be there") {
  std::mt19937 random(3);
  std::string text;
  for (int i = 0; i < 600; ++i) text += "<w:p>ăâêđ abc</w:p> "[std::min(random(), random()) % 24];
  const auto packed = by_libdeflate(text, 6);
  int unpacked = 0;
  for (int turn = 0; turn < 20'000; ++turn) {
    auto damaged = packed;
    damaged[random() % std::min<std::size_t>(damaged.size(), 60)] ^=
        static_cast<char>(1U << random() % 8);
    const auto found = unpack_start({"a", damaged, 8, 0, 0}, 1U << 16U);
    unpacked += found.empty() ? 0 : 1;
    for (const char byte : {'!', 'Q', '\0'}) {
      if (!may_hold(damaged, std::string(1, byte))) {
        REQUIRE_FALSE(found.find(byte) != found.npos);
      }
    }
  }
  CHECK(unpacked > 1'000);
}
