// What expressions ask of the data, calls and filters left out.
#include <algorithm>
#include <cmath>

#include "template/comparison.hpp"
#include "template/functions.hpp"
#include "template/schema_builder.hpp"

namespace quyche {
namespace {

using Node = Expression::Kind;
constexpr std::int64_t k_most_repeats = 10'000;
constexpr std::int64_t k_most_exponent = 6;

KindSet kinds_of(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::none:
      return k_null_kind;
    case Value::Kind::boolean:
      return k_boolean_kind;
    case Value::Kind::integer:
      return k_whole_kind;
    case Value::Kind::number:
      return k_fraction_kind;
    case Value::Kind::text:
      return k_text_kind;
    case Value::Kind::list:
      return k_list_kind;
    case Value::Kind::map:
      return k_object_kind;
    default:
      return 0;
  }
}

/// What stays below 64 bits when it is raised to `exponent`.
std::int64_t most_base(double exponent) {
  return static_cast<std::int64_t>(std::pow(1e18, 1 / std::max(exponent, 1.2)));
}

bool within(KindSet kinds, KindSet bounds) { return kinds != 0 && (kinds & ~bounds) == 0; }

}  // namespace

std::optional<std::string> SchemaBuilder::constant_text(const Expression* node) {
  const bool is_text =
      node != nullptr && node->kind == Node::constant && node->constant.is(Value::Kind::text);
  if (!is_text) return std::nullopt;
  return std::string(node->constant.as_text());
}

SchemaBuilder::Meaning SchemaBuilder::want(const Expression& node, KindSet kinds) {
  auto meaning = value(node);
  constrain(meaning, kinds, node.span);
  return meaning;
}

SchemaBuilder::Meaning SchemaBuilder::value(const Expression& node, Manner manner) {
  switch (node.kind) {
    case Node::constant:
      return made(kinds_of(node.constant));
    case Node::name:
      return name(node, manner);
    case Node::attribute:
      return attribute(node, manner);
    case Node::item:
      return item(node, manner);
    case Node::slice:
      return slice(node);
    case Node::call:
      return call(node);
    case Node::filter:
      return filter(node);
    case Node::test:
      return test(node);
    case Node::negative:
    case Node::positive:
      return signed_number(node);
    case Node::negation:
      static_cast<void>(value(*node.parts[0]));
      return made(k_boolean_kind);
    case Node::binary:
      return binary(node);
    case Node::concatenation:
      for (const auto& part : node.parts) static_cast<void>(want(*part, k_printed_kinds));
      return made(k_text_kind);
    case Node::comparison:
      return comparison(node);
    case Node::conjunction:
    case Node::disjunction:
      return either(node);
    case Node::choice:
      return choice(node);
    case Node::list:
    case Node::tuple:
    case Node::map:
      return collection(node);
  }
  return {};
}

SchemaBuilder::Meaning SchemaBuilder::signed_number(const Expression& node) {
  auto meaning = want(*node.parts[0], k_numeric_kinds);
  limit(meaning, -k_most_number, k_most_number);
  meaning.kinds = k_numeric_kinds;
  return meaning;
}

SchemaBuilder::Meaning SchemaBuilder::name(const Expression& node, Manner manner) {
  Meaning found;
  bool is_found = false;
  for (auto* scope = scope_; scope != nullptr; scope = scope->outer) {
    const auto at = scope->names.find(node.text);
    if (at == scope->names.end()) continue;
    found = is_found ? united(std::move(found), at->second.meaning) : at->second.meaning;
    is_found = true;
    if (at->second.is_sure) return found;
  }
  const auto functions = function_names();
  const bool is_function =
      std::find(functions.begin(), functions.end(), node.text) != functions.end();
  if (is_function) return found;
  auto given = root_field(node, manner);
  return is_found ? united(std::move(found), given) : given;
}

SchemaBuilder::Meaning SchemaBuilder::attribute(const Expression& node, Manner manner) {
  return field(value(*node.parts.front(), manner), node.text, node.span, manner);
}

SchemaBuilder::Meaning SchemaBuilder::item(const Expression& node, Manner manner) {
  const auto owner = value(*node.parts[0], manner);
  const auto& key = *node.parts[1];
  if (const auto text = constant_text(&key)) return field(owner, *text, node.span, manner);
  const auto index = value(key);
  if (key.kind != Node::constant || !key.constant.is_whole()) {
    // A key that the data chooses: of an object when it is a text, else of a list.
    if (within(index.kinds, k_numeric_kinds)) return item_of(owner, node.span);
    return entry_of(owner, node.span);
  }
  const auto at = key.constant.as_integer();
  if (manner == Manner::strict) {
    at_least(owner, static_cast<std::size_t>(at < 0 ? -at : at + 1));
  }
  return item_of(owner, node.span);
}

SchemaBuilder::Meaning SchemaBuilder::slice(const Expression& node) {
  auto owner = want(*node.parts[0], k_list_kind | k_text_kind);
  for (std::size_t i = 1; i < node.parts.size(); ++i) {
    if (node.parts[i] != nullptr) static_cast<void>(want(*node.parts[i], k_whole_kind));
  }
  return owner;
}

SchemaBuilder::Meaning SchemaBuilder::binary(const Expression& node) {
  auto left = value(*node.parts[0]);
  auto right = value(*node.parts[1]);
  const bool fills = node.sign == BinarySign::modulo && within(left.kinds, k_text_kind);
  if (fills) {
    fill_pattern(*node.parts[0], right, node.span);
    return made(k_text_kind);
  }
  const bool adds = node.sign == BinarySign::add;
  for (const auto kind : {k_text_kind, k_list_kind}) {
    if (!adds || (!within(left.kinds, kind) && !within(right.kinds, kind))) continue;
    constrain(left, kind, node.parts[0]->span);
    constrain(right, kind, node.parts[1]->span);
    return united(std::move(left), right);
  }
  if (node.sign == BinarySign::multiply && within(left.kinds, k_text_kind | k_list_kind)) {
    constrain(right, k_whole_kind, node.parts[1]->span);
    limit(right, 0, k_most_repeats);
    return left;
  }
  return computed(node, left, right);
}

SchemaBuilder::Meaning SchemaBuilder::computed(const Expression& node, const Meaning& left,
                                               const Meaning& right) {
  const bool adds = node.sign == BinarySign::add;
  const KindSet kinds = adds ? k_numeric_kinds | k_text_kind | k_list_kind : k_numeric_kinds;
  for (const auto* side : {&left, &right}) {
    constrain(*side, kinds, node.span);
    prefer(*side, k_numeric_kinds);
    limit(*side, -k_most_number, k_most_number);
  }
  if (node.sign == BinarySign::power) {
    const auto& exponent = *node.parts[1];
    const bool is_known = exponent.kind == Node::constant && exponent.constant.is_numeric();
    const auto most = most_base(is_known ? exponent.constant.as_number() : k_most_exponent);
    limit(left, -most, most);
    limit(right, 0, k_most_exponent);
  }
  const bool divides = node.sign == BinarySign::divide || node.sign == BinarySign::floor_divide ||
                       node.sign == BinarySign::modulo;
  if (divides) divide_by(*node.parts[1], right);
  return made(k_numeric_kinds);
}

void SchemaBuilder::divide_by(const Expression& divisor, const Meaning& meaning) {
  if (looks_only_) return;
  for (auto* place : meaning.places) {
    place->is_divisor = place->is_divisor || !knows(Fact::Kind::truthy, *place);
  }
  const bool counts =
      divisor.kind == Node::filter && (divisor.text == "length" || divisor.text == "count");
  if (counts && divisor.parts[0] != nullptr) at_least(value(*divisor.parts[0]), 1);
}

/// 'pattern' % values: only %s takes everything.
void SchemaBuilder::fill_pattern(const Expression& pattern, const Meaning& values,
                                 const TagSpan& span) {
  const auto text = constant_text(&pattern);
  bool takes_text = text.has_value();
  for (std::size_t i = 0; text && i + 1 < text->size(); ++i) {
    if ((*text)[i] != '%') continue;
    ++i;
    takes_text = takes_text && ((*text)[i] == 's' || (*text)[i] == '%');
  }
  const KindSet kinds = takes_text ? k_printed_kinds : k_numeric_kinds;
  constrain(values, kinds, span);
  for (const auto& item : values.items) constrain(*item, kinds, span);
}

void SchemaBuilder::compare_with(const Expression& left, const Expression& right, bool holds) {
  const auto first = value(left);
  const auto second = value(right);
  if (holds) {
    // left in right
    const bool in_text = within(second.kinds, k_text_kind);
    if (in_text) constrain(first, k_text_kind, left.span);
    constrain(second, k_list_kind | k_text_kind | k_object_kind, right.span);
    prefer(second, k_list_kind);
    return;
  }
  for (const auto kinds : {k_text_kind, k_numeric_kinds}) {
    if (within(first.kinds, kinds)) return constrain(second, kinds, right.span);
    if (within(second.kinds, kinds)) return constrain(first, kinds, left.span);
  }
  for (const auto* side : {&first, &second}) {
    constrain(*side, k_numeric_kinds | k_text_kind, left.span);
    prefer(*side, k_numeric_kinds);
  }
}

SchemaBuilder::Meaning SchemaBuilder::comparison(const Expression& node) {
  for (std::size_t i = 0; i < node.compare_signs.size(); ++i) {
    const auto sign = node.compare_signs[i];
    if (sign == CompareSign::equal || sign == CompareSign::unequal) {
      static_cast<void>(value(*node.parts[i]));
      static_cast<void>(value(*node.parts[i + 1]));
      continue;
    }
    const bool holds = sign == CompareSign::in || sign == CompareSign::not_in;
    compare_with(*node.parts[i], *node.parts[i + 1], holds);
  }
  return made(k_boolean_kind);
}

SchemaBuilder::Meaning SchemaBuilder::either(const Expression& node) {
  auto left = value(*node.parts[0]);
  const auto known = facts_.size();
  std::vector<Fact> facts;
  add_facts(*node.parts[0], node.kind == Node::conjunction, facts);
  facts_.insert(facts_.end(), facts.begin(), facts.end());
  ++conditions_;
  const auto right = value(*node.parts[1]);
  --conditions_;
  facts_.resize(known);
  left.nullable = true;
  return united(std::move(left), right);
}

SchemaBuilder::Meaning SchemaBuilder::choice(const Expression& node) {
  note_constant_condition(*node.parts[1]);
  static_cast<void>(value(*node.parts[1]));
  const auto known = facts_.size();
  const auto branch = [&](const Expression* part, bool holds) {
    if (part == nullptr) return made(k_text_kind);
    std::vector<Fact> facts;
    add_facts(*node.parts[1], holds, facts);
    facts_.insert(facts_.end(), facts.begin(), facts.end());
    ++conditions_;
    auto meaning = value(*part);
    --conditions_;
    const auto softens = [&](const SchemaNode* place) { return knows(Fact::Kind::truthy, *place); };
    meaning.nullable =
        meaning.nullable || std::any_of(meaning.places.begin(), meaning.places.end(), softens);
    facts_.resize(known);
    return meaning;
  };
  auto left = branch(node.parts[0].get(), true);
  return united(std::move(left), branch(node.parts[2].get(), false));
}

SchemaBuilder::Meaning SchemaBuilder::collection(const Expression& node) {
  Meaning out = made(node.kind == Node::map ? k_object_kind : k_list_kind);
  if (node.kind != Node::map) {
    for (const auto& part : node.parts) {
      out.items.push_back(std::make_shared<Meaning>(value(*part)));
    }
    out.is_tuple = true;
    return out;
  }
  for (std::size_t i = 0; i + 1 < node.parts.size(); i += 2) {
    static_cast<void>(want(*node.parts[i], k_printed_kinds));
    auto meaning = value(*node.parts[i + 1]);
    if (const auto key = constant_text(node.parts[i].get())) {
      out.fields[*key] = std::make_shared<Meaning>(std::move(meaning));
    }
  }
  return out;
}

SchemaBuilder::Meaning SchemaBuilder::test(const Expression& node) {
  const auto& subject = *node.parts.front();
  const bool asks_existence = node.text == "defined" || node.text == "undefined";
  const auto meaning = value(subject, asks_existence ? Manner::lenient : Manner::strict);
  std::vector<Meaning> given;
  for (const auto& part : node.call->positional) given.push_back(value(*part));
  apply_test(node.text, meaning, subject.span);
  if (given.empty()) return made(k_boolean_kind);
  const auto& argument = *node.call->positional.front();
  if (node.text == "divisibleby") {
    constrain(given.front(), k_numeric_kinds, argument.span);
    for (auto* place : given.front().places) place->is_divisor = true;
  }
  const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), node.text) != names.end();
  };
  if (is_one_of({"lt", "lessthan", "<", "le", "<=", "gt", "greaterthan", ">", "ge", ">="})) {
    compare_with(subject, argument, false);
  }
  if (node.text == "in") compare_with(subject, argument, true);
  return made(k_boolean_kind);
}

}  // namespace quyche
