#pragma once
// What the codes of packed data tell without unpacking them (RFC 1951, section 3.2.7).

#include <string_view>

namespace quyche {

/// Whether deflated data may unpack to something with all these bytes. Data of one block with codes
/// of its own, which most parts of a document are, have no code for a byte they do not hold; for
/// all others (and where they are damaged) the answer is yes.
[[nodiscard]] bool may_hold(std::string_view deflated, std::string_view bytes);

}  // namespace quyche
