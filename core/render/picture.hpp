#pragma once
// A picture file as a value, and as the replacement of a placeholder picture.

#include <cstdint>
#include <optional>
#include <string>

#include "render/word_content.hpp"
#include "render/word_functions.hpp"

namespace quyche {

/// What the first bytes of a picture say. `width` and `height` in English Metric Units (914,400 an
/// inch), by the resolution the file names, else 96 dots an inch.
struct PictureFile {
  std::string extension;  ///< "png", "jpg", "gif", "bmp"
  std::uint64_t width = 0;
  std::uint64_t height = 0;
};
/// Nothing when it is no picture of these kinds.
[[nodiscard]] std::optional<PictureFile> read_picture(std::string_view bytes);

class Picture final : public WordContent {
 public:
  /// Lengths in EMU; 0: by the file, keeping its proportions.
  Picture(std::string bytes, PictureFile file, std::string description)
      : bytes_(std::move(bytes)), file_(std::move(file)), description_(std::move(description)) {}
  [[nodiscard]] std::string text() const override { return {}; }
  void write(WordSink& sink, const WordSpot& spot) const override;
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] const PictureFile& file() const { return file_; }

 private:
  std::string bytes_;
  PictureFile file_;
  std::string description_;
};

/// image(path, width, height, alt). Throws TemplateFault.
[[nodiscard]] Value make_picture(const WordSources& sources, const CallArguments& arguments);

}  // namespace quyche
