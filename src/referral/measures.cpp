#include "referral/measures.h"

#include <algorithm>
#include <array>

#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/measures/time.h"
#include "referral/referral.h"
#include "referral/referral_store.h"
#include "referral/sql.h"

namespace digilots::referral {

namespace {

using measures::Kind, measures::Measure, measures::Query, measures::Row;

/// More are not looked at for one figure.
constexpr std::int64_t most_counted = 500'000;

struct Split {
    std::string_view dimension;
    i18n::Text title;
    const char* column;
};
constexpr std::array<Split, 6> splits{{{"target", TEXT("Referred to"), "of_target"},
                                       {"place", TEXT("From the place"), "of_place"},
                                       {"topic", TEXT("Topic"), "of_topic"}, {"how_it_went", TEXT("How it went"), "of_outcome"},
                                       {"handover", TEXT("How it was handed over"), "of_handover"},
                                       {"referral_reason", TEXT("Why it was passed on"), "of_reason"}}};

std::string name_of_target(const directory::Snapshot& directory, std::string_view target, const std::string& topic,
                           const i18n::Translator& translator) {
    const auto colon = std::min(target.find(':'), target.size());
    const auto kind = target.substr(0, colon), id = colon < target.size() ? target.substr(colon + 1) : std::string_view{};
    if (const auto* place = kind == "place" ? directory.place(id) : nullptr) return place->name;
    if (const auto* e_service = kind == "e_service" ? directory.e_service(id) : nullptr) return e_service->name;
    if (const auto* contact = kind == "contact" ? directory.contact(id) : nullptr) return contact->title;
    if (const auto* service = kind == "service" || kind == "activity" ? directory.service(id) : nullptr) return service->title;
    return kind == "topic" ? topic : translator.t(TEXT("What the directory no longer has"));
}

std::string label_along(const Measured& measured, std::string_view dimension, std::string_view key,
                        std::string_view municipality, const i18n::Translator& translator) {
    if (key.empty()) return translator.t(dimension == "place" ? TEXT("No place") : TEXT("Not stated"));
    if (dimension == "how_it_went") return outcome_text(outcome_named(key).value_or(ReferralOutcome::unknown), translator);
    if (dimension == "topic") return taxonomy::topic_label(*measured.own_topics.of(municipality), key, translator);
    if (dimension == "place" || dimension == "target") {
        const auto snapshot = measured.directory.snapshot(municipality);
        const auto target = dimension == "place" ? "place:" + std::string(key) : std::string(key);
        const auto topic = std::string(key.substr(std::min(key.find(':') + 1, key.size())));
        return name_of_target(*snapshot, target, taxonomy::topic_label(*measured.own_topics.of(municipality), topic, translator),
                              translator);
    }
    return taxonomy::label(*taxonomy::list_named(dimension), key, translator);
}

/// Moments between which the days of the period lie.
std::pair<base::Instant, base::Instant> moments_between(const periods::Period& period, std::string_view zone) {
    return {base::from_civil(period.from, 0, 0, zone), base::from_civil(base::add_days(period.to, 1), 0, 0, zone)};
}

bool is_split(const Query& query, std::string_view dimension) { return base::holds(query.by, dimension); }

/// nothing: not limited by it.
std::optional<std::string> limit_of(const Query& query, const std::string& dimension) {
    const auto found = query.where.find(dimension);
    return found == query.where.end() ? std::nullopt : std::optional(found->second);
}

/// Employees and partners are in no figure of residents.
db::Rows counted_by(db::Connection& connection, const std::string& municipality, const Query& query, std::string_view zone,
                    bool is_by_outcome) {
    const auto [from, until] = moments_between(query.period, zone);
    const auto flag = [&](std::string_view dimension) { return is_split(query, dimension) ? 1 : 0; };
    const int by_hour = std::ranges::any_of(query.by, measures::is_time) ? 1 : 0;
    const int by_outcome = is_by_outcome || is_split(query, "how_it_went") ? 1 : 0;
    return connection.query(sql::count_by, municipality, base::format_utc(from), base::format_utc(until), by_hour, flag("place"),
                            flag("target"), flag("topic"), by_outcome, flag("handover"), flag("referral_reason"),
                            limit_of(query, "place"), limit_of(query, "target"), limit_of(query, "topic"),
                            limit_of(query, "how_it_went"), limit_of(query, "handover"), limit_of(query, "referral_reason"));
}

template <class Counted>
std::map<std::string, std::string> key_of(const Counted& row, const Query& query, const std::string& municipality,
                                          std::string_view zone) {
    std::map<std::string, std::string> key;
    for (const auto& dimension : query.by) {
        if (measures::is_time(dimension)) {
            // Zones here differ from UTC by whole hours.
            const auto hour = base::parse_utc(row.text("at_hour") + ":00:00Z");
            ENSURE(hour);
            key[dimension] = measures::time_key(dimension, base::format_date(base::to_civil(*hour, zone).date));
        } else if (dimension == "municipality") {
            key[dimension] = municipality;
        } else {
            key[dimension] = row.text(std::ranges::find(splits, dimension, &Split::dimension)->column);
        }
    }
    return key;
}

/// Of how many the outcome is known stands beside those that were reached.
std::vector<Row> rows_of(const Measured& measured, const Query& query, bool is_share) {
    std::map<std::map<std::string, std::string>, measures::Value> sums;
    for (const auto& municipality : query.municipalities) {
        const auto zone = measured.municipalities.settings(municipality).zone;
        const auto rows = measured.database.read([&](db::Connection& connection) {
            return counted_by(connection, municipality, query, zone, is_share);
        });
        for (const auto row : rows) {
            const auto outcome = is_share ? outcome_named(row.text("of_outcome")) : std::nullopt;
            if (is_share && outcome.value_or(ReferralOutcome::unknown) == ReferralOutcome::unknown) continue;
            const auto number = row.integer("number");
            auto& value = sums[key_of(row, query, municipality, zone)];
            if (!is_share || outcome != ReferralOutcome::bounced) value.amount += number;
            if (is_share) value.of += number;
        }
    }
    std::vector<Row> rows;
    for (const auto& [key, value] : sums) rows.push_back({key, value});
    return rows;
}

bool are_few(const Measured& measured, const Query& query) {
    return std::ranges::all_of(query.municipalities, [&](const std::string& municipality) {
        const auto zone = measured.municipalities.settings(municipality).zone;
        const auto [from, until] = moments_between(query.period, zone);
        return measured.database.read([&, from = from, until = until](db::Connection& connection) {
            return count_referrals(connection, municipality, from, until) <= most_counted;
        });
    });
}

std::optional<base::Date> day_of_last(const Measured& measured, std::string_view municipality) {
    const auto last =
        measured.database.read([&](db::Connection& connection) { return last_referral(connection, municipality); });
    if (!last) return std::nullopt;
    return base::to_civil(*last, measured.municipalities.settings(municipality).zone).date;
}

/// What a form offers to limit them to; of places and targets that is in other figures.
std::vector<std::string> terms_along(std::string_view dimension) {
    std::vector<std::string> keys;
    if (dimension == "how_it_went") {
        using enum ReferralOutcome;
        for (const auto outcome : {unknown, reached, answered, bounced})
            keys.emplace_back(name_of(outcome));
    } else if (const auto list = taxonomy::list_named(dimension)) {
        for (const auto& term : taxonomy::terms(*list)) keys.emplace_back(term.key);
    }
    return keys;
}

Measure with_figures(const Measured& measured, Measure measure) {
    for (const auto& [dimension, title, column] : splits)
        measure.dimensions.push_back({std::string(dimension), title,
                                      [measured, name = dimension](std::string_view key, std::string_view municipality,
                                                                   const i18n::Translator& translator) {
                                          return label_along(measured, name, key, municipality, translator);
                                      },
                                      [name = dimension](std::string_view) { return terms_along(name); }});
    measure.code_list_version = taxonomy::version();
    measure.figures = [measured, is_share = measure.kind == Kind::share](const Query& query) {
        return rows_of(measured, query, is_share);
    };
    measure.can_answer = [measured](const Query& query) { return are_few(measured, query); };
    measure.last_day = [measured](std::string_view municipality) { return day_of_last(measured, municipality); };
    return measure;
}

}  // namespace

std::vector<Measure> measures_of(const Measured& measured) {
    return {with_figures(measured, {.key = "referrals",
                                    .title = TEXT("Referrals"),
                                    .definition = TEXT("How often somebody was sent on, on the day of the entry. A corrected "
                                                       "entry that refers to somebody else counts once, there. Whoever was "
                                                       "sent back and referred on counts again here, on that day, and once "
                                                       "among the entries. Entries that say “Referred” and not to whom are "
                                                       "not in it: they stand in “Referred” alone. Employees and "
                                                       "partners are not in it."),
                                    .unit = TEXT("referrals"),
                                    .unit_of_one = TEXT("referral")}),
            with_figures(measured, {.key = "referrals_that_worked",
                                    .title = TEXT("Referrals that worked"),
                                    .definition = TEXT("Of the referrals whose outcome somebody has told, those whose person "
                                                       "got through or got an answer. Those that nobody knows of are not in "
                                                       "it, nor employees and partners."),
                                    .unit = TEXT("percent"),
                                    .kind = Kind::share})};
}

}  // namespace digilots::referral
