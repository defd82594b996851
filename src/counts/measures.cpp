// Numbers of other sources as figures, apart from the questions log.
#include <algorithm>
#include <iterator>
#include <map>

#include "counts/implementation.h"
#include "counts/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/measures/time.h"

namespace digilots::counts {

namespace {

using measures::Measure, measures::Query;
using Says = Source::Says;
using Key = std::map<std::string, std::string>;

/// Of one source and place, in one row of the answer.
struct Bucket {
    Key key;
    std::string source, place;
    auto operator<=>(const Bucket&) const = default;
};

/// The keys of time that hold all of its days; nothing where it reaches from one into the next.
std::optional<Key> time_of(const Query& query, const std::string& from, const std::string& to) {
    Key key;
    for (const auto& dimension : query.by) {
        if (!measures::is_time(dimension)) continue;
        const auto first = measures::time_key(dimension, from), last = measures::time_key(dimension, to);
        if (first != last || (dimension == "weekday" && from != to)) return std::nullopt;
        key[dimension] = first;
    }
    return key;
}

bool is_wanted(const Query& query, const char* dimension, const std::string& value) {
    const auto wanted = query.where.find(dimension);
    return wanted == query.where.end() || wanted->second == value;
}

std::vector<measures::Row> figures_of_counts(const Counts::Implementation& self, Says says,
                                             const Query& query) {
    std::map<Bucket, std::vector<Told>> told;
    self.database.read([&](db::Connection& connection) {
        for (const auto& municipality : query.municipalities) {
            for (const auto row :
                 connection.query(sql::counts_between, municipality, base::format_date(query.period.from),
                                  base::format_date(query.period.to))) {
                const auto* source = find_source(row.text("kind"));
                const auto place = row.text("place"), from = row.text("first_day"), to = row.text("last_day");
                if (!source || source->says != says || !is_wanted(query, "place", place)) continue;
                if (!is_wanted(query, "source", std::string(source->key))) continue;
                auto key = time_of(query, from, to);
                if (!key) continue;
                if (base::holds(query.by, "place")) (*key)["place"] = place;
                if (base::holds(query.by, "source")) (*key)["source"] = source->key;
                if (base::holds(query.by, "municipality")) (*key)["municipality"] = municipality;
                told[{*std::move(key), municipality + "/" + std::string(source->key), place}].push_back(
                    {*base::parse_date(from), *base::parse_date(to), row.integer("number")});
            }
        }
    });
    std::map<Key, std::int64_t> sums;
    for (auto& [bucket, numbers] : told) sums[bucket.key] += sum_without_overlap(std::move(numbers));
    std::vector<measures::Row> rows;
    for (const auto& [key, sum] : sums)
        if (sum != 0) rows.push_back({key, sum});
    return rows;
}

std::string place_label(const Counts::Implementation& self, std::string_view key,
                        std::string_view municipality, const i18n::Translator& words) {
    if (key.empty()) return words.t(TEXT("No place"));
    const auto snapshot = self.neighbours.directory.snapshot(municipality);
    const auto* place = snapshot->place(key);
    return place ? place->name : words.t(TEXT("A place that is no longer here"));
}

std::optional<base::Date> last_day_of(const Counts::Implementation& self, Says says,
                                      std::string_view municipality) {
    return self.database.read([&](db::Connection& connection) {
        std::optional<base::Date> last;
        for (const auto& source : sources()) {
            if (source.says != says) continue;
            const auto day = base::parse_date(
                connection.query(sql::last_count, municipality, source.key)[0].text_or_empty("day"));
            last = std::max(last, day);
        }
        return last;
    });
}

Measure measure_of(const Counts::Implementation& self, Says says, Measure measure) {
    measure.dimensions.push_back(
        {"place", TEXT("Place"),
         [&self](std::string_view key, std::string_view municipality, const i18n::Translator& words) {
             return place_label(self, key, municipality, words);
         }});
    if (says == Says::contacts || says == Says::web_sources)
        measure.dimensions.push_back(
            {"source", TEXT("What was counted"),
             [](std::string_view key, std::string_view, const i18n::Translator& words) {
                 const auto* source = find_source(key);
                 return source ? words.t(source->label) : std::string(key);
             }});
    measure.unnoted_is_unknown = true;
    measure.figures = [&self, says](const Query& query) { return figures_of_counts(self, says, query); };
    measure.last_day = [&self, says](std::string_view municipality) {
        return last_day_of(self, says, municipality);
    };
    measure.rows_url = [](const Query& query) {
        const auto place = query.where.find("place");
        return std::string("/staff/counts") +
               (place == query.where.end() || place->second.empty() ? "" : "?place=" + place->second);
    };
    return measure;
}

std::vector<Measure> measures_of_web(const Counts::Implementation& self) {
    return {
        measure_of(
            self, Says::web_visits,
            {.key = "web_visits",
             .title = TEXT("Visits on the web"),
             .definition = TEXT(
                 "Visits of the municipality’s pages, as its own statistics of them counted. No person is "
                 "known by them."),
             .unit = TEXT("visits"),
             .unit_of_one = TEXT("visit")}),
        measure_of(
            self, Says::web_sources,
            {.key = "web_visits_by_source",
             .title = TEXT("Visits on the web by where they came from"),
             .definition = TEXT(
                 "Visits of the municipality’s pages whose source its own statistics of them know: search, social media, other "
                 "pages, letters, a typed address. They are a part of all visits on the web and stand apart from those."),
             .unit = TEXT("visits"),
             .unit_of_one = TEXT("visit")})};
}

}  // namespace

std::vector<Measure> Counts::measures() const {
    const auto& self = *implementation_;
    std::vector<Measure> all{
        measure_of(
            self, Says::visitors,
            {.key = "visitors",
             .title = TEXT("Visitors"),
             .definition = TEXT(
                 "Visitors of places, as people or door counters counted them: no contacts, no questions. A "
                 "number counts in a period that holds all of its days, so a year’s total stands under "
                 "the year alone. Where a longer period and shorter ones within it are known, no day is "
                 "summed twice: the shorter ones count where they are about each of its days. Days that "
                 "nobody counted are not in it."),
             .unit = TEXT("visitors"),
             .unit_of_one = TEXT("visitor")}),
        measure_of(
            self, Says::first_times,
            {.key = "first_visits",
             .title = TEXT("Reached for the first time"),
             .definition = TEXT(
                 "Visitors who said that they were never here before, tallied at the door or the desk: about how many people "
                 "were reached, apart from how often they came. Nobody is known by it, and whoever was not asked is not in "
                 "it. No day is summed twice, as with visitors."),
             .unit = TEXT("persons"),
             .unit_of_one = TEXT("person")}),
        measure_of(
            self, Says::contacts,
            {.key = "contacts_elsewhere",
             .title = TEXT("Contacts that other systems counted"),
             .definition = TEXT(
                 "Calls that the switchboard answered, e-mails, letters, chats, messages and cases by "
                 "e-services, as other systems counted them. They stand apart from the questions log, and "
                 "what somebody logged as well is in both. No day is summed twice, as with visitors."),
             .unit = TEXT("contacts"),
             .unit_of_one = TEXT("contact")}),
        measure_of(
            self, Says::lost_calls,
            {.key = "calls_lost",
             .title = TEXT("Calls lost by the switchboard"),
             .definition = TEXT(
                 "Calls that nobody answered before the caller hung up, as the switchboard counted them."),
             .unit = TEXT("calls"),
             .unit_of_one = TEXT("call")})};
    std::ranges::move(measures_of_web(self), std::back_inserter(all));
    return all;
}

}  // namespace digilots::counts
