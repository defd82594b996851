#include "referral/measures.h"

#include <algorithm>
#include <array>

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/measures/time.h"
#include "referral/referral.h"
#include "referral/referral_store.h"

namespace digilots::referral {

namespace {

using measures::Kind, measures::Measure, measures::Query, measures::Row;

constexpr std::size_t most_read = 100'000;

struct Split {
    const char* dimension;
    i18n::Text title;
};
constexpr std::array<Split, 6> splits{{{"target", TEXT("Referred to")}, {"place", TEXT("From the place")},
                                       {"topic", TEXT("Topic")}, {"how_it_went", TEXT("How it went")},
                                       {"handover", TEXT("How it was handed over")},
                                       {"referral_reason", TEXT("Why it was passed on")}}};

std::string value_along(const Referred& referred, std::string_view dimension) {
    if (dimension == "target") return referred.target_kind + ":" + referred.target_id;
    if (dimension == "place") return referred.from_place;
    if (dimension == "topic") return referred.topic;
    if (dimension == "how_it_went") return std::string(name_of(referred.outcome));
    return dimension == "handover" ? std::string(name_of(referred.handover)) : referred.reason;
}

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

/// Employees and partners are in no figure of residents.
bool is_wanted(const Referred& referred, const Query& query) {
    return referred.asker.empty() && std::ranges::all_of(query.where, [&](const auto& one) {
        return value_along(referred, one.first) == one.second;
    });
}

std::map<std::string, std::string> key_of(const Referred& referred, const Query& query, const std::string& municipality,
                                          std::string_view zone) {
    std::map<std::string, std::string> key;
    const auto day = base::format_date(base::to_civil(referred.at, zone).date);
    for (const auto& dimension : query.by) {
        if (measures::is_time(dimension)) key[dimension] = measures::time_key(dimension, day);
        else if (dimension == "municipality") key[dimension] = municipality;
        else key[dimension] = value_along(referred, dimension);
    }
    return key;
}

/// Of how many the outcome is known stands beside those that were reached.
std::vector<Row> rows_of(const Measured& measured, const Query& query, bool is_share) {
    std::map<std::map<std::string, std::string>, measures::Value> sums;
    for (const auto& municipality : query.municipalities) {
        const auto zone = measured.municipalities.settings(municipality).zone;
        ReferralFilter filter;
        std::tie(filter.from, filter.until) = moments_between(query.period, zone);
        const auto all = measured.database.read([&](db::Connection& connection) {
            return list_referrals(connection, municipality, filter, most_read, 0);
        });
        for (const auto& referred : all) {
            if (!is_wanted(referred, query)) continue;
            const bool is_known = referred.outcome != ReferralOutcome::unknown;
            if (is_share && !is_known) continue;
            auto& value = sums[key_of(referred, query, municipality, zone)];
            const bool is_counted = !is_share || referred.outcome != ReferralOutcome::bounced;
            value.amount += is_counted;
            if (is_share) ++value.of;
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
            return count_referrals(connection, municipality, from, until) <= static_cast<std::int64_t>(most_read);
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
    for (const auto& [dimension, title] : splits)
        measure.dimensions.push_back({dimension, title,
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
