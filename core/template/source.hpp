#pragma once
// What a template is made of before it is read: stretches of plain text and tags, in order, each
// with a number by which the one who cut the document (a text, a Word part) finds its place again.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/diagnostic.hpp"

namespace quyche {

/// A stretch of the inside of one piece: `offset` and `length` count bytes of TemplatePiece::text.
struct TagSpan {
  std::uint32_t piece = 0;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  friend bool operator==(const TagSpan&, const TagSpan&) = default;
};

/// `text` is the words of a literal, or what stands between the braces of a tag as it was typed
/// (without the marks of white space control). Comments are not handed over.
struct TemplatePiece {
  enum class Kind : std::uint8_t { literal, print, statement };
  Kind kind = Kind::literal;
  std::string_view text;
  bool has_markup = false;  ///< of a literal: there is more to it than its words
};

/// All pieces of a template; their texts stand one behind the other in one place. Texts live as
/// long as the pieces are not added to or moved.
class TemplatePieces {
 public:
  /// Room for so many pieces.
  void reserve(std::size_t count) { places_.reserve(count); }
  /// Copies the text.
  void add(const TemplatePiece& piece) {
    places_.push_back({letters_.size(), static_cast<std::uint32_t>(piece.text.size()), piece.kind,
                       piece.has_markup});
    letters_ += piece.text;
  }
  [[nodiscard]] std::size_t size() const { return places_.size(); }
  [[nodiscard]] TemplatePiece operator[](std::size_t number) const {
    const auto& place = places_[number];
    return {place.kind, std::string_view(letters_).substr(place.begin, place.length),
            place.has_markup};
  }

 private:
  struct Place {
    std::size_t begin = 0;
    std::uint32_t length = 0;
    TemplatePiece::Kind kind = TemplatePiece::Kind::literal;
    bool has_markup = false;
  };
  std::vector<Place> places_;
  std::string letters_;
};

/// Finds pieces again. Must be usable from several threads; shared by the program compiled from the
/// pieces.
class PieceLocator {
 public:
  PieceLocator() = default;
  PieceLocator(const PieceLocator&) = delete;
  PieceLocator& operator=(const PieceLocator&) = delete;
  virtual ~PieceLocator() = default;
  /// File, steps, and the line or paragraph with the span marked.
  [[nodiscard]] virtual Place locate(const TagSpan& span) const = 0;
};

}  // namespace quyche
