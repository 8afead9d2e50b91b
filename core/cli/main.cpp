#include <csignal>

#include "cli/commands.hpp"

int main(int count, char** values) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is then an error like any other
  int code = 0;
  const auto arguments = quyche::cli::read_arguments(count, values, code);
  return arguments ? quyche::cli::run(*arguments) : code;
}
