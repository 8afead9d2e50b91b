#pragma once
// The rule under an issuer or a title of a state paper as a value of its template: how long it is
// depends on the words above it, which are known when the paper is rendered. Made by
// Paper each time.

#include <string>

#include "render/word_content.hpp"

namespace quyche {

class PaperRule final : public WordContent {
 public:
  /// A rule of `length` in the middle of `width` twips, in the paragraph style `style`.
  PaperRule(std::string style, int length, int width);
  void write(WordSink& sink, const WordSpot& spot) const override;

 private:
  std::string paragraph_;
};

}  // namespace quyche
