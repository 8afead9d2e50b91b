#include "model/word/provision_merge.hpp"

#include <algorithm>
#include <utility>

#include "model/numbering.hpp"

namespace quyche::word {
namespace {

void collect_ids(const std::vector<Provision>& provisions, std::set<std::string>& ids) {
  for (const auto& provision : provisions) {
    ids.insert(provision.id);
    collect_ids(provision.children, ids);
  }
}

std::string words_of(const std::vector<Inlines>& row) {
  std::string words;
  for (const auto& cell : row) words += shown_words(cell) + "\n";
  return words;
}

}  // namespace

ProvisionMerge::ProvisionMerge(const ModelVersions& versions, std::string file, Diagnostics& found)
    : versions_(versions),
      match_(versions.record.body, versions.untouched.body, versions.read.body),
      file_(std::move(file)),
      found_(found) {}

std::vector<Provision> ProvisionMerge::run() {
  auto body = merge(versions_.read.body, {});
  report_gone(versions_.record.body, {});
  collect_ids(body, ids_);
  check_references(body);
  return body;
}

std::vector<Provision> ProvisionMerge::merge(const std::vector<Provision>& read,
                                             const std::string& within) {
  std::vector<Provision> merged;
  for (const auto& provision : read) merged.push_back(merge(provision, within));
  return merged;
}

Provision ProvisionMerge::merge(const Provision& read, const std::string& within) {
  const auto shown = citation(read, within);
  const auto* known = match_.find(read);
  Provision merged;
  if (known != nullptr) {
    merged = merge_known(read, *known, shown);
  } else {
    merged = read;
    merged.id = match_.id_of(read);
    merged.heading = with_ids(std::move(merged.heading));
    merged.text = with_ids(std::move(merged.text));
    for (auto& row : merged.rows) {
      for (auto& cell : row) cell = with_ids(std::move(cell));
    }
    note({"import.record-added", {shown, merged.id}});
  }
  merged.children = merge(read.children, shown);
  return merged;
}

Provision ProvisionMerge::merge_known(const Provision& read, const KnownProvision& known,
                                      const std::string& shown) {
  const auto& record = *known.record;
  const auto& untouched = *known.untouched;
  MergedLine change;
  Provision merged;
  merged.kind = read.kind == untouched.kind ? record.kind : read.kind;
  merged.id = record.id;
  merged.number = read.number;
  merged.heading = merge_text({record.heading, untouched.heading, read.heading}, change);
  merged.text = merge_text({record.text, untouched.text, read.text}, change);
  merged.rows = merge_rows(read, known, change);
  merged.mandatory = record.mandatory;
  merged.optional = record.optional;
  merged.when = read.when == untouched.when ? record.when : read.when;
  merged.origins = record.origins;
  if (change.is_changed) note({"import.record-changed", {shown, record.id}});
  for (const auto& words : change.lost) note({"import.record-term-lost", {shown, words}});
  return merged;
}

Inlines ProvisionMerge::merge_text(const LineVersions& versions, MergedLine& change) const {
  const auto read = with_ids(versions.read);
  auto merged = merge_line({versions.record, versions.untouched, read});
  change.is_changed = change.is_changed || merged.is_changed;
  change.lost.insert(change.lost.end(), merged.lost.begin(), merged.lost.end());
  return std::move(merged.line);
}

/// A row the clerk left alone is the record's wherever it stands now; others go by their place.
std::vector<std::vector<Inlines>> ProvisionMerge::merge_rows(const Provision& read,
                                                             const KnownProvision& known,
                                                             MergedLine& change) const {
  const auto& record = known.record->rows;
  const auto& untouched = known.untouched->rows;
  std::vector<std::vector<Inlines>> rows;
  change.is_changed = change.is_changed || read.rows.size() != untouched.size();
  for (std::size_t i = 0; i < read.rows.size(); ++i) {
    const auto& row = read.rows[i];
    const auto same = std::find_if(untouched.begin(), untouched.end(), [&](const auto& other) {
      return words_of(other) == words_of(row);
    });
    const auto place =
        same == untouched.end() ? i : static_cast<std::size_t>(same - untouched.begin());
    const bool is_known = place < untouched.size() && place < record.size() &&
                          untouched[place].size() == row.size() &&
                          record[place].size() == row.size();
    auto& merged = rows.emplace_back();
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (is_known) {
        merged.push_back(
            merge_text({record[place][column], untouched[place][column], row[column]}, change));
      } else {
        merged.push_back(with_ids(row[column]));
        change.is_changed = true;
      }
    }
  }
  return rows;
}

Inlines ProvisionMerge::with_ids(Inlines line) const {
  for (auto& item : line) {
    if (item.kind != Inline::Kind::reference) continue;
    const auto renamed = match_.renamed().find(item.value);
    if (renamed != match_.renamed().end()) item.value = renamed->second;
  }
  return line;
}

void ProvisionMerge::report_gone(const std::vector<Provision>& record, const std::string& within) {
  for (const auto& provision : record) {
    const auto shown = citation(provision, within);
    if (!match_.stands(provision)) {
      note({"import.record-removed", {shown, provision.id}}, Severity::warning);
    }
    report_gone(provision.children, shown);
  }
}

void ProvisionMerge::check_references(std::vector<Provision>& provisions) {
  for (auto& provision : provisions) {
    check_references(provision.heading, provision.id);
    check_references(provision.text, provision.id);
    for (auto& row : provision.rows) {
      for (auto& cell : row) check_references(cell, provision.id);
    }
    check_references(provision.children);
  }
}

/// What refers to a provision that is gone stays as words.
void ProvisionMerge::check_references(Inlines& line, const std::string& holder) {
  for (auto& item : line) {
    if (item.kind != Inline::Kind::reference || ids_.contains(item.value)) continue;
    note({"import.record-reference-lost", {holder, item.shown, item.value}}, Severity::warning);
    item = {Inline::Kind::text, item.shown, {}, {}};
  }
}

void ProvisionMerge::note(Text message, Severity severity) {
  found_.add({severity, std::move(message), {file_, {}, {}, 0, 0}, {}});
}

}  // namespace quyche::word
