#include "template/program.hpp"

#include <algorithm>

#include "template/evaluator.hpp"
#include "template/folding.hpp"
#include "template/statement_parser.hpp"

namespace quyche {
namespace {

/// Past it nobody reads on, and each costs the search for its place.
constexpr std::size_t k_most_mistakes = 200;

std::vector<Diagnostic> findings_of(std::vector<TagMistake> mistakes, const PieceLocator& locator) {
  std::stable_sort(mistakes.begin(), mistakes.end(), [](const auto& left, const auto& right) {
    return std::pair(left.span.piece, left.span.offset) <
           std::pair(right.span.piece, right.span.offset);
  });
  std::vector<Diagnostic> findings;
  for (auto& mistake : mistakes) {
    if (findings.size() == k_most_mistakes) {
      const auto more = std::to_string(mistakes.size() - k_most_mistakes);
      findings.push_back({Severity::note, {"template.more-mistakes", {more}}, {}, {}});
      break;
    }
    findings.push_back({Severity::error, std::move(mistake.message), locator.locate(mistake.span),
                        std::move(mistake.hints)});
  }
  return findings;
}

}  // namespace

TemplateProgram::TemplateProgram(TemplatePieces pieces, std::shared_ptr<const PieceLocator> locator)
    : pieces_(std::move(pieces)), locator_(std::move(locator)) {
  std::vector<TagMistake> mistakes;
  StatementParser parser(mistakes);
  root_ = parser.read(pieces_);
  if (!mistakes.empty()) throw Error(findings_of(std::move(mistakes), *locator_));
  fold_constants(root_);
  layout_ = resolve_slots(root_, parser.take_names());
}

std::size_t TemplateProgram::render(const Value& data, TemplateSink& sink,
                                    const RenderLimits& limits, const Value& functions) const {
  return TemplateEvaluator(*this, data, functions, limits).run(sink);
}

}  // namespace quyche
