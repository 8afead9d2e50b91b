#include "model/word/reference_linker.hpp"

#include <cstdlib>
#include <utility>

#include "base/messages.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace quyche::word {
namespace {

std::string words(const char* code, const std::string& number) {
  return sentence({code, {number}}, Language::vietnamese);
}

/// The number at the front of "5a".
int leading_number(const std::string& text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > 100'000) break;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// The entry of `numbered` nearest to `number`; its end when it is empty.
template <typename Value>
auto nearest_in(const std::map<int, Value>& numbered, int number) {
  const auto after = numbered.lower_bound(number);
  if (numbered.empty() || after == numbered.begin()) return after;
  const auto before = std::prev(after);
  if (after == numbered.end()) return before;
  return number - before->first <= after->first - number ? before : after;
}

std::string in_article(const std::string& number) { return words("reference.article", number); }

std::string in_clause(int number, const std::string& article) {
  return words("reference.clause", std::to_string(number)) + " " + in_article(article);
}

}  // namespace

struct ReferenceLinker::Context {
  const std::map<std::string, int>& paragraphs;
  const std::string& own_type;
  ImportReport& report;
  std::string article;  ///< number of the article we are in
};

ReferenceLinker::ReferenceLinker(const std::vector<Provision>& body,
                                 const std::map<std::string, std::string>& typed)
    : typed_(typed) {
  index(body, nullptr);
}

std::string ReferenceLinker::number_of(const Provision& provision) const {
  const auto typed = typed_.find(provision.id);
  return typed == typed_.end() ? provision.number : typed->second;
}

void ReferenceLinker::index(const std::vector<Provision>& provisions, const Provision* chapter) {
  for (const auto& provision : provisions) {
    const int number = provision.number.empty() ? 0 : roman_value(provision.number).value_or(0);
    switch (provision.kind) {
      case ProvisionKind::appendix:
        // What stands in an appendix is not meant by "Điều 7".
        if (number > 0) appendices_.emplace(number, provision.id);
        break;
      case ProvisionKind::article:
        index_article(provision);
        break;
      case ProvisionKind::chapter:
        chapters_.emplace(number, provision.id);
        index(provision.children, &provision);
        break;
      case ProvisionKind::section:
        if (chapter != nullptr) {
          const int in = roman_value(chapter->number).value_or(0);
          sections_.emplace(std::pair(in, leading_number(provision.number)), provision.id);
        }
        index(provision.children, chapter);
        break;
      default:
        index(provision.children, chapter);
    }
  }
}

void ReferenceLinker::index_article(const Provision& provision) {
  Article article;
  article.id = provision.id;
  article.number = provision.number;
  for (const auto& child : provision.children) {
    if (child.kind == ProvisionKind::point) article.points.emplace(number_of(child), &child);
    if (child.kind != ProvisionKind::clause) continue;
    Clause clause;
    clause.id = child.id;
    for (const auto& inner : child.children) {
      if (inner.kind == ProvisionKind::point) clause.points.emplace(number_of(inner), &inner);
    }
    article.clauses.emplace(leading_number(child.number), std::move(clause));
  }
  article_numbers_.emplace(leading_number(provision.number), provision.number);
  articles_.emplace(provision.number, std::move(article));
}

ReferenceLinker::Target ReferenceLinker::find_in(const Article& article,
                                                 const Reference& reference) const {
  const auto whole = in_article(article.number);
  if (reference.clause == 0 && reference.point.empty()) return {article.id, whole, {}};
  if (reference.clause == 0) return find_point(article.points, whole, reference);
  const auto clause = article.clauses.find(reference.clause);
  if (clause == article.clauses.end()) return {{}, {}, nearest_clause(article, reference.clause)};
  const auto within = in_clause(reference.clause, article.number);
  if (reference.point.empty()) return {clause->second.id, within, {}};
  return find_point(clause->second.points, within, reference);
}

std::string ReferenceLinker::nearest_clause(const Article& article, int wanted) {
  const auto near = nearest_in(article.clauses, wanted);
  if (near == article.clauses.end()) return in_article(article.number);
  return in_clause(near->first, article.number);
}

ReferenceLinker::Target ReferenceLinker::find_point(const Points& points, const std::string& within,
                                                    const Reference& reference) {
  const auto point = points.find(reference.point);
  if (point != points.end()) {
    return {point->second->id, words("reference.point", point->second->number) + " " + within, {}};
  }
  if (points.empty()) return {{}, {}, within};
  return {{}, {}, words("reference.point", points.rbegin()->second->number) + " " + within};
}

ReferenceLinker::Target ReferenceLinker::find_division(const Reference& reference) const {
  if (reference.appendix > 0) {
    const auto text = words("reference.appendix", roman(reference.appendix));
    const auto found = appendices_.find(reference.appendix);
    if (found != appendices_.end()) return {found->second, text, {}};
    if (appendices_.empty()) return {{}, {}, {}};
    return {{}, {}, words("reference.appendix", roman(appendices_.rbegin()->first))};
  }
  const auto chapter = chapters_.find(reference.chapter);
  const auto text = words("reference.chapter", roman(reference.chapter));
  if (chapter == chapters_.end()) {
    if (chapters_.empty()) return {};
    return {{}, {}, words("reference.chapter", roman(chapters_.rbegin()->first))};
  }
  if (reference.section == 0) return {chapter->second, text, {}};
  const auto section = sections_.find(std::pair(reference.chapter, reference.section));
  if (section == sections_.end()) return {{}, {}, text};
  return {section->second,
          words("reference.section", std::to_string(reference.section)) + " " + text,
          {}};
}

std::string ReferenceLinker::nearest_article(int number) const {
  const auto near = nearest_in(article_numbers_, number);
  return near == article_numbers_.end() ? std::string() : in_article(near->second);
}

ReferenceLinker::Target ReferenceLinker::find(const Reference& reference,
                                              const std::string& own_article) const {
  if (reference.article.empty() && !reference.is_relative) return find_division(reference);
  const auto article = articles_.find(reference.is_relative ? own_article : reference.article);
  if (article != articles_.end()) return find_in(article->second, reference);
  if (reference.is_relative) return {};
  return {{}, {}, nearest_article(leading_number(reference.article))};
}

void ReferenceLinker::report_missing(const Target& target, const std::string& shown,
                                     const Context& context,
                                     const std::pair<std::string, std::string>& place) {
  if (target.nearest.empty() || context.report.is_full()) return;
  const auto& [holder, text] = place;
  const auto paragraph = context.paragraphs.find(holder);
  context.report.add(Severity::warning, {"import.reference-without-target", {shown}},
                     paragraph == context.paragraphs.end() ? 0 : paragraph->second, text,
                     {{"hint.nearest-provision", {target.nearest}}});
}

void ReferenceLinker::link_text(const Inline& item, Inlines& out, const Context& context,
                                const std::string& holder) {
  std::size_t from = 0;
  const auto& text = item.value;
  for (const auto& reference : find_references(text, context.own_type)) {
    if (reference.is_foreign) continue;
    const auto target = find(reference, context.article);
    if (target.id.empty()) {
      const auto shown = text.substr(reference.from, reference.to - reference.from);
      report_missing(target, shown, context, {holder, text});
    }
    // "Điều này" would come out as "Điều 7": it stays as it is.
    if (target.id.empty() || reference.is_relative) continue;
    if (reference.from > from) {
      out.push_back({Inline::Kind::text, text.substr(from, reference.from - from), {}, {}});
    }
    const bool capital = reference.is_capitalised;
    out.push_back({Inline::Kind::reference, target.id,
                   capital ? capitalise(target.words) : target.words, capital ? "title" : ""});
    from = reference.to;
  }
  if (from < text.size()) out.push_back({Inline::Kind::text, text.substr(from), {}, {}});
}

void ReferenceLinker::link_line(Inlines& line, const Context& context, const std::string& holder) {
  Inlines linked;
  for (auto& item : line) {
    if (item.kind == Inline::Kind::text) {
      link_text(item, linked, context, holder);
    } else {
      linked.push_back(std::move(item));
    }
  }
  line = std::move(linked);
}

void ReferenceLinker::walk(std::vector<Provision>& provisions, const Context& context) {
  for (auto& provision : provisions) {
    Context inner = context;
    if (provision.kind == ProvisionKind::article) inner.article = provision.number;
    link_line(provision.heading, inner, provision.id);
    link_line(provision.text, inner, provision.id);
    for (auto& row : provision.rows) {
      for (auto& cell : row) link_line(cell, inner, provision.id);
    }
    walk(provision.children, inner);
  }
}

void ReferenceLinker::link(std::vector<Provision>& body,
                           const std::map<std::string, int>& paragraphs,
                           const std::string& own_type, ImportReport& report) {
  walk(body, {paragraphs, own_type, report, {}});
}

}  // namespace quyche::word
