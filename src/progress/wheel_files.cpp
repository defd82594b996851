#include "platform/tables/csv_writer.h"
#include "platform/html/error_page.h"
#include "platform/http/assets.h"
#include "platform/periods/period.h"
#include "platform/print/pdf.h"
#include "progress/requested_wheel.h"
#include "progress/compare.h"
#include "progress/draw_wheel.h"
#include "progress/own_colour.h"
#include "progress/pages.h"
#include "progress/templates.h"
#include "progress/wheel_image.h"
#include "progress/wheel_json.h"
#include "progress/wheel_parts.h"
#include "progress/wheel_words.h"

namespace digilots::progress {

namespace {

constexpr int picture_pixels = 1600;

std::string file_name(const RequestedWheel& requested, std::string_view ending) {
    return requested.subject.municipality->slug + "-" + std::to_string(requested.wheel.year) + std::string(ending);
}

Poster poster_of(const RequestedWheel& requested, const html::Page& page) {
    Poster poster;
    poster.title = page.t("The wheel of {name}", {{"name", requested.subject.name()}}) + " " +
                   std::to_string(requested.wheel.year);
    poster.lead = tally_of(requested.wheel, page);
    poster.goals_heading = page.t("The municipality’s own goals");
    const std::string source = source_of(requested.wheel, page);
    poster.source =
        (source.empty() ? "" : source + ". ") +
        page.t("Colours, ranks, limits and changes are worked out here and are not the source’s.");
    const auto& language = page.translator().language();
    poster.language = language.code == "sv-easy" ? "sv" : language.code;
    poster.right_to_left = language.right_to_left;
    const auto legend = legend_of(page);
    for (std::size_t sign = 0; sign < legend.size(); ++sign) {
        poster.legend.push_back(
            {static_cast<Sign>(sign),
             html::components::colour_word(legend[sign].colour, page) + ": " + legend[sign].detail});
    }
    for (const auto& goal : requested.wheel.own_goals)
        poster.goals.push_back({goal.number, goal.title, goal.colour, ink_on(goal.colour)});
    return poster;
}

tables::Row csv_line(const RequestedWheel& requested, const WheelTarget& target,
                     const WheelIndicator& one, bool leading, const html::Page& page) {
    const auto& standing = one.standing;
    std::string own_goals;
    for (const auto& goal : requested.wheel.own_goals) {
        for (const auto& met : goal.targets) {
            if (met == target.target->id) own_goals += (own_goals.empty() ? "" : " ") + goal.key;
        }
    }
    return {requested.subject.id(),
            std::to_string(requested.wheel.year),
            std::to_string(target.target->goal),
            target.target->id,
            target.target->title(page.translator()),
            one.indicator.id,
            one.indicator.title(page.translator()),
            leading ? "1" : "0",
            std::string(indicators::word_of(standing.colour)),
            standing.value,
            one.indicator.unit,
            standing.year > 0 ? std::to_string(standing.year) : "",
            standing.value ? "" : std::string(indicators::word_of(standing.missing)),
            std::string(indicators::word_of(standing.direction)),
            standing.rank > 0 ? std::to_string(standing.rank) : "",
            std::to_string(standing.n),
            standing.green_limit,
            standing.red_limit,
            standing.previous ? std::to_string(standing.previous->year) : "",
            standing.previous ? std::optional(standing.previous->value) : std::nullopt,
            standing.previous ? std::string(indicators::word_of(standing.previous->colour)) : "",
            standing.women,
            standing.men,
            own_goals,
            target.why,
            std::string(one.indicator.figures_from())};
}

/// A line for each target: how both stand.
http::Response comparison_csv(const Pages& pages, const RequestedWheel& requested, const html::Page& page) {
    const auto compared = compare(pages.progress, requested.subject, requested.wheel.year,
                                  page.request().query.get("compare"), page);
    if (!compared) return html::error_page(page.request(), 404);
    tables::CsvWriter csv;
    csv.line({"target", "target_title", "indicator", "unit", requested.subject.name() + " colour",
              requested.subject.name() + " value", compared->title + " colour", compared->title + " value",
              "source"});
    const auto value = [](const WheelTarget* target) {
        return target && !target->indicators.empty() ? target->indicators.front().standing.value : std::nullopt;
    };
    for (const auto& goal : requested.wheel.goals) {
        for (const auto& target : goal.targets) {
            const auto* other = compared->wheel.find(target.target->id);
            const indicators::Indicator leading =
                target.indicators.empty() ? indicators::Indicator{} : target.indicators.front().indicator;
            csv.line({target.target->id, target.target->title(page.translator()), leading.id, leading.unit,
                      std::string(indicators::word_of(target.colour())), value(&target),
                      other ? std::string(indicators::word_of(other->colour())) : "unknown", value(other),
                      std::string(leading.figures_from())});
        }
    }
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8", file_name(requested, "-compared.csv"));
}

}  // namespace

http::Response wheel_svg_file(const Pages& pages, const http::Request& request) {
    const auto requested = requested_wheel(pages, request);
    if (!requested) return html::error_page(request, 404);
    if (auto other = to_one_spelling(*requested, request)) return std::move(*other);
    const html::Page page(request);
    const DrawnWheel wheel = draw(picture_of(requested->wheel, requested->subject, page, Leads::nowhere));
    return http::download(templates::wheel_svg(wheel.drawing, "w").html(), "image/svg+xml", file_name(*requested, ".svg"));
}

http::Response wheel_png_file(const Pages& pages, const http::Request& request) {
    const auto requested = requested_wheel(pages, request);
    if (!requested) return html::error_page(request, 404);
    if (auto other = to_one_spelling(*requested, request)) return std::move(*other);
    const html::Page page(request);
    const DrawnWheel wheel = draw(picture_of(requested->wheel, requested->subject, page, Leads::nowhere));
    return http::download(wheel_png(wheel.drawing, picture_pixels), "image/png", file_name(*requested, ".png"));
}

http::Response wheel_pdf_file(const Pages& pages, const http::Request& request) {
    const auto requested = requested_wheel(pages, request);
    if (!requested) return html::error_page(request, 404);
    if (auto other = to_one_spelling(*requested, request)) return std::move(*other);
    const html::Page page(request);
    const auto paper = request.query.get("paper") == "a3" ? print::Paper::a3 : print::Paper::a4;
    const DrawnWheel wheel = draw(picture_of(requested->wheel, requested->subject, page, Leads::nowhere));
    const Poster poster = poster_of(*requested, page);
    const auto document = wheel_poster(wheel.drawing, poster, wheel.picture->name + ". " + poster.lead, paper);
    return http::download(print::pdf(document), "application/pdf",
                          file_name(*requested, paper == print::Paper::a3 ? "-a3.pdf" : "-a4.pdf"));
}

http::Response wheel_csv_file(const Pages& pages, const http::Request& request) {
    const auto requested = requested_wheel(pages, request);
    if (!requested) return html::error_page(request, 404);
    const html::Page page(request);
    if (request.query.has("compare")) return comparison_csv(pages, *requested, page);
    tables::CsvWriter csv;
    csv.line({"municipality",
              "wheel_year",
              "goal",
              "target",
              "target_title",
              "indicator",
              "indicator_title",
              "leading",
              "colour",
              "value",
              "unit",
              "year",
              "missing",
              "direction",
              "rank",
              "n",
              "green_limit",
              "red_limit",
              "previous_year",
              "previous_value",
              "previous_colour",
              "women",
              "men",
              "own_goals",
              "why",
              "source"});
    for (const auto& goal : requested->wheel.goals) {
        for (const auto& target : goal.targets) {
            bool leading = true;
            for (const auto& one : target.indicators) {
                csv.line(csv_line(*requested, target, one, leading, page));
                leading = false;
            }
        }
    }
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8", file_name(*requested, ".csv"));
}

http::Response get_wheel(const Pages& pages, const http::Request& request) {
    if (!request.query.get("year").empty() && !periods::read_year(request.query.get("year"))) {
        return http::problem(400, "A parameter is wrong", "year is not a year, such as 2022",
                             {{"year", "is not a year, such as 2022"}});
    }
    const auto requested = requested_wheel(pages, request);
    if (!requested) return html::error_page(request, 404);
    return http::json(wheel_json(requested->wheel, i18n::translator(request.language)));
}

// Other websites may frame this page, and no other of ours.
http::Response embedded_wheel_page(const Pages& pages, const http::Request& request) {
    const auto requested = requested_wheel(pages, request);
    if (!requested) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t("The wheel of {name}", {{"name", requested->subject.name()}}) + " " +
                 std::to_string(requested->wheel.year);
    Picture picture = picture_of(requested->wheel, requested->subject, page, Leads::to_pages);
    for (auto& goal : picture.goals) goal.url.clear();
    for (auto& ring : picture.rings) ring.url.clear();
    WheelView view;
    view.lead = tally_of(requested->wheel, page);
    view.url = page.url(requested->subject.wheel_path());
    view.source = source_of(requested->wheel, page);
    view.wheel = draw(std::move(picture));
    const auto& language = page.translator().language();
    auto response = http::html(
        templates::embedded_wheel_page(
            view, {http::asset_url("app.css"), http::asset_url("wheel.css")}, http::asset_url("icon.svg"),
            language.code == "sv-easy" ? "sv" : language.code, language.right_to_left, page)
            .html());
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
                                  "base-uri 'none'; form-action 'none'; frame-ancestors *");
    return response;
}

}  // namespace digilots::progress
