#pragma once
// Steps of a scale that few chose are told together with the steps beside them, so that the rest can be told. No SQL.
#include <string>
#include <string_view>
#include <vector>

#include "surveys/results.h"

namespace digilots::surveys {

/// "1+2" → "1", "2"; of a step told alone itself.
std::vector<std::string> steps_in(std::string_view value);
bool are_steps_together(const Asked& asked);

/// Puts neighbouring steps of scales, of the lines of a matrix and of numbers together: as few as make each line one of nobody or
/// of at least `fewest`, in each round alike, so that rounds can be compared. Where all would be one, nothing is put together.
void put_steps_together(std::vector<Asked>& asked, std::vector<RoundTally>& rounds);

/// Of all together, of a line that may stand for several steps here or there: nothing where they do not fit together.
std::optional<Figure> figure_of(const Asked& asked, std::string_view value);

}  // namespace digilots::surveys
