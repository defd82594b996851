#pragma once
// Longer texts that people write with a little Markdown: paragraphs, lists, headings, emphasis and links. Nothing else of it
// is shown as anything but text: no HTML, no pictures, no code.
#include <string>
#include <string_view>

#include "platform/html/writer.h"

namespace digilots::html {

/// `heading`: what a "#" becomes (3 for h3); deeper ones below it, to h6. Links lead to http(s) and mailto alone, as
/// typed. Any text may be given; nesting is cut where nobody could read it.
Safe markdown(std::string_view text, int heading);
enum class Breaks { joined, kept };
/// The same without any marks: one line for each paragraph, heading and list item; kept: a line for each that was typed.
std::string without_markdown(std::string_view text, Breaks breaks = Breaks::joined);

}  // namespace digilots::html
