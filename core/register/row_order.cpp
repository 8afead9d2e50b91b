#include "register/row_order.hpp"

#include <algorithm>
#include <tuple>

namespace quyche {
namespace {

constexpr std::size_t k_first_name = 2;

}  // namespace

RowOrder::RowOrder(const Table& source) : columns_{"c.id", "t.id"} {
  if (source.name == "post") columns_.emplace_back("p.sort_key");
  if (source.has_column("sort_key") && source.name != "cell") columns_.emplace_back("t.sort_key");
}

void RowOrder::expect(const std::string& cell) { cells_.emplace(cell, cells_.size()); }

void RowOrder::add(const std::vector<std::string>& keys, const RosterCells& row) {
  std::string name;
  for (std::size_t i = k_first_name; i < columns_.size(); ++i) name += keys[i] + '\0';
  rows_.push_back({cells_.at(keys[0]), std::move(name), std::stoll(keys[1]), row});
}

void RowOrder::give(const TakeRow& take) {
  std::sort(rows_.begin(), rows_.end(), [](const Waiting& left, const Waiting& right) {
    return std::tie(left.cell, left.name, left.record) <
           std::tie(right.cell, right.name, right.record);
  });
  for (const auto& waiting : rows_) take(waiting.row);
}

}  // namespace quyche
