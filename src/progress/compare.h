#pragma once
// Another wheel over the same targets: another municipality's, or the middle of a group.
#include <string>
#include <string_view>

#include "platform/base/result.h"
#include "progress/subject.h"

namespace digilots::progress {

/// `abroad`: there are municipalities of that name, but each country has indicators of its own.
enum class NotCompared { unknown, abroad };

struct Compared {
    std::string title;
    Wheel wheel;
};

/// `with`: a municipality's name, slug or code, or the key of a group that this one may compare itself with.
base::Result<Compared, NotCompared> compare(const Progress& progress, const Subject& subject, int year,
                                std::string_view with, const html::Page& page);
std::string group_title(const indicators::GroupChoice& group, const Subject& subject, const html::Page& page);

}  // namespace digilots::progress
