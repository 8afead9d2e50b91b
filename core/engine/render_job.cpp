#include "engine/render_job.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <mutex>
#include <unordered_map>

#include "base/text.hpp"
#include "engine/earlier_files.hpp"
#include "engine/list_lines.hpp"
#include "engine/row_findings.hpp"
#include "engine/work_queue.hpp"
#include "render/whole_schema.hpp"
#include "render/word_template.hpp"
#include "template/json_text.hpp"
#include "template/plain_template.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_most_at_once = 16;  // rows that a worker takes

/// What a template or its data name is looked for beside them.
WordOptions options_for(Workshop& workshop, const std::string& file, const std::string& data) {
  WordOptions options;
  options.sources = sources_beside(workshop.files(), file, data);
  return options;
}

/// The folder that a pattern names before its first tag: "DIR/" of "DIR/{{ id }}.docx".
std::string fixed_folder(std::string_view pattern) {
  const auto fixed = pattern.substr(0, pattern.find('{'));
  const auto slash = fixed.rfind('/');
  if (slash == fixed.npos) return {};
  auto folder = std::filesystem::path(fixed.substr(0, slash + 1)).lexically_normal().string();
  return folder == "./" ? std::string() : folder;
}

/// Paths mostly have no step to be taken out.
std::string normal_path(std::string path) {
  const bool is_normal = !path.starts_with('.') && path.find("/.") == path.npos &&
                         path.find("//") == path.npos && !path.empty();
  return is_normal ? path : std::filesystem::path(path).lexically_normal().string();
}

/// Whether a row's file stays where the pattern says, under a name that clerks can see and open.
bool is_file_below(std::string_view folder, std::string_view path) {
  if (!path.starts_with(folder) || (folder.empty() && path.starts_with('/'))) return false;
  const auto inner = path.substr(folder.size());
  const auto name = path.substr(path.rfind('/') + 1);
  const bool has_control = std::any_of(inner.begin(), inner.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
  });
  return !has_control && !inner.starts_with("../") && !name.empty() && !name.starts_with('.');
}

/// Data of a table for names of files: what is typed in a cell makes no folders, and no name that
/// Windows cannot have.
Value named(const Value& data) {
  std::vector<ValueMap::Entry> entries;
  for (const auto& [key, value] : data.as_map().entries()) {
    auto text = value.is(Value::Kind::text) ? squeeze(value.as_text()) : std::string();
    const auto is_sign = [](char c) {
      return std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    };
    std::replace_if(text.begin(), text.end(), is_sign, '-');
    entries.emplace_back(key, value.is(Value::Kind::text) ? Value::text(std::move(text)) : value);
  }
  return Value::map(std::move(entries));
}

/// A document is of the kind of its template.
const char* ending_of(const std::string& file) {
  return lower(file).ends_with(".docm") ? ".docm" : ".docx";
}

bool has_ending(const std::string& path, const RenderJob& job) {
  return lower(path).ends_with(ending_of(job.file));
}

/// A name whose end comes from the rows is looked at with each of them.
void refuse_ending(const RenderJob& job) {
  const bool is_open = !job.rows_file.empty() && job.output.ends_with('}');
  if (is_open || has_ending(job.output, job)) return;
  const Text hint{"hint.usage.render-ending", {ending_of(job.file)}};
  throw Error(Diagnostic{
      Severity::error, {"usage.render-ending", {job.output, ending_of(job.file)}}, {}, {hint}});
}

/// By whatever name or link.
bool is_same(const std::string& one, const std::string& other) {
  std::error_code problem;
  return std::filesystem::equivalent(one, other, problem);
}

class EachRow {
 public:
  EachRow(Workshop& workshop, const RenderJob& job, const ProgressReport& report)
      : workshop_(workshop),
        job_(job),
        report_(report),
        options_(options_for(workshop, job.file, job.rows_file)),
        template_(workshop.files().read(job.file), job.file, found_),
        path_(job.output, job.output),
        folder_(fixed_folder(job.output)),
        is_table_(is_table(job.rows_file)),
        lines_(open_lines()),
        earlier_(workshop.files()),
        row_findings_(job.rows_file) {}

  JobResult run() {
    total_ = count_rows(*lines_, job_.rows_file);
    const std::array path{&path_.program()};
    if (total_ > 1 && infer_schema(path).root->fields.empty()) {
      throw Error(Diagnostic{Severity::error,
                             {"render.one-path", {}},
                             {job_.output, {}, {}, 0, 0},
                             {{"hint.render.one-path", {"{{ STT }}"}}}});
    }
    rows_at_once_ = std::clamp<std::size_t>(total_ / workshop_.threads() / 8, 1, k_most_at_once);
    run_workers(workshop_.threads(), [&] { work(); });
    if (failure_) std::rethrow_exception(failure_);
    workshop_.files().publish();
    finish();
    return std::move(result_);
  }

 private:
  enum class Fate { refused, wanted, kept, made };

  struct Row {
    DataLine line;
    Value data;
    std::string path;
    Diagnostics found;
    Fate fate = Fate::refused;
    bool is_replacing = false;  ///< a document that was there
  };

  /// The workers take the rows themselves, some at a time: a row is found sooner than it is handed
  /// over, and threads that wait for each other sleep longer than a row takes.
  std::vector<Row> next_rows() {
    std::vector<Row> rows;
    const std::scoped_lock lock(lines_mutex_);
    while (!failure_ && rows.size() < rows_at_once_) {
      auto line = lines_->next();
      if (!line) break;
      rows.push_back({std::move(*line), {}, {}, {}, Fate::refused, false});
    }
    return rows;
  }

  void work() {
    Compressor compressor;
    try {
      for (auto rows = next_rows(); !rows.empty(); rows = next_rows()) {
        if (make_all(rows, compressor)) workshop_.files().publish();
      }
    } catch (...) {
      const std::scoped_lock lock(lines_mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
  }

  /// True when it is time to publish; the others go on while one does.
  bool make_all(std::vector<Row>& rows, Compressor& compressor) {
    for (auto& row : rows) attempt(row, [&] { prepare(row); });
    claim(rows);
    for (auto& row : rows) {
      if (row.fate == Fate::wanted) attempt(row, [&] { make(row, compressor); });
    }
    return count(rows);
  }

  /// What is wrong with a row is told of the row; a disk that fails ends the work.
  template <typename Step>
  static void attempt(Row& row, const Step& step) {
    try {
      step();
    } catch (const Error& error) {
      if (error.findings().front().message.code.starts_with("file.")) throw;
      row.found.add(error.findings());
    }
  }

  /// Columns are wanted by the template and the pattern of file names.
  std::unique_ptr<DataLines> open_lines() {
    std::vector<WantedName> names;
    if (is_table_) {
      names = wanted_by_template(whole_schema(template_, job_.file, options_.sources), job_.file);
      const std::array path{&path_.program()};
      add_wanted(names, infer_schema(path));
    }
    return open_list(workshop_.files(), job_.rows_file, names);
  }

  static void refuse(Row& row, Text message) {
    row.fate = Fate::refused;
    const Text hint{"hint." + message.code, {}};
    row.found.add({Severity::error, std::move(message), {}, {hint}});
  }

  void prepare(Row& row) const {
    if (row.line.problem) throw Error(*row.line.problem);
    row.data = value_from_json(row.line.text, job_.rows_file);
    row.path = normal_path(path_.render(is_table_ ? named(row.data) : row.data));
    if (!is_file_below(folder_, row.path)) return refuse(row, {"render.bad-path", {row.path}});
    if (!has_ending(row.path, job_)) {
      return refuse(row, {"render.bad-ending", {row.path, ending_of(job_.file)}});
    }
    row.fate = Fate::wanted;
  }

  /// No document is wanted where another row makes it, nor mostly where one is there already.
  void claim(std::vector<Row>& rows) {
    const std::scoped_lock lock(mutex_);
    for (auto& row : rows) {
      if (row.fate != Fate::wanted) continue;
      // For Windows names of capital and small letters are one; a clerk's files go there.
      const auto [twin, is_fresh] =
          paths_.emplace(is_table_ ? lower(row.path) : row.path, row.line.number);
      if (!is_fresh) {
        refuse(row, {"render.twin-path", {row.path, std::to_string(twin->second)}});
      } else if (earlier_.has(row.path)) {
        meet_earlier(row);
      }
    }
  }

  /// What is there stays, or gives way when that is asked for; never what the job itself reads.
  void meet_earlier(Row& row) {
    if (workshop_.files().is_folder(row.path)) return refuse(row, {"render.is-folder", {row.path}});
    row.fate = job_.overwrite ? Fate::wanted : Fate::kept;
    row.is_replacing = job_.overwrite;
    if (!job_.overwrite) return;
    if (!is_same(row.path, job_.file) && !is_same(row.path, job_.rows_file)) return;
    refuse(row, {"render.own-file", {row.path}});
  }

  void make(Row& row, Compressor& compressor) {
    std::string document;
    template_.render(row.data, compressor, document, row.found, options_);
    if (!workshop_.options().dry_run) workshop_.files().stage(row.path, document);
    row.fate = Fate::made;
  }

  /// True when it is time to publish.
  bool count(const std::vector<Row>& rows) {
    const std::scoped_lock lock(mutex_);
    const auto before = result_.documents / k_publish_every;
    for (const auto& row : rows) {
      for (const auto& finding : row.found.findings()) row_findings_.add(row.line.number, finding);
      if (row.fate == Fate::kept) ++result_.kept;
      if (row.fate != Fate::kept && row.fate != Fate::made) ++result_.refused;
      if (row.fate != Fate::made) continue;
      ++result_.documents;
      if (row.is_replacing) ++result_.replaced;
      if (result_.files.size() < k_files_listed) result_.files.push_back(row.path);
    }
    tell();
    return result_.documents / k_publish_every != before;
  }

  void tell() const {
    if (report_) report_({result_.documents + result_.kept + result_.refused, total_});
  }

  void finish() {
    row_findings_.hand_to(found_);
    result_.findings = found_.findings();
  }

  Workshop& workshop_;
  const RenderJob& job_;
  const ProgressReport& report_;
  Diagnostics found_;
  WordOptions options_;
  WordTemplate template_;
  PlainTemplate path_;
  std::string folder_;
  std::size_t total_ = 0;
  std::size_t rows_at_once_ = 1;
  std::mutex lines_mutex_;
  bool is_table_;
  std::unique_ptr<DataLines> lines_;
  EarlierFiles earlier_;
  std::exception_ptr failure_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::size_t> paths_;
  RowFindings row_findings_;
  JobResult result_;
};

}  // namespace

JobResult run_render_job(Workshop& workshop, const RenderJob& job, const ProgressReport& report) {
  refuse_ending(job);
  if (!job.rows_file.empty()) return EachRow(workshop, job, report).run();
  if (is_table(job.data_file)) {
    throw Error(
        Diagnostic{Severity::error,
                   {"render.needs-each", {job.data_file}},
                   {job.data_file, {}, {}, 0, 0},
                   {{"hint.render.needs-each", {job.data_file, "{{ STT }} {{ ho_va_ten }}"}}}});
  }
  Diagnostics found;
  // A mistake of the template and one of the data are told together.
  std::optional<WordTemplate> document;
  std::optional<Value> data;
  const auto attempt = [&found](const auto& step) {
    try {
      step();
    } catch (const Error& error) {
      if (error.findings().front().message.code.starts_with("file.")) throw;
      found.add(error.findings());
    }
  };
  const auto bytes = workshop.files().read(job.file);
  const auto json = workshop.files().read(job.data_file);
  attempt([&] { document.emplace(bytes, job.file, found); });
  attempt([&] { data = value_from_json(json, job.data_file); });
  found.throw_if_errors();
  Compressor compressor;
  std::string out;
  document->render(*data, compressor, out, found, options_for(workshop, job.file, job.data_file));
  JobResult result;
  result.documents = 1;
  result.replaced = workshop.files().exists(job.output) ? 1 : 0;
  if (!workshop.options().dry_run) workshop.files().write(job.output, out);
  result.files.push_back(job.output);
  result.findings = found.findings();
  return result;
}

}  // namespace quyche
