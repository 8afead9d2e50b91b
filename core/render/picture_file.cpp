#include <array>
#include <string_view>

#include "render/picture.hpp"

namespace quyche {
namespace {

constexpr std::uint64_t k_inch = 914'400;
constexpr std::uint64_t k_usual_density = 96;
constexpr std::uint64_t k_largest = 65'535;

std::uint64_t number_at(std::string_view bytes, std::size_t at, int width, bool big) {
  std::uint64_t value = 0;
  for (int i = 0; i < width; ++i) {
    const auto index = at + static_cast<std::size_t>(big ? i : width - 1 - i);
    if (index >= bytes.size()) return 0;
    value = (value << 8U) | static_cast<unsigned char>(bytes[index]);
  }
  return value;
}

std::optional<PictureFile> sized(std::string extension, std::uint64_t width, std::uint64_t height,
                                 std::uint64_t density) {
  if (width == 0 || height == 0 || width > k_largest || height > k_largest) return std::nullopt;
  if (density < 20 || density > 5000) density = k_usual_density;
  return PictureFile{std::move(extension), width * k_inch / density, height * k_inch / density};
}

std::optional<PictureFile> read_png(std::string_view bytes) {
  std::uint64_t density = 0;
  const auto physical = bytes.substr(0, 4096).find("pHYs");
  // Dots a metre, when the last byte says so.
  if (physical != bytes.npos && number_at(bytes, physical + 12, 1, true) == 1) {
    density = (number_at(bytes, physical + 4, 4, true) * 254 + 5000) / 10'000;
  }
  return sized("png", number_at(bytes, 16, 4, true), number_at(bytes, 20, 4, true), density);
}

/// Dots an inch; 0 when the segment does not say.
std::uint64_t jfif_density(std::string_view segment) {
  if (segment.substr(4, 4) != "JFIF") return 0;
  const auto unit = number_at(segment, 11, 1, true);
  const auto density = number_at(segment, 12, 2, true);
  if (unit == 2) return density * 254 / 100;
  return unit == 0 ? 0 : density;
}

bool is_frame(std::uint64_t kind) {
  return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
}

std::optional<PictureFile> read_jpeg(std::string_view bytes) {
  std::uint64_t density = 0;
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (bytes[at] != '\xFF') return std::nullopt;
    const auto kind = number_at(bytes, at + 1, 1, true);
    if (kind == 0xE0) density = jfif_density(bytes.substr(at));
    if (is_frame(kind)) {
      return sized("jpg", number_at(bytes, at + 7, 2, true), number_at(bytes, at + 5, 2, true),
                   density);
    }
    at += kind == 0xFF ? 1 : 2 + number_at(bytes, at + 2, 2, true);
  }
  return std::nullopt;
}

}  // namespace

std::optional<PictureFile> read_picture(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return read_png(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) return read_jpeg(bytes);
  if (bytes.starts_with("GIF8")) {
    return sized("gif", number_at(bytes, 6, 2, false), number_at(bytes, 8, 2, false), 0);
  }
  if (bytes.starts_with("BM")) {
    return sized("bmp", number_at(bytes, 18, 4, false), number_at(bytes, 22, 4, false), 0);
  }
  return std::nullopt;
}

}  // namespace quyche
