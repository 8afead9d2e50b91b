#include <array>

#include "base/text.hpp"
#include "fuzz/targets.hpp"
#include "template/json_text.hpp"
#include "template/plain_template.hpp"
#include "template/schema.hpp"
#include "template/tag_scanner.hpp"

namespace quyche {
namespace {

const char* const k_data = R"({"x": [1, 2, {"y": "Đảng ủy"}], "d": {"k": null}, "n": 3})";

/// The parts cover the text without a gap.
void check_parts(const std::string& text) {
  TagScanner scanner;
  std::size_t at = 0;
  for (const auto& part : scanner.scan(text)) {
    if (part.begin != at || part.end < part.begin || part.inner_begin < part.begin ||
        part.inner_end > part.end) {
      __builtin_trap();
    }
    at = part.end;
  }
  if (at != text.size()) __builtin_trap();
}

}  // namespace

/// A whole template: where its tags are, their statements, the schema, one rendering.
void fuzz_tags(std::string_view bytes) {
  const auto text = normalise(bytes.substr(0, 4096));
  check_parts(text);
  try {
    const PlainTemplate compiled(text, "mau.txt");
    const std::array programs{&compiled.program()};
    const auto schema = infer_schema(programs);
    static_cast<void>(json_schema(*schema.root, "mau"));
    const auto data = value_from_json(k_data, "du-lieu.json");
    static_cast<void>(check_data(*schema.root, data, "du-lieu.json"));
    static_cast<void>(compiled.render(data, {20'000, 1UL << 18U, 200, 20}));
  } catch (const Error&) {
  }
}

}  // namespace quyche
