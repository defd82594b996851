#pragma once
// The kinds of questions that a register asks. Each stands in a file of its own under types/; a new one is a
// file there and a line here.
#include "platform/register/field.h"

namespace digilots::register_ {

Field text(std::string_view name, i18n::Text title, std::size_t most_characters = 200);
/// With line breaks.
Field long_text(std::string_view name, i18n::Text title, std::size_t most_characters = 4000);
/// With a little Markdown (html/markdown.h): paragraphs, lists, headings, emphasis, links.
Field formatted_text(std::string_view name, i18n::Text title, std::size_t most_characters = 8000);
/// One word or phrase a line. `wrong` says what is too much.
struct LinesLimits {
    std::size_t lines = 30, characters = 60;
    i18n::Text wrong = {};
};
Field lines(std::string_view name, i18n::Text title, LinesLimits limits = {});
Field whole_number(std::string_view name, i18n::Text title, std::int64_t least = 0,
                   std::int64_t most = 1'000'000'000);
/// In kronor with two decimals; kept in öre.
Field money(std::string_view name, i18n::Text title);
/// The same, and what came back with a minus: a refund, a credit note.
Field money_either_way(std::string_view name, i18n::Text title);
/// From 0 to 100, kept in its last decimal: "12,5 %" is 125.
Field percentage(std::string_view name, i18n::Text title, int decimals = 1);
/// Kept in its last decimal: "3,5" with two decimals is 350.
struct DecimalLimits {
    int decimals = 2;
    std::int64_t least = 0, most = 1'000'000'000;
};
Field decimal(std::string_view name, i18n::Text title, DecimalLimits limits = {});
Field date(std::string_view name, i18n::Text title);
/// Two columns, each day within it; either may be open.
Field period(std::string_view first_day, std::string_view last_day, i18n::Text title);
/// Three answers: what is not known is not "no".
Field yes_no_unknown(std::string_view name, i18n::Text title);
/// One of a list.
Field term(std::string_view name, i18n::Text title, Choices choices);
/// Any of a list.
Field terms(std::string_view name, i18n::Text title, Choices choices);
/// To a record of another kind: `source` is its name in LinkSources.
Field link(std::string_view name, i18n::Text title, std::string_view source);
Field phone(std::string_view name, i18n::Text title);
Field e_mail(std::string_view name, i18n::Text title);
Field web_address(std::string_view name, i18n::Text title);
/// Several, one a line: what it leads to, then its address.
Field web_links(std::string_view name, i18n::Text title, std::size_t most = 20);
/// A place on the map, in degrees. Two columns: NAME_latitude, NAME_longitude, in millionths.
struct Point {
    double latitude = 0, longitude = 0;
    bool operator==(const Point&) const = default;
};
/// Where no point is typed: that of what stands in another input, where it is known.
struct PointOfAddress {
    std::string_view input = "";
    std::function<std::optional<Point>(const Surroundings& around, std::string_view address)> find = nullptr;
};
Field point(std::string_view name, i18n::Text title, PointOfAddress of_address = {});
std::optional<Point> point_of(const Record& record, std::string_view name);
/// `carries_white_text`: at least 4.5:1 against it, as buttons need.
enum class ColourUse { any, carries_white_text };
Field colour(std::string_view name, i18n::Text title, ColourUse use = ColourUse::any);
/// A box; `on` and `off` are what lists and pages say.
Field flag(std::string_view name, i18n::Text title, i18n::Text on = TEXT("Yes"), i18n::Text off = TEXT("No"));

/// Latitude and longitude in columns of these names, and approximate_position: true until somebody has looked.
Field map_position(std::string_view name, i18n::Text title);
/// A column that no form asks: an import or the slice itself writes it. A new record has `first`.
Field stored(std::string_view name, i18n::Text title, Storage storage = Storage::text,
             std::string_view first = "");

/// Choices that are the same everywhere.
struct FixedTerm {
    std::string_view key;
    i18n::Text label;
};
Choices fixed_terms(std::vector<FixedTerm> terms);

}  // namespace digilots::register_
