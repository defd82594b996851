#pragma once
// A printed document as part of a page: to be read on the screen, and printed by the browser.
#include "platform/html/page.h"
#include "platform/print/document.h"

namespace digilots::print {

/// Its blocks. The first heading is the page's h1, so the page needs no other.
html::Safe on_page(const Document& document, const html::Page& page);

/// For templates: which kind a block is, nullptr for the others.
template <class Kind>
const Kind* as(const Block& block) {
    return std::get_if<Kind>(&block.is);
}
inline const QrCode* code_of(const Picture& picture) {
    return std::get_if<QrCode>(&picture.is);
}
inline const PictureFile* picture_file_of(const Picture& picture) {
    return std::get_if<PictureFile>(&picture.is);
}
/// Nothing stands in its cells but what each line is called: laid out as on paper, on narrow screens too.
bool is_to_fill_in(const Table& table);
/// "lead", "large-number" … of the styles; "" for a usual one.
std::string_view class_of(Emphasis emphasis);

}  // namespace digilots::print
