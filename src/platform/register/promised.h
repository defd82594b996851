#pragma once
// Records that somebody is promised something of by a moment: what waits stands in line by its promise, what is late above
// all; then what is done, the latest first.
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/register/read_only.h"

namespace digilots::register_ {

/// The state of what somebody waits for; others are a slice's own. All that is not it is done.
inline constexpr std::string_view waiting = "waiting";
/// Within so much of its promise what waits is said to be soon.
inline constexpr std::chrono::hours soon_within{8};

/// Columns NAME (where it stands in line) and promised_at, a moment.
Field promise(std::string_view name, i18n::Text title);
/// Column NAME: "waiting", or one of `done`. What waits is soon or late by the clock, and found so.
struct StateWords {
    i18n::Text waits, soon, late;
    std::vector<FixedTerm> done;
};
Field state_of_promised(std::string_view name, i18n::Text title, const base::Clock& clock, StateWords words);

/// "2 tries without an answer, the last on …": of whom nobody reached on the phone. Columns NAME (called "tries"), tried_at.
Field tries(std::string_view name, i18n::Text title);
void count_try(Record& record, base::Instant now);

/// promised_at while it waits; of what is done what puts the latest first and behind all that wait.
std::string place_in_line(std::string_view state, std::string_view promised_at, base::Instant done);
/// "30 November 2026" where a day was promised, which ends at 23:59; else "30 November 2026 15:00".
std::string promise_words(base::Instant promised_at, std::string_view zone, const i18n::Translator& words);

}  // namespace digilots::register_
