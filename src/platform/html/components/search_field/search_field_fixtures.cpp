#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> search_field_fixtures(const Page& page) {
    return {{"large", search_field({.url = "/sundsvall/search",
                                    .label = "What do you need help with?",
                                    .value = "\"bank id\"",
                                    .hint = "Use your own words, such as new phone",
                                    .large = true},
                                   page)},
            {"live", search_field({.url = "/sundsvall/search",
                                   .label = "Search",
                                   .name = "words",
                                   .live = "/sundsvall/search",
                                   .live_target = "results"},
                                  page)}};
}

}  // namespace digilots::html::components
