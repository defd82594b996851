// A year of the plan: which projects go on in it and how far in their time they are, and month by month what begins, is reached,
// moves to another phase and ends.
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/sql.h"
#include "plan/templates.h"
#include "plan/words.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/periods/period.h"
#include "platform/print/format.h"

namespace digilots::plan {

namespace {

using html::components::Table;

constexpr int months_of_year = 12, first_year_asked = 1900, last_year_asked = 2200;

struct MonthOfPlan {
    std::string begins, reached, moved, ends;
};

void append(std::string& text, const std::string& more) {
    text += (text.empty() ? "" : "; ") + more;
}

std::vector<const Node*> nodes_in_order(const Plan& plan) {
    std::vector<const Node*> nodes;
    for (const auto& one : plan.placed()) nodes.push_back(one.node);
    return nodes;
}

/// What goes on and comes again each year is told, whatever its kind.
bool comes_again(const Node& node) {
    return node.goes_on && !node.cycle.empty();
}

struct YearOfPlan {
    const Plan& plan;
    int year;
    std::vector<Placed> parts;  // down to areas; of one part or one process all below it
    std::array<MonthOfPlan, months_of_year> months = {};

    MonthOfPlan* month_of(const std::optional<base::Date>& day) {
        if (!day || static_cast<int>(day->year()) != year) return nullptr;
        return &months[static_cast<unsigned>(day->month()) - 1];
    }
    base::Date first_day() const { return {std::chrono::year{year}, std::chrono::month{1}, std::chrono::day{1}}; }
    base::Date last_day() const { return {std::chrono::year{year}, std::chrono::month{12}, std::chrono::day{31}}; }
    bool holds(std::string_view node) const {
        return std::ranges::any_of(parts, [&](const Placed& one) { return one.node->id == node; });
    }
};

/// "mars" in "Genomgång i mars", as a word of its own.
bool names_month(const std::string& text, const std::string& month) {
    const auto words = " " + base::fold(text) + " ";
    const auto is_letter = [&](std::size_t at) {
        const auto one = static_cast<unsigned char>(words[at]);
        return std::isalpha(one) != 0 || one >= 0x80U;
    };
    for (auto at = words.find(month); at != std::string::npos; at = words.find(month, at + 1))
        if (at > 0 && !is_letter(at - 1) && !is_letter(at + month.size())) return true;
    return false;
}

/// In the months that it names, in the language of the municipality or of the reader.
void add_what_comes_again(YearOfPlan& told, const std::vector<const i18n::Translator*>& languages) {
    for (unsigned month = 1; month <= months_of_year; ++month) {
        const base::Date first{std::chrono::year{told.year}, std::chrono::month{month}, std::chrono::day{1}};
        std::set<std::string> names;
        for (const auto* words : languages) {
            const auto name = periods::name_of(periods::holding(periods::Kind::month, first), *words);
            names.insert(base::fold(name.substr(0, name.find(' '))));
        }
        for (const auto& [node, depth] : told.parts) {
            const bool is_named = std::ranges::any_of(names, [&](const auto& name) { return names_month(node->cycle, name); });
            const bool is_begun = !node->starts || *node->starts <= base::add_days(first, 30);
            if (comes_again(*node) && is_named && is_begun && !node->is_over())
                append(told.months[month - 1].reached, told.plan.name_of(*node) + ": " + node->cycle);
        }
    }
}

YearOfPlan year_of(const Plan& plan, const Node* part, const std::string& process, int year) {
    YearOfPlan told{plan, year, {}};
    if (!process.empty()) {
        for (const auto* node : part ? plan.all_below(*part) : nodes_in_order(plan))
            if (base::holds(node->processes, process)) told.parts.push_back({node, 0});
    } else if (part)
        for (const auto* node : plan.all_below(*part)) told.parts.push_back({node, node == part ? 0 : 1});
    else
        for (const auto& one : plan.placed())
            if (one.node->kind != Kind::activity || one.depth == 0 || comes_again(*one.node)) told.parts.push_back(one);
    for (const auto& [node, depth] : told.parts) {
        const auto name = plan.name_of(*node);
        if (auto* month = told.month_of(node->begun ? node->begun : node->starts)) append(month->begins, name);
        if (auto* month = told.month_of(node->done ? node->done : node->closed ? node->closed : node->ends))
            append(month->ends, name);
        for (const auto* one : plan.milestones_of(node->id))
            if (auto* month = told.month_of(one->done ? one->done : one->deadline)) append(month->reached, one->title);
    }
    return told;
}

void add_moves_of_year(YearOfPlan& told, const Kinds& kinds, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto from = base::format_utc(base::from_civil(told.first_day(), 0, 0, tenant.zone));
    const auto until = base::format_utc(base::from_civil(base::add_days(told.last_day(), 1), 0, 0, tenant.zone));
    const auto rows = kinds.database.read(
        [&](db::Connection& connection) { return connection.query(sql::moves_between, tenant.id, from, until); });
    for (const auto row : rows) {
        const auto at = base::parse_utc(row.text("moved_at"));
        const auto* node = told.plan.find(row.text("node"));
        if (!at || !node || !told.holds(node->id)) continue;
        if (auto* month = told.month_of(base::to_civil(*at, tenant.zone).date))
            append(month->moved, told.plan.name_of(*node) + ": " + page.t(title_of_phase(row.text("to_phase"))));
    }
}

/// "year 2 of 4"; of what goes on "year 2"; "" where it is not known when it begins.
std::string place_in_time(const Node& node, int year, const html::Page& page) {
    const auto begins = node.begun ? node.begun : node.starts;
    if (!begins) return "";
    const auto number = [](int one) { return std::to_string(one); };
    const int first = static_cast<int>(begins->year()), of = year - first + 1;
    if (!node.ends) return page.t("year {n}", {{"n", number(of)}});
    return page.t("year {n} of {all}", {{"n", number(of)}, {"all", number(static_cast<int>(node.ends->year()) - first + 1)}});
}

Table table_of_going_on(const YearOfPlan& told, const html::Page& page) {
    Table table{.caption = page.t("What goes on in {year}", {{"year", std::to_string(told.year)}}),
                .columns = {{page.t("Part")}, {page.t("How far in its time")}, {page.t("Phase")},
                            {page.t("What comes again each year")}},
                .empty = page.t("Nothing of the plan goes on in this year.")};
    for (const auto& [node, depth] : told.parts) {
        const auto begins = node->begun ? node->begun : node->starts;
        const auto over = node->done ? node->done : node->closed ? node->closed : node->ends;
        const bool is_there = begins && *begins <= told.last_day() && (!over || *over >= told.first_day());
        if (!is_there || (depth > 0 && node->kind == Kind::activity && !comes_again(*node))) continue;
        const auto place = place_in_time(*node, told.year, page);
        table.rows.push_back({{.text = told.plan.name_of(*node), .url = page.tenant_url("/staff/plan/" + node->id)},
                              {.text = place, .unknown = place.empty()},
                              {.text = page.t(title_of_phase(node->phase))},
                              {.text = node->cycle.empty() ? "–" : node->cycle}});
    }
    return table;
}

Table table_of_months(const YearOfPlan& told, const html::Page& page) {
    Table table{.caption = page.t("{year}, month by month", {{"year", std::to_string(told.year)}}),
                .columns = {{page.t("Month")}, {page.t("Begins")}, {page.t("Milestones and follow-ups")},
                            {page.t("To another phase")}, {page.t("Ends")}}};
    for (unsigned month = 1; month <= months_of_year; ++month) {
        const base::Date first{std::chrono::year{told.year}, std::chrono::month{month}, std::chrono::day{1}};
        const auto& one = told.months[month - 1];
        const auto cell = [](const std::string& text) { return html::components::Cell{.text = text.empty() ? "–" : text}; };
        table.rows.push_back(
            {{.text = periods::name_of(periods::holding(periods::Kind::month, first), page.translator())},
             cell(one.begins), cell(one.reached), cell(one.moved), cell(one.ends)});
    }
    return table;
}

struct AskedYear {
    std::shared_ptr<const Plan> plan;
    const Node* part = nullptr;
    int year = 0;
    std::string process = {};  // "": of all
    std::string address(int of, const std::string& in) const {
        return "?year=" + std::to_string(of) + (part ? "&part=" + part->id : std::string()) +
               (in.empty() ? std::string() : "&process=" + in);
    }
};

AskedYear asked_year(const Pages& pages, const http::Request& request) {
    AskedYear asked{.plan = pages.kinds->kept.of(request.tenant->id)};
    asked.part = asked.plan->find(request.query.get("part"));
    asked.year = base::whole_number(request.query.get("year"), first_year_asked, last_year_asked)
                     .value_or(static_cast<int>(today_of(pages, request).year()));
    if (base::find_in(process_terms(), request.query.get("process"), &register_::FixedTerm::key))
        asked.process = request.query.get("process");
    return asked;
}

std::string title_of_year(const AskedYear& asked, const html::Page& page) {
    auto title = page.t("The plan’s year {year}", {{"year", std::to_string(asked.year)}});
    if (asked.part) title += ": " + asked.plan->name_of(*asked.part);
    return asked.process.empty() ? title : title + ", " + word_in(process_terms(), asked.process, page.translator());
}

YearOfPlan told_year(const Pages& pages, const AskedYear& asked, const html::Page& page) {
    auto told = year_of(*asked.plan, asked.part, asked.process, asked.year);
    const auto around = pages.kinds->around(page.request().tenant->id);
    add_what_comes_again(told, {&page.translator(), &i18n::translator(around.language)});
    add_moves_of_year(told, *pages.kinds, page);
    return told;
}

}  // namespace

http::Response year_page(const Pages& pages, const http::Request& request) {
    const auto asked = asked_year(pages, request);
    const auto page = plan_page_of(request, title_of_year(asked, html::Page(request)));
    const auto told = told_year(pages, asked, page);
    const auto path = page.tenant_url("/staff/plan/year");
    YearView view{.going_on = table_of_going_on(told, page), .months = table_of_months(told, page)};
    view.leaves_out = !asked.part && asked.process.empty() && told.parts.size() < asked.plan->placed().size();
    for (const int year : {asked.year - 1, asked.year, asked.year + 1})
        view.years.push_back({std::to_string(year), path + asked.address(year, asked.process), year == asked.year});
    view.processes.push_back({page.t("All processes"), path + asked.address(asked.year, ""), asked.process.empty()});
    for (const auto& term : process_terms()) {
        const std::string key(term.key);
        view.processes.push_back({page.t(term.label), path + asked.address(asked.year, key), asked.process == key});
    }
    view.formats = {{page.t("A4, as PDF"),
                     page.tenant_url("/staff/plan/year.pdf" + asked.address(asked.year, asked.process))}};
    return html::render_page(page, templates::year_page(view, page));
}

http::Response year_pdf(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto asked = asked_year(pages, request);
    const auto told = told_year(pages, asked, page);
    auto document = paper_of(title_of_year(asked, page), page);
    document.lies = true;
    document.blocks.push_back({on_paper(table_of_going_on(told, page), page)});
    document.blocks.push_back({on_paper(table_of_months(told, page), page)});
    return print::pdf_answer(document, "plan-year.pdf");
}

}  // namespace digilots::plan
