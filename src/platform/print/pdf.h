#pragma once
#include <cstddef>
#include <string>

#include "platform/print/document.h"

namespace digilots::print {

/// A tagged PDF with its fonts: headings, lists, tables and pictures are read aloud as such, in the
/// document's order. The same document gives the same bytes.
std::string pdf(const Document& document);

/// How many sides it takes, as pdf() lays it out.
std::size_t number_of_pages(const Document& document);

}  // namespace digilots::print
