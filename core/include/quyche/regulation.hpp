#pragma once
// A model regulation (mẫu quy chế) as a tree of provisions, and the parts of the paper around it.
// Read from Akoma Ntoso or Word by core/model, adapted by core/localise, set by core/docx. Plain
// values: whoever holds one owns all of it. Numbers and reference texts are computed
// (core/localise/numbering), never typed.

#include <optional>
#include <string>
#include <vector>

#include "quyche/abi.hpp"
#include "quyche/values.hpp"

namespace quyche::inline abi_1 {

/// A stretch of running text.
struct Inline {
  enum class Kind {
    text,      ///< value: the words
    field,     ///< value: the field's name
    term,      ///< value: the name of a vocabulary term ("village"); settled by localise
    reference  ///< value: the id of the provision referred to; shown: "khoản 2 Điều 7"
  };
  Kind kind = Kind::text;
  std::string value;
  std::string shown;  ///< reference: its computed text; term: its wording once settled
  std::string form;   ///< field, term: "" as is, "upper", "title" (first letter), "words" (dates)
  friend bool operator==(const Inline&, const Inline&) = default;
};
using Inlines = std::vector<Inline>;

/// "field = value" or "field != value". An element with a condition is there only when it holds.
struct Condition {
  std::string field;
  std::string value;
  bool negated = false;
  friend bool operator==(const Condition&, const Condition&) = default;
};

/// Who did what to a provision: the chain behind `quyche explain`, oldest first.
struct Origin {
  enum class Act { wrote, replaced, inserted, imported };
  Act act = Act::wrote;
  Level level = Level::province;
  std::string author;   ///< id of the model or of the plugin
  std::string version;  ///< its version
  friend bool operator==(const Origin&, const Origin&) = default;
};

/// phần, chương, mục, điều, khoản, điểm; a paragraph without number; a table; an appendix.
enum class ProvisionKind { part, chapter, section, article, clause, point, text, table, appendix };

struct Provision {
  ProvisionKind kind = ProvisionKind::text;
  std::string id;      ///< stable over all changes; Akoma Ntoso wId
  std::string number;  ///< computed: "I", "7", "2", "đ"; empty for text and tables
  Inlines heading;     ///< title of a part … article, appendix; of a clause if it has one
  Inlines text;        ///< the provision's own sentence; before the children if there are any
  std::vector<Provision> children;
  std::vector<std::vector<Inlines>> rows;  ///< table: cells row by row; the first row is its head
  bool mandatory = false;                  ///< no level below may remove or replace it
  bool optional = false;                   ///< the level below may leave it out
  std::optional<Condition> when;
  std::vector<Origin> origins;
  friend bool operator==(const Provision&, const Provision&) = default;
};

/// A legal basis (căn cứ) as a record; its sentence is made by the format profile.
struct Basis {
  std::string id;
  std::string type;    ///< "Quyết định"
  std::string number;  ///< "2128/QĐ-UBND"; empty when it has none (Điều lệ Đảng)
  std::optional<Date> date;
  std::string issuer;  ///< "Ủy ban nhân dân tỉnh Hưng Yên"
  std::string title;   ///< "ban hành Quy chế …", after type, number and date
  std::string field;   ///< name of the field that holds the whole citation instead; else empty
  Validity validity;
  std::string replaced_by;  ///< id of the basis that follows it
  std::optional<Condition> when;
  friend bool operator==(const Basis&, const Basis&) = default;
};

/// A word that changes from place to place: "thôn" or "khu phố". The first wording whose condition
/// holds is used.
struct Wording {
  Inlines text;
  std::optional<Condition> when;
  friend bool operator==(const Wording&, const Wording&) = default;
};
struct Term {
  std::string name;
  std::vector<Wording> wordings;
  friend bool operator==(const Term&, const Term&) = default;
};

/// One signature block: "T/M CHI BỘ" / "BÍ THƯ" / the field with the name.
struct Signature {
  Inlines on_behalf;
  Inlines position;
  std::string name_field;
  friend bool operator==(const Signature&, const Signature&) = default;
};
struct SignMode {
  std::string name;                   ///< cell_only, co_signed, commune_issued
  std::vector<Signature> signatures;  ///< left to right; the last one stands at the right
  // Where another organ issues: what takes the place of the frame's own. Empty: the frame's.
  Inlines superior;
  Inlines issuer;
  std::string symbol;
  std::vector<Inlines> recipients;
  friend bool operator==(const SignMode&, const SignMode&) = default;
};

/// The parts of the paper around the text (thể thức).
struct Frame {
  std::string family = "party";  ///< "party" or "state": which format profiles fit
  Inlines superior;              ///< cơ quan cấp trên: "Đảng bộ xã An Vĩ"
  Inlines issuer;                ///< cơ quan ban hành: "Chi bộ thôn Trung"
  std::string number_field = "number";
  std::string symbol;  ///< "QC/CB"
  std::string place_field = "place";
  std::string date_field = "issue_date";
  Inlines type_name;            ///< "Quy chế"
  std::vector<Wording> titles;  ///< trích yếu
  std::vector<SignMode> sign_modes;
  std::vector<Inlines> recipients;
  friend bool operator==(const Frame&, const Frame&) = default;
};

struct Regulation {
  std::string id;       ///< "hung-yen/quy-che-phoi-hop"
  std::string version;  ///< "2018.1"
  std::optional<Date> date;
  std::string author;  ///< organ that wrote it, as shown
  std::string notice;  ///< what it is not: "văn bản mẫu minh họa, không phải văn bản chính thức"
  Values values;  ///< known to the author: province_name …
  std::vector<Field> fields;
  std::vector<Term> terms;
  std::vector<Basis> bases;
  Frame frame;
  std::vector<Provision> body;
  friend bool operator==(const Regulation&, const Regulation&) = default;
};

}  // namespace quyche::inline abi_1
