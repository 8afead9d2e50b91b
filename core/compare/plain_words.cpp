#include "compare/plain_words.hpp"

#include <map>

#include "compare/matching.hpp"

namespace quyche {
namespace {

class Plain {
 public:
  Plain(const std::vector<Field>& fields, const Values& values)
      : fields_(fields), values_(values) {}

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
  void flatten(Inlines& line) const {
    auto words = shown_line(line, fields_, values_);
    line.clear();
    if (!words.empty()) line.push_back({Inline::Kind::text, std::move(words), {}, {}});
  }

  const std::vector<Field>& fields_;
  const Values& values_;
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

std::vector<Provision> plain_body(const Regulation& regulation, const Values& values) {
  auto body = regulation.body;
  Plain(regulation.fields, values).flatten(body);
  return body;
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
