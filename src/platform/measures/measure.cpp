#include "platform/measures/measure.h"

#include <algorithm>

#include "platform/base/time.h"
#include "platform/measures/time.h"

namespace digilots::measures {

const Dimension* Measure::find(std::string_view dimension) const {
    const auto found = std::ranges::find(dimensions, dimension, &Dimension::key);
    return found == dimensions.end() ? nullptr : &*found;
}

bool was_ever_counted(const Measure& measure, std::string_view municipality) {
    return !measure.last_day || measure.last_day(municipality).has_value();
}

namespace {

bool is_anything_in(const Measure& measure, Query query, std::string_view municipality) {
    query.municipalities = {std::string(municipality)};
    query.by.clear();
    const auto rows = measure.figures(query);
    return std::ranges::any_of(rows, [](const Row& row) { return row.value.amount != 0 || row.value.of != 0; });
}

/// As far back as it can be answered.
Query until(const Measure& measure, std::string_view municipality, base::Date last) {
    Query query{.municipalities = {std::string(municipality)}, .period = {}, .by = {}, .where = {}};
    constexpr int days_of_year = 365;
    for (const int years : {20, 5, 1}) {
        query.period = {base::add_days(last, -years * days_of_year), last};
        if (!measure.can_answer || measure.can_answer(query)) break;
    }
    return query;
}

}  // namespace

bool was_counted_before(const Measure& measure, std::string_view municipality, base::Date day) {
    if (!measure.last_day) return true;
    if (!measure.first_day) return is_anything_in(measure, until(measure, municipality, base::add_days(day, -1)), municipality);
    const auto first = measure.first_day(municipality);
    return first && *first < day;
}

bool was_counted_in(const Measure& measure, std::string_view municipality, const Query& query) {
    if (!was_ever_counted(measure, municipality)) return false;
    if (measure.unnoted_is_unknown) return is_anything_in(measure, query, municipality);
    return !measure.first_day || was_counted_before(measure, municipality, base::add_days(query.period.to, 1));
}

bool adds_up(const Measure& measure) {
    return measure.kind == Kind::count || measure.kind == Kind::sum || (measure.kind == Kind::money && measure.unknown);
}

const Measure* find_measure(std::span<const Measure> measures, std::string_view key) {
    const auto found = std::ranges::find(measures, key, &Measure::key);
    return found == measures.end() ? nullptr : &*found;
}

bool may_see(const Measure& measure, const std::optional<http::Identity>& who) {
    if (!who) return false;
    if (who->is_operator) return true;
    if (!who->token_id.empty()) return measure.see <= http::Role::coordinator;
    return who->role && *who->role >= measure.see;
}

Value total_of(const Measure& measure, std::span<const Row> rows) {
    Value total;
    for (const Row& row : rows) total = together(measure.kind, total, row.value);
    return total;
}

std::string dimension_title(const Measure& measure, std::string_view dimension, const i18n::Translator& translator) {
    if (is_time(dimension)) return translator.t(time_title(dimension));
    if (const auto* own = measure.find(dimension)) return translator.t(own->title);
    return std::string(dimension);
}

std::string dimension_label(const Measure& measure, std::string_view dimension, std::string_view key,
                            std::string_view municipality, const i18n::Translator& translator) {
    if (is_time(dimension)) return time_label(dimension, key, translator);
    const auto* own = measure.find(dimension);
    return own && own->label ? own->label(key, municipality, translator) : std::string(key);
}

}  // namespace digilots::measures
