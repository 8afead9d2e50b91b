#include "render/word_run.hpp"

namespace quyche {

std::string IdIssuer::fresh(IdSlot::Kind kind, const std::string& value) {
  switch (kind) {
    case IdSlot::Kind::drawing:
      return std::to_string(++next_.drawing);
    case IdSlot::Kind::bookmark:
      return std::to_string(++next_.bookmark);
    case IdSlot::Kind::control:
      return std::to_string(++next_.control);
    case IdSlot::Kind::number_list:
      return std::to_string(++next_.number_list);
    case IdSlot::Kind::footnote:
      return std::to_string(++next_.notes[0]);
    case IdSlot::Kind::endnote:
      return std::to_string(++next_.notes[1]);
    case IdSlot::Kind::comment:
      return std::to_string(++next_.notes[2]);
    default:
      break;
  }
  // Names of bookmarks have at most 40 characters.
  const auto suffix = "_" + std::to_string(++copies_);
  constexpr std::size_t k_longest_bookmark = 40;
  auto name = value;
  if (name.size() + suffix.size() > k_longest_bookmark) {
    auto end = k_longest_bookmark - suffix.size();
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    name.resize(end);
  }
  return name + suffix;
}

std::string IdIssuer::define(const IdSlot& slot, std::string& current) {
  current = current.empty() && !slot.value.empty() ? slot.value : fresh(slot.kind, slot.value);
  return current;
}

std::string IdIssuer::issue(const IdSlot& slot) {
  auto& current = current_[static_cast<std::uint8_t>(slot.kind)][slot.value];
  if (slot.defines) return define(slot, current);
  return current.empty() ? slot.value : current;
}

void IdIssuer::restart(const std::string& list) {
  if (begun_lists_.insert(list).second) return;
  constexpr auto k_list = IdSlot::Kind::number_list;
  auto number = fresh(k_list, list);
  current_[static_cast<std::uint8_t>(k_list)][list] = number;
  lists_.emplace_back(std::move(number), list);
}

}  // namespace quyche
