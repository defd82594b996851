// A new review meeting begins with what the last month's log shows, as text that people change.
#include <algorithm>

#include "platform/base/time.h"
#include "platform/register/pages.h"
#include "reviews/implementation.h"

namespace digilots::reviews {

namespace {

constexpr std::size_t most_lines = 6;

struct Part {
    const char* dimension;
    i18n::Text title;
};
constexpr Part parts[] = {{"topic", TEXT("Most asked about")},
                          {"barrier", TEXT("What stood in the way")},
                          {"outcome", TEXT("How it went")},
                          {"place", TEXT("Where")}};

/// "Banking: 34"
std::vector<std::string> commonest(const measures::Measure& measure, const measures::Query& query,
                                   const i18n::Translator& words) {
    const auto& dimension = query.by.front();
    auto rows = measure.figures(query);
    std::erase_if(rows, [&](const measures::Row& row) { return row.dimensions.at(dimension).empty(); });
    std::ranges::stable_sort(rows, std::greater{}, [](const measures::Row& row) { return row.value.amount; });
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        if (lines.size() == most_lines) break;
        lines.push_back("- " +
                        measures::dimension_label(measure, dimension, row.dimensions.at(dimension),
                                                  query.municipalities.front(), words) +
                        ": " + words.number(static_cast<double>(row.value.amount)));
    }
    return lines;
}

}  // namespace

std::string findings_of(const std::vector<measures::Measure>& measures, const http::Tenant& tenant,
                        const periods::Period& period, const i18n::Translator& words) {
    const auto* log = measures::find_measure(measures, "inquiries");
    if (!log) return "";
    const auto all = measures::total_of(
        *log, log->figures({.municipalities = {tenant.id}, .period = period, .by = {}, .where = {}}));
    auto text =
        periods::name_of(period, words) + ": " + words.tn("{n} inquiry", "{n} inquiries", all.amount) + "\n";
    for (const auto& [dimension, title] : parts) {
        const auto lines = commonest(
            *log, {.municipalities = {tenant.id}, .period = period, .by = {dimension}, .where = {}}, words);
        if (lines.empty()) continue;
        text += "\n" + words.t(title) + "\n";
        for (const auto& line : lines) text += line + "\n";
    }
    return text;
}

http::Response prepare_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.reviews);
    const html::Page page(request);
    const auto around = register_::around_of(self.reviews, request);
    const auto month = periods::previous(periods::holding(periods::Kind::month, around.today));
    auto findings = findings_of(pages.measures, *request.tenant, month, page.translator());
    findings += "\n" + page.t("The figures: {address}",
                              {{"address", "/" + request.tenant->slug +
                                               "/staff/statistics?period=" + periods::key_of(month)}});
    return register_::new_page_filled(
        self.reviews, request,
        {{"title", {page.t("Review of {period}", {{"period", periods::name_of(month, page.translator())}})}},
         {"held_on", {base::format_date(around.today)}},
         {"unit", {request.identity->unit}},
         {"findings", {findings}}});
}

}  // namespace digilots::reviews
