#pragma once
#include <string>

#include "platform/print/document.h"

namespace digilots::print {

/// The document as OpenDocument Text, for whoever wants to change it: its headings, lists and tables are ones, pictures have
/// their words, and each language is named. The same document gives the same bytes.
std::string odt(const Document& document);

}  // namespace digilots::print
