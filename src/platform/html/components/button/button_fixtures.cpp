#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> button_fixtures(const Page& page) {
    return {{"primary, with key", button({.label = "Save", .name = "action", .value = "save", .key = "S"}, page)},
            {"secondary", button({.label = "Log more", .kind = ButtonKind::secondary}, page)},
            {"tertiary", button({.label = "Later", .kind = ButtonKind::tertiary}, page)},
            {"danger", button({.label = "Delete the entry", .kind = ButtonKind::danger}, page)},
            {"link, large", button({.label = "Find help", .url = "/sundsvall/search", .large = true}, page)}};
}

}  // namespace digilots::html::components
