#include "docx/provision_mark.hpp"

#include <string_view>

namespace quyche {
namespace {

constexpr std::size_t k_longest_name = 40;

bool is_kept_by_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

/// "article_7.clause_2" → "article_7__clause_2".
std::string for_bookmark(std::string_view id) {
  std::string name;
  for (const char byte : id) {
    if (byte == '.') {
      name += "__";
    } else {
      name += is_kept_by_word(byte) ? byte : '_';
    }
  }
  return name;
}

}  // namespace

std::string ProvisionMarks::enter(const std::string& id) {
  auto name = "qp_" + for_bookmark(id);
  const bool is_inside = !open_.empty() && id.starts_with(open_.back() + ".");
  if (name.size() > k_longest_name && is_inside) {
    name = "qp_" + for_bookmark(std::string_view(id).substr(open_.back().size()));
  }
  open_.push_back(id);
  return unique(name);
}

std::string ProvisionMarks::unique(const std::string& name) {
  auto candidate = name.substr(0, k_longest_name);
  for (int count = 2; !used_.insert(candidate).second; ++count) {
    const auto suffix = "_r" + std::to_string(count);
    candidate = name.substr(0, k_longest_name - suffix.size()) + suffix;
  }
  return candidate;
}

}  // namespace quyche
