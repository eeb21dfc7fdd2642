find_package(yaml-cpp REQUIRED)
target_link_libraries(benniu_model PRIVATE yaml-cpp)
