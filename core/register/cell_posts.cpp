#include "register/cell_posts.hpp"

#include <array>

#include "base/date.hpp"
#include "base/text.hpp"
#include "register/sort_key.hpp"

namespace quyche {
namespace {

struct Title {
  const char* field;
  bool is_member;  ///< only members of the Party hold it
};

constexpr std::array<Title, 5> k_titles{{{"secretary", true},
                                         {"deputy_secretary", true},
                                         {"village_head", false},
                                         {"deputy_village_head", false},
                                         {"front_head", false}}};

}  // namespace

CellPosts::CellPosts(Change& change, WantedRows& wanted) : change_(change) {
  for (auto& record : wanted.with("person", "cell_id")) {
    const std::pair key(record.reference("cell_id"), record.text("name_key"));
    people_.try_emplace(key, std::move(record));
  }
  for (auto& record : wanted.with("post", "cell_id")) {
    if (!record.text("to_day").empty()) continue;
    posts_[record.reference("cell_id")].push_back(std::move(record));
  }
}

void CellPosts::keep(RowId cell, const Values& row, const std::string& day) {
  for (const auto& title : k_titles) {
    const auto name = row.find(title.field);
    if (name == row.end() || name->second.empty()) continue;
    hold(cell, title.field, person(cell, name->second, title.is_member), day);
  }
}

RowId CellPosts::person(RowId cell, const std::string& name, bool is_member) {
  const std::pair key(cell, match_key(name));
  const auto known = people_.find(key);
  if (known != people_.end()) {
    if (is_member) change_.update("person", known->second, {{"is_member", "true"}});
    return known->second.id;
  }
  Values values{{"cell_id", std::to_string(cell)},
                {"name", name},
                {"name_key", key.second},
                {"sort_key", person_sort_key(name)}};
  if (is_member) values["is_member"] = "true";
  const auto id = change_.insert("person", values);
  people_.emplace(key, Record{id, std::move(values)});
  return id;
}

void CellPosts::hold(RowId cell, const std::string& title, RowId person, const std::string& day) {
  auto& posts = posts_[cell];
  for (auto post = posts.begin(); post != posts.end(); ++post) {
    if (post->text("title") != title) continue;
    if (post->reference("person_id") == person) return;
    const auto date = date_from_iso(day);
    change_.update("post", *post, {{"to_day", date ? iso(previous_day(*date)) : day}});
    posts.erase(post);
    break;
  }
  Values values{{"cell_id", std::to_string(cell)},
                {"person_id", std::to_string(person)},
                {"title", title},
                {"from_day", day}};
  const auto id = change_.insert("post", values);
  posts.push_back({id, std::move(values)});
}

}  // namespace quyche
