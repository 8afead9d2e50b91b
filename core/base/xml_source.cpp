// The XmlScanner of a source that is read in pieces: which piece it looks at, and what of it is
// whole.

#include <algorithm>

#include "base/source_text.hpp"
#include "base/xml_scanner.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_xml_window = 256U << 10U;  // bytes looked at together
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

XmlScanner::XmlScanner(ByteSource& source, std::string file)
    : file_(std::move(file)), source_(&source) {
  source.rewind();
  read_on();
  if (bytes_.starts_with(k_byte_order_mark)) {
    window_.erase(0, k_byte_order_mark.size());
    bytes_ = window_;
    whole_until_ = bytes_.rfind('<');
  }
  if (looking_at("<?xml")) (void)xml_text(bytes_.substr(0, bytes_.find("?>")), file_);
  read_declaration();
}

// Drops what was read and puts the next piece behind what was not: at least one whole token.
void XmlScanner::read_on() {
  std::vector<std::string> names(open_.begin(), open_.end());
  names_.swap(names);
  std::copy(names_.begin(), names_.end(), open_.begin());
  attributes_.clear();  // of the token before
  bool more = true;
  do {
    window_.erase(0, at_);
    before_ += at_;
    at_ = 0;
    more = source_->read(window_, std::max(k_xml_window, window_.size()));
    whole_until_ = window_.rfind('<');
  } while (more && (whole_until_ == 0 || whole_until_ == std::string::npos));
  bytes_ = window_;
  token_ = 0;
  if (!more) whole_until_ = std::string_view::npos;
}

// What begins here may hold "<" before its own end.
void XmlScanner::read_up_to(std::string_view end) {
  while (source_ != nullptr && whole_until_ != std::string_view::npos &&
         bytes_.find(end, at_) == std::string_view::npos) {
    read_on();
  }
}

Place XmlScanner::place_of(std::size_t at, std::size_t length) const {
  if (source_ == nullptr) return place_in(bytes_, file_, at, length);
  // Lines are counted from the first.
  const auto all = all_bytes(*source_);
  std::string_view text = all;
  if (text.starts_with(k_byte_order_mark)) text.remove_prefix(k_byte_order_mark.size());
  return place_in(text, file_, before_ + at, length);
}

}  // namespace quyche
