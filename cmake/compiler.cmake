# One set of flags for the whole house. Exactness forbids fast-math; see docs/adr.
# A designated initialiser leaves out what it does not need; g++ would ask for all members.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
                    -Wno-missing-field-initializers -Wno-maybe-uninitialized -ffp-contract=off)
if(CMAKE_CXX_FLAGS MATCHES "-ffast-math|-Ofast")
  message(FATAL_ERROR "benniu computes exact scores and refuses to be built with fast-math.")
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_compile_options(-Wno-restrict)  # g++ 12 sees an overlap in every std::string::insert (GCC bug 105651)
endif()
option(BENNIU_WERROR "Treat warnings as errors" ON)
if(BENNIU_WERROR)
  add_compile_options(-Werror)
endif()

option(BENNIU_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
if(BENNIU_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

option(BENNIU_FUZZ "Build the fuzz targets of tests/fuzz; needs clang" OFF)
if(BENNIU_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
