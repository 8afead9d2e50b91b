#include "cli/usage_error.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/language.hpp"
#include "quyche/engine.hpp"

namespace quyche::cli {
namespace {

std::string with_meant(std::string problem, const std::string& word,
                       const std::vector<std::string>& known) {
  const auto meant = meant_word(word, known);
  return meant.empty() ? problem : problem + "\n  → " + words("hint.did-you-mean", {meant});
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app, const CLI::App* command) {
  std::vector<std::string> names;
  for (const auto* owner : {&app, command}) {
    if (owner == nullptr) continue;
    for (const auto* option : owner->get_options()) {
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

/// A word that belongs to nothing.
std::string explain_extra(const CLI::App& app, const CLI::App* command, const std::string& word) {
  if (word.starts_with('-')) {
    const auto name = word.substr(0, word.find('='));
    const auto known = option_names(app, command);
    if (std::find(known.begin(), known.end(), name) != known.end()) {
      return words("cli.option-too-early", {name, command == nullptr ? "" : command->get_name()});
    }
    return with_meant(words("cli.unknown-option", {name}), name, known);
  }
  if (command != nullptr) return words("cli.extra-argument", {word});
  return with_meant(words("cli.unknown-command", {word}), word, command_names(app));
}

/// What stands before `mark` in the library's sentence: the name of an option.
std::string name_before(std::string_view sentence, std::string_view mark) {
  return std::string(sentence.substr(0, sentence.find(mark)));
}

std::string explain_value(std::string_view sentence) {
  constexpr std::string_view k_opening = "Could not convert: ";
  if (!sentence.starts_with(k_opening)) return std::string(sentence);
  sentence.remove_prefix(k_opening.size());
  const auto name = name_before(sentence, " = ");
  sentence.remove_prefix(std::min(sentence.size(), name.size() + 3));
  return words("cli.bad-value", {name, std::string(sentence)});
}

std::string problem_of(const CLI::App& app, const CLI::App* command, const CLI::ParseError& error) {
  const auto extras = app.remaining(true);
  if (!extras.empty()) return explain_extra(app, command, extras.front());
  const std::string_view sentence = error.what();
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    if (command == nullptr) return words("cli.no-command");
    return words("cli.missing-argument", {name_before(sentence, " is required")});
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const auto name = name_before(sentence, ":");
    return words(name.starts_with('-') ? "cli.missing-value" : "cli.too-few", {name});
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) {
    return std::string(sentence.substr(sentence.find(": ") + 2));  // our own words after the name
  }
  return explain_value(sentence);
}

}  // namespace

std::string explain_usage(const CLI::App& app, const CLI::ParseError& error) {
  const auto chosen = app.get_subcommands();
  const auto* command = chosen.empty() ? nullptr : chosen.front();
  return words("cli.usage", {problem_of(app, command, error),
                             command == nullptr ? "" : command->get_name() + " "});
}

}  // namespace quyche::cli
