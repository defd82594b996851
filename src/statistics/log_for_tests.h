#pragma once
// A made-up log of two places over two years, counted as the real one is.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "platform/measures/time.h"
#include "statistics/statistics_for_tests.h"

namespace digilots::statistics {

/// One entry of a made-up log.
struct Entry {
    std::string day, topic, place, outcome;
};
using Log = std::vector<Entry>;

/// 71 of 94 with an outcome were answered at once in November; six have none. Fewer in October, and a year before.
inline Log made_up_log() {
    Log log;
    const auto add = [&](int times, const Entry& entry) { log.insert(log.end(), static_cast<std::size_t>(times), entry); };
    add(60, {"2026-11-03", "bank", "p1", "answered"});
    add(11, {"2026-11-05", "print", "p2", "answered"});
    add(23, {"2026-11-05", "bank", "p2", "referred"});
    add(6, {"2026-11-09", "bank", "p1", ""});
    add(1, {"2026-09-01", "bank", "p1", "answered"});
    add(40, {"2026-10-02", "bank", "p1", "answered"});
    add(5, {"2026-10-30", "e_id", "p1", "referred"});
    add(30, {"2025-11-20", "bank", "p2", "answered"});
    add(9, {"2025-11-27", "bank", "p2", "answered"});
    return log;
}

inline std::string value_in(const Entry& entry, const std::string& dimension) {
    if (dimension == "topic") return entry.topic;
    if (dimension == "place") return entry.place;
    if (dimension == "outcome") return entry.outcome;
    return measures::time_key(dimension, entry.day);
}

inline measures::Measure counting(const char* key, i18n::Text title, const std::string& only_outcome) {
    const auto the = [](std::string_view word, std::string_view, const i18n::Translator&) {
        return word.empty() || word == "-nothing-" ? "gone" : "the " + std::string(word);
    };
    measures::Measure measure{.key = key,
                              .title = title,
                              .definition = TEXT("What is counted"),
                              .unit = TEXT("inquiries"),
                              .dimensions = {{"topic", TEXT("Topic"), the},
                                             {"place", TEXT("Place"), the},
                                             {"outcome", TEXT("Outcome"), the}},
                              .code_list_version = "2026.1"};
    measure.dimensions[1].label = [](std::string_view word, std::string_view, const i18n::Translator&) {
        return word == "p1" || word == "p2" ? "Place " + std::string(word) : "gone";
    };
    measure.dimensions[1].limits = [](std::string_view) { return std::vector<std::string>{"p1", "p2"}; };
    measure.figures = [only_outcome](const measures::Query& query) {
        std::map<std::map<std::string, std::string>, std::int64_t> sums;
        for (const auto& entry : made_up_log()) {
            const bool is_in = entry.day >= base::format_date(query.period.from) &&
                               entry.day <= base::format_date(query.period.to);
            const bool is_of = only_outcome.empty() || entry.outcome == only_outcome;
            const auto fits = [&](const auto& limit) { return value_in(entry, limit.first) == limit.second; };
            if (!is_in || !is_of || !std::ranges::all_of(query.where, fits)) continue;
            std::map<std::string, std::string> key;
            for (const auto& dimension : query.by) key[dimension] = value_in(entry, dimension);
            ++sums[key];
        }
        std::vector<measures::Row> rows;
        for (const auto& [key, sum] : sums) rows.push_back({key, sum});
        return rows;
    };
    measure.last_day = [](std::string_view) { return base::parse_date("2026-11-22"); };
    measure.first_day = [](std::string_view) { return base::parse_date("2025-11-20"); };
    return measure;
}

inline std::vector<measures::Measure> log_measures() {
    return {counting("inquiries", TEXT("Inquiries"), ""),
            counting("answered_at_first_contact", TEXT("Answered at first contact"), "answered")};
}

}  // namespace digilots::statistics
