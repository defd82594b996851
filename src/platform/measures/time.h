#pragma once
// What every measure can be split up by: kinds of periods, and the weekday.
#include <span>
#include <string>
#include <string_view>

#include "platform/base/time.h"
#include "platform/i18n/translator.h"

namespace digilots::measures {

/// day, week, month, quarter, year, term, school_year, weekday.
std::span<const std::string_view> time_dimensions();
bool is_time(std::string_view dimension);
/// Of them those of which a question takes one: all but the weekday.
bool is_period(std::string_view dimension);

/// From which counts they are made: those of months do for a quarter, a week needs days. `none`: it is no time.
enum class Grain { none = 0, year = 4, month = 7, day = 10 };   // so much of "2026-11-22"
Grain grain_of(std::string_view dimension);

/// "week", "2026-11-22" → "2026-W47"; "weekday" → "7". The date may end at its month or year where that is its grain.
std::string time_key(std::string_view dimension, std::string_view date);
/// "Week", "Weekday"
i18n::Text time_title(std::string_view dimension);
/// "22 November 2026", "Sunday", "autumn term 2026"; a week, a month and a year as they are written in addresses.
std::string time_label(std::string_view dimension, std::string_view key, const i18n::Translator& translator);

}  // namespace digilots::measures
