#pragma once
// Where on the disk a file goes: the place that is meant, and the temporary name it has until it is
// whole. For DiskFiles and StagedFile.

#include <string>

namespace quyche {

/// Refuses a zero byte: the system would end the name there, and another file be opened. Throws
/// Error file.bad-name.
void check_name(const std::string& path);
[[nodiscard]] std::string folder_of(const std::string& path);
/// The file that is meant: a link is followed, so that it stays one.
[[nodiscard]] std::string meant_file(const std::string& path);
/// A device or a pipe is written to, never replaced.
[[nodiscard]] bool is_special(const std::string& path);

/// A name that no other run has: O_EXCL tells when one did all the same.
[[nodiscard]] std::string temporary_name(const std::string& folder);
/// Makes a folder of such a name, for files on their way into the folder around it. Empty when that
/// cannot be.
[[nodiscard]] std::string make_temporary_folder(const std::string& folder);
/// Removes what runs of this machine that were cut off left in a folder: it may be personal data.
void sweep_temporaries(const std::string& folder);

}  // namespace quyche
