// What a round answers, and what nobody answered: question by area.
#include <algorithm>
#include <map>

#include "needs/pages.h"
#include "needs/report_parts.h"
#include "needs/sql.h"
#include "needs/templates.h"
#include "needs/terms.h"
#include "platform/base/lists.h"
#include "platform/register/pages.h"

namespace digilots::needs {

namespace {

using html::components::Cell, html::components::Table;

constexpr std::int64_t most_recommendations = 2000;

struct Count {
    std::int64_t answers = 0, with_resident = 0, stated = 0, not_done = 0;  // stated: whether a resident was asked
};
using Counts = std::map<std::pair<std::string, std::string>, Count>;  // area, question's id ("" of none)

struct Filter {
    std::string certainty, resident;    // "yes", "no", "unknown"; "" of all
};

Counts counts_of(const Pages& pages, const std::string& municipality, const std::string& round,
                 const Filter& filter) {
    return pages.database.read([&](db::Connection& connection) {
        Counts counts;
        for (const auto row : connection.query(sql::coverage, municipality, round, filter.certainty,
                                               filter.resident))
            counts[{row.text("area"), row.text("question")}] = {row.integer("answers"), row.integer("with_resident"),
                                                                row.integer("stated"), row.integer("not_done")};
        return counts;
    });
}

/// Nobody answered: said in words, never left out.
Cell cell_of(const Counts& counts, const char* area, const std::string& question, const std::string& url,
             const html::Page& page) {
    const auto found = counts.find({area, question});
    if (found == counts.end()) return {.text = page.t("Not answered")};
    return {.text = page.tn("{n} answer", "{n} answers", found->second.answers), .url = url};
}

std::string list_of(const html::Page& page, const std::string& round, const char* area,
                    const std::string& question) {
    return page.tenant_url("/staff/needs/answers?round=" + round + "&area=" + area +
                           (question.empty() ? "" : "&question=" + question));
}

std::vector<Table> tables_of(const Pages& pages, const html::Page& page, const std::string& round,
                             const Counts& counts) {
    std::map<std::string, Table> by_part;
    const auto& choices = parts()(register_::around_of(pages.kinds->rounds, page.request()));
    pages.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::questions_of_round, page.request().tenant->id, round)) {
            auto& table = by_part[row.text("part")];
            std::vector<Cell> cells{{.text = row.text("code") + ". " + row.text("title")}};
            for (const char* area : area_keys)
                cells.push_back(
                    cell_of(counts, area, row.text("id"), list_of(page, round, area, row.text("id")), page));
            table.rows.push_back(std::move(cells));
        }
        return 0;
    });
    std::vector<Table> tables;
    for (const auto& part : choices) {
        auto table = std::move(by_part[part.key]);
        table.caption = part.label;
        table.columns = {{page.t("Question")}};
        for (const char* area : area_keys) table.columns.push_back({label_of(areas(), area, page)});
        table.empty = page.t("There is no question in this part.");
        tables.push_back(std::move(table));
    }
    Table loose{.caption = page.t("Under no heading"), .columns = {{page.t("Question")}}};
    std::vector<Cell> cells{{.text = page.t("No heading: it answers none of them")}};
    for (const char* area : area_keys) {
        loose.columns.push_back({label_of(areas(), area, page)});
        cells.push_back(cell_of(counts, area, "", list_of(page, round, area, ""), page));
    }
    loose.rows.push_back(std::move(cells));
    tables.push_back(std::move(loose));
    return tables;
}

std::vector<std::string> sums_of(const Counts& counts, std::size_t questions, const html::Page& page) {
    Count sum;
    std::size_t cells = 0;
    for (const auto& [where, count] : counts) {
        sum.answers += count.answers;
        sum.with_resident += count.with_resident;
        sum.stated += count.stated;
        sum.not_done += count.not_done;
        cells += where.second.empty() ? 0 : 1;
    }
    const auto number = [&](std::int64_t n) { return page.translator().number(n); };
    std::vector<std::string> sums{
        page.t("{answered} of {all} questions have an answer, each asked in three areas.",
               {{"answered", number(static_cast<std::int64_t>(cells))},
                {"all", number(static_cast<std::int64_t>(questions * std::size(area_keys)))}}),
        voice_in_words(sum.with_resident, sum.stated, sum.answers, page)};
    if (sum.not_done > 0)
        sums.push_back(page.tn("{n} finding is a draft or being looked over: others do not see it yet.",
                               "{n} findings are drafts or being looked over: others do not see them yet.", sum.not_done));
    return sums;
}

/// What the report says that it has a section on, beside the answers that are there.
void tell_sections(const Pages& pages, const register_::Record& round, const Counts& counts, const html::Page& page,
                   CoverageView& view) {
    const auto stated = register_::list_items(round.text("stated_sections"));
    if (stated.empty()) return;
    view.stated = page.t("What the report says that it has a section on");
    view.sections = {.caption = page.t("Sections of the report, as it states them"),
                     .columns = {{page.t("Area")}, {page.t("How it is")}, {page.t("Recommendations")}}};
    for (const char* area : area_keys) {
        const auto cell = [&](const char* section) {
            const bool is_stated = base::holds(stated, std::string(area) + section);
            return Cell{.text = is_stated ? page.t("Has a section") : page.t("No section")};
        };
        view.sections.rows.push_back(
            {{.text = label_of(areas(), area, page)}, cell("_current"), cell("_recommendations")});
    }
    const auto recommendations = pages.kinds->recommendations
                                     .list(register_::around_of(pages.kinds->recommendations, page.request()),
                                           {.filters = {{"round", round.id}}}, most_recommendations, 0)
                                     .records;
    for (const char* area : area_keys) {
        const bool is_stated = base::holds(stated, std::string(area) + "_current");
        const bool is_there =
            std::ranges::any_of(counts, [&](const auto& one) { return one.first.first == area; });
        const auto label = label_of(areas(), area, page);
        if (is_stated && !is_there)
            view.differences.push_back(
                page.t("{area}: the report has a section, and there is no answer here.", {{"area", label}}));
        if (!is_stated && is_there)
            view.differences.push_back(
                page.t("{area}: there are answers here, and the report has no section.", {{"area", label}}));
        if (!is_stated && !is_there)
            view.differences.push_back(page.t("{area}: no section, and no answer.", {{"area", label}}));
        const bool is_recommending = base::holds(stated, std::string(area) + "_recommendations");
        const bool is_recommended =
            std::ranges::any_of(recommendations, [&](const auto& one) { return one.text("area") == area; });
        if (is_recommending && !is_recommended)
            view.differences.push_back(
                page.t("{area}: the report has a section of recommendations, and there are none here.", {{"area", label}}));
        if (!is_recommending && is_recommended)
            view.differences.push_back(
                page.t("{area}: there are recommendations here, and the report has no section of them.", {{"area", label}}));
        if (!is_recommending && !is_recommended)
            view.differences.push_back(
                page.t("{area}: no section of recommendations, and no recommendation.", {{"area", label}}));
    }
}

std::string asked_resident(const http::Request& request) {
    const std::string asked(request.query.get("residents"));
    return asked == "yes" || asked == "no" || asked == "unknown" ? asked : "";
}

html::components::Field resident_choice(const http::Request& request) {
    const html::Page page(request);
    const auto asked = asked_resident(request);
    return {.name = "residents",
            .label = page.t("Whom was asked"),
            .options = {{"", page.t("All"), asked.empty()},
                        {"yes", page.t("Findings with a resident among those asked"), asked == "yes"},
                        {"no", page.t("Findings that rest on staff and others alone"), asked == "no"},
                        {"unknown", page.t("Findings of which nobody has said it"), asked == "unknown"}}};
}

}  // namespace

http::Response coverage_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_needs(request, html::Page(request).t("What is answered, and what is not"));
    CoverageView view{.url = page.tenant_url("/staff/needs/coverage")};
    const auto round = round_of(pages, request);
    view.choices.push_back(round_choice(pages, request, round ? round->id : ""));
    view.choices.push_back(certainty_choice(request));
    view.choices.push_back(resident_choice(request));
    view.has_round = round.has_value();
    if (!round) return html::render_page(page, templates::coverage_page(view, page));
    const Filter filter{asked_certainty(request), asked_resident(request)};
    const auto counts = counts_of(pages, request.tenant->id, round->id, filter);
    view.tables = tables_of(pages, page, round->id, counts);
    std::size_t questions = 0;
    for (const auto& table : view.tables) questions += table.rows.size();
    view.sums = sums_of(counts, questions - 1, page);
    // Beside all that is there, whatever is shown of it.
    tell_sections(pages, *round, counts_of(pages, request.tenant->id, round->id, {}), page, view);
    view.ways = {{page.t("Report of this round"), page.tenant_url("/staff/needs/report?round=" + round->id)},
                 {page.t("Add an answer"), page.tenant_url("/staff/needs/answers/new?round=" + round->id)},
                 {page.t("One question beside others"), page.tenant_url("/staff/needs/beside-others")}};
    return html::render_page(page, templates::coverage_page(view, page));
}

}  // namespace digilots::needs
