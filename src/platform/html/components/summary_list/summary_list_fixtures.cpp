#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> summary_list_fixtures(const Page& page) {
    return {{"known, several, linked, unknown",
             summary_list({{.term = "Address", .values = {"Packhusgatan 4"}},
                           {.term = "Languages", .values = {"Svenska", "العربية"}},
                           {.term = "Web", .values = {"Kulturmagasinet"}, .url = "/k"},
                           {.term = "Step-free"}},
                          page)}};
}

}  // namespace digilots::html::components
