#pragma once
// The words of a legal basis, without its final sign. Citation style is data: a pattern with
// {type} {number} {date} {issuer} {title}, by which format profiles may differ.

#include "quyche/regulation.hpp"

namespace quyche {

/// "Căn cứ Quyết định số 2128/QĐ-UBND ngày 11/12/2012 của …". A basis held by a field gives the
/// field as an inline.
[[nodiscard]] Inlines basis_sentence(const Basis& basis);

}  // namespace quyche
