#pragma once
// A template compiled once to an immutable program, rendered many times from any thread. Whoever
// cuts the document gives the pieces and takes what is rendered; no word of this knows Word.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "template/slots.hpp"
#include "template/source.hpp"
#include "template/tree.hpp"
#include "template/value.hpp"

namespace quyche {

/// How much one rendering may do; a template cannot ask for more.
struct RenderLimits {
  std::size_t steps = 50'000'000;
  std::size_t output_bytes = 64UL << 20U;
  std::size_t depth = 1000;    ///< calls and nested expressions at one time
  std::size_t findings = 100;  ///< mistakes reported before giving up
};

/// Takes what is rendered, in order.
class TemplateSink {
 public:
  TemplateSink() = default;
  TemplateSink(const TemplateSink&) = delete;
  TemplateSink& operator=(const TemplateSink&) = delete;
  virtual ~TemplateSink() = default;
  /// The literal piece of that number, once more.
  virtual void literal(std::size_t piece) = 0;
  /// A value printed by the tag of that number.
  virtual void value(std::size_t piece, const Value& value) = 0;
};

class TemplateProgram {
 public:
  /// Throws Error with every mistake of the template.
  TemplateProgram(TemplatePieces pieces, std::shared_ptr<const PieceLocator> locator);
  // Its tree has names that lie in its pieces.
  TemplateProgram(const TemplateProgram&) = delete;
  TemplateProgram& operator=(const TemplateProgram&) = delete;
  ~TemplateProgram() = default;

  /// `data` is a map: the names a template may use. It hides those of `functions`, another one.
  /// Gives the steps it took. Throws Error with all that went wrong.
  std::size_t render(const Value& data, TemplateSink& sink, const RenderLimits& limits = {},
                     const Value& functions = {}) const;

  [[nodiscard]] const TemplatePieces& pieces() const { return pieces_; }
  [[nodiscard]] const PieceLocator& locator() const { return *locator_; }
  [[nodiscard]] const StatementBody& root() const { return root_; }
  [[nodiscard]] const SlotLayout& layout() const { return layout_; }

 private:
  TemplatePieces pieces_;
  std::shared_ptr<const PieceLocator> locator_;
  StatementBody root_;
  SlotLayout layout_;
};

}  // namespace quyche
