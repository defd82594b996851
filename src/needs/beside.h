#pragma once
// What municipalities that share a mapping have answered.
#include <cstdint>
#include <string>
#include <vector>

namespace digilots::needs {

struct Pages;

/// Answers that are done, to one question ("" of none) in one area.
struct Covered {
    std::string municipality, area, code;
    std::int64_t answers = 0, with_resident = 0;
};

/// Of all whose round has the mark and is shared with one of `near`.
std::vector<Covered> covered_by(const Pages& pages, const std::string& mark,
                                const std::vector<std::string>& near);

}  // namespace digilots::needs
