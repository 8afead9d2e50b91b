#include "model/word/imported_fields.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "model/word/blank_pattern.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::word {
namespace {

constexpr std::size_t k_longest_name = 30;
constexpr std::size_t k_room_for_counter = 4;
constexpr std::string_view k_checked = "\xE2\x98\x92";

/// "Số lượng đảng viên" → "so_luong_dang_vien"; leading words go first when it is too long.
std::string slug(std::string_view words) {
  auto name = file_slug(words);
  std::replace(name.begin(), name.end(), '-', '_');
  const auto most = k_longest_name - k_room_for_counter;
  while (name.size() > most) {
    const auto next = name.find('_');
    name = next == std::string::npos ? name.substr(name.size() - most) : name.substr(next + 1);
  }
  const auto letter = name.find_first_of("abcdefghijklmnopqrstuvwxyz");
  return letter == std::string::npos ? std::string() : name.substr(letter);
}

/// What an empty control shows: its words without the brackets.
std::string_view without_brackets(std::string_view shown) {
  if (!shown.starts_with('[') || !shown.ends_with(']')) return {};
  return trimmed(shown.substr(1, shown.size() - 2));
}

bool is_only_dots(std::string_view shown) {
  const auto blanks = find_blanks(shown);
  return blanks.size() == 1 && blanks[0].from == 0 && blanks[0].to == shown.size() &&
         blanks[0].kind == BlankSpan::Kind::open;
}

/// A choice's value as a bookmark can hold it.
std::string for_bookmark(std::string_view value) {
  std::string name;
  for (const char byte : value) {
    const auto code = static_cast<unsigned char>(byte);
    const bool stays = code >= 0x80U || is_digit(byte) || (byte >= 'a' && byte <= 'z') ||
                       (byte >= 'A' && byte <= 'Z');
    name += stays ? byte : '_';
  }
  return name;
}

}  // namespace

bool is_field_name(std::string_view name) {
  if (name.empty() || name.size() > k_longest_name || name[0] < 'a' || name[0] > 'z') return false;
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

std::string ImportedFields::fresh_name(const std::string& words) {
  auto name = slug(words);
  if (name.empty()) name = slug(document_words().label_blank);
  const auto stem = name;
  for (int& count = counts_[stem]; places_.contains(name);) {
    count = std::max(count, 1) + 1;
    name = stem + "_" + std::to_string(count);
  }
  return name;
}

Field& ImportedFields::declare(const std::string& name, const std::string& label, FieldType type) {
  const auto [place, is_new] = places_.try_emplace(name, fields_.size());
  if (is_new) {
    Field field;
    field.name = name;
    field.label = label.empty() ? name : label;
    field.type = type;
    fields_.push_back(std::move(field));
  }
  return fields_[place->second];
}

Inline ImportedFields::add_named(const std::string& name) {
  declare(name, name, FieldType::text);
  return {Inline::Kind::field, name, {}, {}};
}

Inline ImportedFields::add_labelled(const std::string& label) {
  const auto key = match_key(label);
  auto& name = labels_[key];
  std::string form;
  if (name.empty()) {
    name = fresh_name(label);
    declare(name, label, FieldType::text);
  } else if (is_all_caps(label) && !is_all_caps(fields_[places_.find(name)->second].label)) {
    form = "upper";
  }
  return {Inline::Kind::field, name, {}, form};
}

Inline ImportedFields::add_blank(const std::string& words, FieldType type) {
  const auto name = fresh_name(words);
  declare(name, capitalise(words.empty() ? document_words().label_blank : words), type);
  nameless_.insert(name);
  return {Inline::Kind::field, name, {}, type == FieldType::date ? "words" : ""};
}

/// What the field holds when it shows `shown`.
static std::string value_shown(const Field& field, const std::string& shown) {
  for (const auto& choice : field.choices) {
    if (choice.label == shown) return choice.value;
  }
  if (field.type == FieldType::boolean) return shown == k_checked ? "true" : "false";
  const auto day = field.type == FieldType::date ? date_from_text(shown) : std::nullopt;
  return day ? iso(*day) : shown;
}

Inline ImportedFields::filled(const Control& control, Field& field) {
  Inline item{Inline::Kind::field, field.name, {}, {}};
  if (control.type == FieldType::date && control.long_date) item.form = "words";
  const auto shown = squeeze(cleaned(control.shown));
  const auto inner = without_brackets(shown);
  if (control.is_empty || shown.empty() || !inner.empty() || is_only_dots(shown)) {
    if (!inner.empty() && inner != field.label && upper(field.label) == inner) item.form = "upper";
    return item;
  }
  const auto value = value_shown(field, shown);
  const bool is_worded = lower(shown).find(document_words().month) != std::string::npos;
  if (field.type == FieldType::date && date_from_text(shown) && is_worded) item.form = "words";
  const auto [known, is_new] = values_.try_emplace(field.name, value);
  if (!is_new && known->second != value && upper(known->second) == value) item.form = "upper";
  return item;
}

Inline ImportedFields::add_control(const Control& control, const std::string& words) {
  const auto shown = squeeze(cleaned(control.shown));
  auto label = control.label;
  if (label.empty()) label = without_brackets(shown);
  if (!is_field_name(control.name) && label.empty()) {
    auto item = add_blank(words, control.type);
    declare(item.value, {}, control.type).choices = control.choices;
    return item;
  }
  std::string name = control.name;
  if (!is_field_name(name)) {
    auto& known = labels_[match_key(control.name.empty() ? label : control.name)];
    if (known.empty()) known = fresh_name(label.empty() ? control.name : label);
    name = known;
  }
  const bool is_new = !knows(name);
  auto& field = declare(name, label, control.type);
  if (is_new) field.choices = control.choices;
  if (is_new) labels_.try_emplace(match_key(field.label), name);
  return filled(control, field);
}

std::string ImportedFields::rename(const std::string& name, const std::string& proper,
                                   const std::string& label) {
  const auto place = places_.find(name);
  if (place == places_.end() || !nameless_.contains(name) || places_.contains(proper)) return name;
  const auto index = place->second;
  fields_[index].name = proper;
  fields_[index].label = label;
  places_.erase(place);
  places_.emplace(proper, index);
  return proper;
}

const Field* ImportedFields::find(std::string_view name) const {
  const auto place = places_.find(name);
  return place == places_.end() ? nullptr : &fields_[place->second];
}

void ImportedFields::forget(const std::string& name) {
  const auto place = places_.find(name);
  if (place == places_.end() || nameless_.erase(name) == 0) return;
  forgotten_.insert(place->second);
  places_.erase(place);
}

std::vector<Field> ImportedFields::fields() const {
  std::vector<Field> kept;
  for (std::size_t place = 0; place < fields_.size(); ++place) {
    if (!forgotten_.contains(place)) kept.push_back(fields_[place]);
  }
  return kept;
}

void ImportedFields::settle(std::optional<Condition>& condition) {
  if (!condition) return;
  const auto place = places_.find(condition->field);
  if (place == places_.end()) {
    declare(condition->field, condition->field, FieldType::text);
    return;
  }
  for (const auto& choice : fields_[place->second].choices) {
    if (for_bookmark(choice.value).starts_with(condition->value)) {
      condition->value = choice.value;
      return;
    }
  }
}

}  // namespace quyche::word
