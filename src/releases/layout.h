#pragma once
// How the cells of a counted table are numbered, and in which of the tables that are read each is told.
#include <map>
#include <string>
#include <vector>

#include "releases/year.h"

namespace digilots::releases {

struct Layout {
    struct Told {
        int table = -1;                             // of `tables`; -1: in none, ever
        std::string term = "";
    };
    std::vector<suppression::Dimension> own;
    std::vector<std::string> tables;                // that are read
    std::vector<Told> cells;                        // of the own nodes, the last dimension fastest
    std::map<std::string, std::size_t> leaves;      // of the own leaves, by the term as it is counted
    std::size_t all = 0;                            // the cell that is a total
};

/// Of one of counted_keys(): with what was ever counted in the year, in the order of the lists.
Layout layout_of(const Year& year, const std::string& counted_key);

}  // namespace digilots::releases
