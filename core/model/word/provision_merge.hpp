#pragma once
// The provisions of a model after a clerk edited its export in Word. Refers to the versions and the
// findings, which must outlive it. Used by record_merge.

#include <set>
#include <string>
#include <vector>

#include "model/word/inline_merge.hpp"
#include "model/word/provision_match.hpp"
#include "model/word/record_merge.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche::word {

class ProvisionMerge {
 public:
  ProvisionMerge(const ModelVersions& versions, std::string file, Diagnostics& found);

  [[nodiscard]] std::vector<Provision> run();

 private:
  [[nodiscard]] std::vector<Provision> merge(const std::vector<Provision>& read,
                                             const std::string& within);
  [[nodiscard]] Provision merge(const Provision& read, const std::string& within);
  [[nodiscard]] Provision merge_known(const Provision& read, const KnownProvision& known,
                                      const std::string& shown);
  [[nodiscard]] std::vector<std::vector<Inlines>> merge_rows(const Provision& read,
                                                             const KnownProvision& known,
                                                             MergedLine& change) const;
  [[nodiscard]] Inlines merge_text(const LineVersions& versions, MergedLine& change) const;
  [[nodiscard]] Inlines with_ids(Inlines line) const;
  void report_gone(const std::vector<Provision>& record, const std::string& within);
  void check_references(std::vector<Provision>& provisions);
  void check_references(Inlines& line, const std::string& holder);
  void note(Text message, Severity severity = Severity::note);

  const ModelVersions& versions_;
  ProvisionMatch match_;
  std::string file_;
  Diagnostics& found_;
  std::set<std::string> ids_;
};

}  // namespace quyche::word
