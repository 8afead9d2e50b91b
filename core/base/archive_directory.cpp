#include "base/archive_directory.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <utility>

#include "base/numbered_names.hpp"
#include "base/text.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

constexpr std::uint32_t k_local_mark = 0x04034B50;
constexpr std::uint32_t k_central_mark = 0x02014B50;
constexpr std::uint32_t k_end_mark = 0x06054B50;
constexpr std::uint32_t k_end64_mark = 0x06064B50;
constexpr std::uint32_t k_locator64_mark = 0x07064B50;
constexpr std::size_t k_local_size = 30;
constexpr std::size_t k_central_size = 46;
constexpr std::size_t k_end_size = 22;
constexpr std::size_t k_end64_size = 56;
constexpr std::size_t k_locator64_size = 20;
constexpr std::uint64_t k_in_64 = 0xFFFFFFFF;  // the number stands in the ZIP64 record
constexpr std::uint16_t k_encrypted_flags = 0x2041;
constexpr std::uint64_t k_small = 1U << 20U;  // below it the ratio says nothing

/// The number in so many bytes, the lowest first.
template <std::size_t width>
std::uint64_t number(std::string_view bytes, std::size_t at) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data() + at, width);
  return value;
}

bool has_mark(std::string_view bytes, std::uint64_t at, std::uint32_t mark, std::size_t size) {
  return at <= bytes.size() && bytes.size() - at >= size && number<4>(bytes, at) == mark;
}

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || !is_utf8(name)) return false;
  if (name.size() > 1 && name[1] == ':') return false;
  const bool odd = std::any_of(name.begin(), name.end(), [](char byte) {
    return byte == '\\' || static_cast<unsigned char>(byte) < 0x20U || byte == 0x7F;
  });
  if (odd) return false;
  while (!name.empty()) {
    const auto step = name.substr(0, name.find('/'));
    if (step.empty() || step == "." || step == "..") return false;
    name.remove_prefix(std::min(step.size() + 1, name.size()));
  }
  return true;
}

struct Span {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

class Directory {
 public:
  Directory(std::string_view bytes, const std::string& file, const ArchiveLimits& limits)
      : bytes_(bytes), file_(file), limits_(limits) {}

  std::vector<DirectoryEntry> read() {
    find();
    if (count_ > limits_.entries) refuse("archive.too-large", {}, "hint.archive-entries");
    if (count_ > (end_ - at_) / k_central_size) damaged({}, "hint.archive-directory");
    std::vector<DirectoryEntry> entries;
    entries.reserve(count_);
    spans_.reserve(count_);
    folded_.reserve(end_ - at_);
    for (std::uint64_t index = 0; index < count_; ++index) entries.push_back(next());
    if (at_ != end_) damaged({}, "hint.archive-directory");
    check_overlap();
    return entries;
  }

 private:
  [[noreturn]] void refuse(const char* code, std::string_view entry, const char* hint) const {
    refuse_archive(code, file_, entry, hint);
  }
  [[noreturn]] void damaged(std::string_view entry, const char* hint) const {
    refuse("archive.damaged", entry, hint);
  }

  // The end record is the one whose comment reaches exactly to the end of the file.
  std::size_t end_record() const {
    if (bytes_.size() < k_end_size) refuse("archive.not-a-zip", {}, "hint.archive-not-a-zip");
    const std::size_t last = bytes_.size() - k_end_size;
    const std::size_t first = last > 0xFFFF ? last - 0xFFFF : 0;
    for (std::size_t at = last + 1; at-- > first;) {
      if (!has_mark(bytes_, at, k_end_mark, k_end_size)) continue;
      if (number<2>(bytes_, at + 20) == last - at) return at;
    }
    const bool begins_well = has_mark(bytes_, 0, k_local_mark, k_local_size);
    if (begins_well) damaged({}, "hint.archive-cut-off");
    refuse("archive.not-a-zip", {}, "hint.archive-not-a-zip");
  }

  void find() {
    const std::size_t end = end_record();
    count_ = number<2>(bytes_, end + 10);
    std::uint64_t size = number<4>(bytes_, end + 12);
    at_ = number<4>(bytes_, end + 16);
    std::uint64_t disks = number<2>(bytes_, end + 4) | number<2>(bytes_, end + 6);
    const bool in_64 = count_ == 0xFFFF || size == k_in_64 || at_ == k_in_64;
    std::uint64_t limit = end;
    if (in_64 && end >= k_locator64_size &&
        has_mark(bytes_, end - k_locator64_size, k_locator64_mark, k_locator64_size)) {
      const std::uint64_t end64 = number<8>(bytes_, end - k_locator64_size + 8);
      if (!has_mark(bytes_, end64, k_end64_mark, k_end64_size)) {
        damaged({}, "hint.archive-directory");
      }
      disks = number<4>(bytes_, end64 + 16) | number<4>(bytes_, end64 + 20);
      count_ = number<8>(bytes_, end64 + 32);
      size = number<8>(bytes_, end64 + 40);
      at_ = number<8>(bytes_, end64 + 48);
      limit = end64;
    }
    if (disks != 0 || at_ > limit || size > limit - at_) damaged({}, "hint.archive-directory");
    begin_ = at_;
    end_ = at_ + size;
  }

  DirectoryEntry next() {
    if (!has_mark(bytes_.substr(0, end_), at_, k_central_mark, k_central_size)) {
      damaged({}, "hint.archive-directory");
    }
    const std::uint64_t name_size = number<2>(bytes_, at_ + 28);
    const std::uint64_t extra_size = number<2>(bytes_, at_ + 30);
    const std::uint64_t whole =
        k_central_size + name_size + extra_size + number<2>(bytes_, at_ + 32);
    if (whole > end_ - at_) damaged({}, "hint.archive-directory");

    DirectoryEntry entry;
    entry.name = bytes_.substr(at_ + k_central_size, name_size);
    check_name(entry.name);
    const auto flags = number<2>(bytes_, at_ + 8);
    if ((flags & k_encrypted_flags) != 0) {
      refuse("archive.encrypted", entry.name, "hint.archive-encrypted");
    }
    entry.method = static_cast<std::uint16_t>(number<2>(bytes_, at_ + 10));
    if (entry.method != 0 && entry.method != 8) {
      refuse("archive.method", entry.name, "hint.archive-method");
    }
    entry.crc = static_cast<std::uint32_t>(number<4>(bytes_, at_ + 16));
    std::uint64_t packed = number<4>(bytes_, at_ + 20);
    entry.size = number<4>(bytes_, at_ + 24);
    std::uint64_t offset = number<4>(bytes_, at_ + 42);
    std::string_view extra = bytes_.substr(at_ + k_central_size + name_size, extra_size);
    read_extra64(extra, entry, packed, offset);
    check_sizes(entry, packed);
    locate(entry, packed, offset);
    at_ += whole;
    return entry;
  }

  // ZIP64: in this order, only the numbers that did not fit.
  void read_extra64(std::string_view extra, DirectoryEntry& entry, std::uint64_t& packed,
                    std::uint64_t& offset) const {
    while (extra.size() >= 4) {
      const std::uint64_t size = number<2>(extra, 2);
      if (size > extra.size() - 4) return;
      std::string_view field = extra.substr(4, size);
      const bool is_64 = number<2>(extra, 0) == 1;
      extra.remove_prefix(4 + size);
      if (!is_64) continue;
      for (std::uint64_t* value : {&entry.size, &packed, &offset}) {
        if (*value != k_in_64) continue;
        if (field.size() < 8) damaged(entry.name, "hint.archive-directory");
        *value = number<8>(field, 0);
        field.remove_prefix(8);
      }
    }
  }

  void check_name(std::string_view name) {
    if (!is_safe_name(name)) refuse("archive.bad-name", name, "hint.archive-bad-name");
    const auto begin = folded_.size();
    for (const char byte : name) {
      const bool is_capital = byte >= 'A' && byte <= 'Z';
      folded_ += is_capital ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    if (!names_.add(std::string_view(folded_).substr(begin)).second) {
      refuse("archive.duplicate-name", name, "hint.archive-duplicate-name");
    }
  }

  void check_sizes(const DirectoryEntry& entry, std::uint64_t packed) {
    if (entry.size > limits_.total_bytes || total_ > limits_.total_bytes - entry.size) {
      refuse("archive.too-large", entry.name, "hint.archive-total");
    }
    total_ += entry.size;
    if (entry.method == 0 && entry.size != packed) damaged(entry.name, "hint.archive-size");
    if (entry.size > k_small && entry.size / limits_.ratio > packed) {
      refuse("archive.too-large", entry.name, "hint.archive-ratio");
    }
  }

  void locate(DirectoryEntry& entry, std::uint64_t packed, std::uint64_t offset) {
    const std::string_view before = bytes_.substr(0, begin_);
    if (!has_mark(before, offset, k_local_mark, k_local_size)) {
      damaged(entry.name, "hint.archive-local");
    }
    const std::uint64_t name_size = number<2>(before, offset + 26);
    const std::uint64_t begin = offset + k_local_size + name_size + number<2>(before, offset + 28);
    if (begin > before.size() || packed > before.size() - begin) {
      damaged(entry.name, "hint.archive-cut-off");
    }
    // Two names for one entry would let two programs see two archives.
    if (before.substr(offset + k_local_size, name_size) != entry.name) {
      damaged(entry.name, "hint.archive-local");
    }
    entry.data = before.substr(begin, packed);
    spans_.push_back({{offset, begin + packed}, entry.name});
  }

  void check_overlap() {
    std::sort(spans_.begin(), spans_.end(), [](const auto& left, const auto& right) {
      return left.first.begin < right.first.begin;
    });
    for (std::size_t index = 1; index < spans_.size(); ++index) {
      if (spans_[index].first.begin < spans_[index - 1].first.end) {
        damaged(spans_[index].second, "hint.archive-overlap");
      }
    }
  }

  std::string_view bytes_;
  const std::string& file_;
  const ArchiveLimits& limits_;
  std::uint64_t begin_ = 0;
  std::uint64_t at_ = 0;
  std::uint64_t end_ = 0;
  std::uint64_t count_ = 0;
  std::uint64_t total_ = 0;
  std::string folded_;  ///< all names in small letters; never grows past its room
  NumberedNames names_;
  std::vector<std::pair<Span, std::string_view>> spans_;
};

}  // namespace

std::vector<DirectoryEntry> read_directory(std::string_view bytes, const std::string& file,
                                           const ArchiveLimits& limits) {
  return Directory(bytes, file, limits).read();
}

void refuse_archive(const char* code, const std::string& file, std::string_view entry,
                    const char* hint) {
  Place place;
  place.file = file;
  std::vector<std::string> arguments;
  if (!entry.empty()) {
    const std::string shown = normalise(entry);
    place.steps.push_back({PlaceStep::Kind::entry, shown});
    arguments.push_back(shown);
  }
  throw Error(Diagnostic{Severity::error, {code, std::move(arguments)}, place, {{hint, {}}}});
}

}  // namespace quyche
