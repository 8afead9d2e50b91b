#include "render/merged_relations.hpp"

namespace quyche {

const std::map<std::string, PartRelation>& MergedRelations::relations(const std::string& part) {
  const auto known = relations_.find(part);
  if (known != relations_.end()) return known->second;
  return relations_.emplace(part, theirs_.relations(part)).first->second;
}

std::string MergedRelations::map(const std::string& from, const std::string& id,
                                 const std::string& to) {
  const auto known = ids_.find({from, id});
  if (known != ids_.end()) return known->second;
  const auto& all = relations(from);
  const auto found = all.find(id);
  if (found == all.end()) return {};
  const auto& relation = found->second;
  if (!relation.is_external && !theirs_.has(relation.target)) return {};
  const auto target = relation.is_external ? relation.target : "/" + copy(relation.target);
  auto made = edits_.relate(to, relation.type, target, relation.is_external);
  return ids_.emplace(std::pair(from, id), std::move(made)).first->second;
}

std::string MergedRelations::copy(const std::string& name) {
  const auto known = copies_.find(name);
  if (known != copies_.end()) return known->second;
  const auto type = theirs_.content_type(name);
  if (type.starts_with("image/")) {
    return copies_[name] = edits_.add_picture(theirs_.part(name), extension_of(name), type);
  }
  const auto made = edits_.add_copy(name, theirs_.part(name), type);
  copies_[name] = made;  // before what it refers to: that may lead back
  for (const auto& [id, relation] : theirs_.relations(name)) {
    if (!relation.is_external && !theirs_.has(relation.target)) continue;
    const auto target = relation.is_external ? relation.target : "/" + copy(relation.target);
    edits_.relate_as(id, made, relation.type, target, relation.is_external);
  }
  return made;
}

}  // namespace quyche
