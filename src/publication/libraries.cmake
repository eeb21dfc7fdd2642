# Debian's libzip-config.cmake asks for tools of other packages, so the library is named directly.
find_package(pugixml REQUIRED)
target_link_libraries(benniu_publication PRIVATE zip pugixml::pugixml)
