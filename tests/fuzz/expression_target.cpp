#include "base/text.hpp"
#include "fuzz/targets.hpp"
#include "template/json_text.hpp"
#include "template/plain_template.hpp"

namespace quyche {
namespace {

const char* const k_data =
    R"({"a": 1, "b": -2.5, "t": "Đảng ủy xã", "l": [3, 1, 2], "m": {"k": {"z": [1]}, "s": ""},)"
    R"( "p": [{"name": "Lê Thị Mẫu", "age": 40}, {"name": "Đỗ Văn Thử", "age": 51}],)"
    R"( "day": "2026-02-03", "none": null, "yes": true})";

}  // namespace

/// The inside of one tag, read and evaluated.
void fuzz_expression(std::string_view bytes) {
  const auto inside = normalise(bytes.substr(0, 2048));
  try {
    static const auto data = value_from_json(k_data, "du-lieu.json");
    const PlainTemplate compiled("{{ " + inside + " }}", "mau.txt");
    static_cast<void>(compiled.render(data, {20'000, 1UL << 18U, 200, 20}));
  } catch (const Error&) {
  }
}

}  // namespace quyche
