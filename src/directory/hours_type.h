#pragma once
// Hours as one question of a record: a usual week with exceptions, what little is known, or the notation of OpenStreetMap.
#include <map>
#include <string>

#include "directory/directory.h"
#include "platform/register/field.h"

namespace digilots::directory {

using register_::Draft;
using register_::Problems;
using register_::Surroundings;

/// What the form shows of the hours before anybody types: "weekly", "incomplete", "notation" or "unknown", and each input.
struct ShownHours {
    std::string mode;
    std::map<std::string, std::string, std::less<>> fields;
};
ShownHours shown_hours(const Hours& hours, const Surroundings& around);
/// Hours that were typed hold even where the choice above them was left as it was.
Hours read_typed_hours(const Draft& draft, const Hours& before, const Surroundings& around, Problems& problems);
std::string_view country_of(const Surroundings& around);

}  // namespace digilots::directory
