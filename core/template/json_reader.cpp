#include "template/json_reader.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "template/json_string.hpp"
#include "template/letters.hpp"

namespace quyche {
namespace {

/// Of the outermost map: bytes of an entry, about, and entries that room is set aside for.
constexpr std::size_t k_bytes_an_entry = 64;
constexpr std::size_t k_most_at_once = 1024;

class JsonReader {
 public:
  explicit JsonReader(std::string_view json)
      : JsonReader(json, std::make_shared_for_overwrite<char[]>(json.size() + k_json_text_room)) {}

  Value read() {
    auto out = value(0);
    skip_space();
    if (at_ != json_.size()) throw NotRead{};
    return out;
  }

 private:
  JsonReader(std::string_view json, const std::shared_ptr<char[]>& room)
      : kept_(room), begin_(room.get()), out_(begin_), json_(json) {}

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
    entries.reserve(depth == 1 ? std::min(json_.size() / k_bytes_an_entry, k_most_at_once)
                               : keys_[depth].size());
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
    out_ = begin_;  // all that was read is done with
    keys_.clear();
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
    // The outermost map has no other beside it.
    if (is_as_written && depth > 1 && keys.size() == number) keys.push_back(made);
    return made;
  }

  /// Behind the opening quotation mark.
  Value string() {
    const auto read = read_json_text(json_, at_, out_);
    const std::string_view text(out_, read.length);
    at_ = read.behind;
    out_ += read.length;
    if (read.stays || is_normalised(text)) return Value::text_in(kept_, text);
    if (!is_utf8(text)) throw NotRead{};
    return Value::text(normalise(text));
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

  std::shared_ptr<const void> kept_;  ///< the letters of all texts
  char* begin_;                       ///< of them
  char* out_;                         ///< behind the last
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
