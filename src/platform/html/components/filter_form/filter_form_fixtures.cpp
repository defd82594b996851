#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> filter_form_fixtures(const Page& page) {
    return {{"one chosen", filter_form({.url = "/sundsvall/places", .filters = {
                {.name = "open", .label = "Open", .options = {{"", "At any time"}, {"now", "Open now", true}}},
                {.name = "aid", .label = "Aids", .options = {{"printer", "Printer"}, {"scanner", "Scanner"}}, .many = true}},
                .active = 1, .kept = {{"q", "a & b"}}}, page)}};
}

}  // namespace digilots::html::components
