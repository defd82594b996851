#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> mark_fixtures(const Page& page) {
    return {{"green", mark({.colour = MarkColour::green, .detail = "among the best quarter"}, page)},
            {"yellow", mark({.colour = MarkColour::yellow, .detail = "in the middle"}, page)},
            {"red", mark({.colour = MarkColour::red, .detail = "among the worst quarter"}, page)},
            {"unknown, with the reason", mark({.colour = MarkColour::unknown, .detail = "no figure reported"}, page)},
            {"with its own word", mark({.colour = MarkColour::green, .word = "Good"}, page)}};
}

}  // namespace digilots::html::components
