#pragma once
// A value that is more than letters: formatted text, a picture, a link, another document. Made by
// the functions of Word templates; writes itself into the part that is rendered.

#include "template/value.hpp"

namespace quyche {

class WordSink;
struct WordSpot;

class WordContent : public TemplateObject {
 public:
  [[nodiscard]] std::string type_name() const override { return "content"; }
  [[nodiscard]] bool is_content() const override { return true; }
  /// `spot` is where the tag stands. Throws TemplateFault.
  virtual void write(WordSink& sink, const WordSpot& spot) const = 0;
};

}  // namespace quyche
