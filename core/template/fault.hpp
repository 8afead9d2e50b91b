#pragma once
// What a value operation of the template language throws: a sentence without a place. The evaluator
// knows where it was and turns it into a finding; nothing else catches it.

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "quyche/diagnostic.hpp"

namespace quyche {

class TemplateFault : public std::exception {
 public:
  explicit TemplateFault(Text message, std::vector<Text> hints = {})
      : message_(std::move(message)), hints_(std::move(hints)) {}
  [[nodiscard]] const char* what() const noexcept override { return message_.code.c_str(); }
  [[nodiscard]] const Text& message() const { return message_; }
  [[nodiscard]] const std::vector<Text>& hints() const { return hints_; }

 private:
  Text message_;
  std::vector<Text> hints_;
};

/// A budget is used up: the rendering ends at once.
class TemplateExhaustion : public TemplateFault {
 public:
  using TemplateFault::TemplateFault;
};

}  // namespace quyche
