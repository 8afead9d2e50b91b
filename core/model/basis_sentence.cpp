#include "model/basis_sentence.hpp"

#include "base/date.hpp"
#include "base/messages.hpp"

namespace quyche {
namespace {

void append_if(std::string& out, const char* code, const std::string& value) {
  if (!value.empty()) out += sentence({code, {value}}, Language::vietnamese);
}

}  // namespace

Inlines basis_sentence(const Basis& basis) {
  std::string words = sentence({"basis.lead", {basis.type}}, Language::vietnamese);
  append_if(words, "basis.number", basis.number);
  append_if(words, "basis.date", basis.date ? short_date(*basis.date) : std::string());
  append_if(words, "basis.issuer", basis.issuer);
  if (!basis.title.empty()) words += (words.ends_with(' ') ? "" : " ") + basis.title;
  Inlines line{{Inline::Kind::text, words, {}, {}}};
  if (!basis.field.empty()) {
    if (!line.back().value.ends_with(' ')) line.back().value += ' ';
    line.push_back({Inline::Kind::field, basis.field, {}, {}});
  }
  return line;
}

}  // namespace quyche
