#include "goals/goal.h"

#include <array>

#include "platform/base/lists.h"

namespace digilots::goals {

namespace {

struct KindWord {
    Kind kind;
    std::string_view word;
    i18n::Text title;
};
constexpr std::array kind_words{KindWord{Kind::reach, "reach", TEXT("Reach: how many take part")},
                                KindWord{Kind::weekly, "weekly", TEXT("Every week")},
                                KindWord{Kind::share, "share", TEXT("A share, in per cent")},
                                KindWord{Kind::count, "count", TEXT("A number of different partners or things")},
                                KindWord{Kind::deliverable, "deliverable", TEXT("Something that is delivered")},
                                KindWord{Kind::response_time, "response_time", TEXT("Time until somebody gets an answer")},
                                KindWord{Kind::effect, "effect", TEXT("An effect, from a survey")},
                                KindWord{Kind::narrative, "narrative", TEXT("Told in words, without a number")}};

std::optional<periods::Period> period_of(const register_::Record& record) {
    const auto from = record.date("starts"), to = record.date("ends");
    if (!from || !to) return std::nullopt;
    return periods::Period{*from, *to};
}

}  // namespace

std::string_view word_of(Kind kind) { return base::find_in(kind_words, kind, &KindWord::kind)->word; }
i18n::Text title_of(Kind kind) { return base::find_in(kind_words, kind, &KindWord::kind)->title; }

Kind kind_named(std::string_view word) {
    const auto* found = base::find_in(kind_words, word, &KindWord::word);
    return found ? found->kind : Kind::narrative;
}

bool Goal::is_from_survey() const { return counted_from.starts_with(counted_by_survey); }

std::optional<std::int64_t> Goal::aim() const {
    constexpr std::int64_t tenths_to_hundredths = 10, tenths_of_all = 1000;
    if ((kind == Kind::share || is_from_survey()) && target_percent) return *target_percent * tenths_to_hundredths;
    if (target) return target;
    if (!target_percent) return std::nullopt;
    if (kind == Kind::response_time) return *target_percent * tenths_to_hundredths;
    if (!population) return std::nullopt;
    return *population * 100 * *target_percent / tenths_of_all;
}

std::optional<std::int64_t> Goal::implied_population() const {
    constexpr std::int64_t tenths_of_all = 1000, hundreds = 100;
    if (population || !target || !target_percent || *target_percent == 0 || kind == Kind::share || is_from_survey())
        return std::nullopt;
    const auto persons = *target * tenths_of_all / *target_percent / 100;
    return (persons + hundreds / 2) / hundreds * hundreds;
}

Goal goal_of(const register_::Record& record) {
    const auto comparison = record.text("comparison");
    Goal goal{.id = record.id,
              .title = record.text("title"),
              .about = record.text("about"),
              .function = record.text("function"),
              .cadence = record.text("cadence"),
              .target_unit = record.text("target_unit"),
              .counted_from = record.text("counted_from"),
              .source = record.text("source"),
              .evidence = record.text("evidence"),
              .document = record.text("document"),
              .section = record.text("section"),
              .pair = record.text("pair"),
              .fulfils = record.text("fulfils"),
              .wheel_goal = record.text("wheel_goal"),
              .kind = kind_named(record.text("kind"))};
    goal.comparison = comparison == "at_most"      ? Comparison::at_most
                      : comparison == "every_week" ? Comparison::every_week
                                                   : Comparison::at_least;
    goal.period = period_of(record);
    goal.target = record.whole("target");
    goal.target_percent = record.whole("target_percent");
    goal.population = record.whole("population");
    goal.population_year = record.whole("population_year");
    goal.baseline = record.whole("baseline");
    goal.baseline_on = record.date("baseline_on");
    goal.delivered_on = record.date("delivered_on");
    goal.is_published = record.flag("is_published");
    goal.has_ended = record.has_ended();
    if (const auto kinds = record.list("partner_kinds"); !kinds.empty() && goal.counted_from == counted_partners)
        goal.counted_from += "&partner=" + base::joined(kinds, ",");
    return goal;
}

}  // namespace digilots::goals
