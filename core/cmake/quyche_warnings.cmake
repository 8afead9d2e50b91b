# Warnings of every target; errors when QUYCHE_WERROR is on (it is in CI).
option(QUYCHE_WERROR "Warnings are errors" OFF)

# -Wrestrict is wrong about "literal" + std::string in GCC 12 (GCC bug 105651).
function(quyche_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    -Wno-restrict -Wno-unknown-warning-option  # GCC 12 sees overlaps in std::string
    $<$<BOOL:${QUYCHE_WERROR}>:-Werror>)
  if(QUYCHE_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-sanitize-recover=all
      -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=address,undefined)
  endif()
endfunction()
