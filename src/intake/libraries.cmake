# Debian's CMake files of libzip ask for its command line tools too, so pkg-config names the library.
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
target_link_libraries(benniu_intake PRIVATE PkgConfig::LIBZIP PkgConfig::EXPAT)
set(TEST_LIBRARIES PkgConfig::LIBZIP PkgConfig::XLSXWRITER)
