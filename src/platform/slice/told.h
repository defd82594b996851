#pragma once
// What one slice has to say of a time in another's report: sentences and tables, in the language of whoever reads it.
#include <cstddef>
#include <string>
#include <vector>

namespace digilots {

struct ToldTable {
    std::string caption;
    std::vector<std::string> headers = {};
    std::vector<std::vector<std::string>> rows = {};
    std::vector<std::size_t> money = {};     // which columns hold amounts, from 0: spreadsheets sum them
    bool operator==(const ToldTable&) const = default;
};

struct Told {
    std::string title;
    std::vector<std::string> sentences = {};
    std::vector<ToldTable> tables = {};
};

}  // namespace digilots
