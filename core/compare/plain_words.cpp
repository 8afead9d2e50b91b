#include "compare/plain_words.hpp"

#include <map>
#include <string_view>

#include "compare/line_rewriting.hpp"
#include "compare/matching.hpp"

namespace quyche {
namespace {

class Plain {
 public:
  Plain(const std::vector<Field>& fields, const Values& values, const PlainWords& how)
      : fields_(fields), values_(values), how_(how) {}

  void flatten(std::vector<Provision>& provisions) const {
    for (auto& provision : provisions) {
      flatten(provision.heading);
      flatten(provision.text);
      for (auto& row : provision.rows) {
        for (auto& cell : row) flatten(cell);
      }
      flatten(provision.children);
    }
  }

 private:
  [[nodiscard]] bool stays(const Inline& item) const {
    return (how_.keep_fields && item.kind == Inline::Kind::field) ||
           (how_.keep_references && item.kind == Inline::Kind::reference);
  }

  void flatten(Inlines& line) const {
    Inlines plain;
    for (auto& item : line) {
      if (stays(item)) {
        plain.push_back(std::move(item));
        continue;
      }
      auto words = shown_line({item}, fields_, values_);
      if (words.empty()) continue;
      if (!plain.empty() && plain.back().kind == Inline::Kind::text) {
        plain.back().value += words;
      } else {
        plain.push_back({Inline::Kind::text, std::move(words), {}, {}});
      }
    }
    line = std::move(plain);
  }

  const std::vector<Field>& fields_;
  const Values& values_;
  const PlainWords& how_;
};

void rename(std::vector<Provision>& provisions,
            const std::map<const Provision*, const Provision*>& known) {
  for (auto& provision : provisions) {
    if (const auto found = known.find(&provision); found != known.end()) {
      provision.id = found->second->id;
      provision.mandatory = found->second->mandatory;
      provision.optional = found->second->optional;
    }
    rename(provision.children, known);
  }
}

}  // namespace

std::vector<Provision> plain_body(const Regulation& regulation, const Values& values,
                                  const PlainWords& how) {
  auto body = regulation.body;
  Plain(regulation.fields, values, how).flatten(body);
  return body;
}

void restore_references(const Regulation& known, std::vector<Amendment>& list) {
  std::map<std::string_view, const Provision*> provisions;
  const auto listed = list_provisions(known, {});
  for (const auto& each : listed) provisions.emplace(each.provision->id, each.provision);
  const LineRewriting lines{known.fields, known.fields, [](const std::string& id) { return id; }};
  for (auto& amendment : list) {
    const auto found = provisions.find(amendment.target);
    if (amendment.act != Amendment::Act::reword || found == provisions.end()) continue;
    auto& words = amendment.provisions.front();
    const auto& before = *found->second;
    words.heading = lines.rewrite(before.heading, words.heading);
    words.text = lines.rewrite(before.text, words.text);
  }
}

void take_ids(const Regulation& known, Regulation& copy) {
  const auto before = list_provisions(known, {});
  const auto after = list_provisions(copy, {});
  const auto matching = match_provisions(before, after, false);
  std::map<const Provision*, const Provision*> pairs;
  for (std::size_t j = 0; j < after.size(); ++j) {
    const auto i = matching.before_of[j];
    if (i) pairs.emplace(after[j].provision, before[*i].provision);
  }
  rename(copy.body, pairs);
}

}  // namespace quyche
