#pragma once
// The slip that a resident takes home: where to go or ring, when it is open, what to do next. It holds nothing of the
// resident.
#include "directory/printed.h"

namespace digilots::directory {

/// What was found, as a slip tells it.
struct Found {
    std::string title, path;  // path: of its public page, "" where residents have none
    AskedAbout about;
    const Place* place = nullptr;  // where to go
    const Hours* hours = nullptr;
    Answer evening = Answer::unknown;
    std::string url = "";  // where the e-service is
    std::string note = "";
    std::vector<std::string> before = {};  // to know before it is done
};

/// Nothing where residents are not sent there.
std::optional<Found> found_record(const Snapshot& snapshot, std::string_view kind, std::string_view id, const html::Page& page);

print::Document slip_of(const Found& found, const Snapshot& snapshot, const print::Format& format, const Pages& pages,
                        const html::Page& page);
/// With what another slice says above where to ask.
print::Document slip_saying(const OnSlip& said, const Snapshot& snapshot, const print::Format& format, const Pages& pages,
                            const html::Page& page);

}  // namespace digilots::directory
