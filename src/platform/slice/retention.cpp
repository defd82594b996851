#include "platform/slice/retention.h"

#include <algorithm>
#include <map>

#include "platform/base/ensure.h"
#include "platform/base/months.h"

namespace digilots {

namespace {

constexpr int months_in_a_year = 12;

base::Date earlier(const Period& period, base::Date day) {
    if (period.unit == Period::Unit::months) return base::add_months(day, -period.number);
    ENSURE(period.unit == Period::Unit::days);
    return base::add_days(day, -period.number);
}

}  // namespace

std::string words_of(const Period& period, const i18n::Translator& translator) {
    switch (period.unit) {
        case Period::Unit::minutes:
            return translator.tn("{n} minute", "{n} minutes", period.number);
        case Period::Unit::hours:
            return translator.tn("{n} hour", "{n} hours", period.number);
        case Period::Unit::days:
            return translator.tn("{n} day", "{n} days", period.number);
        case Period::Unit::months:
            break;
    }
    const bool is_years = period.number > months_in_a_year && period.number % months_in_a_year == 0;
    if (is_years) return translator.tn("{n} year", "{n} years", period.number / months_in_a_year);
    return translator.tn("{n} month", "{n} months", period.number);
}

base::Instant limit_of(const Period& period, base::Instant now, std::string_view zone) {
    switch (period.unit) {
        case Period::Unit::minutes:
            return now - std::chrono::minutes(period.number);
        case Period::Unit::hours:
            return now - std::chrono::hours(period.number);
        case Period::Unit::days:
            return now - std::chrono::days(period.number);
        case Period::Unit::months:
            break;
    }
    return base::from_civil(earlier(period, base::to_civil(now, zone).date), 0, 0, zone);
}

// The last days of a month meet on one: 31 March less a month is 28 February.
base::Date gone_on(const Period& period, base::Date day) {
    base::Date gone = period.unit == Period::Unit::months ? base::add_months(day, period.number)
                                                          : base::add_days(day, period.number);
    while (earlier(period, gone) <= day) gone = base::add_days(gone, 1);
    return gone;
}

std::vector<Law> archives_acts() {
    return {{"SE", TEXT("The Archives Act (1990:782, section 10) lets a municipality delete records when it "
                        "has decided so, and the "
                        "General Data Protection Regulation (article 5.1 e) lets nothing about people be "
                        "kept longer than it is "
                        "needed.")},
            {"NO", TEXT("The Archives Act lets a municipality delete documents that are neither worth "
                        "preserving nor needed, and "
                        "the General Data Protection Regulation (article 5.1 e) lets nothing about people be "
                        "kept longer than it "
                        "is needed.")}};
}

Law accountability() {
    return {"",
            TEXT("The General Data Protection Regulation (articles 5.2 and 32) asks the municipality to be "
                 "able to show afterwards "
                 "who changed what. Half a year is the least for that."),
            6};
}

PeriodOf own_periods(const RetentionRules& rules) {
    std::map<std::string, Period, std::less<>> periods;
    for (const auto& rule : rules) periods.emplace(rule.key, rule.period);
    return [periods = std::move(periods)](std::string_view, std::string_view rule) -> std::optional<Period> {
        const auto found = periods.find(rule);
        ENSURE(found != periods.end());
        return found->second;
    };
}

}  // namespace digilots
