#include "engine/conflict_files.hpp"

#include "base/json_document.hpp"
#include "compare/conflict_paper.hpp"
#include "compare/document_bytes.hpp"
#include "model/word/word_package.hpp"

namespace quyche {
namespace {

Error bad_decisions(const std::string& file, const std::string& why) {
  return Error(Diagnostic{Severity::error,
                          {"rebase.bad-decisions", {why}},
                          {file, {}, {}, 0, 0},
                          {{"hint.rebase-decisions", {}}}});
}

/// "above", "local", "proposal", or the words themselves; null: not decided.
void take_choice(const nlohmann::json& conflict, Choices& choices) {
  const auto& chosen = conflict.at("chosen");
  if (chosen.is_null()) return;
  const auto text = chosen.get<std::string>();
  const bool is_name = text == "above" || text == "local" || text == "proposal";
  choices[conflict.at("key").get<std::string>()] =
      is_name ? conflict.at(text).get<std::string>() : text;
}

Choices read_json(const std::string& bytes, const std::string& file) {
  Choices choices;
  try {
    const nlohmann::json root = parse_json(bytes, file, "hint.rebase-decisions");
    for (const auto& conflict : root.at("conflicts")) take_choice(conflict, choices);
    const auto decided = root.value("decided", nlohmann::json::object());
    for (const auto& [key, text] : decided.items()) {
      choices.emplace(key, text.get<std::string>());
    }
  } catch (const nlohmann::json::exception& problem) {
    throw bad_decisions(file, problem.what());
  }
  return choices;
}

std::string to_json(const std::vector<RebaseConflict>& conflicts, const Choices& decided) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& each : conflicts) {
    list.push_back({{"key", each.key},
                    {"id", each.id},
                    {"name", each.name},
                    {"base", each.base},
                    {"above", each.above},
                    {"local", each.local},
                    {"proposal", each.proposal},
                    {"chosen", nullptr}});
  }
  return nlohmann::ordered_json{{"conflicts", std::move(list)}, {"decided", decided}}.dump(2) +
         "\n";
}

}  // namespace

Choices read_choices(Workshop& workshop, const std::string& file) {
  const auto bytes = workshop.files().read(file);
  if (bytes.starts_with("PK")) {
    return read_conflict_paper(word::open_word(bytes, file).document, file);
  }
  return read_json(bytes, file);
}

Choices read_earlier_choices(Workshop& workshop, const ConflictFiles& files) {
  Choices choices;
  for (const auto* ending : {".docx", ".json"}) {
    const auto path = files.stem + ending;
    if (workshop.files().exists(path)) choices.merge(read_choices(workshop, path));
  }
  return choices;
}

std::vector<std::string> write_conflicts(Workshop& workshop, const ConflictFiles& files,
                                         const std::vector<RebaseConflict>& conflicts,
                                         const Choices& decided) {
  if (workshop.options().dry_run) return {};
  auto& disk = workshop.files();
  if (conflicts.empty()) {
    disk.remove(files.stem + ".docx");
    // What was decided is needed again when somebody runs the same job again.
    if (decided.empty()) {
      disk.remove(files.stem + ".json");
      return {};
    }
    disk.write(files.stem + ".json", to_json({}, decided));
    return {files.stem + ".json"};
  }
  const auto& profile = choose_profile(workshop.profiles(), files.family, files.day);
  const ChangeMark mark{files.author.empty() ? k_own_author : files.author, files.day};
  disk.write(files.stem + ".docx", plain_document(profile, {"", files.day, true},
                                                  conflict_paper(conflicts, profile, mark)));
  disk.write(files.stem + ".json", to_json(conflicts, decided));
  return {files.stem + ".docx", files.stem + ".json"};
}

}  // namespace quyche
