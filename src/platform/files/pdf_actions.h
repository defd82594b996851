#pragma once
// Whether a PDF document may do something by itself.
#include <string_view>

namespace digilots::files {

/// It holds, or may hold where nobody can look (packed or locked in a way of its own): a script, a start of another program,
/// files of its own, a film, or a form that sends. Reads anything, and goes by no table of what is where: readers that mend a
/// document do not either. Unpacks 32 MB at most.
bool may_act(std::string_view pdf);

}  // namespace digilots::files
