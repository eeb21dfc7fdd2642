find_package(OpenSSL REQUIRED)
target_link_libraries(benniu_base PRIVATE gmp OpenSSL::Crypto)
