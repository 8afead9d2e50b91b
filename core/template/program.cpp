#include "template/program.hpp"

#include <algorithm>

#include "template/evaluator.hpp"
#include "template/folding.hpp"
#include "template/statement_parser.hpp"

namespace quyche {
namespace {

std::vector<Diagnostic> findings_of(std::vector<TagMistake> mistakes, const PieceLocator& locator) {
  std::stable_sort(mistakes.begin(), mistakes.end(), [](const auto& left, const auto& right) {
    return std::pair(left.span.piece, left.span.offset) <
           std::pair(right.span.piece, right.span.offset);
  });
  std::vector<Diagnostic> findings;
  for (auto& mistake : mistakes) {
    findings.push_back({Severity::error, std::move(mistake.message), locator.locate(mistake.span),
                        std::move(mistake.hints)});
  }
  return findings;
}

}  // namespace

TemplateProgram::TemplateProgram(std::vector<TemplatePiece> pieces,
                                 std::shared_ptr<const PieceLocator> locator)
    : pieces_(std::move(pieces)), locator_(std::move(locator)) {
  std::vector<TagMistake> mistakes;
  root_ = StatementParser(mistakes).read(pieces_);
  if (!mistakes.empty()) throw Error(findings_of(std::move(mistakes), *locator_));
  fold_constants(root_);
  layout_ = resolve_slots(root_);
}

void TemplateProgram::render(const Value& data, TemplateSink& sink, const RenderLimits& limits,
                             const Value& functions) const {
  TemplateEvaluator(*this, data, functions, limits).run(sink);
}

}  // namespace quyche
