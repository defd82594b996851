#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> point_map_fixtures(const Page& page) {
    return {{"five places", point_map({.label = "Map: five places in Sundsvall",
                                       .points = {{"Kulturmagasinet", 62.3913, 17.3063, false},
                                                  {"Statens servicecenter", 62.3901, 17.3121, false},
                                                  {"Matfors bibliotek", 62.3486, 17.0197, true},
                                                  {"Stöde", 62.4145, 16.5665, true},
                                                  {"Alnö bibliotek", 62.4267, 17.4167, false}}},
                                      page)},
            {"one place",
             point_map({.label = "Map: one place", .points = {{"Vadsø bibliotek", 70.0744, 29.7487, false}}},
                       page)}};
}

}  // namespace digilots::html::components
