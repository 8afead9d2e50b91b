#pragma once
// Every unit of a register in every form of its life, and what became of it: where the cells of a
// commune belong on a later day. For imports, status and rosters. Holds a copy, not the store.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/values.hpp"
#include "register/store.hpp"

namespace quyche {

/// One form of a unit. Days are ISO text, both included; an open end is empty.
struct UnitForm {
  RowId id = 0;
  RowId parent = 0;
  std::string code;
  std::string type;
  std::string name;
  std::string level;  ///< province, district, commune
  std::string from;
  std::string to;
  std::string sort_key;
  [[nodiscard]] bool contains(std::string_view day) const {
    return (from.empty() || from <= day) && (to.empty() || day <= to);
  }
  [[nodiscard]] bool ended_before(std::string_view day) const { return !to.empty() && to < day; }
};

class UnitTree {
 public:
  explicit UnitTree(Store& store);

  [[nodiscard]] const UnitForm& get(RowId id) const;
  [[nodiscard]] const std::vector<UnitForm>& forms() const { return forms_; }
  /// The form of the unit with this code on that day; null when there is none.
  [[nodiscard]] const UnitForm* find(std::string_view code, std::string_view day) const;
  /// The last form with this code that ended before the day, or the first that begins after it.
  [[nodiscard]] const UnitForm* nearest(std::string_view code, std::string_view day) const;

  /// What stands in the place of a unit on a day. Undecided: the unit was split, or nothing is
  /// known of its end; then `unit` is the last form known and `choices` what it may be.
  struct Successor {
    const UnitForm* unit = nullptr;
    bool decided = true;
    std::vector<const UnitForm*> choices;
  };
  [[nodiscard]] Successor on_day(RowId id, std::string_view day) const;
  /// The unit itself and all that ended up in it.
  [[nodiscard]] std::vector<RowId> with_predecessors(RowId id) const;
  /// The unit above on that day (district, else province); null when there is none then.
  [[nodiscard]] const UnitForm* parent_on(const UnitForm& unit, std::string_view day) const;
  /// True when `unit` on that day is `code` or lies in it.
  [[nodiscard]] bool within(const UnitForm& unit, std::string_view code,
                            std::string_view day) const;
  /// Whether this is the code of the one province there is, also on days of which it is not on
  /// record.
  [[nodiscard]] bool is_only_province(std::string_view code) const;

 private:
  struct Step {
    RowId from = 0;
    RowId to = 0;
    bool whole = true;
  };
  std::vector<UnitForm> forms_;
  std::map<RowId, std::size_t> places_;
  std::multimap<std::string, std::size_t, std::less<>> codes_;
  std::multimap<RowId, Step> after_;
  std::multimap<RowId, Step> before_;
};

/// "xã An Vĩ".
[[nodiscard]] std::string unit_title(const UnitForm& unit);

}  // namespace quyche
