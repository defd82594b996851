#pragma once
// Records of a register to choose from in another, by their titles.
#include <string>
#include <vector>

#include "platform/register/records.h"

namespace digilots::register_ {

/// All of them: what has ended stays where it was chosen, has its name there and in tables, and is chosen no more.
std::vector<Choice> titled_choices(const Records& records, const Surroundings& around);
/// The same, to link to: `path` as LinkSource says. `records` outlives it.
LinkSource titled_source(const Records& records, std::string path);

}  // namespace digilots::register_
