#include "docx/signature_block.hpp"

#include <span>

#include "docx/markup.hpp"
#include "docx/table_markup.hpp"

namespace quyche {
namespace {

constexpr ParagraphSetting k_kept{true, 0, 0};

class SignatureWriter {
 public:
  SignatureWriter(Story& story, const std::vector<Signature>& signatures)
      : story_(story), signatures_(signatures) {
    const int count = signatures.size() > 1 ? static_cast<int>(signatures.size()) : 2;
    const int total = story.profile().text_width();
    columns_.assign(static_cast<std::size_t>(count), total / count);
    columns_.front() += total % count;
  }

  void write() {
    auto& out = story_.out();
    open_table(out, k_layout_style, columns_);
    if (signatures_.size() > 1) {
      write_row([&](std::size_t i) { write_titles(signatures_[i], true); });
      write_row([&](std::size_t i) { write_name(signatures_[i], true); });
      write_row([&](std::size_t i) {
        story_.paragraph("recipient", {}, k_kept);  // a blank line under the names
        if (i == 0) write_recipients();
      });
    } else {
      write_row([&](std::size_t i) {
        if (i == 0) write_recipients();
        if (i > 0) write_only_signature();
      });
    }
    close_table(out);
  }

 private:
  template <typename Cell>
  void write_row(const Cell& cell) {
    auto& out = story_.out();
    open_row(out);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      open_cell(out, std::span(columns_).subspan(i, 1));
      cell(i);
      close_cell(out);
    }
    close_row(out);
  }

  void write_only_signature() {
    if (signatures_.empty()) {
      story_.paragraph("signer", {}, k_kept);
      return;
    }
    write_titles(signatures_.front(), true);
    write_name(signatures_.front(), true);
  }

  void line(const std::string& component, const Inlines& text, bool keep_next) {
    story_.open(component, {keep_next, 0, 0});
    story_.inlines(text);
    story_.close();
  }

  void write_titles(const Signature& signature, bool keep_next) {
    if (!signature.on_behalf.empty()) line("authority", signature.on_behalf, keep_next);
    if (!signature.position.empty() || signature.on_behalf.empty()) {
      line("position", signature.position, keep_next);
    }
  }

  void write_name(const Signature& signature, bool keep_next) {
    const ParagraphSetting setting{keep_next, 0, 0};
    for (int i = 0; i < story_.profile().signature_lines; ++i) {
      story_.paragraph("signature_gap", {}, setting);
    }
    story_.open("signer", setting);
    if (!signature.name_field.empty()) story_.field(signature.name_field, {});
    story_.close();
  }

  void write_recipients() {
    const auto& profile = story_.profile();
    const auto& recipients = story_.frame().recipients;
    if (recipients.empty()) {
      story_.paragraph("recipient", {}, k_kept);
      return;
    }
    story_.paragraph("recipients_heading", profile.word("recipients_heading"), k_kept);
    for (std::size_t i = 0; i < recipients.size(); ++i) {
      const bool is_last = i + 1 == recipients.size();
      story_.open("recipient", k_kept);
      story_.words(profile.word("recipient_prefix"));
      story_.inlines(recipients[i]);
      story_.words(profile.word(is_last ? "recipient_end" : "recipient_separator"));
      story_.close();
    }
  }

  Story& story_;
  const std::vector<Signature>& signatures_;
  std::vector<int> columns_;
};

// The chosen mode; the first where none is chosen. Null when the regulation has no modes.
const SignMode* chosen_mode(Story& story) {
  const auto& modes = story.frame().sign_modes;
  const auto& name = story.regulation().sign_mode;
  if (modes.empty()) return nullptr;
  if (name.empty()) return &modes.front();
  std::string names;
  for (const auto& mode : modes) {
    if (mode.name == name) return &mode;
    names.append(names.empty() ? "" : ", ").append(mode.name);
  }
  story.report({"compose.unknown-sign-mode", {name, names}});
  return nullptr;
}

}  // namespace

void write_signatures(Story& story) {
  static const std::vector<Signature> none;
  const auto* mode = chosen_mode(story);
  story.paragraph("signature_gap", {}, {true, 0, 0});
  SignatureWriter(story, mode == nullptr ? none : mode->signatures).write();
  // Word wants a paragraph behind a table; the block keeps to it, so that it has no page of its
  // own.
  story.paragraph("last_line");
}

}  // namespace quyche
