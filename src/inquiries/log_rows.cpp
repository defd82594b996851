// The log for other columns than its own: entry by entry, without what somebody wrote.
#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

#include "inquiries/figures.h"
#include "inquiries/implementation.h"
#include "inquiries/inquiry_columns.h"
#include "inquiries/units.h"
#include "platform/base/lists.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

using register_::Record, register_::Surroundings;

constexpr int rows_at_once = 1000;
constexpr std::string_view topics_of_shared_list = "shared_topics";
constexpr std::array<std::string_view, 2> never_given_on{"note", "referred_to"};

/// As collections of others ask: what is the municipality's own among the topics counts as the shared one above it.
register_::Field topics_of_all() {
    return register_::terms(topics_of_shared_list, TEXT("Topics of the shared list"), [](const Surroundings& around) {
        std::vector<register_::Choice> choices;
        for (auto& shared : taxonomy::grouped_topics(around)) choices.push_back(std::move(shared));
        return choices;
    });
}

std::optional<std::vector<std::string>> places_seen_by(const Service& service, const Surroundings& around) {
    if (!around.units) return std::nullopt;
    std::vector<std::string> all;
    for (const auto& unit : *around.units)
        if (const auto places = places_of_unit(service, around.municipality_id, register_::read_unit(unit)).places)
            for (const auto& place : *places) base::add_once(all, place);
    return all;
}

Record given_on(const Inquiry& inquiry, const Service& service, const Surroundings& around) {
    auto record = record_of(inquiry, service, around);
    for (const auto name : never_given_on) record.columns.erase(std::string(name));
    std::vector<std::string> shared;
    for (const auto& topic : inquiry.topics)
        if (const auto* term = taxonomy::shared_topic(*service.own_topics.of(around.municipality_id), topic))
            base::add_once(shared, term->key);
    record.columns[std::string(topics_of_shared_list)] = register_::joined_list(shared);
    return record;
}

/// The oldest first.
std::vector<StoredInquiry> entries_of_day(const Service& service, const Surroundings& around, store::Filter filter) {
    std::vector<StoredInquiry> all;
    for (int from = 0;; from += rows_at_once) {
        auto some = service.database.read([&](db::Connection& connection) {
            return store::list_filtered(connection, around.municipality_id, filter, rows_at_once, from);
        });
        std::ranges::move(some, std::back_inserter(all));
        if (some.size() < static_cast<std::size_t>(rows_at_once)) break;
    }
    std::ranges::reverse(all);
    return all;
}

}  // namespace

LogRows log_rows(Inquiries& inquiries) {
    const auto& service = Inside::service(inquiries);
    LogRows rows;
    for (auto& field : inquiry_declaration(service).fields)
        if (!base::holds(never_given_on, field.name)) rows.fields.push_back(std::move(field));
    rows.fields.push_back(topics_of_all());
    rows.each = [&service](const Surroundings& around, const periods::Period& period,
                           const std::function<bool(const Record&)>& take) {
        store::Filter filter;
        filter.places = places_seen_by(service, around);
        for (auto day = period.from; day <= period.to; day = base::add_days(day, 1)) {
            std::tie(filter.from, filter.until) = moments_of({day, day}, around.zone);
            for (const auto& stored : entries_of_day(service, around, filter))
                if (!take(given_on(stored.inquiry, service, around))) return;
        }
    };
    rows.tallied = [&service](const Surroundings& around, const periods::Period& period, std::string_view place,
                              std::string_view channel) {
        std::int64_t number = 0;
        if (!service.tallies.sums) return number;
        const auto places = places_seen_by(service, around);
        for (const auto& sum : service.tallies.sums({around.municipality_id}, period, 0)) {
            const bool is_of_place = (!places || base::holds(*places, sum.place)) && (place.empty() || sum.place == place);
            if (is_of_place && (channel.empty() || sum.channel == channel)) number += sum.number;
        }
        return number;
    };
    return rows;
}

}  // namespace digilots::inquiries
