#include "render/word_functions.hpp"

#include <array>
#include <memory>

#include "base/environment.hpp"
#include "render/blank_field.hpp"
#include "render/picture.hpp"
#include "render/rich_text.hpp"
#include "template/fault.hpp"

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

constexpr std::array<std::pair<const char*, SourceFunction::Make>, 3> k_functions{
    {{"image", &make_picture},
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

std::string read_source(const WordSources& sources, const std::string& path) {
  const auto fail = [&path] {
    throw TemplateFault({"template.no-file", {path}}, {{"hint.template.no-file", {}}});
  };
  if (sources.files == nullptr || path.empty()) fail();
  const auto whole =
      path.starts_with('/') || sources.folder.empty() ? path : sources.folder + "/" + path;
  try {
    return sources.files->read(whole);
  } catch (const Error&) {
    fail();
  }
  return {};
}

}  // namespace quyche
