#include "engine/cell_words.hpp"

#include "base/messages.hpp"
#include "base/named_value.hpp"
#include "base/text.hpp"

namespace quyche {
namespace {

bool begins_with(const std::string& name, const std::string& word) {
  return match_key(name).starts_with(match_key(word) + " ");
}

// Registers hold the bare name; lists that clerks made may bring "thôn Trung" or the whole name.
std::string village_of(const std::string& name, const std::string& kind) {
  const auto cell = squeeze(vietnamese("cell.name", {std::string()}));
  const auto bare = begins_with(name, cell) ? squeeze(name.substr(cell.size())) : name;
  if (begins_with(bare, kind)) return kind + bare.substr(kind.size());
  return kind + " " + bare;
}

}  // namespace

std::string CellWords::post(const std::string& title) const {
  const auto& words = press->local.words;
  if (const auto& word = value_of(words, title); !word.empty()) return capitalise(word);
  return vietnamese("post." + title);
}

CellWords CellWording::words(const Record& cell, const UnitForm& commune, Date day) {
  CellWords out;
  out.press = presses_.get({{"commune_code", commune.code}}, day);
  const auto& local = out.press->local;
  out.village = village_of(cell.text("name"), value_of(local.words, "village"));
  out.cell = vietnamese("cell.name", {out.village});
  out.village_head = value_of(local.words, "village_head");
  out.upper_party_body = value_of(local.values, "commune_party_org_name");
  return out;
}

}  // namespace quyche
