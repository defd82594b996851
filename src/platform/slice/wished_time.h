#pragma once
// When somebody wants to be rung: as soon as possible, or on a day in the morning, at midday or in the afternoon, while the
// office answers its phone. What is offered is kept: a wish is the promise, whether the usual one is earlier or later.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/calendar/working_time.h"
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/i18n/translator.h"

namespace digilots {

struct Wish {
    base::Date day{};
    std::string_view part;              // "morning", "midday", "afternoon"
    base::Instant from{}, until{};      // while the office answers
    std::string key() const;            // "2026-11-27 morning"
};
/// When an office answers: its phone hours where they are known, else its working time.
struct OfficeHours {
    std::string rule;
    calendar::WorkingWeek week;
};
/// When it begins to answer the next time, within three weeks; nothing while it answers, or where nobody can say.
std::optional<base::Instant> next_answers(const OfficeHours& office, base::Instant now);
/// Of the next days on which the office answers, from what is left of today on. A part of which less than half an hour is left
/// is none.
std::vector<Wish> wishes_from(const OfficeHours& office, base::Instant now);
std::optional<Wish> wish_called(const OfficeHours& office, base::Instant now, std::string_view key);
/// One that was offered when it was chosen, whatever is offered now.
std::optional<Wish> wish_kept(const OfficeHours& office, std::string_view key);
/// By when somebody is rung who wishes `key`: late is what is not done when that part of the day ends. `usual` of who wishes no
/// time. It is written where the wish is, and read from there.
base::Instant promised_with(const OfficeHours& office, std::string_view key, base::Instant usual);
/// "Friday 27 November 2026, 9–11"; "" of none.
std::string wish_words(const OfficeHours& office, std::string_view key, const i18n::Translator& words);
/// "9–11", while the office answers; "" of none.
std::string wish_hours(const OfficeHours& office, std::string_view key, const i18n::Translator& words);
/// As soon as possible, the one that stands ("" none), and what is offered. Short: all of it is read where it is narrow.
std::vector<html::components::Option> wish_options(const OfficeHours& office, base::Instant now, std::string_view stands,
                                                   std::string_view chosen, const i18n::Translator& words);
html::components::Field wish_field(std::vector<html::components::Option> options, const html::Page& page);

}  // namespace digilots
