#pragma once
// National figures of a mapping, to stand beside one's own: in our own Swedish words, each with its year. What has no year is
// left out, since years are never mixed.
#include <cstddef>
#include <string>
#include <vector>

#include "platform/base/json.h"

namespace digilots::goals {

struct NationalFigure {
    std::string id, title, figure, base, definition, publisher;
    std::int64_t year = 0;
};
struct NationalFigures {
    std::vector<NationalFigure> all = {};
    std::size_t without_year = 0;
};
NationalFigures national_figures_in(const base::Json& mapping);

}  // namespace digilots::goals
