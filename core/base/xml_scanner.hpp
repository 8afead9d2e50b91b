#pragma once
// XML read from front to back, one token at a time, with every rule of well-formedness checked
// that pugixml lets pass. For XmlDocument (which checks with it) and for parts too large for a tree
// (sheets). The views point into the bytes given, which must outlive the scanner; of a source that
// is read in pieces they point into one piece, and are good until the next token.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/byte_source.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {

class XmlScanner {
 public:
  enum class Token { start, end, text, done };
  static constexpr std::size_t k_depth = 256;

  /// `bytes`: UTF-8 without a byte order mark (see xml_text). `file` names the place.
  XmlScanner(std::string_view bytes, std::string file);
  /// `source`: UTF-8 (see is_utf8), read from its first byte in pieces; it must outlive the
  /// scanner. Throws Error xml.not-utf8 when it says that it is something else. begin() and end()
  /// are of no use then.
  XmlScanner(ByteSource& source, std::string file);
  XmlScanner(const XmlScanner&) = delete;
  XmlScanner& operator=(const XmlScanner&) = delete;
  ~XmlScanner() = default;

  /// The next token; an empty element gives start and end. Throws Error xml.not-well-formed,
  /// xml.doctype, xml.too-deep.
  Token next();
  /// Passes elements that are written as others were that it read whole, but for one text in them:
  /// `head` before the text, `tail` behind it. begin() and text() are then of the text, end()
  /// stands behind the tail; there is no name(). False when something else follows, or bytes are
  /// read in pieces: only next() and end() are of use then. Throws as next().
  bool pass_alike(std::string_view head, std::string_view tail);

  /// Of start and end: the name as written, and without its prefix.
  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] std::string_view local_name() const;
  /// Of start: the attribute's value as written, entities unresolved; empty when it is absent.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  /// The same for an attribute of another namespace, whatever its prefix: "id" of r:id.
  [[nodiscard]] std::string_view prefixed_attribute(std::string_view local_name) const;
  /// All of them, names and values as written.
  [[nodiscard]] const std::vector<std::pair<std::string_view, std::string_view>>& attributes()
      const {
    return attributes_;
  }
  /// Elements open around the token; of start and end: the element itself counted.
  [[nodiscard]] std::size_t depth() const;
  /// Of text: as written.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Of text: its characters stand for themselves (CDATA).
  [[nodiscard]] bool is_literal() const { return is_literal_; }
  /// Offset of the current token; and of what follows it.
  [[nodiscard]] std::size_t begin() const { return token_; }
  [[nodiscard]] std::size_t end() const { return at_; }
  /// Of text: appends the characters, entities resolved, line ends as \n.
  void append_text(std::string& out) const;
  /// Where the current token begins.
  [[nodiscard]] Place place() const;

 private:
  void read_declaration();
  void read_on();
  void read_up_to(std::string_view end);
  [[nodiscard]] Place place_of(std::size_t at, std::size_t length) const;
  void check_end() const;
  Token markup();
  Token start_tag();
  Token end_tag();
  void end_name();
  Token character_data();
  bool one_attribute();
  void attribute_value(char quote);
  void special_character();
  void reference();
  void comment();
  void instruction();
  void skip_space();
  [[nodiscard]] std::string_view read_name();
  [[nodiscard]] char peek(std::size_t ahead = 0) const;
  [[nodiscard]] bool looking_at(std::string_view text) const;
  [[noreturn]] void fail(std::size_t at, std::size_t length, Text hint) const;
  [[noreturn]] void refuse(const char* code) const;

  std::string_view bytes_;
  std::string file_;
  std::size_t at_ = 0;
  std::size_t token_ = 0;
  std::string_view name_;
  std::string_view text_;
  std::vector<std::pair<std::string_view, std::string_view>> attributes_;
  std::vector<std::string_view> open_;
  bool closes_ = false;      ///< the start just given was an empty element
  bool is_outside_ = false;  ///< the token's own element is not in open_
  bool has_root_ = false;
  bool is_literal_ = false;  ///< text_ is CDATA: & means itself

  ByteSource* source_ = nullptr;    ///< none: bytes_ are all there is
  std::string window_;              ///< the piece of it that bytes_ are
  std::size_t before_ = 0;          ///< bytes before the window
  std::vector<std::string> names_;  ///< of open elements whose tags lie before the window
  /// A token that begins before here ends inside the window, but for comments and the like.
  std::size_t whole_until_ = std::string_view::npos;
};

/// An attribute's value with its references resolved.
[[nodiscard]] std::string unescaped(std::string_view text);
/// Appends attribute or character data with its references resolved; `text` is well-formed.
void append_unescaped(std::string& out, std::string_view text);

/// The bytes without a UTF-8 byte order mark. Throws Error xml.not-utf8.
[[nodiscard]] std::string_view xml_text(std::string_view bytes, const std::string& file);

}  // namespace quyche
