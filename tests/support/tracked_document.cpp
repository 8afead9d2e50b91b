#include "support/tracked_document.hpp"

#include <pugixml.hpp>
#include <stdexcept>
#include <string_view>

namespace quyche::sample {
namespace {

class Settler {
 public:
  explicit Settler(Decision decision) : gone_(decision == Decision::accept ? "w:del" : "w:ins") {}

  void read(pugi::xml_node parent) {
    for (const auto node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "w:p") {
        paragraph(node);
      } else if (name != "w:tr" || !node.child("w:trPr").child(gone_)) {
        read(node);
      }
    }
  }

  std::vector<std::string> lines;

 private:
  void paragraph(pugi::xml_node node) {
    text(node);
    if (node.child("w:pPr").child("w:rPr").child(gone_)) return;  // goes on in the next one
    lines.push_back(std::move(line_));
    line_.clear();
  }

  void text(pugi::xml_node parent) {
    for (const auto node : parent.children()) {
      const std::string_view name = node.name();
      if (name == gone_) continue;
      if (name == "w:t" || name == "w:delText") line_ += node.text().get();
      if (name == "w:tab") line_ += '\t';
      if (name == "w:br") line_ += '\n';
      text(node);
    }
  }

  const char* gone_;
  std::string line_;
};

}  // namespace

std::vector<std::string> settled_paragraphs(const std::string& document, Decision decision) {
  pugi::xml_document tree;
  if (!tree.load_buffer(document.data(), document.size(),
                        pugi::parse_default | pugi::parse_ws_pcdata)) {
    throw std::runtime_error("not well-formed");
  }
  Settler settler(decision);
  settler.read(tree.document_element().child("w:body"));
  return settler.lines;
}

}  // namespace quyche::sample
