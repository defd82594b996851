#include "statistics/effects.h"

#include <algorithm>

#include "platform/base/time.h"
#include "platform/measures/time.h"
#include "statistics/page_question.h"

namespace digilots::statistics {

namespace {

constexpr int days_beside = 28;
constexpr std::size_t most_counted = 6, most_marks = 4;

/// Without what stands beside it: a number of one time.
Question over(const Question& question, const periods::Period& period) {
    Question whole = question;
    whole.query.by.clear();
    whole.query.period = period;
    whole.beside = {};
    return whole;
}

bool is_anything_counted(const Question& question, const periods::Period& period, const std::string& municipality) {
    Question whole = over(question, period);
    whole.query.where.clear();
    return answer(whole, {municipality}).front().value.amount > 0;
}

std::string a_day(const Question& question, const periods::Period& period, const html::Page& page) {
    const auto amount = answer(over(question, period), {page.request().tenant->id}).front().value.amount;
    const auto days = (std::chrono::sys_days(period.to) - std::chrono::sys_days(period.from)).count() + 1;
    return page.translator().number(static_cast<double>(amount) / static_cast<double>(days), 1);
}

/// "" where nothing was logged before it, or where it has only just begun: how much that was is not known.
std::string counted_around(const Question& question, const periods::Period& days, base::Date last, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const periods::Period before{base::add_days(days.from, -days_beside), base::add_days(days.from, -1)};
    const periods::Period during{days.from, std::min(days.to, last)};
    const periods::Period after{base::add_days(days.to, 1), std::min(base::add_days(days.to, days_beside), last)};
    const auto can_be_counted = [&](const periods::Period& part) { return can_answer(over(question, part), page.request()); };
    if (during.to < during.from || !can_be_counted(before) || !can_be_counted(during)) return "";
    if (!is_anything_counted(question, before, tenant.id)) return "";
    const auto figure = page.t(question.measure->title), first = a_day(question, before, page),
               then = a_day(question, during, page);
    if (after.to < after.from)
        return page.t(TEXT("{figure} a day: {before} in the four weeks before, {during} then. What came after is not known yet."),
                      {{"figure", figure}, {"before", first}, {"during", then}});
    return page.t(TEXT("{figure} a day: {before} in the four weeks before, {during} then, {after} after that until {date}."),
                  {{"figure", figure},
                   {"before", first},
                   {"during", then},
                   {"after", a_day(question, after, page)},
                   {"date", page.translator().date(after.to)}});
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
