#include "engine/list_lines.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace quyche {

void refuse_other(const std::string& file) {
  if (!is_other_file(file)) return;
  throw Error(Diagnostic{Severity::error,
                         {"render.other-file", {file}},
                         {file, {}, {}, 0, 0},
                         {{"hint.render.other-file", {}}}});
}

bool is_list(const std::string& file) {
  const auto name = lower(file);
  return is_table(file) || name.ends_with(".jsonl") ||
         (is_other_file(file) && !name.ends_with(".txt"));
}

void add_wanted(std::vector<WantedName>& names, const TemplateSchema& schema) {
  for (const auto& [name, node] : schema.root->fields) {
    const bool is_required = node->presence == SchemaNode::Presence::required;
    const auto same = [&wanted = name](const WantedName& known) { return known.name == wanted; };
    const auto known = std::find_if(names.begin(), names.end(), same);
    if (known == names.end()) {
      names.push_back({name, is_required});
    } else {
      known->is_required = known->is_required || is_required;
    }
  }
}

std::vector<WantedName> wanted_by_template(const TemplateSchema& schema, const std::string& file) {
  std::vector<WantedName> names;
  add_wanted(names, schema);
  if (!names.empty()) return names;
  throw Error(Diagnostic{Severity::error,
                         {"render.no-tags", {}},
                         {file, {}, {}, 0, 0},
                         {{"hint.render.no-tags", {"{{ ho_va_ten }}"}}}});
}

std::unique_ptr<DataLines> open_list(const Files& files, const std::string& file,
                                     const std::vector<WantedName>& names) {
  refuse_other(file);
  if (is_table(file)) return open_table_lines(files, file, names);
  return std::make_unique<JsonLines>(files.open(file), file);
}

std::size_t count_rows(DataLines& lines, const std::string& file) {
  const auto count = lines.count();
  if (count > 0) return count;
  throw Error(Diagnostic{Severity::error, {"rows.none", {}}, {file, {}, {}, 0, 0}, {}});
}

}  // namespace quyche
