#include "model/slot_text.hpp"

namespace quyche {
namespace {

constexpr char k_open = '\x01';
constexpr char k_middle = '\x02';
constexpr char k_close = '\x03';

}  // namespace

std::string slot_mark(std::string_view name, std::string_view form) {
  std::string mark;
  mark += k_open;
  mark += name;
  mark += k_middle;
  mark += form;
  mark += k_close;
  return mark;
}

SlotText::SlotText(std::string marked) {
  text_.reserve(marked.size());
  std::size_t start = 0;
  for (;;) {
    const auto open = marked.find(k_open, start);
    if (open == std::string::npos) break;
    const auto middle = marked.find(k_middle, open);
    const auto close = marked.find(k_close, middle);
    if (close == std::string::npos) break;
    text_.append(marked, start, open - start);
    ends_.push_back(text_.size());
    slots_.push_back({marked.substr(open + 1, middle - open - 1),
                      marked.substr(middle + 1, close - middle - 1)});
    start = close + 1;
  }
  text_.append(marked, start);
}

}  // namespace quyche
