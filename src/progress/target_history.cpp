#include "progress/target_history.h"

#include <algorithm>

#include "platform/tables/csv_writer.h"
#include "platform/html/error_page.h"
#include "progress/pages.h"
#include "progress/wheel_words.h"

namespace digilots::progress {

namespace {

using html::components::SmallChart;
using html::components::YearPoint;

std::vector<std::pair<int, indicators::Standing>> years_of(const WheelIndicator& one, const RequestedWheel& requested,
                                                           const indicators::Indicators& indicators) {
    indicators::Question question;
    question.indicator = one.indicator.id;
    question.group = requested.wheel.group;
    return indicators.history(requested.subject.id(), question);
}

SmallChart chart_of(const WheelIndicator& one, const RequestedWheel& requested, const indicators::Indicators& indicators,
                    const html::Page& page) {
    SmallChart chart{.title = one.indicator.title(page.translator())};
    chart.url = page.url(requested.subject.indicator_path(one.indicator.id));
    for (const auto& [year, standing] : years_of(one, requested, indicators)) {
        YearPoint point{.year = year, .value = standing.value, .mark = mark_of(standing, page)};
        point.shown = value_of({one.indicator, standing}, page);
        point.rank = rank_of(standing, page);
        chart.years.push_back(std::move(point));
    }
    return chart;
}

}  // namespace

html::components::SmallMultiples target_history(const RequestedWheel& requested, const WheelTarget& target,
                                                const indicators::Indicators& indicators,
                                                const html::Page& page) {
    html::components::SmallMultiples history{
        .id = "target-years",
        .title = page.t("{name}, year by year", {{"name", requested.subject.name()}}),
        .description = page.t("Each figure has its own scale. Colour and shape tell how it stood that year.")};
    for (const auto& one : target.indicators)
        history.charts.push_back(chart_of(one, requested, indicators, page));
    std::erase_if(history.charts, [](const auto& chart) { return chart.years.empty(); });
    history.csv_url = page.url(requested.subject.target_path(target.target->id) + "/figures.csv");
    return history;
}

http::Response target_csv_file(const Pages& pages, const http::Request& request) {
    const auto requested = requested_wheel(pages, request);
    const auto* target = requested ? requested->wheel.find(request.parameter("target")) : nullptr;
    if (!target) return html::error_page(request, 404);
    const html::Page page(request);
    tables::CsvWriter csv;
    csv.line({"municipality", "target", "indicator", "indicator_title", "unit", "year", "value", "missing",
              "colour", "rank", "n", "women", "men", "source"});
    for (const auto& one : target->indicators) {
        for (const auto& [year, standing] : years_of(one, *requested, pages.progress.indicators())) {
            csv.line({requested->subject.id(), target->target->id, one.indicator.id,
                      one.indicator.title(page.translator()), one.indicator.unit, std::to_string(year),
                      standing.value,
                      standing.value ? "" : std::string(indicators::word_of(standing.missing)),
                      std::string(indicators::word_of(standing.colour)),
                      standing.rank > 0 ? std::to_string(standing.rank) : "", std::to_string(standing.n),
                      standing.women, standing.men,
                      std::string(one.indicator.figures_from())});
        }
    }
    const std::string name = requested->subject.municipality->slug + "-" + target->target->id + ".csv";
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8", name);
}

}  // namespace digilots::progress
