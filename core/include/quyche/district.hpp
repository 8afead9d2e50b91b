#pragma once
// What a plugin says about its unit: who it is, since when, its communes, its own wording.
// "District" is the usual level; the same values serve a province without districts (after
// 30/6/2025).

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "quyche/abi.hpp"
#include "quyche/regulation.hpp"
#include "quyche/values.hpp"

namespace quyche::inline abi_1 {

/// An administrative unit during one stretch of its life. Key: (code, validity.from).
struct Unit {
  std::string code;  ///< GSO code, 5 digits for communes, 3 for districts, 2 for provinces
  std::string type;  ///< "xã", "phường", "thị trấn", "huyện", "thị xã", "thành phố", "tỉnh"
  std::string name;  ///< without its type
  Validity validity;
  bool place_requires_type = false;  ///< địa danh is written with the type (HD36)
  Values values;                     ///< organ names and field values of this unit
  friend bool operator==(const Unit&, const Unit&) = default;
};

/// The unit a plugin speaks for, in its successive forms (huyện Mỹ Hào, then thị xã Mỹ Hào).
struct District {
  std::string id;  ///< the plugin's id: "khoai_chau"
  std::string version;
  Level level = Level::district;
  std::vector<Unit> forms;     ///< in order of time
  std::vector<Unit> communes;  ///< every commune in every form of its life
  Values values;               ///< field values of this level, over the model's
  std::vector<Term> terms;     ///< wording over the model's
  std::vector<Basis> bases;    ///< added after the model's
  friend bool operator==(const District&, const District&) = default;
};

/// Where a document is made: the units in force on its day. `district` is empty where the day has
/// no district level.
struct Jurisdiction {
  Unit province;
  std::optional<Unit> district;
  std::optional<Unit> commune;
  Date day;
  friend bool operator==(const Jurisdiction&, const Jurisdiction&) = default;
};

/// A regulation settled for one unit: amendments applied, terms worded, numbers and references
/// computed. Fields without a value stay open.
struct LocalRegulation {
  Regulation text;
  Jurisdiction jurisdiction;
  std::string district_id;
  std::string district_version;
  Values values;  ///< every field known by now
  /// Names of the values that stand as plain text; every other field is a blank, perhaps filled.
  std::set<std::string, std::less<>> settled;
  Values words;           ///< vocabulary term → its words here
  std::string sign_mode;  ///< name of the chosen SignMode
  friend bool operator==(const LocalRegulation&, const LocalRegulation&) = default;
};

}  // namespace quyche::inline abi_1
