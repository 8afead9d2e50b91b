#pragma once
// Everything needed to print the villages of one commune: the localised regulation, its form, its
// XML with holes. Made once per commune and wording, shared by threads, forgotten when others are
// needed more.

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "docx/form.hpp"
#include "engine/workshop.hpp"
#include "model/slot_text.hpp"

namespace quyche {

struct CommunePress {
  const DistrictPlugin* plugin = nullptr;
  LocalRegulation local;
  std::unique_ptr<Form> form;  ///< null while only checking
  SlotText xml;

  /// One village's document before it is packed. `record` is complete and checked.
  [[nodiscard]] Form::Filled filled(const Values& record) const;
  /// Appends one village's files.
  void print_docx(const Values& record, Compressor& compressor, std::string& out) const;
  void print_xml(const Values& record, std::string& out) const;
};

class CommunePresses {
 public:
  /// `templates`: folder with the communes' edited templates, or empty. `forms`: whether presses
  /// are for printing or only for checking.
  CommunePresses(Workshop& workshop, std::string templates, bool forms);

  /// The press for a record. `day` is the document's; days between two changes of law, unit or
  /// format share a press. Throws Error when the commune is unknown on that day.
  [[nodiscard]] std::shared_ptr<const CommunePress> get(const Values& record, Date day);

  [[nodiscard]] std::vector<Diagnostic> warnings() const;

 private:
  [[nodiscard]] Values deciding_values(const Values& record) const;
  [[nodiscard]] Date era_of(Date day) const;
  [[nodiscard]] const DistrictPlugin& plugin_for(const Values& record, Date day) const;
  /// What may be meant: the commune of that name, the days on which the code is in force.
  [[nodiscard]] Diagnostic unknown_unit(const Values& record, Date day) const;
  /// Which units stand today in the place of `code`.
  void add_heirs(std::string_view code, Date day, std::vector<Text>& hints) const;
  [[nodiscard]] std::shared_ptr<const CommunePress> make(const DistrictPlugin& plugin,
                                                         const Values& record, Date day);

  Workshop& workshop_;
  std::string templates_;
  bool forms_;
  std::vector<std::string> deciding_;  ///< fields that choose between wordings
  std::vector<Date> changes_;          ///< first days of each era, sorted
  mutable std::mutex mutex_;
  std::list<std::pair<std::string, std::shared_ptr<const CommunePress>>> recent_;
  std::vector<Diagnostic> warnings_;
};

}  // namespace quyche
