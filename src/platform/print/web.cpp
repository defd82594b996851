#include "platform/print/web.h"

#include "platform/print/templates.h"

namespace digilots::print {

html::Safe on_page(const Document& document, const html::Page& page) {
    return templates::printed_blocks(document.blocks, page);
}

std::string_view class_of(Emphasis emphasis) {
    switch (emphasis) {
        case Emphasis::lead:
            return "lead";
        case Emphasis::strong:
            return "printed-strong";
        case Emphasis::number:
            return "printed-number";
        case Emphasis::small:
            return "muted";
        default:
            return "";
    }
}

}  // namespace digilots::print
