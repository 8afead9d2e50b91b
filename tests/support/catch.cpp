#include "support/catch.hpp"  // the one source of quyche_test_headers: a target needs one
