// What calls of functions, macros and methods ask of the data.
#include <array>

#include "template/schema_builder.hpp"

namespace quyche {
namespace {

using Node = Expression::Kind;
constexpr std::int64_t k_longest_range = 10'000;

constexpr std::array k_text_methods{
    std::string_view("upper"),   std::string_view("lower"),      std::string_view("capitalize"),
    std::string_view("title"),   std::string_view("strip"),      std::string_view("lstrip"),
    std::string_view("rstrip"),  std::string_view("split"),      std::string_view("splitlines"),
    std::string_view("replace"), std::string_view("startswith"), std::string_view("endswith"),
    std::string_view("find"),    std::string_view("isdigit"),    std::string_view("zfill"),
    std::string_view("format")};

bool is_text_method(std::string_view name) {
  for (const auto known : k_text_methods) {
    if (known == name) return true;
  }
  return false;
}

}  // namespace

void SchemaBuilder::arguments(const CallParts& parts) {
  for (const auto& part : parts.positional) static_cast<void>(value(*part));
  for (const auto& [name, part] : parts.named) static_cast<void>(value(*part));
  if (parts.more_positional) static_cast<void>(want(*parts.more_positional, k_list_kind));
  if (parts.more_named) static_cast<void>(want(*parts.more_named, k_object_kind));
}

SchemaBuilder::Meaning SchemaBuilder::call(const Expression& node) {
  const auto& callee = *node.parts.front();
  if (callee.kind == Node::attribute) return call_method(node, callee);
  if (callee.kind != Node::name) {
    arguments(*node.call);
    return {};
  }
  for (auto* scope = scope_; scope != nullptr; scope = scope->outer) {
    const auto found = scope->names.find(callee.text);
    if (found == scope->names.end()) continue;
    const auto function = found->second.meaning;
    std::vector<Meaning> positional;
    std::map<std::string, Meaning> named;
    for (const auto& part : node.call->positional) positional.push_back(value(*part));
    for (const auto& [name, part] : node.call->named) named[name] = value(*part);
    return run_macro(function, positional, named);
  }
  return call_function(callee.text, node);
}

SchemaBuilder::Meaning SchemaBuilder::call_function(const std::string& function,
                                                    const Expression& node) {
  if (function == "range") {
    for (const auto& part : node.call->positional) {
      limit(want(*part, k_whole_kind), -k_longest_range, k_longest_range);
    }
    auto out = made(k_list_kind);
    out.items.push_back(std::make_shared<Meaning>(made(k_whole_kind)));
    return out;
  }
  if (function == "dict" || function == "namespace") {
    Meaning out = made(function == "dict" ? k_object_kind : KindSet{0});
    for (const auto& part : node.call->positional) out = united(std::move(out), value(*part));
    for (const auto& [name, part] : node.call->named) {
      out.fields[name] = std::make_shared<Meaning>(value(*part));
    }
    return out;
  }
  arguments(*node.call);
  const auto& given = node.call->positional;
  const auto name = constant_text(given.empty() ? nullptr : given.front().get());
  if (!name) return {};
  if (function == "include") note_inclusion(*name, node);
  if (function != "field") return {};
  // What the data lacks becomes a blank.
  Expression asked;
  asked.kind = Node::name;
  asked.span = node.span;
  asked.text = *name;
  return root_field(asked, Manner::lenient);
}

void SchemaBuilder::note_inclusion(const std::string& path, const Expression& node) {
  if (looks_only_) return;
  // What this document was given, the next one sees too.
  Inclusion inclusion{
      path, {functions_.begin(), functions_.end()}, conditions_ > 0, locate(node.span), {}};
  for (const auto& [given, part] : node.call->named) inclusion.given.push_back(given);
  schema_.inclusions.push_back(std::move(inclusion));
}

SchemaBuilder::Meaning SchemaBuilder::call_method(const Expression& node,
                                                  const Expression& callee) {
  const auto& method = callee.text;
  const auto& given = *node.call;
  const auto owner = value(*callee.parts.front());
  const auto key = constant_text(given.positional.empty() ? nullptr : given.positional[0].get());
  if (method == "get") constrain(owner, k_object_kind, callee.span);
  if (method == "get" && key) {
    auto found = field(owner, *key, callee.span, Manner::lenient);
    if (given.positional.size() < 2) return found;
    return united(std::move(found), value(*given.positional[1]));
  }
  arguments(given);
  if (is_text_method(method)) {
    constrain(owner, k_text_kind, callee.span);
    return made(method == "split" || method == "splitlines" ? k_list_kind : k_text_kind);
  }
  const bool walks = method == "items" || method == "values" || method == "keys";
  return walks ? walked_entries(method, owner, callee.span) : Meaning();
}

/// What items, values or keys of an object give.
SchemaBuilder::Meaning SchemaBuilder::walked_entries(std::string_view method, const Meaning& owner,
                                                     const TagSpan& span) {
  constrain(owner, k_object_kind, span);
  auto entry = entry_of(owner, span);
  if (method == "keys") return list_of(made(k_text_kind));
  if (method == "values") return list_of(std::move(entry));
  auto pair = made(k_list_kind);
  pair.items = {std::make_shared<Meaning>(made(k_text_kind)),
                std::make_shared<Meaning>(std::move(entry))};
  pair.is_tuple = true;
  return list_of(std::move(pair));
}

}  // namespace quyche
