find_package(Soci 4.0.3 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(Threads REQUIRED)
target_link_libraries(benniu_store PRIVATE Soci::sqlite3 SQLite::SQLite3 Threads::Threads)
if(BENNIU_SANITIZE)
  # Debian's SOCI hides the type information that this one check asks for.
  target_compile_options(benniu_store PRIVATE -fno-sanitize=vptr)
endif()
embed(benniu_store benniu::store migration_0001 ${CMAKE_CURRENT_SOURCE_DIR}/src/store/migrations/0001_first_ledger.sql)

add_executable(durable_facts EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/bench/durable_facts.cpp)
target_link_libraries(durable_facts PRIVATE benniu_store SQLite::SQLite3 Threads::Threads)
