#include "render/picture.hpp"

#include <charconv>
#include <cmath>

#include "base/xml.hpp"
#include "render/word_sink.hpp"
#include "template/fault.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

constexpr double k_centimetre = 360'000;
constexpr double k_longest = 2'000;  // centimetres
constexpr std::size_t k_most_picture_bytes = 32UL << 20U;

double unit_of(std::string_view name) {
  if (name.empty() || name == "cm") return k_centimetre;
  if (name == "mm") return k_centimetre / 10;
  if (name == "in") return 914'400;
  return name == "pt" ? 12'700 : 0;
}

/// Centimetres, or a text with its unit: 4, 4.5, "30mm", "2in", "72pt". 0 when it is not given.
std::uint64_t length_of(const Value& value) {
  if (value.is(Value::Kind::undefined) || value.is(Value::Kind::none)) return 0;
  double number = 0;
  std::string_view unit;
  const auto text = text_of(value);
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  unit = std::string_view(read.ptr, static_cast<std::size_t>(text.data() + text.size() - read.ptr));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  const auto length = number * unit_of(unit);
  const bool fits = read.ec == std::errc() && length > 0 && length < k_longest * k_centimetre;
  if (!fits) {
    throw TemplateFault({"template.picture-length", {text}},
                        {{"hint.template.picture-length", {}}});
  }
  return static_cast<std::uint64_t>(std::llround(length));
}

struct PictureArguments {
  Value path;
  Value width;
  Value height;
  Value alt;
};

PictureArguments read_arguments(const CallArguments& arguments) {
  PictureArguments given;
  Value* const places[] = {&given.path, &given.width, &given.height, &given.alt};
  if (arguments.positional.empty() || arguments.positional.size() > std::size(places)) {
    throw TemplateFault({"template.argument-count",
                         {"image", "1", "4", std::to_string(arguments.positional.size())}});
  }
  for (std::size_t i = 0; i < arguments.positional.size(); ++i)
    *places[i] = arguments.positional[i];
  for (const auto& [name, value] : arguments.named) {
    if (name == "width") {
      given.width = value;
    } else if (name == "height") {
      given.height = value;
    } else if (name == "alt") {
      given.alt = value;
    } else {
      throw TemplateFault({"template.unknown-argument", {"image", name}});
    }
  }
  return given;
}

/// The size asked for; of one side the other follows.
void resize(PictureFile& file, std::uint64_t width, std::uint64_t height) {
  if (width > 0 && height == 0)
    height = std::max<std::uint64_t>(file.height * width / file.width, 1);
  if (height > 0 && width == 0)
    width = std::max<std::uint64_t>(file.width * height / file.height, 1);
  if (width == 0) return;
  file.width = width;
  file.height = height;
}

}  // namespace

Value make_picture(const WordSources& sources, const CallArguments& arguments) {
  const auto given = read_arguments(arguments);
  const auto path = text_of(given.path);
  auto bytes = read_source(sources, path, k_most_picture_bytes);
  auto file = read_picture(bytes);
  if (!file) {
    throw TemplateFault({"template.no-picture", {path}}, {{"hint.template.no-picture", {}}});
  }
  resize(*file, length_of(given.width), length_of(given.height));
  auto alt = given.alt.is(Value::Kind::undefined) ? std::string() : text_of(given.alt);
  return Value::object(
      std::make_shared<const Picture>(std::move(bytes), std::move(*file), std::move(alt)));
}

void Picture::write(WordSink& sink, const WordSpot& spot) const {
  sink.enter(WordLevel::inside, spot);
  const auto relation = sink.add_picture(bytes_, file_.extension);
  const auto id = sink.run().ids.issue({IdSlot::Kind::drawing, true, 0, {}});
  const auto width = std::to_string(file_.width);
  const auto height = std::to_string(file_.height);
  std::string alt;
  append_escaped(alt, description_, true);
  auto& out = sink.out();
  out +=
      "<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
      "wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"";
  out += width + "\" cy=\"" + height + "\"/><wp:docPr id=\"" + id + "\" name=\"Picture " + id +
         "\" descr=\"" + alt + "\"/>";
  out +=
      "<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a=\"http://schemas.openxmlformats.org/"
      "drawingml/2006/main\" noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData "
      "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic "
      "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr>"
      "<pic:cNvPr id=\"" +
      id + "\" name=\"Picture " + id +
      "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:embed=\"";
  out += relation +
         "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off "
         "x=\"0\" y=\"0\"/><a:ext cx=\"" +
         width + "\" cy=\"" + height +
         "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
         "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
}

}  // namespace quyche
