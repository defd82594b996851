#include "statistics/report.h"

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "statistics/report_parts.h"

namespace digilots::statistics {

namespace {

std::string limits_in_words(const ReportFigures& figures) {
    const auto& source = figures.source();
    const auto* inquiries = figures.measure("inquiries");
    std::vector<std::string> parts{periods::days_of(figures.period(), source.translator)};
    Question question;
    question.measure = inquiries;
    for (const auto& [dimension, key] : figures.wish().limits)
        if (inquiries) parts.push_back(limit_words(question, dimension, key, source.tenant, source.translator));
    return base::joined(parts, " · ");
}

}  // namespace

YearReport year_report(const ReportSource& source, const ReportWish& wish) {
    ReportFigures figures(source, wish);
    YearReport report{
        .title = source.translator.t(TEXT("Report for {year}: {municipality}"),
                                     {{"year", std::to_string(wish.year)}, {"municipality", source.tenant.name}}),
        .about = limits_in_words(figures),
        .now = figures.year(When::now),
        .before = figures.year(When::before)};
    for (auto* part :
         {report_summary, report_ways_in, report_months, report_topics, report_outcomes, report_barriers, report_senders,
          report_languages, report_help_time, report_hours, report_visits, report_follow_up, report_circumstances,
          report_definitions, report_not_known}) {
        auto section = part(figures);
        if (section.sentences.empty() && section.tables.empty() && section.notes.empty()) continue;
        report.sections.push_back(std::move(section));
    }
    return report;
}

std::string report_file_name(const ReportSource& source, const ReportWish& wish) {
    std::string name =
        "report-" + (wish.period ? periods::key_of(*wish.period) : std::to_string(wish.year)) + "-" + source.tenant.slug;
    constexpr std::size_t longest_limit = 40;
    for (const auto& [dimension, key] : wish.limits)
        for (const auto& [choice, title] : report_choices(source, dimension))
            if (choice == key) name += "-" + std::string(base::cut(base::slug(title), longest_limit));
    return name;
}

}  // namespace digilots::statistics
