# Warnings of every target; errors when QUYCHE_WERROR is on (it is in CI).
option(QUYCHE_WERROR "Warnings are errors" OFF)

function(quyche_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -Wno-restrict -Wno-unknown-warning-option  # GCC 12 sees overlaps in std::string
    $<$<BOOL:${QUYCHE_WERROR}>:-Werror>)
  if(QUYCHE_SANITIZE)
    # A trap and not a sentence for each check of undefined behaviour: a million places that the
    # program would have to relocate each time it starts. ASAN_OPTIONS=handle_sigill=1 tells where.
    # What a type is across libraries only the run time library can say.
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-sanitize-recover=all
      -fno-omit-frame-pointer)
    if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
      target_compile_options(${target} PRIVATE -fsanitize-trap=undefined
        -fno-sanitize-trap=function,vptr)
    endif()
    target_link_options(${target} PRIVATE -fsanitize=address,undefined)
  endif()
  if(QUYCHE_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link,address,undefined
      -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=address,undefined)
  endif()
endfunction()
