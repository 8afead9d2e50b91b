#include "model/word/field_use.hpp"

namespace quyche::word {
namespace {

using Names = std::set<std::string, std::less<>>;

void add(const Inlines& line, Names& names) {
  for (const auto& item : line) {
    if (item.kind == Inline::Kind::field) names.insert(item.value);
  }
}

void add(const std::optional<Condition>& condition, Names& names) {
  if (condition) names.insert(condition->field);
}

void add(const std::vector<Provision>& provisions, Names& names) {
  for (const auto& provision : provisions) {
    add(provision.heading, names);
    add(provision.text, names);
    add(provision.when, names);
    for (const auto& row : provision.rows) {
      for (const auto& cell : row) add(cell, names);
    }
    add(provision.children, names);
  }
}

void add(const Frame& frame, Names& names) {
  names.insert({frame.number_field, frame.place_field, frame.date_field});
  for (const auto* line : {&frame.superior, &frame.issuer, &frame.type_name}) add(*line, names);
  for (const auto& recipient : frame.recipients) add(recipient, names);
  for (const auto& title : frame.titles) {
    add(title.text, names);
    add(title.when, names);
  }
  for (const auto& mode : frame.sign_modes) {
    for (const auto& signature : mode.signatures) {
      add(signature.on_behalf, names);
      add(signature.position, names);
      names.insert(signature.name_field);
    }
  }
}

}  // namespace

std::set<std::string, std::less<>> used_fields(const Regulation& regulation) {
  Names names;
  add(regulation.body, names);
  add(regulation.frame, names);
  for (const auto& basis : regulation.bases) {
    names.insert(basis.field);
    add(basis.when, names);
  }
  return names;
}

}  // namespace quyche::word
