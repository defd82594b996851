#pragma once
// When somebody wants to be rung: as soon as possible, or on a day in the morning, at midday or in the afternoon, while the
// office answers its phone. What is offered is kept: a wish is the promise.
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
/// Of the next days on which the office answers, from tomorrow on. A part of which less than half an hour is left is none.
std::vector<Wish> wishes_from(const OfficeHours& office, base::Instant now);
std::optional<Wish> wish_called(const OfficeHours& office, base::Instant now, std::string_view key);
/// One that was offered when it was chosen, whatever is offered now.
std::optional<Wish> wish_kept(const OfficeHours& office, std::string_view key);
/// "Friday 27 November 2026, in the morning"; "" of none.
std::string wish_words(std::string_view key, const i18n::Translator& words);
html::components::Field wish_field(const std::vector<Wish>& offered, std::string_view chosen, const html::Page& page);

}  // namespace digilots
