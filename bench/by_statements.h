#pragma once
// Rows that no one would type, put into a SQLite file by statements.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <sqlite3.h>

namespace digilots::bench {

/// Ends the program with what SQLite says where it cannot be run.
inline void run(sqlite3* handle, const std::string& text) {
    char* error = nullptr;
    if (sqlite3_exec(handle, text.c_str(), nullptr, nullptr, &error) == SQLITE_OK) return;
    std::fprintf(stderr, "%s\n", error);
    std::exit(1);
}

/// As printf, of at most 8191 letters.
std::string text_with(const char* format, auto... values) {
    std::vector<char> text(8192);
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

}  // namespace digilots::bench
