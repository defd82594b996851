#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> phone_link_fixtures(const Page& page) {
    return {{"large example", phone_link({.number = "0980-319 20 05",
                                          .label = "Contact centre",
                                          .is_example = true,
                                          .large = true,
                                          .zone = "Europe/Stockholm"},
                                         page)},
            {"plain", phone_link({.number = "+46 980 319 20 12"}, page)}};
}

}  // namespace digilots::html::components
