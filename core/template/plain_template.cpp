#include "template/plain_template.hpp"

#include "base/source_text.hpp"
#include "template/letters.hpp"
#include "template/python_text.hpp"
#include "template/tag_scanner.hpp"

namespace quyche {
namespace {

/// Offsets of the pieces in the text they were cut from.
class TextLocator final : public PieceLocator {
 public:
  TextLocator(std::string text, std::string name)
      : text_(std::move(text)), name_(std::move(name)) {}
  void add(std::size_t offset) { offsets_.push_back(offset); }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] Place place(std::size_t offset, std::size_t length) const {
    return place_in(text_, name_, offset, length);
  }
  [[nodiscard]] Place locate(const TagSpan& span) const override {
    return place(offsets_.at(span.piece) + span.offset, span.length);
  }

 private:
  std::string text_;
  std::string name_;
  std::vector<std::size_t> offsets_;
};

std::size_t front_space(std::string_view text) {
  return text.size() - stripped(text, {}, true, false).size();
}

std::size_t back_space(std::string_view text) {
  return text.size() - stripped(text, {}, false, true).size();
}

Diagnostic unclosed_tag(const TextLocator& locator, const TextPart& part) {
  const auto braces = locator.text().substr(part.inner_begin, 2);
  const std::string close = braces == "{{" ? "}}" : (braces == "{%" ? "%}" : "#}");
  return {Severity::error,
          {"template.unclosed-tag", {braces, close}},
          locator.place(part.inner_begin, 2),
          {{"hint.template.unclosed-tag", {close}}}};
}

Diagnostic unclosed_raw(const TextLocator& locator) {
  return {Severity::error,
          {"template.unclosed", {"raw", "endraw"}},
          locator.place(locator.text().rfind("raw"), 3),
          {{"hint.template.unclosed", {"endraw"}}}};
}

/// The text ends inside a tag: says so, behind what is wrong in the tags before. Blocks that are
/// open there may well end in what could not be read.
[[noreturn]] void fail_at_end(TemplatePieces pieces, std::shared_ptr<const TextLocator> locator,
                              Diagnostic last) {
  std::vector<Diagnostic> findings;
  try {
    static_cast<void>(TemplateProgram(std::move(pieces), std::move(locator)));
  } catch (const Error& error) {
    for (const auto& finding : error.findings()) {
      if (finding.message.code != "template.unclosed") findings.push_back(finding);
    }
  }
  findings.push_back(std::move(last));
  throw Error(std::move(findings));
}

/// Literals without the white space that a tag beside them trims.
TemplatePiece piece_of(const std::vector<TextPart>& parts, std::size_t at, TextLocator& locator) {
  const auto& part = parts[at];
  auto begin = part.inner_begin;
  auto end = part.inner_end;
  auto kind = TemplatePiece::Kind::literal;
  if (part.kind == TextPart::Kind::print) kind = TemplatePiece::Kind::print;
  if (part.kind == TextPart::Kind::statement) kind = TemplatePiece::Kind::statement;
  if (kind == TemplatePiece::Kind::literal) {
    const std::string_view all = locator.text();
    if (at > 0 && parts[at - 1].trims_after) begin += front_space(all.substr(begin, end - begin));
    if (at + 1 < parts.size() && parts[at + 1].trims_before) {
      end -= back_space(all.substr(begin, end - begin));
    }
  }
  locator.add(begin);
  return {kind, std::string_view(locator.text()).substr(begin, end - begin), false};
}

TemplateProgram compile(std::string text, std::string name) {
  // One line end behind the last line is the file's, as in Jinja2.
  if (text.ends_with('\n')) text.pop_back();
  auto locator = std::make_shared<TextLocator>(std::move(text), std::move(name));
  TagScanner scanner;
  const auto parts = scanner.scan(locator->text());
  TemplatePieces pieces;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind == TextPart::Kind::unclosed) {
      fail_at_end(std::move(pieces), locator, unclosed_tag(*locator, parts[i]));
    }
    if (parts[i].kind == TextPart::Kind::comment) continue;
    pieces.add(piece_of(parts, i, *locator));
  }
  if (scanner.in_raw()) fail_at_end(std::move(pieces), locator, unclosed_raw(*locator));
  return {std::move(pieces), std::move(locator)};
}

class TextSink final : public TemplateSink {
 public:
  explicit TextSink(const TemplatePieces& pieces) : pieces_(pieces) {}
  void literal(std::size_t piece) override { out_ += pieces_[piece].text; }
  void value(std::size_t /*piece*/, const Value& value) override {
    if (value.is(Value::Kind::text)) {
      out_ += value.as_text();
    } else {
      out_ += text_of(value);
    }
  }
  std::string take() { return std::move(out_); }

 private:
  const TemplatePieces& pieces_;
  std::string out_;
};

}  // namespace

PlainTemplate::PlainTemplate(std::string text, std::string name)
    : program_(compile(std::move(text), std::move(name))) {}

std::string PlainTemplate::render(const Value& data, const RenderLimits& limits) const {
  TextSink sink(program_.pieces());
  program_.render(data, sink, limits);
  return sink.take();
}

std::string render_text(std::string text, const Value& data) {
  return PlainTemplate(std::move(text), {}).render(data);
}

}  // namespace quyche
