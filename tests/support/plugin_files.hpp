#pragma once
// A plugin folder in memory, whole and valid, for tests that spoil one thing of it.

#include <string>

#include "base/environment.hpp"

namespace quyche::sample {

inline const std::string k_manifest =
    "<plugin xmlns=\"urn:quyche:plugin:1\" id=\"an_binh\" abi=\"1\" version=\"1.0.0\" "
    "name=\"Huyện An Bình\">\n"
    "  <jurisdiction level=\"district\" province=\"33\" code=\"399\" to=\"2025-06-30\"/>\n"
    "  <files profile=\"district.xml\" amendments=\"amendments.xml\"/>\n"
    "</plugin>\n";

inline const std::string k_district =
    "<district xmlns=\"urn:quyche:district:1\" id=\"an_binh\">\n"
    "  <form type=\"huyện\" name=\"An Bình\" to=\"2025-06-30\">\n"
    "    <value name=\"district_committee_name\">Huyện ủy An Bình</value>\n"
    "  </form>\n"
    "  <value name=\"sign_mode\">co_signed</value>\n"
    "  <commune code=\"12999\" type=\"xã\" name=\"Hòa Lạc\" to=\"2019-04-30\"/>\n"
    "  <commune code=\"12999\" type=\"phường\" name=\"Hòa Lạc\" from=\"2019-05-01\"/>\n"
    "</district>\n";

inline const std::string k_amendments =
    "<amendments xmlns=\"urn:quyche:amendments:1\" "
    "xmlns:a=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\" "
    "xmlns:q=\"urn:quyche:regulation:1\" model=\"mau/quy-che\">\n"
    "  <remove target=\"k2\"/>\n"
    "</amendments>\n";

/// `text` with the first `from` in it replaced; it must be there.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

inline void put_plugin(Files& files, const std::string& folder,
                       const std::string& manifest = k_manifest) {
  files.write(folder + "/plugin.xml", manifest);
  files.write(folder + "/district.xml", k_district);
  files.write(folder + "/amendments.xml", k_amendments);
}

}  // namespace quyche::sample
