// The timeline on the screen and on A3.
#include <algorithm>

#include "plan/pages.h"
#include "plan/templates.h"
#include "plan/timeline_asked.h"
#include "platform/i18n/isolate.h"
#include "platform/print/format.h"
#include "platform/print/pencil.h"

namespace digilots::plan {

namespace {

constexpr std::size_t most_rows_of_paper = 200, rows_of_picture = 30;
constexpr double half = timeline_width / 2, letters_of_paper = 12;
constexpr const char* diamond = "M0 -7L7 0L0 7L-7 0Z";

html::components::Table table_of_days(const Plan& plan, const std::vector<Placed>& parts,
                                      const std::map<std::string, Status, std::less<>>& statuses, const html::Page& page,
                                      const std::string& path) {
    auto table = table_of_parts(plan, parts, statuses, page, path);
    table.caption = page.t("The timeline as a table");
    return table;
}

void draw_legend(print::Pencil& pencil, const std::vector<LegendItem>& legend, double top) {
    constexpr double apart = timeline_width / 5, swatch = 36, height = 12;
    double x = -half;
    for (const auto& one : legend) {
        pencil.rectangle(x, top, swatch, height, one.fill);
        pencil.letters(one.label, x + swatch + (apart - swatch) / 2, top + height / 2, 0, {13}, "#1e2126");
        x += apart;
    }
}

void draw_rows(print::Pencil& pencil, const TimelineDrawing& drawing) {
    // The picture is a square whose middle is (0, 0); the drawing hangs from its upper edge.
    const auto x_of = [](double x) { return x - half; };
    const auto y_of = [](double y) { return y - half; };
    for (const auto& tick : drawing.ticks) {
        pencil.line(x_of(tick.x), y_of(timeline_head - 10), x_of(tick.x), y_of(drawing.height), {"#9aa0a8", 1});
        pencil.letters(tick.label, x_of(tick.x) + 22, y_of(12), 0, {14}, "#1e2126");
        if (!tick.year.empty()) pencil.letters(tick.year, x_of(tick.x) + 22, y_of(30), 0, {14}, "#1e2126");
    }
    for (const auto& row : drawing.rows) {
        pencil.letters(row.title, x_of(timeline_bars / 2), y_of(row.y), 0, {13}, "#1e2126");
        if (row.has_bar) pencil.fill_path(row.shape.c_str(), {-half, -half}, row.fill);
        if (!row.note.empty()) pencil.letters(row.note, x_of(row.x) + 70, y_of(row.y), 0, {13}, "#1e2126");
        for (const auto x : row.milestones) {
            pencil.fill_path(diamond, {x_of(x), y_of(row.y)}, "#ffffff");
            pencil.stroke_path(diamond, {x_of(x), y_of(row.y)}, {"#1e2126", 2});
        }
    }
    for (const auto& arrow : drawing.arrows) pencil.stroke_path(arrow.c_str(), {-half, -half}, {"#1e2126", 1.5});
    if (drawing.today >= 0)
        pencil.line(x_of(drawing.today), y_of(20), x_of(drawing.today), y_of(drawing.height), {"#c4262e", 2, {5, 4}});
}

void add_pictures(print::Document& document, const Plan& plan, const std::vector<const Node*>& parts, const Window& window,
                  base::Date today, const html::Page& page) {
    const auto legend = legend_of(page);
    for (std::size_t at = 0; at < parts.size(); at += rows_of_picture) {
        const std::vector<const Node*> some(parts.begin() + static_cast<std::ptrdiff_t>(at),
                                            parts.begin() +
                                                static_cast<std::ptrdiff_t>(std::min(parts.size(), at + rows_of_picture)));
        auto drawing = lay_out(plan, some, window, today, "", page.translator());
        document.blocks.push_back(
            {print::Picture{.alternative = page.t("Timeline: the table below says the same in words."),
                            .is = print::Drawing{[drawing = std::move(drawing), legend](print::Pencil& pencil) {
                                                     draw_rows(pencil, drawing);
                                                     draw_legend(pencil, legend, drawing.height + 8 - half);
                                                 },
                                                 half}}});
    }
}

}  // namespace

print::Table on_paper(const html::components::Table& table, const html::Page& page) {
    print::Table printed{.caption = table.caption, .headers = {}, .rows = {}};
    for (const auto& column : table.columns) printed.headers.push_back({column.title});
    for (const auto& cells : table.rows) {
        auto& row = printed.rows.emplace_back();
        for (const auto& cell : cells) {
            auto words = cell.unknown ? page.t("unknown") : cell.text;
            if (cell.mark) words = cell.mark->word + (words.empty() ? "" : ": ") + words;
            row.push_back({.words = std::move(words)});
        }
    }
    return printed;
}

print::Document paper_of(const std::string& title, const html::Page& page) {
    const auto& language = page.translator().language();
    const auto& tenant = *page.request().tenant;
    print::Document document{.title = title, .language = language.code == "sv-easy" ? "sv" : language.code};
    document.right_to_left = language.right_to_left;
    document.footer = i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : ""), language);
    document.blocks.push_back({print::Heading{1, {title}}});
    return document;
}

http::Response timeline_page(const Pages& pages, const http::Request& request) {
    auto page = plan_page_of(request, html::Page(request).t("Timeline"));
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto today = today_of(pages, request);
    const auto asked = asked_time(*plan, request, false);
    const auto all = parts_in_time(*plan, asked), placed = folded(all, most_parts_of_page);
    const auto told = table_in_time(*plan, asked, placed);
    const auto parts = nodes_of(placed, most_parts_of_page);
    const auto whole = window_of(*plan, nodes_of(all, all.size()), today);
    const auto statuses =
        statuses_of(*plan, told, today, ask_others(*pages.kinds, *request.tenant, page.translator()));
    const bool is_folded = parts.size() < all.size();
    const auto below = page.tenant_url(is_folded ? "/staff/plan/timeline?part=" : "/staff/plan/");
    TimelineView view{.drawing = lay_out(*plan, parts, asked.window.value_or(whole), today, below, page.translator()),
                      .name = page.t("Timeline of the plan"),
                      .table = table_of_days(*plan, told, statuses, page, "/staff/plan/"),
                      .zooms = zooms_of(whole, asked, "/staff/plan/timeline", page)};
    if (asked.part) {
        view.about = plan->name_of(*asked.part);
        page.breadcrumbs.push_back({view.about, page.tenant_url("/staff/plan/" + asked.part->id)});
    }
    if (is_folded)
        view.left_out = page.tn("{n} part is not drawn here. Choose a part in the drawing to see what is below it.",
                                "{n} parts are not drawn here. Choose a part in the drawing to see what is below it.",
                                static_cast<std::int64_t>(all.size() - parts.size()));
    view.legend = legend_of(page);
    const auto query = address_of_time(asked, asked.name_of_window);
    view.formats = {{page.t("A3, as PDF"), page.tenant_url("/staff/plan/timeline.pdf" + query)}};
    return html::render_page(page, templates::timeline_page(view, page));
}

http::Response timeline_pdf(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto today = today_of(pages, request);
    const auto asked = asked_time(*plan, request, false);
    const auto placed = folded(parts_in_time(*plan, asked), most_rows_of_paper);
    const auto told = table_in_time(*plan, asked, placed);
    const auto parts = nodes_of(placed, most_rows_of_paper);
    const auto statuses =
        statuses_of(*plan, told, today, ask_others(*pages.kinds, *request.tenant, page.translator()));
    const auto name = page.t("Timeline of the plan");
    auto document = paper_of(asked.part ? name + ": " + plan->name_of(*asked.part) : name, page);
    document.paper = print::Paper::a3;
    document.body = letters_of_paper;
    document.blocks.push_back({print::Paragraph{
        {page.t("A bar is the time of a part, in the colour of its phase, which the table says in words. A square on its tip is "
                "a milestone, the broken line is today, a thin line leads from what must be first to what waits for it.") +
         " " + page.t("A bar that ends in a point is open there: that day is not known, or it goes on.")}}});
    add_pictures(document, *plan, parts, asked.window.value_or(window_of(*plan, parts, today)), today, page);
    document.blocks.push_back({on_paper(table_of_days(*plan, told, statuses, page, ""), page)});
    return print::pdf_answer(document, "plan-timeline.pdf");
}

}  // namespace digilots::plan
