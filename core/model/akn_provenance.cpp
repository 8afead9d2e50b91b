#include "model/akn_provenance.hpp"

#include "base/text.hpp"
#include "base/xml.hpp"

namespace quyche {
namespace {

class Collector {
 public:
  Collector(const std::map<std::string, std::string>& ids, const std::string& date)
      : ids_(ids), date_(date) {}

  AknProvenance run(const std::vector<Provision>& body) {
    visit(body);
    if (!modifications_.empty()) {
      out_.analysis = "      <analysis source=\"#quyche\">\n        <passiveModifications>\n" +
                      modifications_ + "        </passiveModifications>\n      </analysis>\n";
    }
    return std::move(out_);
  }

 private:
  void visit(const std::vector<Provision>& provisions) {
    for (const auto& provision : provisions) {
      for (const auto& origin : provision.origins) note(provision, origin);
      visit(provision.children);
    }
  }

  void note(const Provision& provision, const Origin& origin) {
    const bool amends = origin.act == Origin::Act::replaced || origin.act == Origin::Act::inserted;
    const auto id = ids_.find(provision.id);
    if (!amends || id == ids_.end()) return;
    const bool inserts = origin.act == Origin::Act::inserted;
    modifications_ += "          <textualMod eId=\"pmod_" + std::to_string(++count_) +
                      "\" type=\"" + (inserts ? "insertion" : "substitution") +
                      "\"><source href=\"#" + source_of(origin) + "\"/><destination href=\"#" +
                      id->second + "\"/></textualMod>\n";
  }

  /// Each amending text once.
  const std::string& source_of(const Origin& origin) {
    auto& eid = sources_[origin.author + " " + origin.version];
    if (!eid.empty()) return eid;
    const auto number = std::to_string(sources_.size());
    eid = "amending-" + number;
    out_.references += "        <passiveRef eId=\"" + eid + "\" href=\"/akn/vn/act/quy-che/" +
                       file_slug(origin.author) + "/" + file_slug(origin.version) + "\" showAs=\"";
    append_escaped(out_.references, origin.author + " " + origin.version, true);
    out_.references += "\"/>\n";
    out_.events += "        <eventRef eId=\"evt-" + std::to_string(sources_.size() + 1) +
                   "\" date=\"" + date_ + "\" source=\"#" + eid + "\" type=\"amendment\"/>\n";
    return eid;
  }

  const std::map<std::string, std::string>& ids_;
  const std::string& date_;
  std::map<std::string, std::string> sources_;
  std::string modifications_;
  std::size_t count_ = 0;
  AknProvenance out_;
};

}  // namespace

AknProvenance provenance_of(const std::vector<Provision>& body,
                            const std::map<std::string, std::string>& ids,
                            const std::string& date) {
  return Collector(ids, date).run(body);
}

}  // namespace quyche
