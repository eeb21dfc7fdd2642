find_package(CLI11 2.1 REQUIRED)
target_link_libraries(benniu_cli PRIVATE CLI11::CLI11)

file(GLOB chinese CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/i18n/*zh-CN.properties)
file(GLOB english CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/i18n/*en.properties)
embed(benniu_cli benniu::cli chinese_sentences ${chinese})
embed(benniu_cli benniu::cli english_sentences ${english})

add_executable(benniu ${CMAKE_SOURCE_DIR}/src/cli/main.cpp)
target_link_libraries(benniu PRIVATE benniu_cli)
target_compile_definitions(benniu_cli PRIVATE BENNIU_VERSION="${PROJECT_VERSION}")
