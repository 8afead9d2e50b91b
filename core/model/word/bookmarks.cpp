#include "model/word/bookmarks.hpp"

#include <algorithm>
#include <utility>

#include "model/word/xml_names.hpp"

namespace quyche::word {
namespace {

/// Bookmarks that are never closed must not pile up.
constexpr std::size_t k_most_open = 64;

/// "article_7__clause_2" → "article_7.clause_2".
std::string with_dots(std::string_view name) {
  std::string id;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool is_dot = name.substr(at, 2) == "__";
    id += is_dot ? '.' : name[at];
    if (is_dot) ++at;
  }
  return id;
}

/// "3_leadership_model_is_separate" → the condition; nothing when it has another form.
std::optional<Condition> read_alternative(std::string_view name) {
  const auto digits = name.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos || name[digits] != '_') return std::nullopt;
  name.remove_prefix(digits + 1);
  const auto is = name.find("_is_");
  const auto is_not = name.find("_not_");
  const auto at = std::min(is, is_not);
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  const bool negated = at == is_not;
  const auto value = name.substr(at + (negated ? 5 : 4));
  if (value.empty()) return std::nullopt;
  return Condition{std::string(name.substr(0, at)), std::string(value), negated};
}

template <typename Item>
void keep_few(std::vector<Item>& open) {
  if (open.size() > k_most_open) open.erase(open.begin());
}

using Ids = std::set<std::string, std::less<>>;

void collect_ends(pugi::xml_node parent, Ids& ends) {
  for (const auto node : parent.children()) {
    if (element(node) == "bookmarkEnd") ends.emplace(attribute(node, "id"));
    collect_ends(node, ends);
  }
}

void collect_ending_names(pugi::xml_node parent, const Ids& ends, Ids& names) {
  for (const auto node : parent.children()) {
    if (element(node) == "bookmarkStart" && ends.contains(attribute(node, "id"))) {
      names.emplace(attribute(node, "name"));
    }
    collect_ending_names(node, ends, names);
  }
}

}  // namespace

std::string_view without_repetition(std::string_view name) {
  const auto mark = name.rfind("_r");
  if (mark == std::string_view::npos || mark + 2 == name.size()) return name;
  const bool is_count = name.find_first_not_of("0123456789", mark + 2) == std::string_view::npos;
  return is_count ? name.substr(0, mark) : name;
}

Bookmarks::Bookmarks(pugi::xml_node document) {
  Ids ends;
  collect_ends(document, ends);
  collect_ending_names(document, ends, ending_);
}

void Bookmarks::start(std::string_view id, std::string_view name) {
  const auto rest = name.substr(std::min<std::size_t>(3, name.size()));
  if (rest.empty()) return;
  if (name.starts_with("qv_")) return start_alternative(id, name);
  const bool is_field = name.starts_with("qc_");
  if (!is_field && !name.starts_with("qp_")) return;
  auto& marks = is_field ? fields_ : provisions_;
  const auto known = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
    return mark.name == name && !mark.is_ended;
  });
  if (known != marks.end()) {
    known->id = id;
  } else {
    const auto value = is_field ? std::string(rest) : provision_id(rest);
    marks.push_back({std::string(id), std::string(name), value, ending_.contains(name)});
  }
  keep_few(marks);
}

/// "__personnel" is written relative to the innermost provision that is open.
std::string Bookmarks::provision_id(std::string_view name) const {
  if (!name.starts_with("__")) return with_dots(name);
  for (auto mark = provisions_.rbegin(); mark != provisions_.rend(); ++mark) {
    if (mark->has_end && !mark->is_ended) return mark->value + with_dots(without_repetition(name));
  }
  return with_dots(name.substr(2));
}

void Bookmarks::start_alternative(std::string_view id, std::string_view name) {
  auto condition = read_alternative(name.substr(3));
  if (!condition || !ending_.contains(name)) return;
  const auto known = std::find_if(alternatives_.begin(), alternatives_.end(),
                                  [&](const Alternative& open) { return open.name == name; });
  if (known != alternatives_.end()) {
    known->id = id;
    return;
  }
  alternatives_.push_back({std::string(id), std::string(name), std::move(*condition)});
  keep_few(alternatives_);
}

void Bookmarks::end(std::string_view id) {
  for (auto& mark : fields_) mark.is_ended = mark.is_ended || mark.id == id;
  for (auto& mark : provisions_) mark.is_ended = mark.is_ended || mark.id == id;
  std::erase_if(provisions_, [](const Mark& mark) { return mark.is_ended && mark.is_used; });
  std::erase_if(alternatives_, [&](const Alternative& item) { return item.id == id; });
}

void Bookmarks::enter_control() {
  std::erase_if(fields_, [](const Mark& mark) { return mark.is_ended; });
}

std::string Bookmarks::field_of_control() {
  for (auto mark = fields_.rbegin(); mark != fields_.rend(); ++mark) {
    if (mark->is_used) continue;
    mark->is_used = true;
    return mark->value;
  }
  return {};
}

std::vector<std::string> Bookmarks::take_new_provisions() {
  std::vector<std::string> fresh;
  for (auto& mark : provisions_) {
    if (!std::exchange(mark.is_used, true)) fresh.push_back(mark.value);
  }
  std::erase_if(provisions_, [](const Mark& mark) { return mark.is_ended; });
  return fresh;
}

std::vector<std::string> Bookmarks::open_provisions() const {
  std::vector<std::string> open;
  for (const auto& mark : provisions_) {
    if (!mark.is_ended) open.push_back(mark.value);
  }
  return open;
}

std::optional<Condition> Bookmarks::condition() const {
  if (alternatives_.empty()) return std::nullopt;
  return alternatives_.back().condition;
}

}  // namespace quyche::word
