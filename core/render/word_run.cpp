#include "render/word_run.hpp"

namespace quyche {

std::string IdIssuer::fresh(const IdSlot& slot) {
  switch (slot.kind) {
    case IdSlot::Kind::drawing:
      return std::to_string(++next_.drawing);
    case IdSlot::Kind::bookmark:
      return std::to_string(++next_.bookmark);
    case IdSlot::Kind::control:
      return std::to_string(++next_.control);
    case IdSlot::Kind::number_list:
      return std::to_string(++next_.number_list);
    default:
      break;
  }
  // Names of bookmarks have at most 40 characters.
  const auto suffix = "_" + std::to_string(++copies_);
  constexpr std::size_t k_longest = 40;
  auto name = slot.value;
  if (name.size() + suffix.size() > k_longest) {
    auto end = k_longest - suffix.size();
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    name.resize(end);
  }
  return name + suffix;
}

std::string IdIssuer::define(const IdSlot& slot, std::string& current) {
  current = current.empty() && !slot.value.empty() ? slot.value : fresh(slot);
  return current;
}

std::string IdIssuer::issue(const IdSlot& slot) {
  auto& current = current_[static_cast<std::uint8_t>(slot.kind)][slot.value];
  if (slot.defines) return define(slot, current);
  return current.empty() ? slot.value : current;
}

void IdIssuer::restart(const std::string& list) {
  if (begun_lists_.insert(list).second) return;
  const IdSlot slot{IdSlot::Kind::number_list, true, 0, list};
  auto number = fresh(slot);
  current_[static_cast<std::uint8_t>(slot.kind)][list] = number;
  lists_.emplace_back(std::move(number), list);
}

}  // namespace quyche
