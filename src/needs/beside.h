#pragma once
// What municipalities that share a mapping have answered.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace digilots::needs {

struct Pages;

/// Answers that are done, to one question ("" of none) in one area.
struct Covered {
    std::string municipality, area, code;
    std::int64_t answers = 0, with_resident = 0, stated = 0;   // stated: whether a resident was asked
    std::map<std::string, std::int64_t> certainty = {};       // how many of each that there are
};

/// Of all whose round has the mark and is shared with one of `near`.
std::vector<Covered> covered_by(const Pages& pages, const std::string& mark,
                                const std::vector<std::string>& near);
/// Municipalities whose round has the mark and is shared so, also those that have answered nothing yet; by id.
std::vector<std::string> sharing_round(const Pages& pages, const std::string& mark, const std::vector<std::string>& near);

}  // namespace digilots::needs
