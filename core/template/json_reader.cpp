#include "template/json_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "template/letters.hpp"

namespace quyche {
namespace {

/// Thrown to leave the reader from any depth.
struct NotRead {};

char escaped(char c) {
  switch (c) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case '"':
    case '\\':
    case '/':
      return c;
    default:
      throw NotRead{};
  }
}

/// What a hexadecimal digit says; past the others' sixteen bits for all else.
constexpr std::uint32_t k_no_digit = 0x10000;
constexpr auto k_hexadecimal = [] {
  std::array<std::uint32_t, 256> digits{};
  digits.fill(k_no_digit);
  for (std::uint32_t i = 0; i < 10; ++i) digits['0' + i] = i;
  for (std::uint32_t i = 0; i < 6; ++i) digits['a' + i] = digits['A' + i] = 10 + i;
  return digits;
}();

/// Where a stretch of letters inside a string ends.
constexpr auto k_ends_letters = [] {
  std::array<bool, 256> ends{};
  for (std::size_t control = 0; control < 0x20; ++control) ends[control] = true;
  ends['"'] = ends['\\'] = true;
  return ends;
}();

unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

bool ends_letters(char c) { return k_ends_letters[byte_of(c)]; }

class JsonReader {
 public:
  explicit JsonReader(std::string_view json)
      : kept_(std::make_shared<std::string>(json)), json_(json) {}

  Value read() {
    auto out = value(0);
    skip_space();
    if (at_ != json_.size()) throw NotRead{};
    return out;
  }

 private:
  [[nodiscard]] char peek() const { return at_ < json_.size() ? json_[at_] : '\0'; }

  void skip_space() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r') ++at_;
  }

  bool skip(char sign) {
    skip_space();
    if (peek() != sign) return false;
    ++at_;
    return true;
  }

  void expect(std::string_view text) {
    if (json_.substr(at_, text.size()) != text) throw NotRead{};
    at_ += text.size();
  }

  Value value(std::size_t depth) {
    skip_space();
    switch (peek()) {
      case '"':
        ++at_;
        return string();
      case '{':
        ++at_;
        return map(depth + 1);
      case '[':
        ++at_;
        return list(depth + 1);
      case 't':
        expect("true");
        return Value::boolean(true);
      case 'f':
        expect("false");
        return Value::boolean(false);
      case 'n':
        expect("null");
        return Value::none();
      default:
        return number();
    }
  }

  Value list(std::size_t depth) {
    if (depth > k_deepest_json) throw NotRead{};
    std::vector<Value> items;
    if (skip(']')) return Value::list(std::move(items));
    do {
      items.push_back(value(depth));
    } while (skip(','));
    if (!skip(']')) throw NotRead{};
    return Value::list(std::move(items));
  }

  Value map(std::size_t depth) {
    if (depth > k_deepest_json) throw NotRead{};
    const auto begin = at_;
    std::vector<ValueMap::Entry> entries;
    if (skip('}')) return Value::map(std::move(entries));
    if (keys_.size() <= depth) keys_.resize(depth + 1);
    entries.reserve(keys_[depth].size());
    do {
      if (!skip('"')) throw NotRead{};
      auto name = key(depth, entries.size());
      if (!skip(':')) throw NotRead{};
      auto found = value(depth);
      entries.emplace_back(std::move(name), std::move(found));
    } while (skip(','));
    if (!skip('}')) throw NotRead{};
    const auto count = entries.size();
    auto made = Value::map(std::move(entries));
    if (made.as_map().entries().size() != count) refuse_twin(begin, depth);
    return made;
  }

  /// The map that begins there has a key twice.
  [[noreturn]] void refuse_twin(std::size_t begin, std::size_t depth) {
    std::set<std::string> seen;
    at_ = begin;
    do {
      if (!skip('"')) break;
      const auto place = at_ - 1;
      std::string name(string().as_text());
      if (!seen.insert(name).second) throw TwinKey{std::move(name), place, at_ - place};
      if (!skip(':')) break;
      static_cast<void>(value(depth));
    } while (skip(','));
    throw NotRead{};
  }

  /// The maps of a list mostly have the same keys in the same order: these are shared.
  Value key(std::size_t depth, std::size_t number) {
    auto& keys = keys_[depth];
    if (number < keys.size()) {
      const auto known = keys[number].as_text();
      const auto end = at_ + known.size();
      if (end < json_.size() && json_[end] == '"' && json_.substr(at_, known.size()) == known) {
        at_ = end + 1;
        return keys[number];
      }
    }
    auto made = string();
    const auto text = made.as_text();
    const bool is_as_written = std::none_of(text.begin(), text.end(), [](char c) {
      return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20U;
    });
    keys.resize(std::min(number, keys.size()));
    if (is_as_written && keys.size() == number) keys.push_back(made);
    return made;
  }

  /// Behind the opening quotation mark.
  Value string() {
    const auto from = at_;
    const bool is_ascii = pass_letters();
    if (json_[at_++] == '"') return letters(from, at_ - 1 - from, is_ascii);
    return escaped_string(from, is_ascii);
  }

  /// To the next quotation mark or backslash; whether all before it was ASCII.
  bool pass_letters() {
    const auto json = json_;
    auto at = at_;
    unsigned char seen = 0;
    for (; at < json.size() && !ends_letters(json[at]); ++at) seen |= byte_of(json[at]);
    at_ = at;
    if (byte_of(peek()) < 0x20U) throw NotRead{};  // also at the end
    return seen < 0x80U;
  }

  /// Behind the first backslash. What is meant takes no more room than what is written, so that it
  /// is put in the place of that.
  Value escaped_string(std::size_t from, bool is_ascii) {
    // Letters that are written may be anything's: what is read is kept out of their reach.
    const auto json = json_;
    char* const letters_begin = kept_->data() + from;
    char* out = kept_->data() + at_ - 1;
    for (;;) {
      is_ascii = escape(out) && is_ascii;
      // Few letters stand between two escapes: copied one by one.
      auto at = at_;
      unsigned char seen = 0;
      for (; at < json.size() && !ends_letters(json[at]); ++at) {
        seen |= byte_of(json[at]);
        *out++ = json[at];
      }
      at_ = at + 1;
      is_ascii = is_ascii && seen < 0x80U;
      const char end = at < json.size() ? json[at] : '\0';
      if (end == '"') break;
      if (end != '\\') throw NotRead{};
    }
    return letters(from, static_cast<std::size_t>(out - letters_begin), is_ascii);
  }

  Value letters(std::size_t from, std::size_t size, bool is_ascii) {
    const auto text = std::string_view(*kept_).substr(from, size);
    if (is_ascii || is_normalised(text)) return Value::text_in(kept_, text);
    if (!is_utf8(text)) throw NotRead{};
    return Value::text(normalise(text));
  }

  /// Behind the backslash; whether an ASCII character came of it.
  bool escape(char*& out) {
    const char c = peek();
    ++at_;
    if (c != 'u') {
      *out++ = escaped(c);
      return true;
    }
    auto code = hexadecimal();
    if (code < 0x80U) {
      *out++ = static_cast<char>(code);
      return true;
    }
    if (code >= 0xDC00U && code <= 0xDFFFU) throw NotRead{};
    if (code >= 0xD800U && code <= 0xDBFFU) {
      expect("\\u");
      const auto low = hexadecimal();
      if (low < 0xDC00U || low > 0xDFFFU) throw NotRead{};
      code = 0x10000U + ((code - 0xD800U) << 10U) + (low - 0xDC00U);
    }
    out = put_utf8(out, code);
    return false;
  }

  std::uint32_t hexadecimal() {
    constexpr std::size_t k_digits = 4;
    const auto at = at_;
    if (json_.size() - std::min(at, json_.size()) < k_digits) throw NotRead{};
    const auto* const digits = json_.data() + at;
    std::uint32_t code = 0;
    std::uint32_t seen = 0;
    for (std::size_t i = 0; i < k_digits; ++i) {
      const auto digit = k_hexadecimal[byte_of(digits[i])];
      code = (code << 4U) | digit;
      seen |= digit;
    }
    if (seen >= k_no_digit) throw NotRead{};
    at_ = at + k_digits;
    return code;
  }

  void digits() {
    if (!is_digit(peek())) throw NotRead{};
    while (is_digit(peek())) ++at_;
  }

  Value number() {
    const auto from = at_;
    if (peek() == '-') ++at_;
    const bool is_zero = peek() == '0';
    const auto whole = at_;
    digits();
    if (is_zero && at_ > whole + 1) throw NotRead{};
    bool is_whole = true;
    if (peek() == '.') {
      is_whole = false;
      ++at_;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      is_whole = false;
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      digits();
    }
    const auto text = json_.substr(from, at_ - from);
    return is_whole ? Value::integer(converted<std::int64_t>(text))
                    : Value::number(converted<double>(text));
  }

  template <typename Number>
  static Number converted(std::string_view text) {
    Number out{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) throw NotRead{};
    return out;
  }

  std::shared_ptr<std::string> kept_;  ///< what was read; the texts are in it
  std::string_view json_;
  std::size_t at_ = 0;
  std::vector<std::vector<Value>> keys_;  ///< depth → keys of the last map there
};

}  // namespace

std::optional<Value> read_json(std::string_view json) {
  try {
    return JsonReader(json).read();
  } catch (const NotRead&) {
    return std::nullopt;
  }
}

}  // namespace quyche
