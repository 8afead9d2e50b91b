#pragma once
// A cell of the register in the words of its place and day: what cell, village and their heads are
// called, under which Party body, which laws are in force. For meetings and duties begun from the
// register.

#include <string>

#include "engine/commune_press.hpp"
#include "register/cell_lookup.hpp"

namespace quyche {

struct CellWords {
  std::string cell;                           ///< "Chi bộ thôn Trung"
  std::string village;                        ///< "thôn Trung"
  std::string village_head;                   ///< "trưởng thôn"
  std::string upper_party_body;               ///< "Đảng bộ xã An Vĩ"
  std::shared_ptr<const CommunePress> press;  ///< words, values and legal bases of the commune
  /// What a post of the register is called here: "Bí thư chi bộ", "Trưởng thôn".
  [[nodiscard]] std::string post(const std::string& title) const;
};

/// Keeps what communes share; `presses` must outlive nothing but this.
class CellWording {
 public:
  explicit CellWording(Workshop& workshop) : presses_(workshop, {}, false) {}
  /// Throws Error unit.unknown when no plugin has the commune on that day.
  [[nodiscard]] CellWords words(const Record& cell, const UnitForm& commune, Date day);

 private:
  CommunePresses presses_;
};

}  // namespace quyche
