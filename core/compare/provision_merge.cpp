#include "compare/provision_merge.hpp"

#include <algorithm>
#include <cstdint>

#include "compare/line_merge.hpp"

namespace quyche {
namespace {

bool same_shape(const Provision& left, const Provision& right) {
  return std::equal(left.rows.begin(), left.rows.end(), right.rows.begin(), right.rows.end(),
                    [](const auto& one, const auto& other) { return one.size() == other.size(); });
}

bool same_rows(const Provision& left, const Provision& right) {
  if (!same_shape(left, right)) return false;
  for (std::size_t r = 0; r < left.rows.size(); ++r) {
    if (!std::equal(left.rows[r].begin(), left.rows[r].end(), right.rows[r].begin(), same_line)) {
      return false;
    }
  }
  return true;
}

class ProvisionMerger {
 public:
  MergedProvision run(const Provision& base, const Provision& above, const Provision& local) {
    merged_.words = above;
    merged_.words.heading = merge(base.heading, above.heading, local.heading);
    merged_.words.text = merge(base.text, above.text, local.text);
    merge_rows(base, above, local);
    return std::move(merged_);
  }

 private:
  Inlines merge(const Inlines& base, const Inlines& above, const Inlines& local) {
    auto [line, clash] = merge_lines(base, above, local);
    merged_.clash |= clash;
    return line;
  }

  void merge_rows(const Provision& base, const Provision& above, const Provision& local) {
    if (same_rows(base, above)) {
      merged_.words.rows = local.rows;
    } else if (same_shape(base, above) && same_shape(base, local)) {
      for (std::size_t r = 0; r < base.rows.size(); ++r) merge_row(base, local, r);
    } else {
      merged_.clash |= !same_rows(base, local) && !same_rows(above, local);
    }
  }

  void merge_row(const Provision& base, const Provision& local, std::size_t r) {
    for (std::size_t c = 0; c < base.rows[r].size(); ++c) {
      auto& cell = merged_.words.rows[r][c];
      cell = merge(base.rows[r][c], cell, local.rows[r][c]);
    }
  }

  MergedProvision merged_;
};

void show(const Provision& provision, const std::vector<Field>& fields, bool deep,
          std::string& out) {
  const auto add = [&out](const std::string& line) {
    if (line.empty()) return;
    out += (out.empty() ? "" : "\n") + line;
  };
  add(shown_line(provision.heading, fields, {}));
  add(shown_line(provision.text, fields, {}));
  for (const auto& row : provision.rows) {
    std::string line;
    for (const auto& cell : row) line += (line.empty() ? "" : "\t") + shown_line(cell, fields, {});
    add(line);
  }
  if (!deep) return;
  for (const auto& child : provision.children) show(child, fields, deep, out);
}

}  // namespace

MergedProvision merge_words(const Provision& base, const Provision& above, const Provision& local) {
  return ProvisionMerger().run(base, above, local);
}

bool same_words(const Provision& left, const Provision& right) {
  return same_line(left.heading, right.heading) && same_line(left.text, right.text) &&
         same_rows(left, right);
}

bool same_tree(const Provision& left, const Provision& right) {
  return left.id == right.id && left.kind == right.kind && left.when == right.when &&
         same_words(left, right) &&
         std::equal(left.children.begin(), left.children.end(), right.children.begin(),
                    right.children.end(), same_tree);
}

std::string shown_provision(const Provision& provision, const std::vector<Field>& fields,
                            bool deep) {
  std::string out;
  show(provision, fields, deep, out);
  return out;
}

std::string conflict_key(const RebaseConflict& conflict) {
  // FNV-1a: short enough for a bookmark, the same everywhere.
  std::uint64_t hash = 14695981039346656037U;
  const auto add = [&hash](const std::string& text) {
    for (const auto c : text + '\x01') {
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
  };
  add(std::to_string(static_cast<int>(conflict.kind)));
  for (const auto* text : {&conflict.id, &conflict.base, &conflict.above, &conflict.local}) {
    add(*text);
  }
  std::string key;
  for (int i = 0; i < 16; ++i, hash >>= 4U) key += "0123456789abcdef"[hash & 15U];
  return key;
}

}  // namespace quyche
