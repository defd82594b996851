#pragma once
// Standings, reasons and comparison groups in plain words.
#include <string>
#include <string_view>

#include "indicators/meaning/pages.h"
#include "platform/html/figures.h"
#include "platform/html/page.h"

namespace digilots::indicators {

using html::components::Mark;
using html::components::MarkColour;
using TableCell = html::components::Cell;

MarkColour mark_colour(Colour colour);
/// The colour with what it means here; grey with its reason.
Mark mark_of(const Standing& standing, const html::Page& page);
/// "Not reported"
std::string missing_text(Missing missing, const html::Page& page);
/// "High is good"
std::string direction_text(Direction direction, const html::Page& page);
html::components::Better better_of(Direction direction);
/// What is special about everybody's colours this year: no direction, small group, many equal values; else "".
std::string caution_text(const Distribution& distribution, const html::Page& page);

/// "87,3 %"; other units than percent are left to the title.
std::string short_text(double value, const Indicator& indicator, const html::Page& page);
html::components::Limit limit_of(double value, const Indicator& indicator, const html::Page& page);

/// "All municipalities in Sweden", "Municipalities in Norrbottens län", "Teo" …
std::string group_text(const Pages& pages, const Group& group, const Indicator& indicator,
                       const municipality::Municipality* municipality, const html::Page& page);

/// For figures that are invented: what they are, and what they must not be used for.
std::string made_up_text(const html::Page& page);
/// "Kolada", "SSB (KOSTRA)", "made-up test figures", or the municipality's own name.
std::string source_name(const Indicator& indicator, const html::Page& page);
/// Where the source shows the figures to people, and to programs; "" where there is none.
std::string source_url(const Indicator& indicator);
/// The same for the figures shown: "" where they are made up, since the source has others.
std::string figures_url(const Indicator& indicator);
std::string source_data_url(const Indicator& indicator);
/// The language of title() where it is not the page's, for lang="…"; else "".
std::string title_language(const Indicator& indicator, const html::Page& page);

/// As programs read it: all its digits, "." before decimals.
std::string exact_text(double value);
/// An official or a made-up one; nullptr where there is none.
const municipality::Municipality* known_municipality(std::string_view id);
std::string name_of(std::string_view municipality);
/// path?name=value&… without those that are empty.
std::string link_to(std::string path, const std::vector<std::pair<std::string, std::string>>& values);

}  // namespace digilots::indicators
