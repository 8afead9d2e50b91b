// Places of the data: found by name and path, and narrowed by what a use asks of them.
#include <algorithm>

#include "template/letters.hpp"
#include "template/schema_builder.hpp"
#include "template/value_tests.hpp"

namespace quyche {
namespace {

using Node = Expression::Kind;

/// The name of a place from the root on: members[].name.
std::string path_of(const SchemaNode& node) {
  if (node.owner == nullptr) return {};
  const auto front = path_of(*node.owner);
  for (const auto& [name, field] : node.owner->fields) {
    if (field.get() == &node) return front.empty() ? name : front + '.' + name;
  }
  return front + (node.owner->item.get() == &node ? "[]" : ".*");
}

std::unique_ptr<SchemaNode> made_in(SchemaNode& owner) {
  auto node = std::make_unique<SchemaNode>();
  node->owner = &owner;
  return node;
}

}  // namespace

SchemaNode& SchemaNode::field(const std::string& name) {
  for (auto& [known, node] : fields) {
    if (known == name) return *node;
  }
  fields.emplace_back(name, made_in(*this));
  return *fields.back().second;
}

const SchemaNode* SchemaNode::find(std::string_view name) const {
  for (const auto& [known, node] : fields) {
    if (known == name) return node.get();
  }
  return entry.get();
}

SchemaNode& SchemaNode::any_item() {
  if (item == nullptr) item = made_in(*this);
  return *item;
}

SchemaNode& SchemaNode::any_entry() {
  if (entry == nullptr) entry = made_in(*this);
  return *entry;
}

SchemaBuilder::Meaning SchemaBuilder::made(KindSet kinds) {
  Meaning meaning;
  meaning.kinds = kinds;
  return meaning;
}

SchemaBuilder::Meaning SchemaBuilder::united(Meaning left, const Meaning& right) {
  left.places.insert(left.places.end(), right.places.begin(), right.places.end());
  left.nullable = left.nullable || right.nullable;
  const bool both_known = left.kinds != 0 && right.kinds != 0;
  left.kinds = both_known ? static_cast<KindSet>(left.kinds | right.kinds) : KindSet{0};
  if (left.items.empty()) left.items = right.items;
  left.is_tuple = left.is_tuple && right.is_tuple;
  for (const auto& [name, field] : right.fields) left.fields.try_emplace(name, field);
  if (left.macro == nullptr) {
    left.macro = right.macro;
    left.home = right.home;
  }
  return left;
}

Place SchemaBuilder::locate(const TagSpan& span) const { return program_->locator().locate(span); }

bool SchemaBuilder::knows(Fact::Kind kind, const SchemaNode& node) const {
  return std::any_of(facts_.begin(), facts_.end(),
                     [&](const Fact& fact) { return fact.kind == kind && fact.node == &node; });
}

void SchemaBuilder::note_use(SchemaNode& node, const TagSpan& span) const {
  constexpr std::size_t k_most_uses = 500;
  if (node.uses.size() >= k_most_uses) return;
  auto place = locate(span);
  const bool is_new = std::find(node.uses.begin(), node.uses.end(), place) == node.uses.end();
  if (is_new) node.uses.push_back(std::move(place));
}

void SchemaBuilder::use(SchemaNode& node, const TagSpan& span, Manner manner) {
  if (looks_only_) return;
  note_use(node, span);
  if (manner == Manner::lenient || knows(Fact::Kind::defined, node)) return;
  const auto presence =
      conditions_ > 0 ? SchemaNode::Presence::conditional : SchemaNode::Presence::required;
  node.presence = std::max(node.presence, presence);
}

void SchemaBuilder::narrow(SchemaNode& node, KindSet kinds, bool nullable, const TagSpan& span) {
  if (looks_only_ || knows(Fact::Kind::of_tested_kind, node)) return;
  if (nullable || knows(Fact::Kind::truthy, node)) kinds |= k_null_kind;
  const auto both = static_cast<KindSet>(node.kinds & kinds);
  if ((both & ~k_null_kind) != 0) {
    node.kinds = both;
    return;
  }
  SchemaNode wanted;
  wanted.kinds = kinds;
  findings_.push_back({Severity::warning,
                       {"schema.conflict", {path_of(node), kind_word(wanted), kind_word(node)}},
                       locate(span),
                       {{"hint.schema.conflict", {}}}});
}

void SchemaBuilder::constrain(const Meaning& meaning, KindSet kinds, const TagSpan& span,
                              bool reads_text) {
  for (auto* place : meaning.places) {
    narrow(*place, kinds, meaning.nullable, span);
    place->reads_text = place->reads_text && (reads_text || (kinds & k_text_kind) != 0);
  }
}

void SchemaBuilder::prefer(const Meaning& meaning, KindSet kinds) {
  if (looks_only_) return;
  for (auto* place : meaning.places) {
    if ((place->preferred & kinds) != 0) place->preferred &= kinds;
    place->reads_text = place->reads_text && (kinds & k_text_kind) != 0;
  }
}

void SchemaBuilder::at_least(const Meaning& list, std::size_t items) {
  for (auto* place : list.places) {
    if (knows(Fact::Kind::truthy, *place) || looks_only_) continue;
    place->least_items = std::max(place->least_items, items);
  }
}

void SchemaBuilder::take_apart(const Meaning& list, std::size_t parts) {
  if (looks_only_) return;
  for (auto* place : list.places) {
    place->least_items = std::max(place->least_items, parts);
    place->most_items = std::min(place->most_items.value_or(parts), parts);
  }
}

void SchemaBuilder::limit(const Meaning& meaning, std::int64_t least, std::int64_t most) {
  if (looks_only_) return;
  for (auto* place : meaning.places) {
    place->least = std::max(place->least.value_or(least), least);
    place->most = std::min(place->most.value_or(most), most);
  }
}

SchemaBuilder::Meaning SchemaBuilder::root_field(const Expression& node, Manner manner) {
  const bool is_given =
      std::find(functions_.begin(), functions_.end(), node.text) != functions_.end();
  if (is_given) return {};
  auto& found = root_.field(node.text);
  use(found, node.span, manner);
  Meaning meaning;
  meaning.places.push_back(&found);
  return meaning;
}

SchemaBuilder::Meaning SchemaBuilder::field(const Meaning& owner, const std::string& name,
                                            const TagSpan& span, Manner manner) {
  Meaning out;
  for (auto* place : owner.places) {
    // What is asked for leniently may stand in anything.
    if (manner == Manner::strict) narrow(*place, k_object_kind, owner.nullable, span);
    if (manner == Manner::lenient) prefer(owner, k_object_kind | k_null_kind);
    auto& found = place->field(name);
    use(found, span, manner);
    out.places.push_back(&found);
  }
  if (const auto made_field = owner.fields.find(name); made_field != owner.fields.end()) {
    out = united(*made_field->second, out);
  }
  return out;
}

SchemaBuilder::Meaning SchemaBuilder::follow(const Meaning& owner, const std::string& path,
                                             const TagSpan& span, Manner manner) {
  auto at = owner;
  for (const auto& step : split_text(path, ".", -1)) {
    const bool is_index = !step.empty() && step.find_first_not_of("0123456789") == step.npos;
    at = is_index ? item_of(at, span) : field(at, step, span, manner);
  }
  return at;
}

SchemaBuilder::Meaning SchemaBuilder::item_of(const Meaning& list, const TagSpan& span) {
  Meaning out;
  bool is_first = true;
  for (const auto& item : list.items) {
    out = is_first ? *item : united(std::move(out), *item);
    is_first = false;
  }
  for (auto* place : list.places) {
    narrow(*place, k_list_kind, list.nullable, span);
    auto& found = place->any_item();
    use(found, span, Manner::strict);
    out.places.push_back(&found);
  }
  return out;
}

SchemaBuilder::Meaning SchemaBuilder::entry_of(const Meaning& map, const TagSpan& span) {
  Meaning out;
  for (auto* place : map.places) {
    narrow(*place, k_object_kind, map.nullable, span);
    auto& found = place->any_entry();
    use(found, span, Manner::strict);
    out.places.push_back(&found);
  }
  for (const auto& [name, field] : map.fields) out = united(std::move(out), *field);
  return out;
}

void SchemaBuilder::add_fact(const Expression& subject, Fact::Kind kind, std::vector<Fact>& facts) {
  if (subject.kind != Node::name && subject.kind != Node::attribute && subject.kind != Node::item) {
    return;
  }
  const bool looked_only = std::exchange(looks_only_, true);
  const auto meaning = value(subject, Manner::lenient);
  looks_only_ = looked_only;
  for (const auto* place : meaning.places) {
    facts.push_back({kind, place});
    if (kind == Fact::Kind::of_tested_kind) continue;
    // What holds something is there itself.
    for (const auto* at = place; at->owner != nullptr; at = at->owner) {
      facts.push_back({Fact::Kind::defined, at});
    }
  }
}

void SchemaBuilder::add_facts(const Expression& condition, bool holds, std::vector<Fact>& facts) {
  const bool all_hold = condition.kind == (holds ? Node::conjunction : Node::disjunction);
  if (condition.kind == Node::negation) return add_facts(*condition.parts[0], !holds, facts);
  if (condition.kind == Node::test) return add_test_facts(condition, holds, facts);
  if (all_hold) {
    for (const auto& part : condition.parts) add_facts(*part, holds, facts);
  } else if (holds) {
    const bool is_default =
        condition.kind == Node::filter && (condition.text == "default" || condition.text == "d");
    add_fact(is_default ? *condition.parts[0] : condition, Fact::Kind::truthy, facts);
  }
}

void SchemaBuilder::add_test_facts(const Expression& test, bool holds, std::vector<Fact>& facts) {
  const auto& subject = *test.parts[0];
  if (test.text == "defined" || test.text == "undefined") {
    if (holds == (test.text == "defined")) add_fact(subject, Fact::Kind::defined, facts);
  } else if (test.text == "none") {
    if (!holds) add_fact(subject, Fact::Kind::truthy, facts);
  } else if (test.test != nullptr && test.test->arguments == 0) {
    add_fact(subject, Fact::Kind::of_tested_kind, facts);
  }
}

}  // namespace quyche
