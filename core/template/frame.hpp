#pragma once
// What a rendering makes for itself: frames of variables, the object `loop`, namespaces, macros as
// values. Owned by the evaluator; nothing here outlives one rendering.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "template/tree.hpp"
#include "template/value.hpp"

namespace quyche {

class TemplateEvaluator;

struct TemplateFrame {
  struct Slot {
    Value value;
    bool is_set = false;
  };
  std::vector<Slot> slots;
  std::shared_ptr<TemplateFrame> outer;

  void set(std::uint32_t slot, Value value) { slots[slot] = {std::move(value), true}; }
};

class NamespaceObject final : public TemplateObject {
 public:
  [[nodiscard]] std::string type_name() const override { return "namespace"; }
  [[nodiscard]] std::optional<Value> attribute(std::string_view name) const override;
  [[nodiscard]] std::vector<std::string> attribute_names() const override;
  void set(std::string_view name, Value value);
  void clear() { entries_.clear(); }

 private:
  std::vector<std::pair<std::string, Value>> entries_;
};

/// A macro, or the caller of a call block.
class MacroFunction final : public TemplateObject {
 public:
  MacroFunction(TemplateEvaluator& evaluator, const MacroTree& tree,
                std::weak_ptr<TemplateFrame> home)
      : evaluator_(evaluator), tree_(tree), home_(std::move(home)) {}
  [[nodiscard]] std::string type_name() const override { return "macro"; }
  [[nodiscard]] bool is_callable() const override { return true; }
  [[nodiscard]] Value call(const CallArguments& arguments) const override;
  [[nodiscard]] std::optional<Value> attribute(std::string_view name) const override;

 private:
  TemplateEvaluator& evaluator_;
  const MacroTree& tree_;
  /// Weak: the frame holds the macro.
  std::weak_ptr<TemplateFrame> home_;
};

/// `loop`, in step with the loop that runs.
class LoopObject final : public TemplateObject {
 public:
  LoopObject(std::size_t length, std::size_t depth) : length_(length), depth_(depth) {}
  void step(std::size_t index, Value previous, Value next);
  [[nodiscard]] std::string type_name() const override { return "loop"; }
  [[nodiscard]] std::optional<Value> attribute(std::string_view name) const override;
  [[nodiscard]] std::vector<std::string> attribute_names() const override;
  [[nodiscard]] std::optional<Value> method(std::string_view name,
                                            const CallArguments& arguments) const override;

 private:
  [[nodiscard]] bool changed(const CallArguments& arguments) const;

  std::size_t length_;
  std::size_t depth_;
  std::size_t index_ = 0;
  Value previous_;
  Value next_;
  mutable std::optional<Value> last_;  ///< what changed() saw
};

}  // namespace quyche
