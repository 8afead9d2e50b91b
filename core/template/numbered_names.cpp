#include "template/numbered_names.hpp"

#include <algorithm>
#include <cstring>

namespace quyche {
namespace {

/// Eight bytes at a time; the last eight may overlap those before.
std::size_t hash_of(std::string_view name) {
  constexpr std::uint64_t k_odd = 0x9E3779B97F4A7C15;
  std::uint64_t mixed = name.size();
  std::uint64_t eight = 0;
  while (name.size() > sizeof eight) {
    std::memcpy(&eight, name.data(), sizeof eight);
    mixed = (mixed ^ eight) * k_odd;
    mixed ^= mixed >> 32U;
    name.remove_prefix(std::min(sizeof eight, name.size() - sizeof eight));
  }
  eight = 0;
  std::memcpy(&eight, name.data(), name.size());
  mixed = (mixed ^ eight) * k_odd;
  return mixed ^ (mixed >> 32U);
}

}  // namespace

std::pair<std::uint32_t, bool> NumberedNames::add(std::string_view name) {
  if (2 * names_.size() >= places_.size()) grow();
  const Name wanted{name, hash_of(name)};
  auto& place = places_[place_of(wanted)];
  const bool is_new = place == 0;
  if (is_new) {
    names_.push_back(wanted);
    place = static_cast<std::uint32_t>(names_.size());
  }
  return {place - 1, is_new};
}

void NumberedNames::clear() {
  if (names_.empty()) return;
  names_.clear();
  std::fill(places_.begin(), places_.end(), 0);
}

std::size_t NumberedNames::place_of(const Name& name) const {
  const auto mask = places_.size() - 1;
  auto at = name.hash & mask;
  const auto is_other = [&](std::uint32_t number) {
    const auto& known = names_[number - 1];
    return known.hash != name.hash || known.letters != name.letters;
  };
  while (places_[at] != 0 && is_other(places_[at])) at = (at + 1) & mask;
  return at;
}

void NumberedNames::grow() {
  places_.assign(places_.empty() ? 16 : 4 * places_.size(), 0);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    places_[place_of(names_[i])] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace quyche
