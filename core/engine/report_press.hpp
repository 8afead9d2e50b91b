#pragma once
// Makes papers about a register: opens it, knows the unit that writes and who signs for it, prints
// what templates/reports/ says. For the report, reminder and inspection jobs. Owns the connection;
// workshop and job must outlive it.

#include <string>

#include "base/archive.hpp"
#include "engine/workshop.hpp"
#include "paper/value_map.hpp"
#include "quyche/register.hpp"
#include "register/unit_tree.hpp"

namespace quyche {

class ReportPress {
 public:
  ReportPress(Workshop& workshop, const ReportJob& job);

  [[nodiscard]] const ReportJob& job() const { return job_; }
  [[nodiscard]] Workshop& workshop() { return workshop_; }
  [[nodiscard]] Store& store() { return store_; }
  [[nodiscard]] const UnitTree& units() const { return units_; }
  /// The paper's day, ISO text.
  [[nodiscard]] const std::string& day() const { return day_; }

  /// The values every paper has: day, place, number, signer, unit. `organs`: the table in
  /// templates/reports/ of who issues and signs.
  [[nodiscard]] ValueMapBuilder frame(const char* organs = "organs.tsv");
  /// Of the papers of one job the next one has the next number.
  void count_on();
  /// Stages the paper that the file `name` of templates/reports/ describes.
  void make(const std::string& name, const Value& values, const std::string& output);
  /// Publishes all papers made. Throws Error with all that went wrong.
  [[nodiscard]] RegisterResult finish();

 private:
  /// The unit that reports: the one asked for, or else the province.
  [[nodiscard]] const UnitForm& unit() const;
  [[nodiscard]] Value unit_value(const char* organs);

  Workshop& workshop_;
  const ReportJob& job_;
  Store store_;
  UnitTree units_;
  std::string day_;
  std::string number_;
  Compressor compressor_;
  Diagnostics found_;
  RegisterResult result_;
};

}  // namespace quyche
