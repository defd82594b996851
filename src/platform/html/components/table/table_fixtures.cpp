#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> table_fixtures(const Page& page) {
    return {
        {"numbers that open, too few, unknown, total",
         table({.caption = "Inquiries by place",
                .columns = {{"Place"}, {"Inquiries", true}, {"Hours", true}},
                .rows = {{{.text = "Kulturmagasinet"}, {.text = "124", .url = "/rows"}, {.text = "31"}},
                         {{.text = "Alnö"}, {.text = "", .suppressed = true}, {.text = "", .unknown = true}}},
                .total = {{.text = "All"}, {.text = "126"}, {.text = "31"}}},
               page)},
        {"empty",
         table({.caption = "Nothing", .columns = {}, .rows = {}, .empty = "No inquiries in this period."},
               page)}};
}

}  // namespace digilots::html::components
