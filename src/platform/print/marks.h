#pragma once
// What a screen reader needs beside the tag tree that the drawing library writes: title, languages, words for
// pictures, what a table's headers head. And what is only drawn is marked as that.
#include <string>
#include <string_view>
#include <vector>

#include "platform/print/document.h"
#include "platform/print/sheet.h"

namespace digilots::print {

/// `file`: as Sheet::finish() gave it, with the elements that it opened. The same document gives the same
/// bytes.
std::string marked(std::string_view file, const Document& document, const std::vector<Opened>& opened);

}  // namespace digilots::print
