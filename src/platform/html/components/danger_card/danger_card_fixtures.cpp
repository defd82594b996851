#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> danger_card_fixtures(const Page& page) {
    return {{"two numbers", danger_card({.title = "If somebody is acutely ill or hurt",
                                         .advice = "Ring at once. Whoever answers tells you what to do.",
                                         .numbers = {{"112", "SOS Alarm", "When life may be in danger"},
                                                     {"1177", "1177", "Advice on care, day and night"}}},
                                        page)}};
}

}  // namespace digilots::html::components
