#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> tag_list_fixtures(const Page& page) {
    return {{"plain and linked", tag_list({{.label = "BankID"},
                                           {.label = "Paper form", .colour = "info"},
                                           {.label = "Printer", .url = "/p", .colour = "accent"}},
                                          page)}};
}

}  // namespace digilots::html::components
