#include "statistics/effects.h"

#include <algorithm>
#include <map>
#include <set>

#include "platform/base/time.h"
#include "platform/measures/time.h"
#include "statistics/page_question.h"

namespace digilots::statistics {

namespace {

constexpr int days_beside = 28, days_of_week = 7;
constexpr std::size_t most_counted = 6, most_marks = 4;

/// Without what stands beside it: a number of one time.
Question over(const Question& question, const periods::Period& period) {
    Question whole = question;
    whole.query.by.clear();
    whole.query.period = period;
    whole.beside = {};
    return whole;
}

using NumberOfDay = std::map<base::Date, std::int64_t>;

/// By day; nothing where that would read too much.
std::optional<NumberOfDay> days_of(const Question& question, const periods::Period& period, const html::Page& page) {
    Question by_day = over(question, period);
    by_day.query.by = {"day"};
    if (!can_answer(by_day, page.request())) return std::nullopt;
    NumberOfDay days;
    for (const auto& row : answer(by_day, {page.request().tenant->id}))
        if (const auto day = base::parse_date(row.dimensions.at("day"))) days[*day] += row.value.amount;
    return days;
}

/// The first day that is known, whatever the question is limited to: of what began within the period what comes before is no
/// zero. Nothing where none of it is known.
std::optional<base::Date> known_since(Question question, const periods::Period& period, const html::Page& page) {
    question.query.where.clear();
    if (measures::was_counted_before(*question.measure, page.request().tenant->id, period.from)) return period.from;
    const auto days = days_of(question, period, page).value_or(NumberOfDay());
    const auto first = std::ranges::find_if(days, [](const auto& one) { return one.second != 0; });
    return first == days.end() ? std::nullopt : std::optional(first->first);
}

/// Means of the weekdays that an effort was on, of days that are known.
class DaysAround {
public:
    /// Nothing where that would read too much.
    static std::optional<DaysAround> of(const Question& question, const periods::Period& effort, const periods::Period& all,
                                        const html::Page& page) {
        DaysAround around;
        for (auto day = effort.from; day <= effort.to && around.weekdays_.size() < days_of_week; day = base::add_days(day, 1))
            around.weekdays_.insert(base::weekday_of(day));
        auto numbers = days_of(question, all, page);
        if (!numbers) return std::nullopt;
        around.numbers_ = *std::move(numbers);
        const auto& measure = *question.measure;
        around.unnoted_is_unknown_ = measure.unnoted_is_unknown;
        if (measure.uncounted)
            for (const auto day : measure.uncounted(page.request().tenant->id, all)) around.unknown_.insert(day);
        return around;
    }

    /// Tuesdays are compared with Tuesdays.
    bool is_of_some_weekdays() const { return weekdays_.size() < days_of_week; }

    /// Nothing where no such day is known.
    std::optional<double> a_day(const periods::Period& period) const {
        std::int64_t sum = 0, days = 0;
        for (auto day = period.from; day <= period.to; day = base::add_days(day, 1)) {
            if (!weekdays_.contains(base::weekday_of(day)) || unknown_.contains(day)) continue;
            const auto found = numbers_.find(day);
            if (found == numbers_.end() && unnoted_is_unknown_) continue;
            ++days;
            if (found != numbers_.end()) sum += found->second;
        }
        return days == 0 ? std::nullopt : std::optional(static_cast<double>(sum) / static_cast<double>(days));
    }

private:
    NumberOfDay numbers_ = {};
    std::set<base::Date> unknown_ = {};
    std::set<int> weekdays_ = {};
    bool unnoted_is_unknown_ = false;
};

/// "" where too little was counted before it: how much that was is not known.
std::string counted_around(const Question& question, const periods::Period& days, base::Date last, const html::Page& page) {
    periods::Period before{base::add_days(days.from, -days_beside), base::add_days(days.from, -1)};
    const periods::Period during{days.from, std::min(days.to, last)};
    const periods::Period after{base::add_days(days.to, 1), std::min(base::add_days(days.to, days_beside), last)};
    if (during.to < during.from) return "";
    const auto since = known_since(question, before, page);
    if (!since || base::days_between(*since, before.to) + 1 < days_of_week) return "";
    const bool began_meanwhile = *since > before.from;
    before.from = *since;
    const auto around = DaysAround::of(question, during, {before.from, std::max(during.to, after.to)}, page);
    if (!around) return "";
    const auto first = around->a_day(before), then = around->a_day(during);
    if (!first || !then) return "";
    const auto later = after.to < after.from ? std::nullopt : around->a_day(after);
    const auto number = [&](double value) { return page.translator().number(value, 1); };
    const auto figure = page.t(question.measure->title);
    auto text =
        later ? page.t(TEXT("{figure} a day: {before} in the four weeks before, {during} then, {after} after that until {date}."),
                       {{"figure", figure},
                        {"before", number(*first)},
                        {"during", number(*then)},
                        {"after", number(*later)},
                        {"date", page.translator().date(after.to)}})
              : page.t(TEXT("{figure} a day: {before} in the four weeks before, {during} then. What came after is not known "
                            "yet."),
                       {{"figure", figure}, {"before", number(*first)}, {"during", number(*then)}});
    if (around->is_of_some_weekdays()) text += " " + page.t(TEXT("The same weekdays alone are compared."));
    if (began_meanwhile)
        text += " " + page.t(TEXT("It has been counted since {date}: days before that are in no mean."),
                             {{"date", page.translator().date(before.from)}});
    return text;
}

/// Week by week, from four weeks before until four weeks after.
std::string weeks_around(const Question& question, const periods::Period& days, const html::Page& page) {
    const auto& measure = *question.measure;
    Question weeks = over(question, {base::add_days(days.from, -days_beside), base::add_days(days.to, days_beside)});
    weeks.query.by = {"week"};
    if (!has_dimension(measure, "week")) return "";
    return page.tenant_url("/staff/statistics?" + query_text(weeks, measure.key));
}

}  // namespace

std::string marks_at(const Circumstances& all, std::string_view dimension, std::string_view key) {
    const auto part = measures::is_period(dimension) ? periods::read(key) : std::nullopt;
    if (!part) return "";
    std::string numbers;
    std::size_t found = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (all[at].days.from > part->to || all[at].days.to < part->from) continue;
        if (++found > most_marks) return " (" + numbers + " …)";
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(at + 1);
    }
    return numbers.empty() ? "" : " (" + numbers + ")";
}

std::vector<Effect> effects_of(const Question& question, base::Date today, const html::Page& page) {
    const auto& measure = *question.measure;
    const bool can_be_counted = measure.kind == measures::Kind::count || measure.kind == measures::Kind::sum;
    const auto logged = measure.last_day ? measure.last_day(page.request().tenant->id) : std::nullopt;
    const auto last = logged ? std::min(*logged, base::add_days(today, -1)) : base::add_days(today, -1);
    std::vector<Effect> effects;
    std::size_t counted = 0;
    for (const auto& one : question.circumstances) {
        Effect effect{.sentence = one.sentence};
        if (one.is_effort && can_be_counted && counted < most_counted) {
            ++counted;
            effect.around = counted_around(question, one.days, last, page);
            if (!effect.around.empty()) effect.url = weeks_around(question, one.days, page);
        }
        effects.push_back(std::move(effect));
    }
    return effects;
}

}  // namespace digilots::statistics
