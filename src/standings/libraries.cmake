add_executable(scoring EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/bench/scoring.cpp)
target_link_libraries(scoring PRIVATE benniu_standings)
target_compile_definitions(scoring PRIVATE BENNIU_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
