#pragma once
// Which provision of the model each provision of a clerk's file is: by its bookmark, else by its
// words and place, because Word drops a bookmark with the paragraph it began in and moves one to
// what is typed before it. Refers to the three trees, which must outlive it. Used by record_merge.

#include <map>
#include <string>
#include <vector>

#include "quyche/regulation.hpp"

namespace quyche::word {

/// A provision as the model has it and as an untouched export reads.
struct KnownProvision {
  const Provision* record = nullptr;
  const Provision* untouched = nullptr;
};

class ProvisionMatch {
 public:
  ProvisionMatch(const std::vector<Provision>& record, const std::vector<Provision>& untouched,
                 const std::vector<Provision>& read);

  /// Null when the clerk added it.
  [[nodiscard]] const KnownProvision* find(const Provision& read) const;
  [[nodiscard]] bool stands(const Provision& record) const;
  /// The id it has from now on.
  [[nodiscard]] const std::string& id_of(const Provision& read) const;
  /// Id in the clerk's file → id from now on, where they differ.
  [[nodiscard]] const std::map<std::string, std::string>& renamed() const { return renamed_; }

 private:
  void pair(const std::vector<Provision>& record, const std::vector<Provision>& untouched);
  void match_by_id(const std::vector<Provision>& read);
  void match_siblings(const std::vector<Provision>& untouched, const std::vector<Provision>& read);
  void match_by_words(const std::vector<Provision>& untouched, const Provision& read);
  void match_by_place(const std::vector<Provision>& untouched, const std::vector<Provision>& read);
  /// The provision read that it is; null when it is gone.
  [[nodiscard]] const Provision* holder_of(const Provision& untouched) const;
  void connect(const Provision& untouched, const Provision& read);
  void name_all(const std::vector<Provision>& read);

  std::map<std::string, KnownProvision> known_;           ///< by id in the untouched export
  std::map<const Provision*, KnownProvision> matches_;    ///< by provision read
  std::map<const Provision*, const Provision*> holders_;  ///< untouched → read
  std::map<const Provision*, const Provision*> stands_;   ///< record → read
  std::map<const Provision*, std::string> ids_;           ///< of provisions read
  std::map<std::string, std::string> renamed_;
};

}  // namespace quyche::word
