#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> confirmation_fixtures(const Page& page) {
    return {{"dangerous", confirmation({.url = "/delete",
                                        .text = "Delete the entry of 13.42?",
                                        .confirm = "Delete",
                                        .cancel_url = "/back",
                                        .hidden = {{"id", "a\"b"}}},
                                       page)}};
}

}  // namespace digilots::html::components
