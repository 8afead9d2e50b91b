#pragma once
// The values a template works with: what JSON can say, tuples, and objects of the program (rich
// content, functions, loop). Immutable and shared: a copy is one reference count. Objects are the
// only way in for anything else; there is no reflection.

#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quyche {

class TemplateObject;
class ValueList;
class ValueMap;

class Value {
 public:
  /// How deep lists and maps nest inside, and the bytes it takes to write it all out (about).
  struct Extent {
    std::size_t depth = 0;
    std::size_t bytes = 16;
  };

  enum class Kind : std::uint8_t {
    undefined,
    none,
    boolean,
    integer,
    number,
    text,
    list,
    map,
    object
  };

  Value() = default;  ///< undefined
  [[nodiscard]] static Value none();
  [[nodiscard]] static Value boolean(bool value) { return {Kind::boolean, value ? 1 : 0}; }
  [[nodiscard]] static Value integer(std::int64_t value) { return {Kind::integer, value}; }
  [[nodiscard]] static Value integer(std::size_t value) {
    return integer(static_cast<std::int64_t>(value));
  }
  [[nodiscard]] static Value number(double value);
  [[nodiscard]] static Value text(std::string value);
  /// Letters inside of something that `keeper` holds and nobody changes any more.
  [[nodiscard]] static Value text_in(const std::shared_ptr<const void>& keeper,
                                     std::string_view letters);
  /// Lists and maps nest at most 100 deep and hold at most 256 MiB, a value that stands in them
  /// twice counted twice: throws TemplateFault past it.
  [[nodiscard]] static Value list(std::vector<Value> items);
  [[nodiscard]] static Value tuple(std::vector<Value> items);
  /// Of two entries with one key the first keeps its place and takes the second's value.
  [[nodiscard]] static Value map(std::vector<std::pair<Value, Value>> entries);
  [[nodiscard]] static Value object(std::shared_ptr<const TemplateObject> object);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is(Kind kind_asked) const { return kind_ == kind_asked; }
  /// Integer or boolean, as Python counts.
  [[nodiscard]] bool is_whole() const { return is(Kind::integer) || is(Kind::boolean); }
  [[nodiscard]] bool is_numeric() const { return is_whole() || is(Kind::number); }

  // Each asks for the right kind.
  [[nodiscard]] bool as_boolean() const { return whole_ != 0; }
  [[nodiscard]] std::int64_t as_integer() const { return whole_; }  ///< integer or boolean
  [[nodiscard]] double as_number() const {                          ///< any numeric kind
    return is(Kind::number) ? std::bit_cast<double>(whole_) : static_cast<double>(whole_);
  }
  /// Lives as long as a value that holds it.
  [[nodiscard]] std::string_view as_text() const {
    return {static_cast<const char*>(shared_.get()), static_cast<std::size_t>(whole_)};
  }
  [[nodiscard]] const ValueList& as_list() const {
    return *static_cast<const ValueList*>(shared_.get());
  }
  [[nodiscard]] const ValueMap& as_map() const {
    return *static_cast<const ValueMap*>(shared_.get());
  }
  [[nodiscard]] std::shared_ptr<const TemplateObject> as_object() const {
    return std::static_pointer_cast<const TemplateObject>(shared_);
  }
  /// The same value by identity (Python's `is`).
  [[nodiscard]] bool same_as(const Value& other) const;
  [[nodiscard]] Extent extent() const;

 private:
  Value(Kind kind, std::int64_t whole) : kind_(kind), whole_(whole) {}
  Value(Kind kind, std::shared_ptr<const void> shared, std::int64_t whole = 0)
      : kind_(kind), whole_(whole), shared_(std::move(shared)) {}

  Kind kind_ = Kind::undefined;
  std::int64_t whole_ = 0;              ///< of a number its bits, of a text its length
  std::shared_ptr<const void> shared_;  ///< of a text (its first letter), list, map or object
};

class ValueList {
 public:
  ValueList(std::vector<Value> items, bool tuple);
  [[nodiscard]] const std::vector<Value>& items() const { return items_; }
  [[nodiscard]] bool is_tuple() const { return tuple_; }
  [[nodiscard]] Value::Extent extent() const { return extent_; }

 private:
  std::vector<Value> items_;
  bool tuple_;
  Value::Extent extent_;
};

/// Keeps the order of its entries.
class ValueMap {
 public:
  using Entry = std::pair<Value, Value>;
  explicit ValueMap(std::vector<Entry> entries);
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] const Value* find(std::string_view key) const;
  [[nodiscard]] const Value* find(const Value& key) const;
  /// find, trying position `guess` first and leaving there where the key is.
  [[nodiscard]] const Value* find(std::string_view key, std::uint32_t& guess) const;
  [[nodiscard]] Value::Extent extent() const { return extent_; }

 private:
  [[nodiscard]] std::size_t position(std::string_view key) const;
  [[nodiscard]] std::size_t place_of(std::string_view key) const;
  bool build_index();

  std::vector<Entry> entries_;
  /// Only of large maps: hash of a text → its position, from 1; 0 where there is none. What
  /// collides stands behind.
  std::vector<std::uint32_t> index_;
  Value::Extent extent_;
};

/// What a call hands over.
struct CallArguments {
  std::vector<Value> positional;
  std::vector<std::pair<std::string, Value>> named;
};

/// A value of the program's own. Stateless for readers, or owned by one rendering.
class TemplateObject {
 public:
  TemplateObject() = default;
  TemplateObject(const TemplateObject&) = delete;
  TemplateObject& operator=(const TemplateObject&) = delete;
  virtual ~TemplateObject() = default;

  /// The word for it in messages, in the words of the language: "function", "content".
  [[nodiscard]] virtual std::string type_name() const = 0;
  /// As it prints among text.
  [[nodiscard]] virtual std::string text() const;
  [[nodiscard]] virtual bool truth() const { return true; }
  /// Nothing when there is no such attribute.
  [[nodiscard]] virtual std::optional<Value> attribute(std::string_view name) const;
  [[nodiscard]] virtual std::vector<std::string> attribute_names() const { return {}; }
  /// object.name(arguments); nothing when there is no such method.
  [[nodiscard]] virtual std::optional<Value> method(std::string_view name,
                                                    const CallArguments& arguments) const;
  /// Throws TemplateFault when it cannot be called.
  [[nodiscard]] virtual Value call(const CallArguments& arguments) const;
  [[nodiscard]] virtual bool is_callable() const { return false; }
  /// Iterable objects have a size.
  [[nodiscard]] virtual std::optional<std::size_t> size() const { return std::nullopt; }
  [[nodiscard]] virtual Value item(std::size_t index) const;
  /// Rich content goes to the sink as it is; everything else as text.
  [[nodiscard]] virtual bool is_content() const { return false; }
};

}  // namespace quyche
