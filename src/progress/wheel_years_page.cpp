#include "progress/wheel_years_view.h"

#include <array>
#include <ranges>

#include "platform/tables/csv_writer.h"
#include "platform/html/error_page.h"
#include "progress/requested_wheel.h"
#include "progress/draw_wheel.h"
#include "progress/pages.h"
#include "progress/templates.h"
#include "progress/wheel_parts.h"
#include "progress/wheel_words.h"

namespace digilots::progress {

namespace {

std::vector<Wheel> wheels_of(const Pages& pages, const RequestedWheel& requested) {
    std::vector<Wheel> wheels;
    for (const int year : requested.years) wheels.push_back(pages.progress.marks(requested.subject.id(), year));
    return wheels;
}

/// "3: 4.1, 5.2, 16.7" for each colour: all that the small pictures show.
std::vector<html::components::Cell> years_row_of(const Wheel& wheel, const std::string& url) {
    std::array<std::string, marks> targets;
    std::array<int, marks> counts{};
    for (const auto& goal : wheel.goals) {
        for (const auto& target : goal.targets) {
            const auto mark = static_cast<std::size_t>(sign_of(target.colour()));
            targets[mark] += (targets[mark].empty() ? "" : ", ") + target.target->id;
            ++counts[mark];
        }
    }
    std::vector<html::components::Cell> row{{.text = std::to_string(wheel.year), .url = url}};
    for (std::size_t mark = 0; mark < marks; ++mark) {
        const std::string count = std::to_string(counts[mark]);
        row.push_back({.text = targets[mark].empty() ? count : count + ": " + targets[mark]});
    }
    return row;
}

WheelYearsView years_view_of(const Pages& pages, const RequestedWheel& requested, const html::Page& page) {
    using html::components::colour_word;
    WheelYearsView view;
    view.wheel_url = page.url(requested.subject.wheel_path());
    view.method_url = page.url(requested.subject.method_path());
    view.csv_url = page.url(requested.subject.wheel_path("/years.csv"));
    view.source = source_of(requested.wheel, page);
    view.made_up = made_up_text(requested.wheel, page);
    view.legend = legend_of(page);
    view.table.caption = page.title;
    view.table.columns = {{page.t("Year")}};
    for (const auto& mark : view.legend) view.table.columns.push_back({colour_word(mark.colour, page)});
    for (const Wheel& wheel : wheels_of(pages, requested)) {
        const std::string year = std::to_string(wheel.year);
        const std::string url = view.wheel_url + "?year=" + year;
        view.stamps.push_back({year, url, tally_of(wheel, page), lay_out_stamp(plain_picture_of(wheel))});
        view.table.rows.insert(view.table.rows.begin(), years_row_of(wheel, url));
    }
    return view;
}

}  // namespace

http::Response wheel_years_page(const Pages& pages, const http::Request& request) {
    const auto requested = requested_wheel(pages, request);
    if (!requested) return html::error_page(request, 404);
    html::Page page(request);
    if (requested->years.empty()) return http::see_other(page.url(requested->subject.wheel_path()));   // which says why there are none
    if (requested->subject.has_service && !request.tenant)
        return http::see_other(page.url(requested->subject.wheel_path("/years")));
    page.styles = {"wheel.css"};
    page.title = page.t("The wheel of {name}, year by year", {{"name", requested->subject.name()}});
    const std::string wheel = page.t("The wheel of {name}", {{"name", requested->subject.name()}});
    page.breadcrumbs = {{wheel, page.url(requested->subject.wheel_path()), false},
                        {page.t("All years side by side"), "", false}};
    return html::render_page(page, templates::wheel_years_page(years_view_of(pages, *requested, page), page));
}

http::Response wheel_years_csv(const Pages& pages, const http::Request& request) {
    const auto requested = requested_wheel(pages, request);
    if (!requested) return html::error_page(request, 404);
    const html::Page page(request);
    tables::CsvWriter csv;
    csv.line({"municipality", "wheel_year", "goal", "target", "target_title", "colour", "indicator", "year",
              "value", "source"});
    for (const Wheel& wheel : wheels_of(pages, *requested)) {
        for (const auto& goal : wheel.goals) {
            for (const auto& target : goal.targets) {
                const auto* leading = target.indicators.empty() ? nullptr : &target.indicators.front();
                const bool has_value = leading && leading->standing.value;
                csv.line({requested->subject.id(), std::to_string(wheel.year),
                          std::to_string(target.target->goal), target.target->id,
                          target.target->title(page.translator()),
                          std::string(indicators::word_of(target.colour())),
                          leading ? leading->indicator.id : "",
                          has_value ? std::to_string(leading->standing.year) : "",
                          leading ? leading->standing.value : std::nullopt,
                          leading ? std::string(leading->indicator.figures_from()) : ""});
            }
        }
    }
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8",
                          requested->subject.municipality->slug + "-years.csv");
}

}  // namespace digilots::progress
