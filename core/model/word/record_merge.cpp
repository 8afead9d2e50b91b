#include "model/word/record_merge.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/basis_sentence.hpp"
#include "model/word/field_use.hpp"
#include "model/word/inline_merge.hpp"
#include "model/word/provision_merge.hpp"

namespace quyche {
namespace {

using namespace word;
using Names = std::set<std::string, std::less<>>;

bool is_same_basis(const Basis& left, const Basis& right) {
  return shown_words(basis_sentence(left)) == shown_words(basis_sentence(right));
}

/// Fields that the wordings of terms need.
void add_fields_of_terms(const Regulation& regulation, Names& names) {
  for (const auto& term : regulation.terms) {
    for (const auto& wording : term.wordings) {
      if (wording.when) names.insert(wording.when->field);
      for (const auto& item : wording.text) {
        if (item.kind == Inline::Kind::field) names.insert(item.value);
      }
    }
  }
}

bool declares(const std::vector<Field>& fields, const std::string& name) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const Field& field) { return field.name == name; });
}

class RecordMerge {
 public:
  RecordMerge(const ModelVersions& versions, std::string file, Diagnostics& found)
      : record_(versions.record),
        untouched_(versions.untouched),
        read_(versions.read),
        versions_(versions),
        file_(std::move(file)),
        found_(found) {}

  Regulation run() {
    merged_ = record_;
    merge_frame();
    merge_bases();
    merged_.body = ProvisionMerge(versions_, file_, found_).run();
    if (read_.date != untouched_.date) merged_.date = read_.date;
    merge_values();
    merge_fields();
    return std::move(merged_);
  }

 private:
  void note(Text message) {
    found_.add({Severity::note, std::move(message), {file_, {}, {}, 0, 0}, {}});
  }

  [[nodiscard]] Inlines merge(const LineVersions& versions) {
    auto merged = merge_line(versions);
    if (merged.is_changed) {
      note({"import.record-frame-changed", {shown_words(versions.untouched)}});
    }
    for (const auto& words : merged.lost) {
      note({"import.record-term-lost", {shown_words(versions.read), words}});
    }
    return std::move(merged.line);
  }

  void merge_frame() {
    auto& frame = merged_.frame;
    const auto& before = untouched_.frame;
    const auto& now = read_.frame;
    frame.superior = merge({record_.frame.superior, before.superior, now.superior});
    frame.issuer = merge({record_.frame.issuer, before.issuer, now.issuer});
    frame.type_name = merge({record_.frame.type_name, before.type_name, now.type_name});
    const auto take = [](std::string& kept, const std::string& old, const std::string& fresh) {
      if (old != fresh) kept = fresh;
    };
    take(frame.family, before.family, now.family);
    take(frame.symbol, before.symbol, now.symbol);
    take(frame.number_field, before.number_field, now.number_field);
    take(frame.place_field, before.place_field, now.place_field);
    take(frame.date_field, before.date_field, now.date_field);
    merge_titles();
    merge_signatures();
    merge_recipients();
  }

  void merge_titles() {
    const auto& before = untouched_.frame.titles;
    auto& titles = merged_.frame.titles;
    titles.clear();
    for (std::size_t i = 0; i < read_.frame.titles.size(); ++i) {
      const auto& title = read_.frame.titles[i];
      const auto same = std::find_if(before.begin(), before.end(),
                                     [&](const Wording& old) { return old.when == title.when; });
      const auto place = static_cast<std::size_t>(same - before.begin());
      if (same == before.end() || place >= record_.frame.titles.size()) {
        titles.push_back(title);
        continue;
      }
      const auto& own = record_.frame.titles[place];
      titles.push_back({merge({own.text, same->text, title.text}), own.when});
    }
  }

  /// The document shows the first way of signing only; the others are the record's.
  void merge_signatures() {
    const auto& before = untouched_.frame.sign_modes;
    const auto& now = read_.frame.sign_modes;
    if (now == before || now.empty() || merged_.frame.sign_modes.empty()) return;
    auto& mode = merged_.frame.sign_modes.front();
    const auto& shown = now.front().signatures;
    const bool is_same_block = !before.empty() && shown.size() == mode.signatures.size() &&
                               before.front().signatures.size() == shown.size();
    if (!is_same_block) {
      mode.signatures = shown;
      note({"import.record-signatures", {mode.name}});
      return;
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const auto& old = before.front().signatures[i];
      auto& kept = mode.signatures[i];
      kept.on_behalf = merge({Inlines(kept.on_behalf), old.on_behalf, shown[i].on_behalf});
      kept.position = merge({Inlines(kept.position), old.position, shown[i].position});
      if (old.name_field != shown[i].name_field) kept.name_field = shown[i].name_field;
    }
  }

  void merge_recipients() {
    const auto& before = untouched_.frame.recipients;
    const auto& own = record_.frame.recipients;
    const auto& now = read_.frame.recipients;
    if (before.size() != own.size()) return;
    auto& recipients = merged_.frame.recipients;
    recipients.clear();
    for (std::size_t i = 0; i < now.size(); ++i) {
      const auto same = std::find_if(before.begin(), before.end(), [&](const Inlines& line) {
        return shown_words(line) == shown_words(now[i]);
      });
      if (same != before.end()) {
        recipients.push_back(own[static_cast<std::size_t>(same - before.begin())]);
      } else if (now.size() == before.size()) {
        recipients.push_back(merge({own[i], before[i], now[i]}));
      } else {
        recipients.push_back(now[i]);
        note({"import.record-frame-added", {shown_words(now[i])}});
      }
    }
  }

  void merge_bases() {
    const auto& before = untouched_.bases;
    merged_.bases.clear();
    for (const auto& basis : read_.bases) {
      const auto same = std::find_if(before.begin(), before.end(),
                                     [&](const Basis& old) { return is_same_basis(old, basis); });
      const auto place = static_cast<std::size_t>(same - before.begin());
      if (same != before.end() && place < record_.bases.size()) {
        merged_.bases.push_back(record_.bases[place]);
        if (same->when != basis.when) merged_.bases.back().when = basis.when;
        continue;
      }
      merged_.bases.push_back(basis);
      merged_.bases.back().id = fresh_basis_id();
      note({"import.record-basis-new",
            {shown_words(basis_sentence(basis)), merged_.bases.back().id}});
    }
    settle_successors();
  }

  [[nodiscard]] std::string fresh_basis_id() const {
    const auto is_used = [this](const std::string& id) {
      const auto has = [&](const Basis& basis) { return basis.id == id; };
      return std::any_of(record_.bases.begin(), record_.bases.end(), has) ||
             std::any_of(merged_.bases.begin(), merged_.bases.end() - 1, has);
    };
    auto count = merged_.bases.size();
    while (is_used("basis_" + std::to_string(count))) ++count;
    return "basis_" + std::to_string(count);
  }

  /// Where a basis was removed its predecessor is followed by its successor; each is named.
  void settle_successors() {
    std::map<std::string, std::string> successors;
    for (const auto& basis : record_.bases) successors[basis.id] = basis.replaced_by;
    std::set<std::string> kept;
    for (const auto& basis : merged_.bases) kept.insert(basis.id);
    for (auto& basis : merged_.bases) {
      auto& next = basis.replaced_by;
      for (std::size_t step = 0; !next.empty() && !kept.contains(next); ++step) {
        next = step < successors.size() ? successors[next] : std::string();
      }
    }
    for (const auto& basis : record_.bases) {
      if (!kept.contains(basis.id)) note({"import.record-basis-removed", {basis.id}});
    }
  }

  void merge_values() {
    for (const auto& [name, value] : read_.values) {
      const auto before = untouched_.values.find(name);
      const bool is_new = before == untouched_.values.end() || before->second != value;
      if (is_new) merged_.values[name] = value;
    }
  }

  /// What nothing in the record used is for others (spreadsheets, plugins) and stays.
  void merge_fields() {
    auto used = used_fields(merged_);
    add_fields_of_terms(merged_, used);
    const auto was_used = used_fields(record_);
    std::erase_if(merged_.fields, [&](const Field& field) {
      const bool is_dropped = was_used.contains(field.name) && !used.contains(field.name);
      if (is_dropped) note({"import.record-field-dropped", {field.name, field.label}});
      return is_dropped;
    });
    for (const auto& field : read_.fields) {
      if (!used.contains(field.name) || declares(merged_.fields, field.name)) continue;
      if (declares(record_.fields, field.name)) continue;
      if (record_.values.contains(field.name)) continue;
      merged_.fields.push_back(field);
      note({"import.record-field-added", {field.name, field.label}});
    }
  }

  const Regulation& record_;
  const Regulation& untouched_;
  const Regulation& read_;
  const ModelVersions& versions_;
  std::string file_;
  Diagnostics& found_;
  Regulation merged_;
};

}  // namespace

Regulation merge_record(const ModelVersions& versions, const std::string& file,
                        Diagnostics& found) {
  return RecordMerge(versions, file, found).run();
}

}  // namespace quyche
