# RESTinio's own CMake files ask for targets that Debian does not have, so its parts are named here.
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_library(HTTP_PARSER http_parser REQUIRED)
find_library(FMT fmt REQUIRED)
target_link_libraries(benniu_http PRIVATE ${HTTP_PARSER} ${FMT} ZLIB::ZLIB Boost::json Threads::Threads)
set(TEST_LIBRARIES ZLIB::ZLIB)

# The web app goes into the program; a change of it, also of its file names, is noticed by the build.
file(GLOB_RECURSE web_dist CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/dist/*)
set(web_files ${CMAKE_BINARY_DIR}/embedded/web_files.cpp)
set(no_web ${CMAKE_CURRENT_SOURCE_DIR}/src/http/no_web.html)
add_custom_command(
  OUTPUT ${web_files}
  COMMAND python3 ${CMAKE_SOURCE_DIR}/tools/embed_web.py ${no_web} ${web_files} ${CMAKE_SOURCE_DIR}/web/dist
  DEPENDS ${web_dist} ${no_web} ${CMAKE_SOURCE_DIR}/tools/embed_web.py
  VERBATIM)
target_sources(benniu_http PRIVATE ${web_files})
