// Where the bytes of an XmlScanner come from: their encoding; of a source that is read in pieces,
// which piece is looked at, and what of it is whole.

#include <algorithm>

#include "base/source_text.hpp"
#include "base/text.hpp"
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

std::string_view xml_text(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with(k_byte_order_mark)) bytes.remove_prefix(k_byte_order_mark.size());
  const auto declaration = bytes.starts_with("<?xml") ? bytes.substr(0, bytes.find("?>")) : "";
  const auto named = declaration.find("encoding=");
  std::string encoding;
  if (named != std::string_view::npos && named + 10 < declaration.size()) {
    const char quote = declaration[named + 9];
    encoding = declaration.substr(named + 10, declaration.find(quote, named + 10) - named - 10);
    std::transform(encoding.begin(), encoding.end(), encoding.begin(),
                   [](char byte) { return byte >= 'A' && byte <= 'Z' ? byte + 32 : byte; });
  }
  const bool fits = encoding.empty() || encoding == "utf-8" || encoding == "us-ascii";
  if (!fits || !is_utf8(bytes)) {
    Place place;
    place.file = file;
    throw Error(
        Diagnostic{Severity::error, {"xml.not-utf8", {}}, place, {{"hint.xml.not-utf8", {}}}});
  }
  return bytes;
}

}  // namespace quyche
