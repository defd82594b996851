#include "platform/html/error_page.h"
#include "platform/html/writer.h"
#include "progress/asked_wheel.h"
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

std::vector<html::Link> downloads_of(const AskedWheel& asked, const html::Page& page) {
    const std::string year = with_year(asked.wheel.year);
    const auto url = [&](std::string_view ending) {
        return page.url(asked.subject.wheel_path(ending)) + year;
    };
    return {{page.t("Picture to print, A4 (PDF)"), url(".pdf"), false},
            {page.t("Picture to print, A3 (PDF)"), url(".pdf") + "&paper=a3", false},
            {page.t("Picture (PNG)"), url(".png"), false},
            {page.t("Picture (SVG)"), url(".svg"), false},
            {page.t("Table (CSV)"), url(".csv"), false},
            {page.t("Data for programs (JSON)"), "/api/v1/" + asked.subject.api_path() + year, false}};
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

void fill_comparison(WheelView& view, const Pages& pages, const AskedWheel& asked, const html::Page& page) {
    const std::string with(page.request().query.get("compare"));
    view.compare_field = {
        .name = "compare", .label = page.t("Name of a municipality"), .value = with, .autocomplete = "off"};
    for (const auto& group : pages.progress.indicators().groups(asked.subject.id())) {
        if (group.key == "country") continue;
        view.comparisons.push_back(
            {page.t("The middle of {group}", {{"group", group_title(group, asked.subject, page)}}),
             page.url(asked.subject.wheel_path(with_year(asked.wheel.year))) +
                 "&compare=" + html::url_encode(group.key),
             group.key == with});
        if (group.key == with) view.compare_field.value = "";
    }
    if (with.empty()) return;
    const auto compared = compare(pages.progress, asked.subject, asked.wheel.year, with, page);
    if (!compared) {
        view.errors.add("compare", not_compared_text(compared.error(), asked.subject, with, page));
        return;
    }
    view.comparison.title = compared->title;
    view.comparison.csv_url = page.url(asked.subject.wheel_path(".csv")) + with_year(asked.wheel.year) +
                              "&compare=" + html::url_encode(with);
    view.comparison.own = draw(picture_of(asked.wheel, asked.subject, page, Leads::nowhere));
    Picture picture = picture_of(compared->wheel, asked.subject, page, Leads::nowhere);
    picture.title = compared->title;
    picture.name = page.t("The wheel of {name} {year}",
                          {{"name", compared->title}, {"year", std::to_string(asked.wheel.year)}}) +
                   ". " + tally_of(compared->wheel, page);
    view.comparison.wheel = draw(std::move(picture));
    view.comparison.rows = comparison_rows(asked.wheel, compared->wheel, asked.subject, page);
}

WheelView view_of(const Pages& pages, const AskedWheel& asked, const html::Page& page) {
    WheelView view;
    view.year = std::to_string(asked.wheel.year);
    view.lead = tally_of(asked.wheel, page);
    view.is_empty = asked.wheel.year == 0;
    view.is_proposal = asked.wheel.is_proposal;
    view.is_kept = asked.is_kept;
    view.url = page.url(asked.subject.wheel_path());
    view.method_url = page.url(asked.subject.method_path());
    view.embed_url = page.url(asked.subject.wheel_path("/embed"));
    view.wheel = draw(picture_of(asked.wheel, asked.subject, page, Leads::to_pages));
    view.legend = legend_of(page);
    view.years = year_choice_of(asked, asked.subject.wheel_path(), page);
    view.groups = groups_of(asked.wheel, asked.subject, page);
    view.rings = rings_of(asked.wheel, view.groups);
    view.better = changes_of(asked.wheel, true, asked.subject, page);
    view.worse = changes_of(asked.wheel, false, asked.subject, page);
    view.source = source_of(asked.wheel, page);
    view.made_up = made_up_text(asked.wheel, page);
    view.downloads = downloads_of(asked, page);
    for (const auto& evaluation : pages.progress.evaluations(asked.subject.id())) {
        if (evaluation.closed_at && evaluation.year == asked.wheel.year)
            view.evaluations.push_back(show(evaluation, asked.subject, page));
    }
    fill_comparison(view, pages, asked, page);
    return view;
}

}  // namespace

http::Response wheel_page(const Pages& pages, const http::Request& request) {
    const auto asked = asked_wheel(pages, request);
    if (!asked) return html::error_page(request, 404);
    html::Page page(request);
    if (asked->subject.has_service && !request.tenant)
        return http::see_other(page.url(asked->subject.wheel_path()));
    const std::string year = asked->wheel.year > 0 ? " " + std::to_string(asked->wheel.year) : "";
    page.styles = {"wheel.css"};
    page.title = page.t("The wheel of {name}", {{"name", asked->subject.name()}}) + year;
    page.description = tally_of(asked->wheel, page);
    page.scripts = {"wheel.js"};
    page.breadcrumbs =
        request.tenant ? std::vector<html::Link>{{page.t("Progress"), page.tenant_url("/progress"), false},
                                                 {page.t("The wheel"), "", false}}
                       : std::vector<html::Link>{{page.t("All wheels"), page.url("/wheels"), false},
                                                 {asked->subject.name(), "", false}};
    const WheelView view = view_of(pages, *asked, page);
    auto response =
        html::render_page(page, templates::wheel_page(view, page), view.errors.empty() ? 200 : 422);
    response.for_once = !view.errors.empty();
    return response;
}

}  // namespace digilots::progress
