#pragma once
// A document part with its blanks and alternatives cut into steps: what filling one document means,
// prepared once. Made and run by Form.

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "docx/form_controls.hpp"
#include "quyche/values.hpp"

namespace quyche {

/// What a blank without value holds on a paper to sign: something to click into that is not there
/// to see. A plain space would be lost in the custom XML part, and Word would show the placeholder.
inline constexpr const char* k_cleared_text = "\u00A0";

/// Whether a blank has no value: nothing, or the text that asks for one. `field` may be null.
[[nodiscard]] bool shows_nothing(const Blank& blank, const Field* field);

/// The words to put into a blank of `field`; nothing: leave it as it is.
struct BlankFilling {
  const std::string* value = nullptr;  ///< canonical; null: no value
  const Field* field = nullptr;        ///< null: not declared, shown as it is
  bool clear = false;                  ///< without a value the blank shows nothing
};

class FormProgram {
 public:
  FormProgram(pugi::xml_node root, const FormFindings& findings);

  /// Appends the filled part. `filling(name)` tells the value of a field.
  template <typename Filling>
  void run(const Values& values, const Filling& filling, std::string& out) const {
    Run state{*this, values, out};
    for (const auto& step : steps_) state.take(step, filling);
  }

 private:
  enum class Kind {
    literal,      ///< text as it is
    placeholder,  ///< <w:showingPlcHdr/> while empty
    full_date,    ///< the w:fullDate attribute
    content,      ///< what stands in the control
    begin,        ///< an alternative begins
    note_end,     ///< its note ends
    restart,      ///< its bookmark begins here once the note is gone
    end
  };
  struct Step {
    Kind kind;
    std::size_t index;  ///< of the control or alternative; for literals of literals_
  };
  struct Control {
    std::string field;
    std::string form;       ///< "words" where the date is written out
    std::string current;    ///< its content as it is
    std::string full_date;  ///< its attribute as it is
    std::string before;     ///< of a value: marks, paragraph and run with their properties
    std::string after;
    Blank blank;  ///< what it shows
  };
  struct Wording {
    Condition condition;
    bool noted;
    std::string bookmark;  ///< its start mark
  };

  class Run {
   public:
    Run(const FormProgram& program, const Values& values, std::string& out)
        : program_(program), values_(values), out_(out) {}
    template <typename Filling>
    void take(const Step& step, const Filling& filling) {
      if (step.kind >= Kind::begin) {
        take_alternative(step);
      } else if (skipped_for_ != k_none) {
        return;
      } else if (step.kind == Kind::literal) {
        out_ += program_.literals_[step.index];
      } else {
        const auto& control = program_.controls_[step.index];
        take_control(step.kind, control, filling(control.field));
      }
    }

   private:
    void take_alternative(const Step& step);
    void take_control(Kind kind, const Control& control, const BlankFilling& filling);

    const FormProgram& program_;
    const Values& values_;
    std::string& out_;
    static constexpr std::size_t k_none = static_cast<std::size_t>(-1);
    std::size_t skipped_for_ = k_none;  ///< the wording whose note or whole is left out
  };

  class Compiler;

  std::vector<Step> steps_;
  std::vector<std::string> literals_;
  std::vector<Control> controls_;
  std::vector<Wording> wordings_;
};

}  // namespace quyche
