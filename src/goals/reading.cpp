#include "goals/reading.h"

#include <algorithm>

#include "platform/base/ensure.h"
#include "platform/base/exact.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "platform/http/target.h"

namespace digilots::goals {

namespace {

using measures::Query, measures::Row;

constexpr char between = '\n';

/// A question as one text: municipality, question, by, from, to.
std::string key_of_rows(const std::string& municipality, const Goal& goal, const std::string& by,
                        const periods::Period& period) {
    return municipality + between + goal.counted_from + between + by + between + base::format_date(period.from) + between +
           base::format_date(period.to);
}

struct RowsAsked {
    CountedFrom from;
    Query query = {};
};
RowsAsked rows_asked(const Goals::Implementation& self, std::string_view key) {
    std::vector<std::string> parts;
    for (const auto part : base::split(key, between)) parts.emplace_back(part);
    ENSURE(parts.size() == 5);
    RowsAsked asked{.from = counted_from(self, parts[1])};
    asked.query = {.municipalities = {parts[0]},
                   .period = {*base::parse_date(parts[3]), *base::parse_date(parts[4])},
                   .by = {},
                   .where = asked.from.where};
    if (!parts[2].empty()) asked.query.by = {parts[2]};
    return asked;
}

std::shared_ptr<const std::vector<Row>> rows_for(const Goals::Implementation& self, const CountedFrom& from,
                                                 const std::string& key, Reader reader) {
    const bool is_kept = !from.measure->made_from.empty() && (from.whole == nullptr || !from.whole->made_from.empty());
    const auto count = [&] { return is_kept ? self.rows.of(key) : rows_of_key(self, key); };
    if (reader == Reader::staff) return count();
    const auto asked = rows_asked(self, key);
    const auto municipality = asked.query.municipalities.front();
    return rows_told(self, {municipality, key.substr(municipality.size() + 1), asked.query.period.to, count});
}

std::optional<std::int64_t> hundredths_of(measures::Kind kind, const measures::Value& value) {
    constexpr std::int64_t hundred = 100;
    switch (kind) {
        case measures::Kind::money:
            return value.amount;
        case measures::Kind::share:
            if (value.of == 0) return std::nullopt;
            return base::divided_half_up(value.amount * hundred * hundred, value.of);
        case measures::Kind::mean:
            if (value.of == 0) return std::nullopt;
            return base::divided_half_up(value.amount * hundred, value.of);
        default:
            return value.amount * hundred;
    }
}

Query of_whole(const CountedFrom& from, Query query) {
    const bool is_asked = from.stated.empty() || base::holds(query.by, from.stated) || query.where.contains(from.stated);
    if (!is_asked) query.by.push_back(from.stated);
    return query;
}

bool can_answer(const measures::Measure& measure, const Query& query) {
    return !measure.can_answer || measure.can_answer(query);
}

bool can_ask(const CountedFrom& from, const Query& query) {
    return can_answer(*from.measure, query) && (from.whole == nullptr || can_answer(*from.whole, of_whole(from, query)));
}

/// The part beside its whole: without those of which what must be stated is not.
std::vector<Row> shares_of(const CountedFrom& from, const Query& query) {
    std::map<std::map<std::string, std::string>, measures::Value> values;
    for (const auto& row : from.measure->figures(query)) values[row.dimensions].amount += row.value.amount;
    const bool is_added = of_whole(from, query).by != query.by;
    for (const auto& row : from.whole->figures(of_whole(from, query))) {
        auto dimensions = row.dimensions;
        if (is_added && dimensions[from.stated].empty()) continue;
        if (is_added) dimensions.erase(from.stated);
        values[dimensions].of += row.value.amount;
    }
    std::vector<Row> rows;
    for (const auto& [dimensions, value] : values) rows.push_back({dimensions, value});
    return rows;
}

measures::Value total_of(const CountedFrom& from, const std::vector<Row>& rows) {
    if (from.whole == nullptr) return measures::total_of(*from.measure, rows);
    measures::Value all;
    for (const auto& row : rows) {
        all.amount += row.value.amount;
        all.of += row.value.of;
    }
    return all;
}

/// "" where the measure did not split it up so.
std::string key_along(const Row& row, const std::string& dimension) {
    const auto found = row.dimensions.find(dimension);
    return found == row.dimensions.end() ? "" : found->second;
}

/// Whether its months add up to the whole.
bool grows(const Reading& reading) {
    if (reading.counted.measure == nullptr) return false;
    const auto kind = reading.counted.kind();
    return kind == measures::Kind::count || kind == measures::Kind::sum || kind == measures::Kind::money;
}

/// Nothing had been counted at all by the end of a time: what is zero then is not known.
bool was_counted_by(const Goals::Implementation& self, const Goal& goal, const CountedFrom& from, const http::Tenant& tenant,
                    base::Date last, Reader reader) {
    using std::chrono::day, std::chrono::month, std::chrono::year;
    const periods::Period until{base::Date{year(2000), month(1), day(1)}, last};
    if (last < until.from || !can_ask(from, {{tenant.id}, until, {}, from.where})) return true;
    const auto all = rows_for(self, from, key_of_rows(tenant.id, goal, "", until), reader);
    return total_of(from, *all).amount != 0;
}

void read_figures(const Goals::Implementation& self, const Goal& goal, const http::Tenant& tenant, Reader reader,
                  Reading& reading) {
    const auto& from = reading.counted;
    if (!measures::was_ever_counted(*from.measure, tenant.id)) return;
    if (!can_ask(from, {{tenant.id}, reading.period, {}, from.where})) return;
    if (grows(reading)) reading.months = read_months(self, goal, tenant, reading.period, reader);
    const auto all = rows_for(self, from, key_of_rows(tenant.id, goal, "", reading.period), reader);
    const auto value = total_of(from, *all);
    if (grows(reading) && value.amount == 0 && !was_counted_by(self, goal, from, tenant, reading.period.to, reader)) {
        reading.is_uncounted = true;
        return;
    }
    reading.value = value;
    reading.number = hundredths_of(from.kind(), value);
}

void read_by_hand(const Snapshot& snapshot, const Goal& goal, base::Date today, Reading& reading) {
    const auto found = snapshot.values.find(goal.id);
    if (found == snapshot.values.end()) return;
    for (const auto& one : found->second) {
        if (one.day > today) break;
        reading.number = one.number;
        reading.as_of = one.day;
    }
}

void read_survey(const Goals::Implementation& self, const Goal& goal, const http::Tenant& tenant, Reading& reading) {
    const auto answer = self.surveys.answer ? self.surveys.answer(tenant.id, goal.counted_from, reading.period)
                                            : std::optional<SurveyAnswer>{};
    if (!answer) return;
    reading.number = answer->number;
    reading.answers = answer->answers;
    reading.before = answer->before;
    reading.answers_before = answer->answers_before;
    reading.round = answer->round;
    reading.asked = answer->asked;
    reading.wordings = answer->wordings;
}

Judged judged_delivery(const Goal& goal, base::Date today) {
    auto judged = judge({.target = 100, .period = goal.period, .today = today});
    if (goal.delivered_on && *goal.delivered_on <= today) return {.status = Status::met, .why = Judged::Why::reached};
    if (goal.period && goal.period->to < today) judged = {.status = Status::missed, .why = Judged::Why::over};
    return judged;
}

/// What is aimed at in what the number is in: of a share its percentage.
std::optional<std::int64_t> aim_of(const Goal& goal, const Reading& reading) {
    constexpr std::int64_t tenths_to_hundredths = 10;
    const bool is_share = reading.counted.measure != nullptr && reading.counted.kind() == measures::Kind::share;
    if (goal.kind != Kind::response_time || !is_share) return goal.aim();
    return goal.target_percent ? std::optional(*goal.target_percent * tenths_to_hundredths) : std::nullopt;
}

Judged judged_of(const Goal& goal, const Reading& reading, base::Date today) {
    if (goal.is_weekly()) return judge_weeks(reading.tally(), goal.period, today);
    if (reading.from == Reading::From::delivery) return judged_delivery(goal, today);
    const bool has_none = reading.from == Reading::From::words || reading.from == Reading::From::vanished ||
                          reading.from == Reading::From::unfit;
    if (has_none) return {};
    return judge({.value = reading.number,
                  .target = aim_of(goal, reading),
                  .baseline = goal.baseline,
                  .comparison = goal.comparison,
                  .growth = grows(reading) || reading.from == Reading::From::hand ? Growth::grows : Growth::stands,
                  .period = goal.period,
                  .today = today});
}

/// A count is no percentage, and a percentage no time.
bool is_unfit(const Goal& goal, const CountedFrom& counted) {
    const bool is_share = counted.kind() == measures::Kind::share;
    if (goal.kind == Kind::share) return !is_share;
    if (goal.kind != Kind::response_time) return false;
    return is_share ? goal.target && !goal.target_percent : !goal.target && goal.target_percent.has_value();
}

Missing missing_of_survey(const Goals::Implementation& self, const Goal& goal, const http::Tenant& tenant) {
    if (!goal.is_from_survey()) return Missing::nothing;
    return self.surveys.missing ? self.surveys.missing(tenant.id, goal.counted_from) : Missing::survey;
}

Reading::From where_from(const Goal& goal, const CountedFrom& counted, Missing missing) {
    if (goal.is_from_survey()) return missing == Missing::nothing ? Reading::From::survey : Reading::From::vanished;
    if (counted.measure != nullptr) return is_unfit(goal, counted) ? Reading::From::unfit : Reading::From::figures;
    if (!goal.counted_from.empty()) return Reading::From::vanished;
    if (goal.kind == Kind::deliverable && !goal.target) return Reading::From::delivery;
    return goal.kind == Kind::narrative ? Reading::From::words : Reading::From::hand;
}

periods::Period counted_in(const Goal& goal, base::Date today) {
    const auto whole = goal.period.value_or(periods::holding(periods::Kind::year, today));
    return periods::until(whole, today).value_or(periods::Period{whole.from, whole.from});
}

base::Date today_of(const Goals::Implementation& self, const http::Tenant& tenant) {
    return base::to_civil(self.clock.now(), tenant.zone).date;
}

bool is_of_a_measure(const Goal& goal) { return !goal.counted_from.empty() && !goal.is_from_survey(); }

/// A month is over: how it stands is judged on the day after.
base::Date day_of_judging(base::Date last, const Goal& goal, Reader reader) {
    return reader == Reader::others && is_of_a_measure(goal) ? base::add_days(last, 1) : last;
}

/// What stands in the weeks of entries by hand.
void add_weeks_by_hand(const Snapshot& snapshot, const Goal& goal, WeekFacts& facts) {
    const auto found = snapshot.values.find(goal.id);
    if (found == snapshot.values.end()) return;
    for (const auto& one : found->second) {
        facts.numbers[base::iso_week(one.day)] += one.number;
        if (!facts.known) facts.known = periods::Period{one.day, facts.today};
    }
}

/// Nothing where it cannot be counted by week: each of several may be in more than one.
void add_weeks_counted(const Goals::Implementation& self, const Goal& goal, const CountedFrom& from,
                       const http::Tenant& tenant, base::Date last, Reader reader, WeekFacts& facts) {
    // Whole weeks, also those that begin before the time or end after it.
    const periods::Period whole{periods::holding(periods::Kind::week, facts.period.from).from,
                                periods::holding(periods::Kind::week, facts.period.to).to};
    const auto period = periods::until(whole, last);
    if (!period || !measures::was_ever_counted(*from.measure, tenant.id)) return;
    // What counts each thing once in a time does not know its weeks.
    if (!can_ask(from, {{tenant.id}, *period, {"week"}, from.where})) return;
    if (from.measure->uncounted)
        for (const auto day : from.measure->uncounted(tenant.id, *period)) ++facts.uncounted[base::iso_week(day)];
    const auto rows = rows_for(self, from, key_of_rows(tenant.id, goal, "week", *period), reader);
    auto first = goal.period ? std::max(period->from, goal.period->from) : period->from;
    for (const auto& row : *rows) {
        const auto week = key_along(row, "week");
        if (!periods::read(week)) continue;
        if (const auto number = hundredths_of(from.kind(), row.value)) facts.numbers[week] += *number;
    }
    // What is before the first that was counted is not known.
    if (!was_counted_by(self, goal, from, tenant, base::add_days(period->from, -1), reader)) {
        if (facts.numbers.empty()) return;
        first = std::max(first, periods::read(facts.numbers.begin()->first).value().from);
    }
    // Where nothing was counted a share is not known, and no week has one.
    const bool is_zero_without = from.kind() != measures::Kind::share && from.kind() != measures::Kind::mean;
    if (is_zero_without) facts.known = periods::Period{first, last};
}

}  // namespace

base::Date last_counted(const Goals::Implementation& self, const Goal& goal, const http::Tenant& tenant, const Asking& asking) {
    const auto today = asking.as_of.value_or(today_of(self, tenant));
    if (asking.reader == Reader::staff || !is_of_a_measure(goal)) return today;
    constexpr std::chrono::day told_from{10};       // as tables are released
    const auto before = periods::previous(periods::holding(periods::Kind::month, today));
    return today.day() >= told_from ? before.to : periods::previous(before).to;
}

void take_stamp_of_rows(const Goals::Implementation& self, std::string_view key, kept::Stamp& stamp) {
    const auto asked = rows_asked(self, key);
    stamp.take_all(self.versions, asked.from.measure->made_from, asked.query.municipalities.front());
    if (asked.from.whole != nullptr)
        stamp.take_all(self.versions, asked.from.whole->made_from, asked.query.municipalities.front());
}

measures::Value total_in(const CountedFrom& from, const Query& query) {
    return total_of(from, from.whole != nullptr ? shares_of(from, query) : from.measure->figures(query));
}

std::shared_ptr<const std::vector<Row>> rows_of_key(const Goals::Implementation& self, std::string_view key) {
    const auto asked = rows_asked(self, key);
    return std::make_shared<const std::vector<Row>>(asked.from.whole != nullptr ? shares_of(asked.from, asked.query)
                                                                               : asked.from.measure->figures(asked.query));
}

std::vector<MonthNumber> read_months(const Goals::Implementation& self, const Goal& goal, const http::Tenant& tenant,
                                     const periods::Period& period, Reader reader) {
    const auto from = counted_from(self, goal.counted_from);
    std::vector<MonthNumber> months;
    if (from.measure == nullptr || !can_ask(from, {{tenant.id}, period, {"month"}, from.where})) return months;
    for (const auto held = rows_for(self, from, key_of_rows(tenant.id, goal, "month", period), reader); const auto& row : *held)
        if (const auto month = periods::read(key_along(row, "month")))
            if (const auto number = hundredths_of(from.kind(), row.value)) months.push_back({*month, *number});
    std::ranges::sort(months, {}, [](const MonthNumber& one) { return one.month.from; });
    // Of what is read whole a month between without a row has nothing; others do not learn what is hidden from them.
    if (reader == Reader::staff)
        for (std::size_t at = 0; at + 1 < months.size(); ++at)
            if (const auto next = periods::next(months[at].month); next.from < months[at + 1].month.from)
                months.insert(months.begin() + static_cast<std::ptrdiff_t>(at) + 1, {next, 0});
    return months;
}

std::vector<Week> read_weeks(const Goals::Implementation& self, const Snapshot& snapshot, const Goal& goal,
                             const http::Tenant& tenant, const periods::Period& period, const Asking& asking) {
    constexpr std::int64_t one = 100;
    const auto last = last_counted(self, goal, tenant, asking);
    WeekFacts facts{.period = period,
                    .today = day_of_judging(last, goal, asking.reader),
                    .country = tenant.country,
                    .holds = goal.period,
                    .target = goal.target.value_or(one)};
    if (const auto notes = snapshot.notes.find(goal.id); notes != snapshot.notes.end()) facts.notes = notes->second;
    const auto from = counted_from(self, goal.counted_from);
    if (from.measure != nullptr)
        add_weeks_counted(self, goal, from, tenant, last, asking.reader, facts);
    else if (goal.counted_from.empty())
        add_weeks_by_hand(snapshot, goal, facts);
    return weeks_of(facts);
}

Reading read_goal(const Goals::Implementation& self, const Snapshot& snapshot, const Goal& goal, const http::Tenant& tenant,
                  const Asking& asking) {
    const auto last = last_counted(self, goal, tenant, asking);
    const auto today = day_of_judging(last, goal, asking.reader);
    Reading reading{.counted = counted_from(self, goal.counted_from), .period = counted_in(goal, last)};
    const bool is_of_months = asking.reader == Reader::others && is_of_a_measure(goal);
    const bool is_any_over = !is_of_months || !goal.period || goal.period->from <= last;
    if (is_of_months && is_any_over) reading.counted_until = reading.period.to;
    reading.missing = missing_of_survey(self, goal, tenant);
    reading.from = where_from(goal, reading.counted, reading.missing);
    if (goal.is_weekly()) {
        const auto year = periods::holding(periods::Kind::year, last);
        if (reading.from != Reading::From::vanished && reading.from != Reading::From::unfit)
            reading.weeks = read_weeks(self, snapshot, goal, tenant, goal.period.value_or(year), asking);
        const auto tally = reading.tally();
        if (tally.counted() > 0) reading.number = std::int64_t{tally.met} * 100;
    } else if (reading.from == Reading::From::figures && is_any_over) {
        read_figures(self, goal, tenant, asking.reader, reading);
    } else if (reading.from == Reading::From::survey) {
        read_survey(self, goal, tenant, reading);
    } else if (reading.from == Reading::From::hand) {
        read_by_hand(snapshot, goal, today, reading);
    }
    reading.judged = judged_of(goal, reading, today);
    if (goal.period && reading.number && grows(reading))
        reading.forecast = forecast(*reading.number, reading.months, *goal.period, today);
    return reading;
}

std::string figures_path(const Reading& reading) {
    if (reading.counted.measure == nullptr) return "";
    auto path = "/staff/statistics?measure=" + reading.counted.measure->key +
                "&from=" + base::format_date(reading.period.from) + "&to=" + base::format_date(reading.period.to);
    for (const auto& [dimension, key] : reading.counted.where) path += "&" + dimension + "=" + html::url_encode(key);
    if (reading.counted.whole != nullptr) path += "&share=" + reading.counted.whole->key;
    return path;
}

std::string rows_path(const Reading& reading) {
    const auto* measure = reading.counted.measure;
    if (measure == nullptr || !measure->rows_url) return "";
    return measure->rows_url({.municipalities = {}, .period = reading.period, .by = {}, .where = reading.counted.where});
}

std::vector<std::pair<std::string, std::int64_t>> parts_of(const Reading& reading, const http::Tenant& tenant,
                                                           const i18n::Translator& words) {
    std::vector<std::pair<std::string, std::int64_t>> parts;
    const auto* measure = reading.counted.measure;
    const auto* along = measure ? measure->find("partner") : nullptr;
    if (along == nullptr || reading.counted.where.contains("partner")) return parts;
    const Query query{{tenant.id}, reading.period, {"partner"}, reading.counted.where};
    if (!can_ask(reading.counted, query)) return parts;
    for (const auto& row : measure->figures(query))
        parts.emplace_back(measures::dimension_label(*measure, "partner", key_along(row, "partner"), tenant.id, words),
                           row.value.amount);
    return parts;
}

}  // namespace digilots::goals
