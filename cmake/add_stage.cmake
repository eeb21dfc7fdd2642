# add_stage(NAME [MAY_USE stage...] [TESTS_USE stage...]) is the only statement of direction in the house:
# the linker holds to it here, tools/check_layers.py holds every #include to it. Only tests may look to
# the right, at the stages behind TESTS_USE: those of `indicators` are written in the language of methods.
#
# A stage's folder gives the library benniu_NAME from its *.cpp and, from its *_test.cpp, the test
# program NAME_test. A stage's own third-party libraries stand in src/NAME/libraries.cmake, those of its
# tests there as TEST_LIBRARIES. Benchmarks (*_bench.cpp) give NAME_bench where Google Benchmark is
# installed; ./x bench builds them.
option(BENNIU_TESTS "Build the tests" ON)
if(BENNIU_TESTS)
  find_package(GTest REQUIRED)
endif()
find_package(benchmark QUIET)

function(add_room name)
  cmake_parse_arguments(ROOM "" "" "MAY_USE;TESTS_USE" ${ARGN})
  set(room ${CMAKE_SOURCE_DIR}/src/${name})
  file(GLOB sources CONFIGURE_DEPENDS ${room}/*.cpp ${room}/*/*.cpp)
  file(GLOB tests CONFIGURE_DEPENDS ${room}/*_test.cpp ${room}/*/*_test.cpp)
  file(GLOB benches CONFIGURE_DEPENDS ${room}/*_bench.cpp ${room}/*/*_bench.cpp)
  list(REMOVE_ITEM sources ${tests} ${benches} ${room}/main.cpp "")

  if(sources)
    add_library(benniu_${name} STATIC ${sources})
    set(reach PUBLIC)
  else()
    add_library(benniu_${name} INTERFACE)
    set(reach INTERFACE)
  endif()
  target_include_directories(benniu_${name} ${reach} ${CMAKE_SOURCE_DIR}/src)
  foreach(used ${ROOM_MAY_USE})
    target_link_libraries(benniu_${name} ${reach} benniu_${used})
  endforeach()
  if(EXISTS ${room}/libraries.cmake)
    include(${room}/libraries.cmake)
  endif()

  if(tests AND BENNIU_TESTS)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE benniu_${name} ${TEST_LIBRARIES} rapidcheck
                                               GTest::gtest_main)
    foreach(used ${ROOM_TESTS_USE})
      target_link_libraries(${name}_test PRIVATE benniu_${used})
    endforeach()
    target_compile_definitions(${name}_test PRIVATE BENNIU_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()

  if(benches AND benchmark_FOUND)
    add_executable(${name}_bench EXCLUDE_FROM_ALL ${benches})
    target_link_libraries(${name}_bench PRIVATE benniu_${name} ${TEST_LIBRARIES} benchmark::benchmark_main)
    target_compile_definitions(${name}_bench PRIVATE BENNIU_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  endif()
endfunction()

function(add_stage name)
  add_room(${name} ${ARGN})
endfunction()

function(add_edge name)
  add_room(${name} ${ARGN})
endfunction()
