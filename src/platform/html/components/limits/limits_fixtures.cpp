#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> limits_fixtures(const Page& page) {
    return {{"both", limits({.refusals = {"No printing", "Refers on, no hands-on help"},
                             .good_to_know = {"Help depends on how busy it is"}},
                            page)},
            {"nothing", limits({}, page)}};
}

}  // namespace digilots::html::components
