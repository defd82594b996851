#pragma once
// The kinds of questions that a register asks. Each stands in a file of its own under types/; a new one is a
// file there and a line here.
#include "platform/register/field.h"

namespace digilots::register_ {

Field text(std::string_view name, i18n::Text title, std::size_t most_characters = 200);
/// With line breaks.
Field long_text(std::string_view name, i18n::Text title, std::size_t most_characters = 4000);
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
Field colour(std::string_view name, i18n::Text title);
/// A box; `on` and `off` are what lists and pages say.
Field flag(std::string_view name, i18n::Text title, i18n::Text on = TEXT("Yes"), i18n::Text off = TEXT("No"));

/// Latitude and longitude in columns of these names, and approximate_position: true until somebody has looked.
Field point(std::string_view name, i18n::Text title);
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
