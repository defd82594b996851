#pragma once
// Another wheel over the same targets: another municipality's, or the middle of a group.
#include <optional>
#include <string>
#include <string_view>

#include "progress/subject.h"

namespace digilots::progress {

struct Compared {
    std::string title;
    Wheel wheel;
};

/// `with`: a municipality's name, slug or code, or the key of a group that this one may compare itself with.
std::optional<Compared> compare(const Progress& progress, const Subject& subject, int year,
                                std::string_view with, const html::Page& page);
std::string group_title(const indicators::GroupChoice& group, const Subject& subject, const html::Page& page);

}  // namespace digilots::progress
