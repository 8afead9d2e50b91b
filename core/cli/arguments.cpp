#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <string_view>

#include "cli/language.hpp"
#include "cli/output_ending.hpp"
#include "cli/usage_error.hpp"

namespace quyche::cli {
namespace {

constexpr int k_usage_error = 2;

/// The help is text too, so the language is looked up before the rest.
void choose_language(int count, char** arguments) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = arguments[i];
    if (word == "--lang=en") set_english(true);
    if (word == "--lang" && i + 1 < count) set_english(std::string_view(arguments[i + 1]) == "en");
  }
}

/// templates/ and plugins/ stand beside the program: <prefix>/bin and <prefix>/share/quyche.
std::string installed_data() {
  std::error_code problem;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
  return (program.parent_path().parent_path() / "share" / "quyche").string();
}

void add_environment(EngineOptions& options) {
  if (options.data_folder.empty()) {
    const char* home = std::getenv("QUYCHE_DATA");
    options.data_folder = home != nullptr && *home != '\0' ? home : installed_data();
  }
  if (const char* path = std::getenv("QUYCHE_PLUGIN_PATH")) {
    std::string_view rest = path;
    while (!rest.empty()) {
      const auto colon = rest.find(':');
      if (colon != 0) options.plugin_roots.emplace_back(rest.substr(0, colon));
      rest = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
    }
  }
  // The current folder is never searched: a library is code.
  if (!options.plugin_roots.empty()) {
    options.plugin_roots.push_back(options.data_folder + "/plugins");
  }
}

/// Names of files say themselves how many there are.
class UsageFormatter final : public CLI::Formatter {
 public:
  std::string make_option_usage(const CLI::Option* option) const override {
    const bool is_open = option->get_expected_max() >= CLI::detail::expected_max_vector_size;
    const auto name = make_option_name(option, true) + (is_open ? "..." : "");
    return option->get_required() ? name : '[' + name + ']';
  }
};

class Parser {
 public:
  explicit Parser(Arguments& arguments)
      : arguments_(arguments), app_(words("help.program"), "quyche") {
    app_.require_subcommand(1);
    app_.formatter(std::make_shared<UsageFormatter>());
    app_.option_defaults()->always_capture_default(false);
    for (const auto* label : {"Usage", "OPTIONS", "SUBCOMMAND", "Positionals", "REQUIRED"}) {
      app_.get_formatter()->label(label, words("help.label-" + CLI::detail::to_lower(label)));
    }
    app_.set_help_flag("-h,--help", words("help.help"));
    app_.set_help_all_flag("--help-all", words("help.help-all"));
    app_.set_version_flag("--version", "quyche 0.1.0", words("help.version"));
    app_.footer(words("help.footer"));
    app_.fallthrough();
    app_.add_option("--lang", language_, words("help.lang"))
        ->type_name("vi|en")
        ->check([](const std::string& name) {
          return name == "vi" || name == "en" ? std::string() : words("cli.bad-language", {name});
        });
    app_.add_flag("--json", arguments.json, words("help.json"));
    app_.add_option("--data-folder", arguments.engine.data_folder, words("help.data-folder"))
        ->type_name("DIR");
    app_.add_option("--plugins", arguments.engine.plugin_roots, words("help.plugins"))
        ->type_name("DIR");
    app_.add_option("--model", arguments.engine.model_file, words("help.model"))->type_name("FILE");
    app_.add_option("--threads", arguments.engine.threads, words("help.threads"))->type_name("N");
    app_.add_flag("--dry-run", arguments.engine.dry_run, words("help.dry-run"));
    add_commands();
    gather_help(app_);
  }

  bool parse(int count, char** values, int& code) {
    try {
      app_.parse(count, values);
    } catch (const CLI::Success& success) {
      code = app_.exit(success);
      return false;
    } catch (const CLI::ParseError& error) {
      std::cerr << explain_usage(app_, error) << "\n";
      code = k_usage_error;
      return false;
    }
    arguments_.command = app_.get_subcommands().front()->get_name();
    return true;
  }

 private:
  /// One heading over a command's own options and those that every command gets.
  static void gather_help(CLI::App& command) {
    const auto heading = words("help.options");
    for (auto* option : command.get_options()) {
      option->group(heading);
      if (option->get_type_name() == "TEXT") option->type_name("");
    }
    for (auto* inner : command.get_subcommands([](CLI::App*) { return true; })) {
      inner->group(words("help.commands"));
      gather_help(*inner);
    }
  }

  CLI::App& command(const std::string& name) {
    auto& made = *app_.add_subcommand(name, words("help." + name));
    made.footer(words("help." + name + ".example"));
    return made;
  }

  CLI::Option* output(CLI::App& to, bool required = true) {
    auto* option =
        to.add_option("-o,--output", arguments_.output, words("help.output"))->type_name("PATH");
    return option->required(required);
  }

  void output_file(CLI::App& to, const std::string& ending) { output(to)->check(ends_in(ending)); }

  void inputs(CLI::App& to, const char* name, int count) {
    auto* option = to.add_option(name, arguments_.inputs, words("help.input"))->required();
    if (count > 0) option->expected(count);
  }

  void locality(CLI::App& to, bool required) {
    auto* district = to.add_option("--district", arguments_.district, words("help.district"));
    district->type_name("ID");
    if (required) district->required();
    to.add_option("--commune", arguments_.commune, words("help.commune"))->type_name("CODE");
    date(to);
  }

  void date(CLI::App& to) {
    to.add_option("--date", arguments_.date, words("help.date"))->type_name("YYYY-MM-DD");
  }

  void add_commands() {
    command("districts");
    auto& new_district = command("new-district");
    inputs(new_district, "ID", 1);
    output(new_district, false);
    auto& import_model = command("import");
    inputs(import_model, "MODEL.docx", 1);
    output_file(import_model, ".xml");
    auto& export_model = command("export");
    output_file(export_model, ".docx");
    date(export_model);
    auto& make_template = command("template");
    locality(make_template, true);
    make_template.add_flag("--origins", arguments_.origins, words("help.origins"));
    make_template.add_option("--set", arguments_.given, words("help.set"))->type_name("NAME=VALUE");
    output(make_template);
    auto& form = command("form");
    locality(form, true);
    output_file(form, ".xlsx");
    auto& fill = command("fill");
    inputs(fill, "TEMPLATE.docx DATA.json", 2);
    output_file(fill, ".docx");
    auto& collect = command("collect");
    inputs(collect, "FILE.docx", 0);
    output(collect);
    auto& issue = command("issue");
    issue.add_option("--data", arguments_.data_file, words("help.data"))
        ->required()
        ->type_name("FILE");
    issue.add_option("--district", arguments_.district, words("help.district"))->type_name("ID");
    issue.add_option("--templates", arguments_.templates, words("help.templates"))
        ->type_name("DIR");
    date(issue);
    issue.add_flag("--pdf", arguments_.pdf, words("help.pdf"));
    output(issue);
    auto& explain = command("explain");
    inputs(explain, "FILE PROVISION", 2);
    add_inspect();
    add_check();
    add_comparisons();
    add_register_options(command("register"), arguments_.records);
    add_duty_options(command("duty"), arguments_.duty);
    add_roster_options(command("roster"), arguments_.records);
    add_report_options(command("report"), arguments_.records);
    add_remind_options(command("remind"), arguments_.records);
    add_render();
    add_meetings();
  }

  void add_meetings() {
    auto& meeting = command("meeting");
    meeting.require_subcommand(1);
    meeting.fallthrough();
    add_meeting_record_actions(meeting, arguments_.meetings);
    add_meeting_paper_actions(meeting, arguments_.meeting_papers);
    add_meeting_paper_options(command("minutes"), arguments_.meeting_papers);
    add_meeting_paper_options(command("resolution"), arguments_.meeting_papers);
  }

  void add_inspect() {
    auto& inspect = command("inspect");
    inputs(inspect, "TEMPLATE", 1);
    inspect.add_option("--data", arguments_.data_file, words("help.inspect-data"))
        ->type_name("DATA.json");
    inspect.add_flag("--schema", arguments_.schema, words("help.schema"));
  }

  void add_render() {
    auto& render = command("render");
    render
        .add_option("TEMPLATE.docx {DATA.json | --each LIST}", arguments_.inputs,
                    words("help.render-input"))
        ->required()
        ->expected(1, 2);
    render.add_option("--each", arguments_.rows_file, words("help.each"))->type_name("LIST");
    render.add_flag("--overwrite", arguments_.overwrite, words("help.overwrite"));
    output(render);
  }

  void add_comparisons() {
    auto& diff = command("diff");
    inputs(diff, "OLD NEW", 2);
    output(diff, false);
    add_redline_options(diff, arguments_.comparison);
    date(diff);
    auto& derive = command("derive");
    inputs(derive, "MODEL EDITED.docx", 2);
    output(derive);
    add_redline_options(derive, arguments_.comparison);
    date(derive);
    add_rebase(command("rebase"));
    auto& amend = command("amend");
    inputs(amend, "OLD NEW", 2);
    output(amend);
    add_author_option(amend, arguments_.comparison);
    date(amend);
  }

  void add_rebase(CLI::App& rebase) {
    add_rebase_options(rebase, arguments_.comparison);
    auto* district = rebase.add_option("--district", arguments_.district, words("help.district"));
    district->type_name("ID");
    rebase.add_option("--data", arguments_.data_file, words("help.rebase-data"))
        ->type_name("ISSUED_DIR")
        ->excludes(district);
    date(rebase);
    output(rebase);
  }

  void add_check() {
    auto& check = command("check");
    check.add_option("FILE.docx [DATA.json | LIST]", arguments_.inputs, words("help.check-input"))
        ->required()
        ->expected(1, 2);
    check.add_option("--profile", arguments_.profile, words("help.profile"))->type_name("ID");
    check.add_option("--annotate", arguments_.annotated, words("help.annotate"))
        ->type_name("OUT.docx")
        ->check(ends_in(".docx"));
    check.add_option("--fix", arguments_.fixed, words("help.fix"))
        ->type_name("OUT.docx")
        ->check(ends_in(".docx"));
  }

  Arguments& arguments_;
  CLI::App app_;
  std::string language_;
};

}  // namespace

std::optional<Arguments> read_arguments(int count, char** values, int& code) {
  choose_language(count, values);
  Arguments arguments;
  if (!Parser(arguments).parse(count, values, code)) return std::nullopt;
  add_environment(arguments.engine);
  return arguments;
}

}  // namespace quyche::cli
