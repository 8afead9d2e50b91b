#include "docx/form_program.hpp"

#include <unordered_map>

#include "base/date.hpp"
#include "base/xml.hpp"
#include "model/field_text.hpp"
#include "model/pattern.hpp"

namespace quyche {
namespace {

/// Properties of the run that a value gets: those the control asks for, else those of what stands
/// in it, without the grey of the placeholder.
std::string run_start(const FormControl& control) {
  auto properties = control.node.child("w:sdtPr").child("w:rPr");
  const auto run =
      control.content.find_node([](pugi::xml_node candidate) { return named(candidate, "w:r"); });
  if (!properties) properties = run.child("w:rPr");
  std::string inner;
  for (const auto property : properties.children()) {
    const bool grey = named(property, "w:rStyle") &&
                      std::string_view(property.attribute("w:val").value()) == "PlaceholderText";
    if (!grey) append_xml(inner, property);
  }
  return inner.empty() ? "<w:r>" : "<w:r><w:rPr>" + inner + "</w:rPr>";
}

/// The marks of this name that stand in the control: LibreOffice moves the start of a blank's
/// bookmark there, and it may be all that still tells the field.
std::string marks(pugi::xml_node content, std::string_view name) {
  std::string out;
  for (const auto node : content.children()) {
    if (named(node, name)) {
      append_xml(out, node);
    } else {
      out += marks(node, name);
    }
  }
  return out;
}

}  // namespace

bool shows_nothing(const Blank& blank, const Field* field) {
  const auto& text = blank.text;
  if (text.empty() || (field != nullptr && text == shown_empty(*field))) return true;
  // The mark alone says little: LibreOffice keeps it when somebody has typed a value.
  return blank.placeholder && text.starts_with('[') && text.ends_with(']');
}

class FormProgram::Compiler {
 public:
  Compiler(FormProgram& program, const FormFindings& findings) : program_(program) {
    for (std::size_t i = 0; i < findings.controls.size(); ++i) add(findings.controls[i], i);
    for (std::size_t i = 0; i < findings.alternatives.size(); ++i) {
      add(findings.alternatives[i], i);
    }
  }

  void write(pugi::xml_node node) {
    const auto hash = node.hash_value();
    const auto first = first_.find(hash);
    if (first != first_.end()) step(Kind::begin, first->second);
    write_node(node);
    const auto note = note_.find(hash);
    if (note != note_.end()) step(Kind::note_end, note->second);
    const auto last = last_.find(hash);
    if (last != last_.end()) {
      for (const auto index : last->second) step(Kind::end, index);
    }
  }

  void finish() { flush(); }

 private:
  void add(const FormControl& control, std::size_t index) {
    controls_.emplace(control.node.hash_value(), index);
    Control made;
    made.field = control.blank.field;
    const auto date = control.node.child("w:sdtPr").child("w:date");
    made.full_date = date.attribute("w:fullDate").value();
    const std::string_view format = date.child("w:dateFormat").attribute("w:val").value();
    if (format.find('\'') != std::string_view::npos) made.form = "words";
    for (const auto node : control.content.children()) append_xml(made.current, node);
    made.before = marks(control.content, "w:bookmarkStart");
    const auto paragraph = control.content.child("w:p");
    if (paragraph) {
      made.before += "<w:p>";
      if (const auto properties = paragraph.child("w:pPr")) append_xml(made.before, properties);
    }
    made.before += run_start(control) + "<w:t xml:space=\"preserve\">";
    made.after = "</w:t></w:r>" + std::string(paragraph ? "</w:p>" : "") +
                 marks(control.content, "w:bookmarkEnd");
    made.blank = control.blank;
    program_.controls_.push_back(std::move(made));
  }

  void add(const FormAlternative& alternative, std::size_t index) {
    first_.emplace(alternative.first.hash_value(), index);
    last_[alternative.last.hash_value()].push_back(index);
    if (alternative.note) {
      note_.emplace(alternative.note.hash_value(), index);
      restart_.emplace(alternative.note.next_sibling().hash_value(), index);
    }
    std::string bookmark;
    append_xml(bookmark, alternative.start);
    program_.wordings_.push_back(
        {alternative.condition, static_cast<bool>(alternative.note), std::move(bookmark)});
  }

  void write_node(pugi::xml_node node) {
    if (node.type() != pugi::node_element) {
      append_xml(text_, node);
      return;
    }
    const auto control = controls_.find(node.hash_value());
    const auto restart = restart_.find(node.hash_value());
    const bool paragraph = named(node, "w:p");
    if (restart != restart_.end() && !paragraph) step(Kind::restart, restart->second);
    open_tag(node);
    if (control != controls_.end()) {
      write_control(node, control->second);
    } else {
      bool marked = restart == restart_.end() || !paragraph;
      for (const auto child : node.children()) {
        if (!marked && !named(child, "w:pPr")) {
          step(Kind::restart, restart->second);
          marked = true;
        }
        write(child);
      }
      if (!marked && node.first_child()) step(Kind::restart, restart->second);
    }
    close_tag(node);
  }

  void write_control(pugi::xml_node node, std::size_t index) {
    for (const auto child : node.children()) {
      if (named(child, "w:sdtPr")) {
        write_properties(child, index);
      } else if (named(child, "w:sdtContent")) {
        text_ += "<w:sdtContent>";
        step(Kind::content, index);
        text_ += "</w:sdtContent>";
      } else {
        append_xml(text_, child);
      }
    }
  }

  void write_properties(pugi::xml_node properties, std::size_t index) {
    text_ += "<w:sdtPr>";
    for (const auto child : properties.children()) {
      if (named(child, "w:showingPlcHdr")) {
        step(Kind::placeholder, index);
      } else if (named(child, "w:date")) {
        text_ += "<w:date";
        step(Kind::full_date, index);
        for (const auto attribute : child.attributes()) {
          if (std::string_view(attribute.name()) != "w:fullDate") append_attribute(attribute);
        }
        text_ += ">";
        for (const auto inner : child.children()) append_xml(text_, inner);
        text_ += "</w:date>";
      } else {
        append_xml(text_, child);
      }
    }
    text_ += "</w:sdtPr>";
  }

  void append_attribute(pugi::xml_attribute attribute) {
    text_.append(" ").append(attribute.name()).append("=\"");
    append_escaped(text_, attribute.value(), true);
    text_ += '"';
  }

  void open_tag(pugi::xml_node node) {
    text_.append("<").append(node.name());
    for (const auto attribute : node.attributes()) append_attribute(attribute);
    text_ += node.first_child() ? ">" : "/>";
  }

  void close_tag(pugi::xml_node node) {
    if (node.first_child()) text_.append("</").append(node.name()).append(">");
  }

  void flush() {
    if (text_.empty()) return;
    program_.steps_.push_back({Kind::literal, program_.literals_.size()});
    program_.literals_.push_back(std::move(text_));
    text_.clear();
  }

  void step(Kind kind, std::size_t index) {
    flush();
    program_.steps_.push_back({kind, index});
  }

  using Index = std::unordered_map<std::size_t, std::size_t>;
  FormProgram& program_;
  Index controls_;
  Index first_;
  std::unordered_map<std::size_t, std::vector<std::size_t>> last_;  ///< nested ones end together
  Index note_;
  Index restart_;
  std::string text_;
};

FormProgram::FormProgram(pugi::xml_node root, const FormFindings& findings) {
  Compiler compiler(*this, findings);
  compiler.write(root);
  compiler.finish();
}

void FormProgram::Run::take_alternative(const Step& step) {
  const bool skipping = skipped_for_ != k_none;
  if (skipping && skipped_for_ != step.index) return;
  const auto& wording = program_.wordings_[step.index];
  const auto decided = holds(wording.condition, values_);
  const bool kept = decided.value_or(false);
  if (step.kind == Kind::begin) {
    if (decided && (!kept || wording.noted)) skipped_for_ = step.index;
  } else if (step.kind == Kind::note_end) {
    if (kept) skipped_for_ = k_none;
  } else if (step.kind == Kind::restart) {
    if (kept) out_ += wording.bookmark;
  } else {
    skipped_for_ = k_none;
  }
}

/// The attribute of a date picker, for a value that is a day; as it stood when there is no value.
static std::string full_date(const std::string* value, const std::string& current) {
  if (value == nullptr) return current.empty() ? "" : " w:fullDate=\"" + current + "\"";
  return date_from_iso(*value) ? " w:fullDate=\"" + *value + "T00:00:00Z\"" : "";
}

void FormProgram::Run::take_control(Kind kind, const Control& control,
                                    const BlankFilling& filling) {
  const bool has_value = filling.value != nullptr && !filling.value->empty();
  if (kind == Kind::placeholder) {
    if (!has_value && !filling.clear) out_ += "<w:showingPlcHdr/>";
  } else if (kind == Kind::full_date) {
    out_ += full_date(has_value ? filling.value : nullptr, control.full_date);
  } else if (has_value) {
    out_ += control.before;
    append_escaped(out_, filling.field == nullptr
                             ? *filling.value
                             : shown_value(*filling.field, *filling.value, control.form));
    out_ += control.after;
  } else if (filling.clear && shows_nothing(control.blank, filling.field)) {
    out_ += control.before + k_cleared_text + control.after;
  } else {
    out_ += control.current;
  }
}

}  // namespace quyche
