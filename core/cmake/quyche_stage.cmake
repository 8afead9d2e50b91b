# The sources of a stage are compiled some at a time as one: what they include is read once, which is
# more than half of the time of a build. So names in the anonymous namespaces of a stage are unique.
# Whoever works on the sources takes each by itself (-DQUYCHE_ONE_BY_ONE=ON): a change builds faster,
# and one that forgot an include is found.
if(QUYCHE_SANITIZE)
  set(quyche_sources_at_a_time 16)
else()
  set(quyche_sources_at_a_time 8) # optimised, sixteen take a gigabyte of memory
endif()

# quyche_many_at_a_time(TARGET)
function(quyche_many_at_a_time target)
  if(NOT QUYCHE_ONE_BY_ONE)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON
      UNITY_BUILD_BATCH_SIZE ${quyche_sources_at_a_time})
    # GCC takes the sources for headers and warns of names that others might see.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
endfunction()

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
  quyche_many_at_a_time(quyche_${name})
endfunction()

# What a test says itself need not be quick, and much of a build is tests.
set(quyche_test_options $<$<CONFIG:Release>:-O0>)

# quyche_test(NAME SOURCES … STAGES …): a test program of its own, run by ctest.
function(quyche_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;STAGES" ${ARGN})
  add_executable(quyche_${name}_test ${TEST_SOURCES})
  list(TRANSFORM TEST_STAGES PREPEND quyche_)
  target_link_libraries(quyche_${name}_test PRIVATE quyche_test_main ${TEST_STAGES})
  target_include_directories(quyche_${name}_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  # Tests on real data read it from the tree.
  target_compile_definitions(quyche_${name}_test PRIVATE QUYCHE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_compile_options(quyche_${name}_test PRIVATE ${quyche_test_options})
  quyche_warnings(quyche_${name}_test)
  if(NOT QUYCHE_ONE_BY_ONE)
    target_precompile_headers(quyche_${name}_test REUSE_FROM quyche_test_headers)
  endif()
  add_test(NAME ${name} COMMAND quyche_${name}_test)
endfunction()
