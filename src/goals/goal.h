#pragma once
// A goal as it is computed with. Numbers are in hundredths, percentages in tenths.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "goals/status.h"
#include "platform/register/record.h"

namespace digilots::goals {

enum class Kind { reach, weekly, share, count, deliverable, response_time, effect, narrative };
/// "reach" …: as it is stored and as the API says it.
std::string_view word_of(Kind kind);
Kind kind_named(std::string_view word);
/// "Reach", "Every week" …
i18n::Text title_of(Kind kind);

/// What counts partners; a goal says which kinds of them count.
inline constexpr std::string_view counted_partners = "measure=activity_partners";
/// What is counted from a survey is the share of its answers.
inline constexpr std::string_view counted_by_survey = "survey=";

struct Goal {
    std::string id, title, about, function, cadence, target_unit, counted_from, source, evidence, document, section, pair,
        fulfils, wheel_goal;
    Kind kind = Kind::reach;
    Comparison comparison = Comparison::at_least;
    std::optional<periods::Period> period = {};
    std::optional<std::int64_t> target = {}, target_percent = {}, population = {}, population_year = {}, baseline = {};
    std::optional<base::Date> baseline_on = {}, delivered_on = {};
    bool is_published = false, has_ended = false;

    bool is_from_survey() const;
    bool is_weekly() const { return kind == Kind::weekly; }
    /// In hundredths: what is to be reached. Of a share its percentage; else the number, or the percentage of the population.
    std::optional<std::int64_t> aim() const;
    /// How many persons the percentage would be of, where only both targets are known: rounded to hundreds. Never an official
    /// number.
    std::optional<std::int64_t> implied_population() const;
};

Goal goal_of(const register_::Record& record);

}  // namespace digilots::goals
