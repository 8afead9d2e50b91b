#include "compare/side_table.hpp"

#include <array>

#include "base/messages.hpp"
#include "docx/markup.hpp"
#include "docx/table_markup.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_removed = "<w:strike/><w:color w:val=\"C00000\"/>";
constexpr std::string_view k_added = "<w:b/><w:color w:val=\"00602B\"/>";
constexpr int k_status_share = 6;  ///< the narrow column takes one part of this many

class TableWriter {
 public:
  TableWriter(const FormatProfile& profile, std::string& out) : profile_(profile), out_(out) {
    const int total = profile.page_height - profile.margin_left - profile.margin_right;
    const int narrow = total / k_status_share;
    const int wide = (total - narrow) / 2;
    widths_ = {wide, wide, total - 2 * wide};
  }

  void write(const std::vector<ProvisionChange>& changes) {
    open_table(out_, k_grid_style, widths_);
    open_row(out_, true);
    plain_cell(0, "table_head", say("side.before"));
    plain_cell(1, "table_head", say("side.after"));
    plain_cell(2, "table_head", say("side.change"));
    close_row(out_);
    for (const auto& change : changes) {
      if (change.kept()) continue;
      out_ += "<w:tr>";  // long provisions may break over a page
      side(0, change.before, change.words, WordStretch::Kind::removed);
      side(1, change.after, change.words, WordStretch::Kind::added);
      plain_cell(2, "table_text", change_words(change, false));
      close_row(out_);
    }
    close_table(out_);
  }

 private:
  static std::string say(const char* code) { return sentence({code, {}}, Language::vietnamese); }

  void open(std::size_t column, const char* component) {
    open_cell(out_, std::span(widths_).subspan(column, 1));
    open_paragraph(component);
  }

  void open_paragraph(const char* component) {
    out_.append("<w:p><w:pPr><w:pStyle w:val=\"").append(profile_.component(component).style);
    out_ += "\"/></w:pPr>";
  }

  void close() {
    out_ += "</w:p>";
    close_cell(out_);
  }

  void plain_cell(std::size_t column, const char* component, const std::string& text) {
    open(column, component);
    append_run(out_, {}, text);
    close();
  }

  void side(std::size_t column, const std::string& name, const std::vector<WordStretch>& words,
            WordStretch::Kind own) {
    open(column, "table_text");
    if (!name.empty()) {
      append_run(out_, "<w:i/>", name);
      out_ += "</w:p>";
      open_paragraph("table_text");
      for (const auto& [kind, text] : words) {
        if (kind != own && kind != WordStretch::Kind::kept) continue;
        append_run(out_,
                   kind == WordStretch::Kind::kept      ? std::string_view()
                   : kind == WordStretch::Kind::removed ? k_removed
                                                        : k_added,
                   text);
      }
    }
    close();
  }

  const FormatProfile& profile_;
  std::string& out_;
  std::vector<int> widths_;
};

}  // namespace

std::string change_words(const ProvisionChange& change, bool english) {
  const std::array<std::pair<bool, const char*>, 6> flags{
      {{change.kept(), "change.kept"},
       {change.added, "change.added"},
       {change.removed, "change.removed"},
       {change.reworded, "change.reworded"},
       {change.moved, "change.moved"},
       {change.renumbered, "change.renumbered"}}};
  std::string out;
  for (const auto& [is_so, code] : flags) {
    if (!is_so) continue;
    if (!out.empty()) out += ", ";
    out += sentence({code, {}}, english ? Language::english : Language::vietnamese);
  }
  return out;
}

std::string side_table(const std::vector<ProvisionChange>& changes, const FormatProfile& profile) {
  std::string out;
  out.append("<w:p><w:pPr><w:pStyle w:val=\"").append(profile.component("type_name").style);
  out += "\"/></w:pPr>";
  append_run(out, {}, sentence({"side.title", {}}, Language::vietnamese));
  out += "</w:p>";
  TableWriter(profile, out).write(changes);
  out.append("<w:p><w:pPr><w:pStyle w:val=\"").append(profile.component("after_table").style);
  return out += "\"/></w:pPr></w:p>";
}

}  // namespace quyche
