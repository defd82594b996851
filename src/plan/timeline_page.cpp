// The timeline on the screen and on A3.
#include <algorithm>

#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/templates.h"
#include "plan/timeline.h"
#include "plan/words.h"
#include "platform/i18n/isolate.h"
#include "platform/print/format.h"
#include "platform/print/pencil.h"

namespace digilots::plan {

namespace {

constexpr std::size_t most_rows = 200, rows_of_picture = 30;
constexpr double half = timeline_width / 2;
constexpr const char* diamond = "M0 -7L7 0L0 7L-7 0Z";

/// Of the whole time: down to areas; of a year or quarter: activities too.
std::vector<const Node*> parts_shown(const Plan& plan, const std::optional<Window>& window) {
    std::vector<const Node*> parts;
    for (const auto& [node, depth] : plan.placed()) {
        if (parts.size() >= most_rows) break;
        if (node->kind < Kind::activity || depth == 0) parts.push_back(node);
        else if (window && (!node->starts || *node->starts <= window->to) && (!node->ends || *node->ends >= window->from))
            parts.push_back(node);
    }
    return parts;
}

std::vector<LegendItem> legend_of(const html::Page& page) {
    std::vector<LegendItem> legend;
    for (const auto phase : phases)
        legend.push_back({std::string(colour_of_phase(phase)), std::string(phase) + ". " + page.t(title_of_phase(phase))});
    legend.push_back({std::string(colour_of_phase("")), page.t(title_of_phase(""))});
    return legend;
}

std::vector<html::Link> zooms_of(const Window& all, std::string_view chosen, const html::Page& page) {
    const auto path = page.tenant_url("/staff/plan/timeline");
    std::vector<html::Link> links{{page.t("All of it"), path, chosen.empty()}};
    for (int year = static_cast<int>(all.from.year()); year <= static_cast<int>(all.to.year()); ++year) {
        const auto name = std::to_string(year);
        links.push_back({name, path + "?time=" + name, chosen == name});
        if (!chosen.starts_with(name)) continue;
        for (int quarter = 1; quarter <= 4; ++quarter) {
            const auto key = name + "-Q" + std::to_string(quarter);
            links.push_back({page.t("Quarter {n}, {year}", {{"n", std::to_string(quarter)}, {"year", name}}),
                             path + "?time=" + key,
                             chosen == key});
        }
    }
    return links;
}

html::components::Table table_of_days(const Plan& plan, const std::vector<const Node*>& parts,
                                      const std::map<std::string, Status, std::less<>>& statuses, const html::Page& page,
                                      const std::string& path) {
    std::vector<Placed> placed;
    for (const auto* node : parts) placed.push_back({node, 0});
    auto table = table_of_parts(plan, placed, statuses, page, path);
    table.caption = page.t("The timeline as a table");
    return table;
}

void draw_rows(print::Pencil& pencil, const TimelineDrawing& drawing) {
    // The picture is a square whose middle is (0, 0); the drawing hangs from its upper edge.
    const auto x_of = [](double x) { return x - half; };
    const auto y_of = [](double y) { return y - half; };
    for (const auto& tick : drawing.ticks) {
        pencil.line(x_of(tick.x), y_of(24), x_of(tick.x), y_of(drawing.height), {"#9aa0a8", 1});
        pencil.letters(tick.label, x_of(tick.x) + 22, y_of(14), 0, {14}, "#1e2126");
    }
    for (const auto& row : drawing.rows) {
        pencil.letters(row.title, x_of(timeline_bars / 2), y_of(row.y), 0, {13}, "#1e2126");
        if (row.has_bar) pencil.rectangle(x_of(row.x), y_of(row.y - 8), row.width, 16, row.fill);
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
    for (std::size_t at = 0; at < parts.size(); at += rows_of_picture) {
        const std::vector<const Node*> some(parts.begin() + static_cast<std::ptrdiff_t>(at),
                                            parts.begin() +
                                                static_cast<std::ptrdiff_t>(std::min(parts.size(), at + rows_of_picture)));
        auto drawing = lay_out(plan, some, window, today, "", page.translator());
        document.blocks.push_back(
            {print::Picture{.alternative = page.t("Timeline: the table below says the same in words."),
                            .is = print::Drawing{[drawing = std::move(drawing)](print::Pencil& pencil) {
                                                     draw_rows(pencil, drawing);
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
    const auto page = plan_page_of(request, html::Page(request).t("Timeline"));
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto today = today_of(pages, request);
    const auto chosen = window_called(request.query.get("time"));
    const auto parts = parts_shown(*plan, chosen);
    const auto all = window_of(*plan, parts, today);
    const auto statuses = statuses_of(*plan, today, ask_others(*pages.kinds, *request.tenant, page.translator()));
    TimelineView view{.drawing = lay_out(*plan, parts, chosen.value_or(all), today, page.tenant_url("/staff/plan/"),
                                         page.translator()),
                      .name = page.t("Timeline of the plan"),
                      .table = table_of_days(*plan, parts, statuses, page, "/staff/plan/"),
                      .zooms = zooms_of(all, chosen ? request.query.get("time") : std::string_view(), page)};
    view.legend = legend_of(page);
    view.formats = {{page.t("A3, as PDF"), page.tenant_url("/staff/plan/timeline.pdf")}};
    return html::render_page(page, templates::timeline_page(view, page));
}

http::Response timeline_pdf(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto today = today_of(pages, request);
    const auto parts = parts_shown(*plan, std::nullopt);
    const auto statuses = statuses_of(*plan, today, ask_others(*pages.kinds, *request.tenant, page.translator()));
    auto document = paper_of(page.t("Timeline of the plan"), page);
    document.paper = print::Paper::a3;
    document.blocks.push_back({print::Paragraph{
        {page.t("A bar is the time of a part, in the colour of its phase, which the table says in words. A square on its tip is "
                "a milestone, the broken line is today, a thin line leads from what must be first to what waits for it.")}}});
    add_pictures(document, *plan, parts, window_of(*plan, parts, today), today, page);
    document.blocks.push_back({on_paper(table_of_days(*plan, parts, statuses, page, ""), page)});
    return print::pdf_answer(document, "plan-timeline.pdf");
}

}  // namespace digilots::plan
