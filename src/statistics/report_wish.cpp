// Of which year and of what a report is asked for.
#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/writer.h"
#include "statistics/report.h"

namespace digilots::statistics {

namespace {

constexpr int first_year_of_reports = 2000, last_month_of_looking_back = 3;
constexpr std::size_t longest_key = 200;

int usual_year(base::Date today) {
    const bool looks_back = static_cast<unsigned>(today.month()) <= last_month_of_looking_back;
    return static_cast<int>(today.year()) - (looks_back ? 1 : 0);
}

NotUnderstood not_known_here(std::string_view limit, const i18n::Translator& words) {
    return {std::string(limit), words.t(TEXT("Nothing here is called that. Choose from the list."))};
}

}  // namespace

std::vector<std::pair<std::string, std::string>> report_choices(const ReportSource& source, std::string_view limit) {
    std::vector<std::pair<std::string, std::string>> choices;
    const auto* inquiries = measures::find_measure(source.measures, "inquiries");
    const auto* dimension = inquiries ? inquiries->find(limit) : nullptr;
    if (!dimension) return choices;
    std::vector<std::string> keys;
    if (limit == "topic") {
        for (const auto& term : taxonomy::terms(taxonomy::List::topic)) keys.emplace_back(term.key);
        for (const auto& own : *source.own_topics) keys.push_back(own.key);
    } else if (dimension->limits) {
        keys = dimension->limits(source.tenant.id);
    }
    for (const auto& key : keys)
        choices.emplace_back(key, value_label(*inquiries, limit, key, source.tenant, source.translator));
    return choices;
}

base::Result<ReportWish, NotUnderstood> read_report_wish(const http::Fields& fields, const ReportSource& source) {
    ReportWish wish{.year = usual_year(source.today)};
    const auto& words = source.translator;
    if (const auto typed = base::trim(fields.get("year")); !typed.empty()) {
        const auto year = periods::read_year(typed);
        if (!year || *year < first_year_of_reports || *year > static_cast<int>(source.today.year()))
            return base::failure(NotUnderstood{"year", words.t(TEXT("Choose a year that has begun."))});
        wish.year = *year;
    }
    for (const auto limit : report_limits) {
        const auto typed = base::cut(base::trim(fields.get(limit)), longest_key);
        if (typed.empty()) continue;
        const auto choices = report_choices(source, limit);
        const auto by_id = std::ranges::find(choices, typed, [](const auto& choice) { return choice.first; });
        const auto has_name = [&](const auto& choice) { return base::lower(choice.second) == base::lower(typed); };
        const auto by_name = std::ranges::find_if(choices, has_name);
        const bool is_one = std::ranges::count_if(choices, has_name) == 1;
        if (by_id == choices.end() && !is_one) return base::failure(not_known_here(limit, words));
        wish.limits[std::string(limit)] = by_id == choices.end() ? by_name->first : by_id->first;
    }
    return wish;
}

std::string report_query(const ReportWish& wish) {
    std::string query = "year=" + std::to_string(wish.year);
    for (const auto& [limit, key] : wish.limits) query += "&" + limit + "=" + html::url_encode(key);
    return query;
}

}  // namespace digilots::statistics
