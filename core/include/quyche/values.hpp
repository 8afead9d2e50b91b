#pragma once
// The small values every stage speaks: dates, levels, declared fields, and the values that fill
// them. Values are kept as canonical text (see Field::type), so that JSON, CSV, XLSX and a content
// control carry the same thing.

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "quyche/abi.hpp"

namespace quyche::inline abi_1 {

/// A calendar day (proleptic Gregorian), without time or zone.
using Date = std::chrono::year_month_day;

/// The days on which something holds, both ends included; an absent end is open.
struct Validity {
  std::optional<Date> from;
  std::optional<Date> to;
  [[nodiscard]] bool contains(Date day) const {
    return (!from || *from <= day) && (!to || day <= *to);
  }
  friend bool operator==(const Validity&, const Validity&) = default;
};

/// Who adds something to a regulation, from the top down. `document` is what belongs to one paper:
/// its number, date, place and signer.
enum class Level { province, district, commune, village, document };

/// Canonical text by type: text, person, citation: NFC text on one line; date: YYYY-MM-DD;
/// integer: decimal digits; boolean: true or false; choice: the value of one declared choice.
enum class FieldType { text, person, date, integer, boolean, choice, citation };

struct Choice {
  std::string value;
  std::string label;
  friend bool operator==(const Choice&, const Choice&) = default;
};

/// A place in a regulation that somebody fills, as its metadata declares it.
struct Field {
  std::string name;   ///< key in data and in Word: [a-z][a-z0-9_]*, at most 30 characters
  std::string label;  ///< what a clerk reads, Vietnamese
  FieldType type = FieldType::text;
  Level level = Level::village;
  bool required = false;
  std::string hint;           ///< one sentence for the clerk; also the text of the empty blank
  std::string pattern;        ///< ECMAScript regular expression on the canonical text; empty: none
  std::string default_value;  ///< may name other fields as {name}; empty: none
  std::vector<Choice> choices;
  friend bool operator==(const Field&, const Field&) = default;
};

/// Field name → canonical text. An absent key is a value not known yet.
using Values = std::map<std::string, std::string, std::less<>>;

}  // namespace quyche::inline abi_1
