#pragma once
// The words that files use for the closed lists of the public values: levels, field types, kinds of
// provisions, acts of origin. One table for readers and writers.

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "quyche/regulation.hpp"

namespace quyche {

template <typename Value, std::size_t Size>
using NameTable = std::array<std::pair<Value, std::string_view>, Size>;

inline constexpr NameTable<Level, 5> k_level_names{{{Level::province, "province"},
                                                    {Level::district, "district"},
                                                    {Level::commune, "commune"},
                                                    {Level::village, "village"},
                                                    {Level::document, "document"}}};

inline constexpr NameTable<FieldType, 7> k_type_names{{{FieldType::text, "text"},
                                                       {FieldType::person, "person"},
                                                       {FieldType::date, "date"},
                                                       {FieldType::integer, "integer"},
                                                       {FieldType::boolean, "boolean"},
                                                       {FieldType::choice, "choice"},
                                                       {FieldType::citation, "citation"}}};

inline constexpr NameTable<Origin::Act, 4> k_act_names{{{Origin::Act::wrote, "wrote"},
                                                        {Origin::Act::replaced, "replaced"},
                                                        {Origin::Act::inserted, "inserted"},
                                                        {Origin::Act::imported, "imported"}}};

/// Akoma Ntoso elements of the provision kinds; tables are alineas with a table inside.
inline constexpr NameTable<ProvisionKind, 9> k_element_names{{
    {ProvisionKind::part, "part"},
    {ProvisionKind::chapter, "chapter"},
    {ProvisionKind::section, "section"},
    {ProvisionKind::article, "article"},
    {ProvisionKind::clause, "paragraph"},
    {ProvisionKind::point, "point"},
    {ProvisionKind::text, "alinea"},
    {ProvisionKind::appendix, "hcontainer"},
    {ProvisionKind::table, "alinea"},
}};

template <typename Value, std::size_t Size>
[[nodiscard]] constexpr std::string_view name_of(const NameTable<Value, Size>& table, Value value) {
  for (const auto& [key, name] : table) {
    if (key == value) return name;
  }
  return {};
}

template <typename Value, std::size_t Size>
[[nodiscard]] constexpr std::optional<Value> value_of(const NameTable<Value, Size>& table,
                                                      std::string_view name) {
  for (const auto& [key, word] : table) {
    if (word == name) return key;
  }
  return std::nullopt;
}

}  // namespace quyche
