#pragma once
// Turns "khoản 2 Điều 7" inside the text of an imported regulation into references by id, where the
// words would come out the same. What points nowhere is a finding with the nearest provision.

#include <map>
#include <string>
#include <vector>

#include "model/word/import_report.hpp"
#include "model/word/reference_pattern.hpp"
#include "quyche/regulation.hpp"

namespace quyche::word {

class ReferenceLinker {
 public:
  /// `typed`: id → number the reader saw, where it differs from Provision::number.
  ReferenceLinker(const std::vector<Provision>& body,
                  const std::map<std::string, std::string>& typed);

  /// `paragraphs`: id → paragraph; `own_type`: lower case type of the paper.
  void link(std::vector<Provision>& body, const std::map<std::string, int>& paragraphs,
            const std::string& own_type, ImportReport& report);

 private:
  using Points = std::map<std::string, const Provision*>;
  struct Clause {
    std::string id;
    Points points;
  };
  struct Article {
    std::string id;
    std::string number;
    std::map<int, Clause> clauses;
    Points points;
  };
  struct Target {
    std::string id;
    std::string words;
    std::string nearest;  ///< when there is no id
  };
  struct Context;

  void index(const std::vector<Provision>& provisions, const Provision* chapter);
  void index_article(const Provision& article);
  void walk(std::vector<Provision>& provisions, const Context& context);
  void link_line(Inlines& line, const Context& context, const std::string& holder);
  void link_text(const Inline& item, Inlines& out, const Context& context,
                 const std::string& holder);
  static void report_missing(const Target& target, const std::string& shown, const Context& context,
                             const std::pair<std::string, std::string>& place);
  [[nodiscard]] static std::string nearest_clause(const Article& article, int wanted);
  [[nodiscard]] static Target find_point(const Points& points, const std::string& within,
                                         const Reference& reference);
  [[nodiscard]] Target find(const Reference& reference, const std::string& own_article) const;
  [[nodiscard]] Target find_in(const Article& article, const Reference& reference) const;
  [[nodiscard]] Target find_division(const Reference& reference) const;
  [[nodiscard]] std::string nearest_article(int number) const;
  [[nodiscard]] std::string number_of(const Provision& provision) const;

  const std::map<std::string, std::string>& typed_;
  std::map<std::string, Article> articles_;
  std::map<int, std::string> article_numbers_;
  std::map<int, std::string> chapters_;
  std::map<std::pair<int, int>, std::string> sections_;
  std::map<int, std::string> appendices_;
};

}  // namespace quyche::word
