#include "base/deflate_codes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace quyche {
namespace {

/// Bits of packed data, the lowest of each byte first; zeros behind the end.
class PackedBits {
 public:
  explicit PackedBits(std::string_view bytes) : bytes_(bytes) {}

  /// The next `count` bits, eight at most, which stay.
  [[nodiscard]] unsigned peek(unsigned count) {
    if (kept_ < count) {
      const auto next = at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_]) : 0U;
      bits_ |= next << kept_;
      kept_ += 8;
      ++at_;
    }
    return bits_ & ((1U << count) - 1U);
  }
  void skip(unsigned count) {
    bits_ >>= count;
    kept_ -= count;
  }
  [[nodiscard]] unsigned take(unsigned count) {
    const auto out = peek(count);
    skip(count);
    return out;
  }
  /// Whether bits were wanted that are not there: lengths of codes never come last.
  [[nodiscard]] bool is_past_end() const { return at_ > bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  unsigned bits_ = 0;
  unsigned kept_ = 0;
};

constexpr unsigned k_longest = 7;  ///< bits of a code for a length
constexpr std::size_t k_symbols = 19;
/// Symbols past the lengths 0 to 15: the one before again, or zeros.
constexpr std::uint8_t k_again = 16;
constexpr std::uint8_t k_zeros = 17;

struct LengthCode {
  std::uint8_t symbol = 0;
  std::uint8_t length = 0;  ///< bits
};
/// By the next seven bits.
using LengthCodes = std::array<LengthCode, 1U << k_longest>;

unsigned reversed(unsigned code, unsigned length) {
  unsigned out = 0;
  for (; length > 0; --length, code >>= 1U) out = (out << 1U) | (code & 1U);
  return out;
}

/// The codes of the lengths of codes; nothing where they are not whole.
std::optional<LengthCodes> length_codes(PackedBits& bits, unsigned count) {
  constexpr std::array<std::uint8_t, k_symbols> k_order{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                        11, 4,  12, 3, 13, 2, 14, 1, 15};
  std::array<unsigned, k_symbols> lengths{};
  for (unsigned i = 0; i < count; ++i) lengths.at(k_order.at(i)) = bits.take(3);
  LengthCodes codes;
  unsigned code = 0;
  for (unsigned length = 1; length <= k_longest; ++length, code <<= 1U) {
    for (std::size_t symbol = 0; symbol < k_symbols; ++symbol) {
      if (lengths.at(symbol) != length) continue;
      if (code >> length != 0) return std::nullopt;
      for (auto at = reversed(code++, length); at < codes.size(); at += 1U << length) {
        codes.at(at) = {static_cast<std::uint8_t>(symbol), static_cast<std::uint8_t>(length)};
      }
    }
  }
  return code == 1U << (k_longest + 1) ? std::optional(codes) : std::nullopt;
}

/// How many lengths in a row a symbol stands for.
unsigned run_of(std::uint8_t symbol, PackedBits& bits) {
  if (symbol < k_again) return 1;
  if (symbol == k_again) return 3 + bits.take(2);
  return symbol == k_zeros ? 3 + bits.take(3) : 11 + bits.take(7);
}

/// Whether bytes from 0 to `last` have a code, from the lengths of their codes; nothing where these
/// cannot be read.
std::optional<std::array<bool, 256>> bytes_with_code(PackedBits& bits, const LengthCodes& codes,
                                                     std::size_t last) {
  std::array<bool, 256> out{};
  std::uint8_t length = 0;
  for (std::size_t at = 0; at <= last;) {
    const auto code = codes[bits.peek(k_longest)];
    bits.skip(code.length);
    if (code.symbol == k_again && at == 0) return std::nullopt;
    if (code.symbol != k_again) length = code.symbol < k_again ? code.symbol : 0;
    const std::size_t behind = at + run_of(code.symbol, bits);
    if (length != 0) std::fill(out.begin() + at, out.begin() + std::min(behind, out.size()), true);
    at = behind;
  }
  return bits.is_past_end() ? std::nullopt : std::optional(out);
}

}  // namespace

bool may_hold(std::string_view deflated, std::string_view bytes) {
  constexpr unsigned k_last_block_own_codes = 0b101;
  PackedBits bits(deflated);
  if (bits.take(3) != k_last_block_own_codes) return true;
  static_cast<void>(bits.take(5));  // codes for bytes: all that have one
  static_cast<void>(bits.take(5));
  const auto codes = length_codes(bits, 4 + bits.take(4));
  if (!codes) return true;
  unsigned char last = 0;
  for (const char byte : bytes) last = std::max(last, static_cast<unsigned char>(byte));
  const auto has_code = bytes_with_code(bits, *codes, last);
  return !has_code || std::all_of(bytes.begin(), bytes.end(), [&](char byte) {
    return (*has_code)[static_cast<unsigned char>(byte)];
  });
}

}  // namespace quyche
