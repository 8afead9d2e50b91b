#pragma once
// What the program prints: findings, progress with rate and remaining time, the summary.

#include <chrono>
#include <string>
#include <vector>

#include "quyche/engine.hpp"

namespace quyche::cli {

/// Every finding on standard error, each with its place and hints.
void print_findings(const std::vector<Diagnostic>& findings);

/// A line that rewrites itself on a terminal; silent elsewhere.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  [[nodiscard]] ProgressReport report();

 private:
  void show(const Progress& progress);
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

/// A sentence on what was done; in a dry run as what would be said, but where its code ends with
/// "-try" or "-checked", which are worded for it.
[[nodiscard]] std::string done_words(const std::string& code,
                                     const std::vector<std::string>& arguments, bool dry_run);
/// What was made and where.
void print_summary(const JobResult& result, const std::string& code, const std::string& place,
                   bool json, bool dry_run);
/// The same where a command has its own sentence.
void print_result(const JobResult& result, const std::string& sentence, const std::string& place,
                  bool json, bool dry_run);
void print_districts(const std::vector<DistrictState>& districts, bool json);
void print_explanation(const Explanation& explanation, bool json);

}  // namespace quyche::cli
