#include "cli/output_ending.hpp"

#include <utility>

#include "cli/language.hpp"

namespace quyche::cli {

std::function<std::string(const std::string&)> ends_in(std::string ending) {
  return [ending = std::move(ending)](const std::string& name) {
    return name.ends_with(ending) ? std::string() : words("cli.bad-ending", {name, ending});
  };
}

}  // namespace quyche::cli
