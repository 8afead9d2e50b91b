#include "model/text_source.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <utility>

#include "base/utf8.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_utf8_mark = "\xEF\xBB\xBF";
constexpr std::size_t k_utf16_mark = 2;  // bytes

// Windows-1252 from 0x80 to 0x9F; the five bytes it leaves out stand for themselves.
constexpr std::array<std::uint32_t, 32> k_windows_1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// Appends to `out` what whole letters the raw bytes hold; gives the number of bytes used.
using Conversion = std::function<std::size_t(std::string_view raw, bool last, std::string& out)>;

class ConvertedBytes final : public ByteSource {
 public:
  ConvertedBytes(std::unique_ptr<ByteSource> source, std::size_t mark, Conversion convert)
      : source_(std::move(source)), mark_(mark), convert_(std::move(convert)) {
    rewind_here();
  }

  bool read(std::string& out, std::size_t size) override {
    const auto before = out.size();
    bool more = true;
    while (more && out.size() == before) {
      more = source_->read(raw_, size);
      raw_.erase(0, convert_(raw_, !more, out));
    }
    return out.size() > before;
  }
  void rewind() override { rewind_here(); }

 private:
  void rewind_here() {
    source_->rewind();
    raw_.clear();
    while (raw_.size() < mark_ && source_->read(raw_, mark_ - raw_.size())) {
    }
    raw_.clear();
  }

  std::unique_ptr<ByteSource> source_;
  std::size_t mark_;
  Conversion convert_;
  std::string raw_;
};

std::uint32_t utf16_unit(std::string_view raw, std::size_t at, bool is_little) {
  const auto low = static_cast<unsigned char>(raw[is_little ? at : at + 1]);
  const auto high = static_cast<unsigned char>(raw[is_little ? at + 1 : at]);
  return low | (static_cast<std::uint32_t>(high) << 8U);
}

std::size_t convert_utf16(std::string_view raw, bool last, bool is_little, std::string& out) {
  std::size_t at = 0;
  for (; at + 1 < raw.size(); at += 2) {
    auto letter = utf16_unit(raw, at, is_little);
    if (letter >= 0xD800U && letter < 0xDC00U) {  // the first half of a letter
      if (at + 3 >= raw.size() && !last) break;
      if (at + 3 < raw.size()) {
        const auto rest = (utf16_unit(raw, at + 2, is_little) - 0xDC00U) & 0x3FFU;
        letter = 0x10000U + ((letter - 0xD800U) << 10U) + rest;
        at += 2;
      }
    }
    append_utf8(out, letter);
  }
  return last ? raw.size() : at;
}

std::string first_bytes(ByteSource& source) {
  std::string first;
  source.rewind();
  while (first.size() < k_utf8_mark.size() &&
         source.read(first, k_utf8_mark.size() - first.size())) {
  }
  source.rewind();
  return first;
}

}  // namespace

bool has_utf16_mark(ByteSource& source) {
  const auto first = first_bytes(source);
  return first.starts_with("\xFF\xFE") || first.starts_with("\xFE\xFF");
}

std::unique_ptr<ByteSource> unicode_text(std::unique_ptr<ByteSource> source) {
  const auto first = first_bytes(*source);
  if (first == k_utf8_mark) {
    return std::make_unique<ConvertedBytes>(std::move(source), k_utf8_mark.size(),
                                            [](std::string_view raw, bool, std::string& out) {
                                              out.append(raw);
                                              return raw.size();
                                            });
  }
  if (!has_utf16_mark(*source)) return source;
  const bool is_little = first.starts_with("\xFF\xFE");
  return std::make_unique<ConvertedBytes>(std::move(source), k_utf16_mark,
                                          [is_little](std::string_view raw, bool last, auto& out) {
                                            return convert_utf16(raw, last, is_little, out);
                                          });
}

std::unique_ptr<ByteSource> windows_1252_text(std::unique_ptr<ByteSource> source) {
  return std::make_unique<ConvertedBytes>(
      std::move(source), 0, [](std::string_view raw, bool, std::string& out) {
        for (const char sign : raw) {
          const auto byte = static_cast<unsigned char>(sign);
          const bool is_special = byte >= 0x80 && byte < 0xA0;
          append_utf8(out, is_special ? k_windows_1252.at(byte - 0x80U) : byte);
        }
        return raw.size();
      });
}

}  // namespace quyche
