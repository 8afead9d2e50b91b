#include "paper/paper_rule.hpp"

#include "base/xml.hpp"
#include "render/word_sink.hpp"

namespace quyche {

PaperRule::PaperRule(std::string style, int length, int width) {
  const auto side = std::to_string(length < width ? (width - length) / 2 : 0);
  paragraph_ = "<w:p><w:pPr><w:pStyle w:val=\"";
  append_escaped(paragraph_, style, true);
  paragraph_.append("\"/><w:ind w:left=\"").append(side);
  paragraph_.append("\" w:right=\"").append(side).append("\"/></w:pPr></w:p>");
}

void PaperRule::write(WordSink& sink, const WordSpot& spot) const {
  sink.enter(WordLevel::block, spot);
  sink.out() += paragraph_;
}

}  // namespace quyche
