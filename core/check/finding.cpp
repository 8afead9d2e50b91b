#include "check/finding.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "base/text.hpp"

namespace quyche::check {
namespace {

// 3, 4, 5, 9 → "3–5, 9".
std::string ranges(std::vector<int> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::string out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    if (!out.empty()) out += ", ";
    out += std::to_string(numbers[i]);
    if (last > i) out.append(last > i + 1 ? "–" : ", ").append(std::to_string(numbers[last]));
    i = last + 1;
  }
  return out;
}

}  // namespace

std::string component_label(const FormatProfile& profile, const std::string& name) {
  const auto& label = profile.component(name).name;
  const auto space = label.find(' ');
  return space == std::string::npos ? name : label.substr(space + 1);
}

std::string points(int half_points) {
  return std::to_string(half_points / 2) + (half_points % 2 == 0 ? "" : ",5");
}

std::string millimetres(int twips) {
  const auto tenths = std::lround(twips * 254.0 / 1440.0);
  const auto rest = std::labs(tenths % 10);
  return std::to_string(tenths / 10) + (rest == 0 ? "" : "," + std::to_string(rest));
}

Finding* Findings::same(Severity severity, const Text& message) {
  for (auto& finding : findings_) {
    if (finding.diagnostic.message == message && finding.diagnostic.severity == severity) {
      return &finding;
    }
  }
  return nullptr;
}

void Findings::add_source(Diagnostic& diagnostic) const {
  // Rules of structure are those of drafting itself; the profile says nothing about them.
  const bool is_format = diagnostic.message.code.starts_with("check.fmt-");
  if (profile_ == nullptr || diagnostic.severity == Severity::note || !is_format) return;
  diagnostic.hints.push_back(
      {profile_->provisional ? "hint.check-source-provisional" : "hint.check-source",
       {profile_->source}});
}

void Findings::add(Severity severity, Text message, std::vector<Text> hints) {
  if (same(severity, message) != nullptr) return;
  Diagnostic diagnostic{severity, std::move(message), {file_, {}, {}, 0, 0}, std::move(hints)};
  add_source(diagnostic);
  findings_.push_back({std::move(diagnostic), {}});
}

void Findings::add(Severity severity, Text message, const Stretch& stretch,
                   std::vector<Text> hints) {
  add(severity, std::move(message), stretch, false, std::move(hints));
}

void Findings::add(Severity severity, Text message, const Stretch& marked, bool with_mark,
                   std::vector<Text> hints) {
  if (auto* known = same(severity, message); known != nullptr && !known->paragraphs.empty()) {
    known->paragraphs.push_back(marked.paragraph);
    return;
  }
  const auto& paragraph = parts_.view().paragraphs[marked.paragraph];
  Place place{file_,
              {{PlaceStep::Kind::paragraph, std::to_string(paragraph.number)}},
              printable(with_mark ? paragraph.text
                                  : paragraph.text.substr(marked.from, marked.to - marked.from)),
              with_mark ? marked.from : 0,
              with_mark ? marked.to - marked.from : 0};
  Diagnostic diagnostic{severity, std::move(message), std::move(place), std::move(hints)};
  add_source(diagnostic);
  findings_.push_back({std::move(diagnostic), {marked.paragraph}});
}

std::vector<Finding> Findings::take() {
  for (auto& finding : findings_) {
    std::vector<int> others;
    for (const auto index : finding.paragraphs) {
      const int number = parts_.view().paragraphs[index].number;
      if (number != parts_.view().paragraphs[finding.paragraphs.front()].number) {
        others.push_back(number);
      }
    }
    if (others.empty()) continue;
    finding.diagnostic.hints.push_back({"hint.check-also", {ranges(std::move(others))}});
  }
  std::stable_sort(findings_.begin(), findings_.end(), [](const auto& left, const auto& right) {
    if (left.paragraphs.empty() || right.paragraphs.empty()) {
      return left.paragraphs.empty() && !right.paragraphs.empty();
    }
    return left.paragraphs.front() < right.paragraphs.front();
  });
  return std::move(findings_);
}

}  // namespace quyche::check
