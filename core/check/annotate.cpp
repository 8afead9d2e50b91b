#include "check/annotate.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "check/property_order.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

using word::attribute;
using word::bounded;
using word::child;

constexpr const char* k_author = "quyche";
constexpr std::string_view k_mended = "check.mended";  // its sentence names the code of the rule
constexpr int k_most_id = 1'000'000'000;

class CommentWriter {
 public:
  CommentWriter(DocumentPackage& package, const DocumentView& view, Language language)
      : package_(package),
        view_(view),
        language_(language),
        prefix_(prefix_of(package.document())) {
    part_ = package_.related("comments");
    for (const auto comment : package_.tree(part_).children()) {
      next_id_ = std::max(next_id_, bounded(attribute(comment, "id"), 0, k_most_id) + 1);
    }
  }

  void write(const std::vector<Finding>& findings) {
    // By paragraph, so that one place has its comments in the order of the report.
    std::map<std::size_t, std::vector<std::string>> texts;
    for (const auto& finding : findings) {
      const auto place = finding.paragraphs.empty() ? 0 : finding.paragraphs.front();
      texts[place].push_back(text_of(finding));
    }
    if (texts.empty() || view_.paragraphs.empty()) return;
    std::string comments;
    for (const auto& [place, list] : texts) {
      for (const auto& text : list) {
        append_comment(comments, text);
        mark(view_.paragraphs[place].node);
        ++next_id_;
      }
    }
    store(comments);
    package_.touch(package_.main_part());
  }

 private:
  // The same deviation in many paragraphs is one comment, at the first of them.
  [[nodiscard]] std::string text_of(const Finding& finding) const {
    const auto& told = finding.diagnostic;
    std::string text = sentence(told.message, language_);
    if (told.message.code != k_mended) text.append(" [").append(told.message.code).append("]");
    for (const auto& hint : told.hints) text.append("\n").append(sentence(hint, language_));
    const std::set<std::size_t> places(finding.paragraphs.begin(), finding.paragraphs.end());
    if (places.size() > 1) {
      const Text more{"hint.check-more", {std::to_string(places.size() - 1)}};
      text.append("\n").append(sentence(more, language_));
    }
    return text;
  }

  void append_comment(std::string& out, std::string_view text) const {
    const auto& w = prefix_;
    out.append("<").append(w).append("comment ").append(w).append("id=\"");
    out.append(std::to_string(next_id_)).append("\" ").append(w).append("author=\"");
    out.append(k_author).append("\" ").append(w).append("initials=\"qc\">");
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      out.append("<").append(w).append("p><").append(w).append("r><").append(w);
      out += "t xml:space=\"preserve\">";
      append_escaped(out, text.substr(0, end));
      out.append("</").append(w).append("t></").append(w).append("r></").append(w).append("p>");
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    out.append("</").append(w).append("comment>");
  }

  // Start behind the properties, end and reference at the end of the paragraph.
  void mark(pugi::xml_node paragraph) {
    const auto id = std::to_string(next_id_);
    const auto name = [&](const char* local) { return prefix_ + local; };
    const auto properties = child(paragraph, "pPr");
    auto start = properties
                     ? paragraph.insert_child_after(name("commentRangeStart").c_str(), properties)
                     : paragraph.prepend_child(name("commentRangeStart").c_str());
    set(start, "id", id);
    set(paragraph.append_child(name("commentRangeEnd").c_str()), "id", id);
    auto run = paragraph.append_child(name("r").c_str());
    set(run.append_child(name("commentReference").c_str()), "id", id);
  }

  void store(const std::string& comments) {
    auto root = package_.tree(part_);
    if (root) {
      // Producers name the namespace alike in all their parts.
      root.append_buffer(comments.data(), comments.size(),
                         pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_fragment);
      package_.touch(part_);
      return;
    }
    static_cast<void>(package_.add_part(
        "comments", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
        "comments",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + opened() + comments +
            closed()));
  }

  [[nodiscard]] std::string opened() const {
    const auto bare = prefix_.empty() ? std::string() : ":" + prefix_.substr(0, prefix_.size() - 1);
    const auto space = "xmlns" + bare;
    return "<" + prefix_ + "comments " + space + "=\"" +
           package_.document().attribute(space.c_str()).value() + "\">";
  }
  [[nodiscard]] std::string closed() const { return "</" + prefix_ + "comments>"; }

  DocumentPackage& package_;
  const DocumentView& view_;
  Language language_;
  std::string prefix_;
  std::string part_;
  int next_id_ = 0;
};

}  // namespace

void annotate(DocumentPackage& package, const DocumentView& view,
              const std::vector<Finding>& findings, Language language) {
  CommentWriter(package, view, language).write(findings);
}

}  // namespace quyche::check
