#include "render/subdocument.hpp"

#include <algorithm>

#include "render/document_merge.hpp"
#include "render/merge_target.hpp"
#include "render/word_sink.hpp"
#include "render/word_template.hpp"
#include "template/fault.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_most_document_bytes = 64UL << 20U;
constexpr std::size_t k_deepest = 10;

/// The document and all that is open around it: "a.docx → b.docx → a.docx".
std::string chain(const std::vector<std::string>& open, const std::string& last) {
  std::string out;
  for (const auto& name : open) out += name.substr(name.rfind('/') + 1) + " → ";
  return out + last.substr(last.rfind('/') + 1);
}

class Subdocument final : public WordContent {
 public:
  Subdocument(std::string path, std::string place, std::vector<ValueMap::Entry> given)
      : path_(std::move(path)), place_(std::move(place)), given_(std::move(given)) {}
  [[nodiscard]] std::string text() const override { return {}; }

  void write(WordSink& sink, const WordSpot& spot) const override {
    auto& run = sink.run();
    check_chain(run.includes);
    sink.enter(WordLevel::block, spot);
    run.includes.open.push_back(place_);
    try {
      write_body(sink, run);
    } catch (const Error& error) {
      note(error, run);
    } catch (...) {
      run.includes.open.pop_back();
      throw;
    }
    run.includes.open.pop_back();
  }

 private:
  void check_chain(const IncludeState& state) const {
    const bool is_open =
        std::find(state.open.begin(), state.open.end(), place_) != state.open.end();
    if (is_open || state.open.size() > k_deepest) {
      throw TemplateFault({"template.include-cycle", {chain(state.open, place_)}},
                          {{"hint.template.include-cycle", {}}});
    }
  }

  void write_body(WordSink& sink, WordRun& run) const {
    if (!run.target) {
      run.target = std::make_unique<MergeTarget>(run.package, run.parts, run.edits, run.ids);
    }
    const auto document = run.includes.documents.open(path_, run.sources);
    const auto entries = document->render_included(with_given(run.data), run);
    const PackageView theirs(entries, place_);
    const auto part = sink.part();
    auto markup = DocumentMerge(theirs, place_, part, run).body();
    auto& out = sink.out();
    // Word makes one table of two that touch.
    if (out.ends_with("</w:tbl>") && markup.starts_with("<w:tbl")) out += "<w:p/>";
    out += markup;
  }

  [[nodiscard]] Value with_given(const Value& data) const {
    if (given_.empty()) return data;
    auto entries = data.as_map().entries();
    entries.insert(entries.end(), given_.begin(), given_.end());
    return Value::map(std::move(entries));
  }

  /// What is wrong inside is told with its place there; once, however often it is included.
  static void note(const Error& error, WordRun& run) {
    const auto& known = run.findings.findings();
    for (const auto& finding : error.findings()) {
      if (std::find(known.begin(), known.end(), finding) == known.end()) run.findings.add(finding);
    }
  }

  std::string path_;
  std::string place_;
  std::vector<ValueMap::Entry> given_;
};

}  // namespace

std::shared_ptr<const WordTemplate> IncludedDocuments::open(const std::string& path,
                                                            const WordSources& sources) {
  const std::scoped_lock lock(mutex_);
  const auto place = places_of(sources, path).front();
  const auto known = documents_.find(place);
  if (known != documents_.end()) return known->second;
  Diagnostics found;
  auto made = std::make_shared<const WordTemplate>(
      read_source(sources, path, k_most_document_bytes), place, found);
  return documents_.emplace(place, std::move(made)).first->second;
}

Value make_include(const WordSources& sources, const CallArguments& arguments) {
  if (arguments.positional.size() != 1) {
    throw TemplateFault({"template.exact-argument-count",
                         {"include", "1", std::to_string(arguments.positional.size())}});
  }
  auto path = text_of(arguments.positional.front());
  auto place = places_of(sources, path).front();
  std::vector<ValueMap::Entry> given;
  for (const auto& [name, value] : arguments.named) given.emplace_back(Value::text(name), value);
  return Value::object(
      std::make_shared<const Subdocument>(std::move(path), std::move(place), std::move(given)));
}

}  // namespace quyche
