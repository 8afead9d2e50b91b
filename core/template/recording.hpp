#pragma once
// What a block printed, kept to be printed later: a set block, a macro, a call. Plain words become
// a text; with markup or rich content in it, a recording that plays itself into a sink.

#include <variant>
#include <vector>

#include "template/program.hpp"

namespace quyche {

/// Content that a block printed. Holds the numbers of pieces, which belong to the program.
class Recording final : public TemplateObject {
 public:
  struct Event {
    std::size_t piece = 0;
    bool is_literal = false;
    Value value;
  };
  Recording(const TemplatePieces& pieces, std::vector<Event> events)
      : pieces_(pieces), events_(std::move(events)) {}
  [[nodiscard]] std::string type_name() const override { return "content"; }
  [[nodiscard]] std::string text() const override;
  [[nodiscard]] bool truth() const override { return !events_.empty(); }
  [[nodiscard]] bool is_content() const override { return true; }
  void play(TemplateSink& sink) const;
  [[nodiscard]] std::size_t event_count() const { return events_.size(); }

 private:
  const TemplatePieces& pieces_;
  std::vector<Event> events_;
};

class RecordingSink final : public TemplateSink {
 public:
  explicit RecordingSink(const TemplatePieces& pieces) : pieces_(pieces) {}
  void literal(std::size_t piece) override;
  void value(std::size_t piece, const Value& value) override;
  /// A text, or a Recording when words alone do not say it.
  [[nodiscard]] Value take();

 private:
  const TemplatePieces& pieces_;
  std::vector<Recording::Event> events_;
  bool is_plain_ = true;
};

}  // namespace quyche
