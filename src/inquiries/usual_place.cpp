// Where whoever is signed in most likely is: at a place of their own unit.
#include <algorithm>

#include "inquiries/desk_page.h"
#include "inquiries/implementation.h"

namespace digilots::inquiries {

std::string usual_place(const Service& service, const http::Request& request) {
    const auto snapshot = service.directory.snapshot(request.tenant->id);
    const directory::Snapshot& directory = *snapshot;
    const std::string unit = request.identity ? request.identity->unit : "";
    if (unit.empty()) return directory.fallback_place;
    for (const auto& own : organisation::within(*service.organisation.units(request.tenant->id), unit)) {
        const auto is_theirs = [&](const directory::Place& place) {
            return place.status == directory::Status::open && place.unit == own;
        };
        // A bus is where a few work; a house where most do.
        const auto stands = [&](const directory::Place& place) { return is_theirs(place) && !place.mobile; };
        auto found = std::ranges::find_if(directory.places, stands);
        if (found == directory.places.end()) found = std::ranges::find_if(directory.places, is_theirs);
        if (found != directory.places.end()) return found->id;
    }
    return directory.fallback_place;
}

std::string Inquiries::usual_place(const http::Request& request) const {
    return inquiries::usual_place(*implementation_, request);
}

}  // namespace digilots::inquiries
