#include "docx/origin_notes.hpp"

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "docx/markup.hpp"
#include "model/names.hpp"

namespace quyche {
namespace {

constexpr const char* k_initials = "qc";

std::string say(const std::string& code, std::vector<std::string> arguments = {}) {
  return sentence({code, std::move(arguments)}, Language::vietnamese);
}

}  // namespace

std::vector<Origin> OriginNotes::origins_of(const Provision& provision) const {
  if (!provision.origins.empty()) return provision.origins;
  const auto& text = regulation_.text;
  return {{Origin::Act::wrote, Level::province, text.id, text.version}};
}

/// "huyện Khoái Châu"; where the unit is not known the name of its level.
std::string OriginNotes::writer(Level level) const {
  const auto& where = regulation_.jurisdiction;
  const auto* unit = level == Level::province                     ? &where.province
                     : level == Level::district && where.district ? &*where.district
                     : level == Level::commune && where.commune   ? &*where.commune
                                                                  : nullptr;
  if (unit != nullptr && !unit->name.empty()) return unit->type + " " + unit->name;
  return say("level." + std::string(name_of(k_level_names, level)));
}

std::string OriginNotes::words(const Origin& origin) const {
  const auto& text = regulation_.text;
  auto version = origin.version;
  if (origin.author == text.id && origin.version == text.version && text.date) {
    version += ", " + short_date(*text.date);
  }
  return say("origin-note." + std::string(name_of(k_act_names, origin.act)),
             {capitalise(writer(origin.level)), origin.author, version});
}

std::optional<int> OriginNotes::enter(const Provision& provision) {
  auto origins = origins_of(provision);
  const bool is_said = !open_.empty() && open_.back() == origins;
  open_.push_back(std::move(origins));
  if (is_said) return std::nullopt;
  const auto& own = open_.back();
  comments_.append("<w:comment w:id=\"").append(std::to_string(count_)).append("\"");
  append_attribute(comments_, "w:author", capitalise(writer(own.back().level)));
  append_attribute(comments_, "w:initials", k_initials);
  comments_ += ">";
  for (const auto& origin : own) {
    comments_ += "<w:p>";
    append_run(comments_, {}, words(origin));
    comments_ += "</w:p>";
  }
  comments_ += "</w:comment>";
  return count_++;
}

std::string OriginNotes::part() const {
  std::string out(k_xml_declaration);
  out.append("<w:comments").append(k_word_namespaces).append(">");
  return out.append(comments_).append("</w:comments>");
}

}  // namespace quyche
