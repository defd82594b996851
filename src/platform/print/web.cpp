#include "platform/print/web.h"

#include <algorithm>

#include "platform/print/templates.h"

namespace digilots::print {

html::Safe on_page(const Document& document, const html::Page& page) {
    return templates::printed_blocks(document.blocks, page);
}

bool is_to_fill_in(const Table& table) {
    const auto is_room = [](const Text& text) {
        return text.words.find_first_not_of("\u00a0\n ") == std::string::npos;
    };
    return !table.rows.empty() && std::ranges::all_of(table.rows, [&](const auto& row) {
        return row.size() > 1 && std::all_of(row.begin() + 1, row.end(), is_room);
    });
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
