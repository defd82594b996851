// Challenges by the points that workshops gave them, and the points of another workshop, typed from its
// paper.
#include "needs/pages.h"
#include "needs/sql.h"
#include "needs/templates.h"
#include "needs/terms.h"
#include "platform/base/form_key.h"
#include "platform/base/sort.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "platform/http/may.h"
#include "platform/print/format.h"
#include "platform/register/pages.h"

namespace digilots::needs {

namespace {

using html::components::Cell;

constexpr int most_points = 10'000;
const std::vector<print::Paper> papers_of_ranking{print::Paper::a4};

struct Ranked {
    std::string id, title, state;
    std::int64_t points = 0, workshops = 0;
};

std::string state_of(const std::string& state, const html::Page& page) {
    if (state == "in_work") return page.t("In work");
    return state == "done" ? page.t("Done") : page.t("Open");
}

std::vector<Ranked> ranked(const Pages& pages, const std::string& municipality) {
    return pages.database.read([&](db::Connection& connection) {
        std::vector<Ranked> all;
        for (const auto row : connection.query(sql::ranking, municipality))
            all.push_back({row.text("id"), row.text("title"), row.text("state"), row.integer("points"),
                           row.integer("workshops")});
        return all;
    });
}

html::components::Table table_of(const std::vector<Ranked>& all, const html::Page& page) {
    html::components::Table table{.caption = page.t("Challenges, the one with most points first"),
                                  .columns = {{page.t("Place in the order"), true},
                                              {page.t("Challenge")},
                                              {page.t("Points"), true},
                                              {page.t("Workshops"), true},
                                              {page.t("How it stands")}},
                                  .empty = page.t("There is no challenge yet.")};
    std::int64_t place = 0, seen = 0, before = -1;
    for (const auto& one : all) {
        ++seen;
        if (one.points != before) place = seen;  // those with as many share a place
        before = one.points;
        const auto number = [&](std::int64_t n) { return page.translator().number(static_cast<double>(n)); };
        const bool is_known = one.workshops > 0;
        table.rows.push_back(
            {is_known ? Cell{.text = number(place)} : Cell{.text = page.t("None yet")},
             {.text = one.title, .url = page.tenant_url("/staff/needs/challenges/" + one.id)},
             is_known ? Cell{.text = number(one.points)} : Cell{.text = page.t("Unknown"), .unknown = true},
             {.text = number(one.workshops)},
             {.text = state_of(one.state, page)}});
    }
    return table;
}

/// Those that are not done, by title: the sheet and the form keep their order whatever points come in.
std::vector<Ranked> to_vote_on(std::vector<Ranked> all, const html::Page& page) {
    std::erase_if(all, [](const Ranked& one) { return one.state == "done"; });
    base::sort_by_key(all, [&](const Ranked& one) {
        return base::collation_key(one.title, page.translator().language().code);
    });
    return all;
}

http::Response show_ranking(const Pages& pages, const http::Request& request,
                            const html::FormErrors& errors) {
    auto page = page_of_needs(request, html::Page(request).t("Challenges in order of points"));
    const auto all = ranked(pages, request.tenant->id);
    RankingView view{.errors = errors, .table = table_of(all, page)};
    if (!request.query.get("added").empty()) view.done = page.t("The points of the workshop are added.");
    view.url = page.tenant_url("/staff/needs/ranking");
    view.formats = print::format_links(view.url + ".pdf", papers_of_ranking, page);
    view.form_key = base::form_key_for(request.form.get("form_key"), pages.kinds->points.now());
    view.add_url = page.tenant_url("/staff/needs/challenges/new");
    view.may_add = http::may(request, http::Role::editor) && !all.empty();
    const auto typed = [&](const std::string& name) { return std::string(request.form.get(name)); };
    view.fields = {
        html::components::Field{.name = "workshop", .label = page.t("Workshop"), .value = typed("workshop")}
            .with(errors),
        html::components::Field{
            .name = "day", .label = page.t("Day"), .value = typed("day"), .type = "date", .optional = true}
            .with(errors)};
    for (const auto& one : to_vote_on(all, page)) {
        const auto name = "points_" + one.id;
        view.points.push_back(html::components::Field{
            .name = name, .label = one.title, .value = typed(name), .input_mode = "numeric", .optional = true}
                                  .with(errors));
    }
    return html::render_page(page, templates::ranking_page(view, page), errors.empty() ? 200 : 422);
}

}  // namespace

http::Response ranking_page(const Pages& pages, const http::Request& request) {
    return show_ranking(pages, request, {});
}

http::Response ranking_sheet(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto& language = page.translator().language();
    print::Document document{
        .title = page.t("Points of a workshop"), .language = language.code, .right_to_left = language.right_to_left};
    document.size = print::format_of(request, papers_of_ranking).size;
    document.footer = request.tenant->name;
    document.blocks.push_back({print::Heading{1, {document.title}}});
    const auto to_write = page.t("Workshop") + ": ______________________  " + page.t("Day") + ": __________";
    document.blocks.push_back({print::Paragraph{{to_write}}});
    document.blocks.push_back({print::Paragraph{
        {page.t("Give points to what matters most. Leave the others empty. Do not write who you are.")}}});
    print::Table table{.caption = page.t("Challenges"),
                       .headers = {{page.t("Challenge")}, {page.t("Points")}},
                       .rows = {},
                       .numeric = {false, true}};
    for (const auto& one : to_vote_on(ranked(pages, request.tenant->id), page)) table.rows.push_back({{one.title}, {""}});
    document.blocks.push_back({std::move(table)});
    return print::pdf_answer(document, request.tenant->slug + "-" + base::slug(document.title) + ".pdf");
}

namespace {

/// What was typed of each challenge; what is wrong into `errors`.
std::vector<register_::Draft> read_points(const Pages& pages, const http::Request& request,
                                          html::FormErrors& errors) {
    const html::Page page(request);
    const auto workshop = base::clean(request.form.get("workshop"));
    if (workshop.empty()) errors.add("workshop", page.t("Say which workshop it was."));
    std::vector<register_::Draft> drafts;
    for (const auto& one : ranked(pages, request.tenant->id)) {
        const auto name = "points_" + one.id;
        const auto typed = base::clean(request.form.get(name));
        if (typed.empty()) continue;
        const auto number = base::whole_number(typed, 0, most_points);
        if (!number) {
            errors.add(name, page.t("Write a whole number from 0 to 10000."));
            continue;
        }
        drafts.push_back({{"title", {workshop}},
                          {"challenge", {one.id}},
                          {"points", {std::to_string(*number)}},
                          {"day", {base::clean(request.form.get("day"))}},
                          {"form_key", {std::string(request.form.get("form_key"))}}});
    }
    if (errors.empty() && drafts.empty())
        errors.add("workshop", page.t("Write the points of at least one challenge."));
    return drafts;
}

}  // namespace

http::Response add_points(const Pages& pages, const http::Request& request) {
    html::FormErrors errors;
    const auto drafts = read_points(pages, request, errors);
    if (!errors.empty()) return show_ranking(pages, request, errors);
    auto& records = pages.kinds->points;
    const html::Page page(request);
    for (const auto& [draft, problem] :
         add_all(records, register_::around_of(records, request), drafts, request.identity->account_id))
        errors.add(problem.input == "day" ? "day" : "workshop", problem.words(page.translator()));
    if (!errors.empty()) return show_ranking(pages, request, errors);
    return http::see_other(page.tenant_url("/staff/needs/ranking?added=1"));
}

}  // namespace digilots::needs
