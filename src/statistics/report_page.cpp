// The year's report: to be read, printed, changed and counted on with.
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/print/format.h"
#include "platform/print/odt.h"
#include "platform/print/pdf.h"
#include "platform/print/web.h"
#include "statistics/report.h"
#include "statistics/statistics_page.h"
#include "statistics/templates.h"

namespace digilots::statistics {

namespace {

using html::components::Field;

constexpr std::string_view path_of_report = "/staff/statistics/report";
constexpr std::string_view type_of_xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr int years_offered = 10;
const std::vector<print::Paper> papers_of_report{print::Paper::a4};

ReportSource source_of(const Pages& pages, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    return {.measures = pages.measures,
            .around = pages.around,
            .own_topics = pages.own_topics.of(tenant.id),
            .targets = targets_of(pages.kinds->targets, tenant.id),
            .tenant = tenant,
            .translator = page.translator(),
            .who = page.request().identity,
            .today = base::to_civil(pages.clock.now(), tenant.zone).date};
}

std::vector<Field> choices_of_report(const ReportSource& source, const ReportWish& wish, const html::Page& page) {
    Field year{.name = "year", .label = page.t(TEXT("Year"))};
    const int newest = static_cast<int>(source.today.year());
    for (int one = newest; one > newest - years_offered; --one)
        year.options.push_back({std::to_string(one), std::to_string(one), one == wish.year});
    std::vector<Field> fields{year};
    for (const auto& [limit, label] :
         {std::pair("place", TEXT("Place")), std::pair("topic", TEXT("Topic")), std::pair("unit", TEXT("Unit"))}) {
        const auto choices = report_choices(source, limit);
        if (choices.empty()) continue;
        const auto chosen = wish.limits.find(limit);
        Field field{.name = limit, .label = page.t(label), .options = {{"", page.t(TEXT("All")), chosen == wish.limits.end()}}};
        for (const auto& [key, name] : choices)
            field.options.push_back({key, name, chosen != wish.limits.end() && chosen->second == key});
        fields.push_back(std::move(field));
    }
    return fields;
}

std::vector<html::Link> files_of_report(const ReportWish& wish, const html::Page& page) {
    const auto query = report_query(wish);
    const std::string path = page.tenant_url(path_of_report);
    auto links = print::format_links(path + ".pdf", papers_of_report, page, query);
    const auto& tenant = page.request().tenant->slug;
    for (const char* code : {"sv", "nb"})
        if (const auto& language = i18n::translator(code).language(); page.translator().language().code != code)
            links.push_back({language.own_name,
                             "/" + std::string(code) + "/" + tenant + std::string(path_of_report) + ".pdf?" + query});
    links.push_back(print::odt_link(path + ".odt?" + query, page));
    links.push_back({page.t(TEXT("Spreadsheet (XLSX)")), path + ".xlsx?" + query});
    return links;
}

html::components::Chart chart_of_months(const YearReport& report, const html::Page& page) {
    html::components::Chart chart{.id = "months",
                                  .title = page.t(TEXT("Inquiries month by month")),
                                  .dimension = page.t(TEXT("Month")),
                                  .series = {}};
    for (const auto& section : report.sections) {
        if (section.months.empty()) continue;
        html::components::ChartSeries now{.title = report.now, .points = {}}, before{.title = report.before, .points = {}};
        for (const auto& month : section.months) {
            now.points.push_back({.label = month.label, .value = month.now});
            before.points.push_back({.label = month.label, .value = month.before});
        }
        chart.series = {std::move(now), std::move(before)};
    }
    return chart;
}

/// The file, or why there is none.
template <class Make>
http::Response report_as_file(const Pages& pages, const http::Request& request, Make make) {
    const html::Page page(request);
    const auto source = source_of(pages, page);
    const auto wish = read_report_wish(request.query, source);
    if (!wish) return http::problem(400, page.t(TEXT("The question is not right")), wish.error().detail());
    return make(source, *wish, year_report(source, *wish));
}

}  // namespace

http::Response report_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.staff = true;
    page.indexable = false;
    page.title = page.t(TEXT("Report of the year"));
    page.breadcrumbs = {{page.t(TEXT("Statistics")), page.tenant_url("/staff/statistics")}};
    const auto source = source_of(pages, page);
    ReportView view{.errors = {}, .url = page.tenant_url(path_of_report)};
    const auto wish = read_report_wish(request.query, source);
    if (!wish) view.errors.add(wish.error().parameter, wish.error().words);
    view.choices = choices_of_report(source, wish ? *wish : *read_report_wish({}, source), page);
    for (Field& field : view.choices) field = field.with(view.errors);
    if (!wish) return html::render_page(page, templates::report_page(view, page), 422);
    const auto report = year_report(source, *wish);
    page.title = report.title;
    view.parts = report_parts(report, source.tenant, source.translator);
    view.months = chart_of_months(report, page);
    view.formats = files_of_report(*wish, page);
    view.all = {page.t(TEXT("All figures, by any period")), page.tenant_url("/staff/statistics")};
    return html::render_page(page, templates::report_page(view, page));
}

http::Response report_pdf(const Pages& pages, const http::Request& request) {
    return report_as_file(pages, request, [&](const ReportSource& source, const ReportWish& wish, const YearReport& report) {
        auto document = report_document(report, source.tenant, source.translator);
        document.size = print::format_of(request, papers_of_report).size;
        return print::pdf_answer(document, report_file_name(source, wish) + ".pdf");
    });
}

http::Response report_odt(const Pages& pages, const http::Request& request) {
    return report_as_file(pages, request, [](const ReportSource& source, const ReportWish& wish, const YearReport& report) {
        return print::odt_answer(report_document(report, source.tenant, source.translator),
                                 report_file_name(source, wish) + ".odt");
    });
}

http::Response report_xlsx(const Pages& pages, const http::Request& request) {
    return report_as_file(pages, request, [](const ReportSource& source, const ReportWish& wish, const YearReport& report) {
        return http::download(report_sheets(report, source.translator), std::string(type_of_xlsx),
                              report_file_name(source, wish) + ".xlsx");
    });
}

base::Result<std::vector<ReportFile>, std::string> report_files(const Slices& all, const taxonomy::OwnTopics& own_topics,
                                                                const Around& around, const http::Tenant& tenant,
                                                                const i18n::Translator& translator, const http::Fields& asked,
                                                                base::Date today) {
    const auto measures = all_of(all, &Slice::measures);
    // Whoever may run commands on the installation sees all of it.
    http::Identity runner;
    runner.is_operator = true;
    ReportSource source{.measures = measures,
                        .around = around,
                        .own_topics = own_topics.of(tenant.id),
                        .targets = {},
                        .tenant = tenant,
                        .translator = translator,
                        .who = runner,
                        .today = today};
    for (const auto* records : all_of(all, &Slice::registers))
        if (records->declaration().key == target_register().key) source.targets = targets_of(*records, tenant.id);
    const auto wish = read_report_wish(asked, source);
    if (!wish) return base::failure(wish.error().detail());
    const auto report = year_report(source, *wish);
    const auto document = report_document(report, tenant, translator);
    const auto name = report_file_name(source, *wish) + "-" + translator.language().code;
    return std::vector<ReportFile>{{name + ".pdf", print::pdf(document)},
                                   {name + ".odt", print::odt(document)},
                                   {name + ".xlsx", report_sheets(report, translator)}};
}

}  // namespace digilots::statistics
