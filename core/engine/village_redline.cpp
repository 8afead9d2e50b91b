#include "engine/village_redline.hpp"

#include "base/xml.hpp"
#include "compare/word_blocks.hpp"

namespace quyche {

std::string VillageRedlines::make(const Form& old_form, const PrintedPaper& after,
                                  const ChangeMark& mark, Compressor& compressor) {
  const auto& form = *after.press->form;
  if (press_ != after.press) {
    press_ = after.press;
    styles_ = style_ids(form.styles(), form.file());
  }
  const XmlDocument document(after.parts.document, form.file(), XmlSpace::mixed);
  const auto before = read_word_blocks(old_form.root(), styles_);
  const auto body = redline_body(before, read_word_blocks(document.root(), styles_), mark);
  std::string bytes;
  form.pack({word_document(body), after.parts.data}, compressor, bytes);
  return bytes;
}

}  // namespace quyche
