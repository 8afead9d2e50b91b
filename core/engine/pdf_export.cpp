#include "engine/pdf_export.hpp"

#include <Poco/Exception.h>
#include <Poco/Path.h>
#include <Poco/Pipe.h>
#include <Poco/PipeStream.h>
#include <Poco/Process.h>
#include <Poco/StreamCopier.h>
#include <Poco/TemporaryFile.h>

#include <vector>

namespace quyche {
namespace {

/// LibreOffice takes long to start: many files a call.
constexpr std::size_t k_files_a_call = 64;

/// Folder → its .docx files.
void collect(const Files& files, const std::string& folder,
             std::vector<std::pair<std::string, std::vector<std::string>>>& found) {
  std::vector<std::string> documents;
  for (const auto& name : files.list(folder)) {
    const auto path = folder + "/" + name;
    if (files.is_folder(path)) {
      collect(files, path, found);
    } else if (name.ends_with(".docx")) {
      documents.push_back(path);
    }
  }
  if (!documents.empty()) found.emplace_back(folder, std::move(documents));
}

bool convert(const std::string& profile, const std::string& folder,
             const std::vector<std::string>& documents) {
  Poco::Process::Args arguments{"-env:UserInstallation=file://" + profile,
                                "--headless",
                                "--convert-to",
                                "pdf",
                                "--outdir",
                                folder};
  arguments.insert(arguments.end(), documents.begin(), documents.end());
  try {
    Poco::Pipe output;
    const auto handle = Poco::Process::launch("soffice", arguments, nullptr, &output, &output);
    Poco::PipeInputStream said(output);
    std::string ignored;
    Poco::StreamCopier::copyToString(said, ignored);
    return handle.wait() == 0;
  } catch (const Poco::Exception&) {
    return false;
  }
}

}  // namespace

void export_pdf(Workshop& workshop, const std::string& folder, JobResult& result) {
  std::vector<std::pair<std::string, std::vector<std::string>>> folders;
  collect(workshop.files(), folder, folders);
  // A profile of its own, so that an open LibreOffice window does not swallow the call.
  Poco::TemporaryFile profile;
  for (const auto& [where, documents] : folders) {
    for (std::size_t i = 0; i < documents.size(); i += k_files_a_call) {
      const auto end = std::min(documents.size(), i + k_files_a_call);
      const std::vector<std::string> some(documents.begin() + static_cast<std::ptrdiff_t>(i),
                                          documents.begin() + static_cast<std::ptrdiff_t>(end));
      if (convert(profile.path(), where, some)) continue;
      result.findings.push_back(
          {Severity::warning, {"pdf.no-office", {}}, {where, {}, {}, 0, 0}, {{"hint.office", {}}}});
      return;
    }
  }
}

}  // namespace quyche
