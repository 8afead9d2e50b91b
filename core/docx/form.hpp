#pragma once
// A Word document with blanks, whoever saved it last: reads what stands in its blanks, and fills
// them. Parsed once, then immutable: one Form fills many documents from several threads. What a
// clerk changed outside the blanks stays as it is.

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/regulation.hpp"
#include "quyche/values.hpp"

namespace quyche {

/// What one blank shows.
struct Blank {
  std::string field;          ///< by bookmark, else tag, else binding
  std::string text;           ///< as shown, NFC, white space squeezed
  bool repeats = false;       ///< a repetition (bookmark qc_…_r2), locked in Word
  bool placeholder = false;   ///< marked as showing its placeholder
  std::size_t paragraph = 0;  ///< counted from 1 over the body, as a clerk counts
};

/// Two wordings of which the filling keeps one: this one is there.
struct Alternative {
  Condition condition;
  bool open = false;  ///< still carries its note to the clerk
};

class Form {
 public:
  /// Throws Error: archive.*, xml.*, word.not-a-document.
  Form(std::string_view bytes, const std::string& file);
  Form(std::vector<ArchiveEntry> entries, const std::string& file);
  ~Form();
  Form(Form&&) noexcept;
  Form& operator=(Form&&) noexcept;

  [[nodiscard]] const std::string& file() const;
  [[nodiscard]] const std::vector<Blank>& blanks() const;
  [[nodiscard]] const std::vector<Alternative>& alternatives() const;
  /// Fields the form was made with, by its custom XML part; empty when a program dropped it.
  [[nodiscard]] const std::vector<std::string>& bound_fields() const;
  /// Custom document properties whose name begins with "quyche.", without that beginning.
  [[nodiscard]] const Values& properties() const;
  [[nodiscard]] bool has(std::string_view field) const;

  /// What filling writes, before it is packed.
  struct Filled {
    std::string document;
    std::string data;  ///< the custom XML part; empty without one
  };
  /// The form with `values` (canonical) in its blanks and its alternatives settled by
  /// them; what has no value stays as it was. `fields` tells types and labels. Empty blanks whose
  /// field is not in `keep_open` show nothing when `keep_open` is given: a paper to sign has no
  /// "[Họ và tên]" on it.
  [[nodiscard]] Filled filled(const Values& values, const std::vector<Field>& fields,
                              const std::set<std::string>* keep_open = nullptr) const;
  /// Appends the whole package with these parts.
  void pack(const Filled& parts, Compressor& compressor, std::string& out) const;
  /// Both at once.
  void fill(const Values& values, const std::vector<Field>& fields, Compressor& compressor,
            std::string& out, const std::set<std::string>* keep_open = nullptr) const;
  /// Whether this document is `blank` with `parts` in it, whoever packed it; its properties say
  /// nothing.
  [[nodiscard]] bool is_filling(const Form& blank, const Filled& parts) const;

  /// The document as it was read; until the form is filled for the first time.
  [[nodiscard]] pugi::xml_node root() const;
  /// word/styles.xml; empty without one.
  [[nodiscard]] std::string styles() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quyche
