#include "template/json_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_deepest = 90;

/// Thrown to leave the reader from any depth.
struct NotRead {};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

class JsonReader {
 public:
  explicit JsonReader(std::string_view json) : json_(json) {}

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
    if (depth > k_deepest) throw NotRead{};
    std::vector<Value> items;
    if (skip(']')) return Value::list(std::move(items));
    do {
      items.push_back(value(depth));
    } while (skip(','));
    if (!skip(']')) throw NotRead{};
    return Value::list(std::move(items));
  }

  Value map(std::size_t depth) {
    if (depth > k_deepest) throw NotRead{};
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
    return Value::map(std::move(entries));
  }

  /// The maps of a list mostly have the same keys in the same order: these are shared.
  Value key(std::size_t depth, std::size_t number) {
    auto& keys = keys_[depth];
    if (number < keys.size()) {
      const auto& known = keys[number].as_text();
      const auto end = at_ + known.size();
      if (end < json_.size() && json_[end] == '"' && json_.substr(at_, known.size()) == known) {
        at_ = end + 1;
        return keys[number];
      }
    }
    auto made = string();
    const auto& text = made.as_text();
    const bool is_as_written = std::none_of(text.begin(), text.end(), [](char c) {
      return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20U;
    });
    keys.resize(std::min(number, keys.size()));
    if (is_as_written && keys.size() == number) keys.push_back(made);
    return made;
  }

  /// Behind the opening quotation mark.
  Value string() {
    std::string text;
    bool is_ascii = true;
    for (;;) {
      const auto from = at_;
      for (; at_ < json_.size() && json_[at_] != '"' && json_[at_] != '\\'; ++at_) {
        const auto byte = static_cast<unsigned char>(json_[at_]);
        if (byte < 0x20U) throw NotRead{};
        is_ascii = is_ascii && byte < 0x80U;
      }
      if (at_ >= json_.size()) throw NotRead{};
      text.append(json_, from, at_ - from);
      if (json_[at_++] == '"') break;
      is_ascii = escape(text) && is_ascii;
    }
    if (is_ascii) return Value::text(std::move(text));
    if (!is_utf8(text)) throw NotRead{};
    return Value::text(normalise(text));
  }

  /// Behind the backslash; whether an ASCII character came of it.
  bool escape(std::string& text) {
    const char c = peek();
    ++at_;
    if (c != 'u') {
      text += escaped(c);
      return true;
    }
    auto code = hexadecimal();
    if (code >= 0xDC00U && code <= 0xDFFFU) throw NotRead{};
    if (code >= 0xD800U && code <= 0xDBFFU) {
      expect("\\u");
      const auto low = hexadecimal();
      if (low < 0xDC00U || low > 0xDFFFU) throw NotRead{};
      code = 0x10000U + ((code - 0xD800U) << 10U) + (low - 0xDC00U);
    }
    append_utf8(text, code);
    return code < 0x80U;
  }

  std::uint32_t hexadecimal() {
    constexpr std::size_t k_digits = 4;
    std::uint32_t code = 0;
    const auto digits = json_.substr(std::min(at_, json_.size()), k_digits);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (digits.size() < k_digits || read.ptr != digits.data() + k_digits) throw NotRead{};
    at_ += k_digits;
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
