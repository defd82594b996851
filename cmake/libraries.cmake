# Every Debian library we link, in one place. --as-needed drops what a binary does not use;
# bin/check-heavy decides which .cpp may include which of them.

find_package(PkgConfig REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json locale)
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(CURL REQUIRED)
find_package(ZLIB REQUIRED)
# Only the tests need it: without it there is the program alone.
find_package(GTest)
find_package(date REQUIRED)
pkg_check_modules(debian REQUIRED IMPORTED_TARGET
  libsodium liboath libbrotlienc libbrotlidec xapian-core tomlplusplus libqrencode pangocairo cairo-pdf libqpdf md4c xlsxwriter
  libical expat libmagic libzip)
# Of one folder alone (platform/mail).
pkg_check_modules(gmime REQUIRED gmime-3.0)

add_library(digilots_libraries INTERFACE)
target_link_libraries(digilots_libraries INTERFACE
  Boost::json Boost::locale OpenSSL::SSL OpenSSL::Crypto SQLite::SQLite3 PostgreSQL::PostgreSQL
  ICU::i18n ICU::uc ICU::data CURL::libcurl ZLIB::ZLIB date::date-tz PkgConfig::debian)
target_include_directories(digilots_libraries INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
