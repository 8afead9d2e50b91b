#include "base/disk_error.hpp"

#include <cerrno>
#include <cstring>

namespace quyche {
namespace {

const char* known_reason(int reason) {
  switch (reason) {
    case ENOENT:
      return "not-found";
    case EACCES:
    case EPERM:
      return "no-access";
    case EROFS:
      return "read-only";
    case ENOSPC:
      return "no-space";
    case EDQUOT:
      return "quota";
    case EFBIG:
      return "past-limit";
    case EBUSY:
    case ETXTBSY:
      return "in-use";
    case EIO:
      return "disk-fault";
    case EISDIR:
      return "is-a-folder";
    case ENOTDIR:
      return "not-a-folder";
    case ENAMETOOLONG:
      return "name-too-long";
    case EILSEQ:
      return "bad-name";
    case EMFILE:
    case ENFILE:
      return "too-many-open";
    default:
      return nullptr;
  }
}

}  // namespace

Diagnostic disk_finding(const std::string& path, int reason) {
  Diagnostic finding;
  finding.place.file = path;
  if (const char* known = known_reason(reason)) {
    finding.message = {std::string("file.") + known, {path}};
    finding.hints.push_back({std::string("hint.file-") + known, {}});
    return finding;
  }
  const char* words = strerrordesc_np(reason);  // never localised, unlike strerror
  finding.message = {"file.failed", {path, words != nullptr ? words : std::to_string(reason)}};
  return finding;
}

Diagnostic too_large_finding(const std::string& path) {
  return {Severity::error,
          {"file.too-large", {path}},
          {path, {}, {}, 0, 0},
          {{"hint.file-too-large", {}}}};
}

void fail_on_disk(const std::string& path, int reason) { throw Error(disk_finding(path, reason)); }

}  // namespace quyche
