#include "platform/html/error_page.h"
#include "platform/html/writer.h"
#include "progress/requested_wheel.h"
#include "progress/compare.h"
#include "progress/draw_wheel.h"
#include "progress/evaluation_view.h"
#include "progress/pages.h"
#include "progress/templates.h"
#include "progress/wheel_parts.h"
#include "progress/wheel_words.h"
#include "progress/year_choice.h"

namespace digilots::progress {

namespace {

std::string with_year(int year) {
    return "?year=" + std::to_string(year);
}

std::vector<html::Link> downloads_of(const RequestedWheel& requested, const html::Page& page) {
    const std::string year = with_year(requested.wheel.year);
    const auto url = [&](std::string_view ending) {
        return page.url(requested.subject.wheel_path(ending)) + year;
    };
    return {{page.t("Picture to print, A4 (PDF)"), url(".pdf"), false},
            {page.t("Picture to print, A3 (PDF)"), url(".pdf") + "&paper=a3", false},
            {page.t("Picture (PNG)"), url(".png"), false},
            {page.t("Picture (SVG)"), url(".svg"), false},
            {page.t("Table (CSV)"), url(".csv"), false},
            {page.t("Data for programs (JSON)"), "/api/v1/" + requested.subject.api_path() + year, false}};
}

std::string not_compared_text(NotCompared why, const Subject& subject, const std::string& with, const html::Page& page) {
    if (why == NotCompared::unknown)
        return page.t("There is no other municipality called “{name}”. Check the spelling.", {{"name", with}});
    return subject.municipality->country == "NO"
               ? page.t("{name} is in Sweden. Norwegian indicators do not exist there, so the wheels cannot be compared.",
                        {{"name", with}})
               : page.t("{name} is in Norway. Swedish indicators do not exist there, so the wheels cannot be compared.",
                        {{"name", with}});
}

void fill_comparison(WheelView& view, const Pages& pages, const RequestedWheel& requested, const html::Page& page) {
    const std::string with(page.request().query.get("compare"));
    view.compare_field = {
        .name = "compare", .label = page.t("Name of a municipality"), .value = with, .autocomplete = "off"};
    for (const auto& group : pages.progress.indicators().groups(requested.subject.id())) {
        if (group.key == "country") continue;
        view.comparisons.push_back(
            {page.t("The middle of {group}", {{"group", group_title(group, requested.subject, page)}}),
             page.url(requested.subject.wheel_path(with_year(requested.wheel.year))) +
                 "&compare=" + html::url_encode(group.key),
             group.key == with});
        if (group.key == with) view.compare_field.value = "";
    }
    if (with.empty()) return;
    const auto compared = compare(pages.progress, requested.subject, requested.wheel.year, with, page);
    if (!compared) {
        view.errors.add("compare", not_compared_text(compared.error(), requested.subject, with, page));
        return;
    }
    view.comparison.title = compared->title;
    view.comparison.csv_url = page.url(requested.subject.wheel_path(".csv")) + with_year(requested.wheel.year) +
                              "&compare=" + html::url_encode(with);
    view.comparison.own = draw(picture_of(requested.wheel, requested.subject, page, Leads::nowhere));
    Picture picture = picture_of(compared->wheel, requested.subject, page, Leads::nowhere);
    picture.title = compared->title;
    picture.name = page.t("The wheel of {name} {year}",
                          {{"name", compared->title}, {"year", std::to_string(requested.wheel.year)}}) +
                   ". " + tally_of(compared->wheel, page);
    view.comparison.wheel = draw(std::move(picture));
    view.comparison.rows = comparison_rows(requested.wheel, compared->wheel, requested.subject, page);
}

html::Link example_of(const Pages& pages, const Subject& subject, const html::Page& page) {
    for (const auto& one : pages.municipalities.examples()) {
        const bool is_like = one.country == subject.municipality->country && one.id != subject.id();
        if (!is_like) continue;
        return {page.t("See the wheel of {municipality}, which is made up and complete", {{"municipality", one.name}}),
                page.url("/" + one.slug + "/progress/wheel")};
    }
    return {};
}

WheelView view_of(const Pages& pages, const RequestedWheel& requested, const html::Page& page) {
    WheelView view;
    view.year = std::to_string(requested.wheel.year);
    view.lead = tally_of(requested.wheel, page);
    view.is_empty = requested.wheel.year == 0;
    view.is_proposal = requested.wheel.is_proposal;
    view.is_kept = requested.is_kept;
    view.url = page.url(requested.subject.wheel_path());
    view.method_url = page.url(requested.subject.method_path());
    view.embed_url = page.url(requested.subject.wheel_path("/embed"));
    view.wheel = draw(picture_of(requested.wheel, requested.subject, page, Leads::to_pages));
    view.legend = legend_of(page);
    view.years = year_choice_of(requested, requested.subject.wheel_path(), page);
    view.groups = groups_of(requested.wheel, requested.subject, page);
    view.rings = rings_of(requested.wheel, view.groups);
    view.better = changes_of(requested.wheel, true, requested.subject, page);
    view.worse = changes_of(requested.wheel, false, requested.subject, page);
    view.source = source_of(requested.wheel, page);
    view.made_up = made_up_text(requested.wheel, page);
    if (view.is_empty) view.example = example_of(pages, requested.subject, page);
    view.downloads = downloads_of(requested, page);
    for (const auto& evaluation : pages.progress.evaluations(requested.subject.id())) {
        if (evaluation.closed_at && evaluation.year == requested.wheel.year)
            view.evaluations.push_back(show(evaluation, requested.subject, page));
    }
    fill_comparison(view, pages, requested, page);
    return view;
}

}  // namespace

http::Response wheel_page(const Pages& pages, const http::Request& request) {
    const auto requested = requested_wheel(pages, request);
    if (!requested) return html::error_page(request, 404);
    html::Page page(request);
    if (requested->subject.has_service && !request.tenant)
        return http::see_other(page.url(requested->subject.wheel_path()));
    const std::string year = requested->wheel.year > 0 ? " " + std::to_string(requested->wheel.year) : "";
    page.styles = {"wheel.css"};
    page.title = page.t("The wheel of {name}", {{"name", requested->subject.name()}}) + year;
    page.description = tally_of(requested->wheel, page);
    page.scripts = {"wheel.js"};
    page.breadcrumbs =
        request.tenant ? std::vector<html::Link>{{page.t("Progress"), page.tenant_url("/progress"), false},
                                                 {page.t("The wheel"), "", false}}
                       : std::vector<html::Link>{{page.t("All wheels"), page.url("/wheels"), false},
                                                 {requested->subject.name(), "", false}};
    const WheelView view = view_of(pages, *requested, page);
    auto response =
        html::render_page(page, templates::wheel_page(view, page), view.errors.empty() ? 200 : 422);
    response.for_once = !view.errors.empty();
    return response;
}

}  // namespace digilots::progress
