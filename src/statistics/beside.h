#pragma once
// What stands beside each figure: the same of another time or place, of how many it is a part, what is aimed at.
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "statistics/question.h"
#include "statistics/targets.h"

namespace digilots::statistics {

/// In the address.
inline constexpr std::string_view compare_with = "compare", share_of = "share", with_target = "target";

/// A figure with what stands beside it, as far as that was asked for and is known.
struct Figure {
    measures::Row row;
    std::optional<measures::Value> compared = {};
    std::optional<measures::Value> part = {};     // of how many
    std::optional<Target> target = {};
};

/// Reads compare, share and target into the question, which is otherwise read; or what is wrong, and what is possible.
/// `all`: what says which places there are. Beside another time a period that is not over ends today: both are of as many days.
std::optional<NotUnderstood> read_beside(Question& question, const http::Fields& fields, const Offered& offered,
                                         std::span<const measures::Measure> all, const http::Tenant& tenant, base::Date today,
                                         const i18n::Translator& translator);

/// The period before, as far into it as the one that is asked for; the same days a year before, of a week the same weekdays.
periods::Period period_before(const periods::Choice& choice);
periods::Period a_year_before(const periods::Period& period);
periods::Period a_year_before(const periods::Choice& choice);
/// Which part of the other period stands beside which part of this one: "2026-11" → "2025-11". Some have none, such as a week
/// that lies in the other period with other days.
std::map<std::string, std::string> parts_beside(std::string_view dimension, const Comparison& compared,
                                                const periods::Period& period);

/// Rows of both, those of which only the other has any as nothing here. Nothing where it is too much to count.
std::optional<std::vector<Figure>> figures_of(const Question& question, std::string_view municipality,
                                              std::span<const Target> targets);

/// False where nobody counted it in that time: its zeros are none.
bool is_known(const Question& question, std::span<const Figure> figures, std::string_view municipality);

}  // namespace digilots::statistics
