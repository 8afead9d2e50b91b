# Compiled once for the pass under the sanitizers, where only time counts. The plain build does
# without, so that a file that forgot an include is found.
set(quyche_often_included <algorithm> <array> <functional> <map> <memory> <optional> <set> <string>
  <string_view> <utility> <vector>)

# quyche_stage(NAME SOURCES … AFTER stages-to-its-left LIBRARIES …): one object library a stage.
# It sees the public headers and core/, so that includes read "base/text.hpp".
function(quyche_stage name)
  cmake_parse_arguments(STAGE "" "" "SOURCES;AFTER;LIBRARIES" ${ARGN})
  add_library(quyche_${name} OBJECT ${STAGE_SOURCES})
  target_include_directories(quyche_${name} PUBLIC ${CMAKE_SOURCE_DIR}/core
    ${CMAKE_SOURCE_DIR}/core/include)
  target_link_libraries(quyche_${name} PUBLIC ${STAGE_LIBRARIES})
  set_property(GLOBAL APPEND PROPERTY QUYCHE_STAGES quyche_${name})
  quyche_warnings(quyche_${name})
  if(QUYCHE_SANITIZE)
    target_precompile_headers(quyche_${name} PRIVATE ${quyche_often_included})
  endif()
endfunction()

# quyche_test(NAME SOURCES … STAGES …): a test program of its own, run by ctest.
function(quyche_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;STAGES" ${ARGN})
  add_executable(quyche_${name}_test ${TEST_SOURCES})
  list(TRANSFORM TEST_STAGES PREPEND quyche_)
  target_link_libraries(quyche_${name}_test PRIVATE quyche_test_main ${TEST_STAGES})
  target_include_directories(quyche_${name}_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  # Tests on real data read it from the tree.
  target_compile_definitions(quyche_${name}_test PRIVATE QUYCHE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  quyche_warnings(quyche_${name}_test)
  list(LENGTH TEST_SOURCES source_count)
  if(QUYCHE_SANITIZE AND source_count GREATER 2)
    target_precompile_headers(quyche_${name}_test PRIVATE ${quyche_often_included}
      <catch2/catch.hpp>)
  endif()
  add_test(NAME ${name} COMMAND quyche_${name}_test)
endfunction()
