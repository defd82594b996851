#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> open_badge_fixtures(const Page& page) {
    return {{"open", open_badge({.state = OpenState::open, .next_change = "closes at 16.00"}, page)},
            {"closed", open_badge({.state = OpenState::closed, .next_change = "opens tomorrow at 10.00"}, page)},
            {"unknown", open_badge({.state = OpenState::unknown}, page)}};
}

}  // namespace digilots::html::components
