#pragma once
// Formatted text and links as values: runs with properties of their own over those of the tag.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/word_content.hpp"

namespace quyche {

class RichText final : public WordContent {
 public:
  struct Run {
    std::string text;
    std::vector<std::pair<std::string, std::string>> properties;  ///< element → markup
    std::string url;
  };
  explicit RichText(std::vector<Run> runs) : runs_(std::move(runs)) {}
  [[nodiscard]] std::string text() const override;
  [[nodiscard]] bool truth() const override { return !runs_.empty(); }
  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
  void write(WordSink& sink, const WordSpot& spot) const override;

 private:
  std::vector<Run> runs_;
};

/// "FF0000" of "#ff0000" or "FF0000", or "auto". Throws TemplateFault for what is no colour.
[[nodiscard]] std::string colour_of(std::string_view text);

/// rich(text, bold=true, …): texts and rich texts one behind the other.
[[nodiscard]] Value make_rich_text(const CallArguments& arguments);
/// link(url, text, …)
[[nodiscard]] Value make_link(const CallArguments& arguments);

}  // namespace quyche
