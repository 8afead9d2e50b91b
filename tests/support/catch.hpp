#pragma once
// Catch2 through one door, so that version 3 is one edit.
#include <catch2/catch.hpp>
