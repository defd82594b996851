#pragma once
// How an OpenDocument file looks: papers, letters, the foot of a page. Inside of platform/print.
#include <string>
#include <string_view>

#include "platform/print/document.h"

namespace digilots::print {

/// "12.50pt"
std::string in_points(double length);
/// What says that words are in that language, for word processors that check and read aloud.
std::string in_language(std::string_view language);

/// styles.xml, with the styles Heading_20_1 to 3, Text_20_body, Lead, Strong, Number, Small, Table_20_Heading and Dots.
std::string odt_styles(const Document& document);

}  // namespace digilots::print
