#include "base/numbered_names.hpp"

#include <algorithm>
#include <cstring>

namespace quyche {
namespace {

constexpr std::size_t k_first_places = 64;

template <typename Number>
std::uint64_t loaded(const char* from) {
  Number number{};
  std::memcpy(&number, from, sizeof number);
  return number;
}

/// Eight bytes at a time; the last eight, or four, may overlap those before.
std::size_t hash_of(std::string_view name) {
  constexpr std::uint64_t k_odd = 0x9E3779B97F4A7C15;
  std::uint64_t mixed = name.size();
  const auto mix = [&](std::uint64_t letters) {
    mixed = (mixed ^ letters) * k_odd;
    mixed ^= mixed >> 32U;
  };
  const auto* const letters = name.data();
  if (name.size() >= sizeof(std::uint64_t)) {
    const auto last = name.size() - sizeof(std::uint64_t);
    for (std::size_t at = 0; at < last; at += sizeof(std::uint64_t)) {
      mix(loaded<std::uint64_t>(letters + at));
    }
    mix(loaded<std::uint64_t>(letters + last));
  } else if (name.size() >= sizeof(std::uint32_t)) {
    mix(loaded<std::uint32_t>(letters));
    mix(loaded<std::uint32_t>(letters + name.size() - sizeof(std::uint32_t)));
  } else {
    for (const char letter : name) mix(static_cast<unsigned char>(letter));
  }
  return mixed;
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
  places_.assign(places_.empty() ? k_first_places : 4 * places_.size(), 0);
  names_.reserve(places_.size() / 2);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    places_[place_of(names_[i])] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace quyche
