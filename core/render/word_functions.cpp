#include "render/word_functions.hpp"

#include <array>
#include <memory>

#include "render/blank_field.hpp"
#include "render/picture.hpp"
#include "render/rich_text.hpp"
#include "render/subdocument.hpp"

namespace quyche {
namespace {

class SourceFunction final : public TemplateObject {
 public:
  using Make = Value (*)(const WordSources&, const CallArguments&);
  SourceFunction(Make make, const WordSources& sources) : make_(make), sources_(sources) {}
  [[nodiscard]] std::string type_name() const override { return "function"; }
  [[nodiscard]] bool is_callable() const override { return true; }
  [[nodiscard]] Value call(const CallArguments& arguments) const override {
    return make_(sources_, arguments);
  }

 private:
  Make make_;
  const WordSources& sources_;
};

constexpr std::array<std::pair<const char*, SourceFunction::Make>, 4> k_functions{
    {{"image", &make_picture},
     {"include", &make_include},
     {"rich", [](const WordSources&, const CallArguments& given) { return make_rich_text(given); }},
     {"link", [](const WordSources&, const CallArguments& given) { return make_link(given); }}}};

}  // namespace

Value word_functions(const Value& data, const WordSources& sources) {
  std::vector<ValueMap::Entry> entries;
  for (const auto& [name, make] : k_functions) {
    entries.emplace_back(Value::text(name),
                         Value::object(std::make_shared<const SourceFunction>(make, sources)));
  }
  entries.emplace_back(Value::text("field"), make_field_function(data));
  return Value::map(std::move(entries));
}

}  // namespace quyche
