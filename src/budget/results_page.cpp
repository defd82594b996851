// What each activity cost, and each who was reached, with how these are counted; help time as proof of work in kind.
#include <algorithm>
#include <map>
#include <set>

#include "budget/kinds.h"
#include "budget/sql.h"
#include "budget/templates.h"
#include "budget/views.h"
#include "platform/base/exact.h"
#include "platform/html/error_page.h"

namespace digilots::budget {

namespace {

using html::components::Cell;

/// The years of the budget, until today.
periods::Period period_of(const Budget& budget, base::Date today) {
    const auto [first, last] = days_of_years(budget);
    return {first, std::max(first, std::min(last, today))};
}

struct Asking {
    const Pages& pages;
    const Budget& budget;
    const html::Page& page;
    std::string municipality_id;
    periods::Period period;

    /// By the values of a dimension ("" all together): nothing where no slice counts it.
    std::map<std::string, std::int64_t> figures(std::string_view key, const std::string& by,
                                                std::map<std::string, std::string> where = {}) const {
        const auto* measure = measures::find_measure(pages.measures, key);
        std::map<std::string, std::int64_t> found;
        if (!measure) return found;
        measures::Query query{.municipalities = {municipality_id}, .period = period, .by = {}, .where = std::move(where)};
        if (!by.empty()) query.by.push_back(by);
        for (const auto& row : measure->figures(query)) {
            const auto value = by.empty() ? row.dimensions.end() : row.dimensions.find(by);
            found[value == row.dimensions.end() ? "" : value->second] += row.value.amount;
        }
        return found;
    }
    std::int64_t total(std::string_view key, std::map<std::string, std::string> where = {}) const {
        std::int64_t sum = 0;
        for (const auto& [value, number] : figures(key, "", std::move(where))) sum += number;
        return sum;
    }
};

std::optional<std::int64_t> each(std::int64_t amount, std::int64_t number) {
    return number > 0 ? std::optional(base::divided_half_up(amount, number)) : std::nullopt;
}

std::vector<std::string> reached_in_words(const Asking& asking) {
    const auto& page = asking.page;
    const auto& words = page.translator();
    std::int64_t spent = 0;
    for (const auto& line : asking.budget.lines) spent += line.spent;
    const auto came = asking.total("participants_residents"), asked = asking.total("inquiries");
    std::vector<std::string> said{
        page.t("From {from} to {to} {amount} was paid.", {{"from", words.date(asking.period.from)},
                                                          {"to", words.date(asking.period.to)},
                                                          {"amount", money_text(spent, words)}}),
        page.t("Reached: {came} who came to sessions and {asked} questions at desks.",
               {{"came", words.number(static_cast<double>(came))}, {"asked", words.number(static_cast<double>(asked))}})};
    if (const auto one = each(spent, came + asked); one && spent > 0)
        said.push_back(page.t("That is {amount} for each.", {{"amount", money_text(*one, words)}}));
    said.push_back(page.t("Who came to several sessions, or asked several times, counts each time: nobody is registered."));
    return said;
}

/// By activity, what was written at its sessions of what lines of this budget pay; all of it where no line says so.
std::map<std::string, std::int64_t> written_by_activity(const Asking& asking) {
    const auto& lines = asking.budget.lines;
    const bool pays_any = std::ranges::any_of(lines, [](const Line& line) { return !line.session_costs.empty(); });
    const auto* measure = measures::find_measure(asking.pages.measures, measure_of_costs);
    if (!pays_any || measure == nullptr) return asking.figures(measure_of_costs, "activity");
    std::map<std::string, std::int64_t> written;
    const measures::Query query{
        .municipalities = {asking.municipality_id}, .period = asking.period, .by = {"activity", "cost"}, .where = {}};
    for (const auto& row : measure->figures(query))
        for (const auto& line : lines)
            written[row.dimensions.at("activity")] += costs_on(line, {{row.dimensions.at("cost"), row.value.amount}});
    return written;
}

html::components::Table activity_table(const Asking& asking) {
    const auto& page = asking.page;
    html::components::Table table{.caption = page.t("What each activity cost"),
                                  .columns = {{page.t("Activity")},
                                              {page.t("Paid here"), true},
                                              {page.t("Written at its sessions"), true},
                                              {page.t("Came"), true},
                                              {page.t("For each who came"), true}},
                                  .empty = page.t("No payment names an activity, and no session says what it cost.")};
    std::map<std::string, std::int64_t> paid;
    asking.pages.kinds->database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::spent_by_activity, asking.municipality_id, asking.budget.id))
            paid[row.text("activity")] = row.integer("spent");
    });
    const auto written = written_by_activity(asking), came = asking.figures("participants", "activity");
    std::set<std::string> activities;
    for (const auto& all : {paid, written})
        for (const auto& [activity, amount] : all)
            if (amount != 0) activities.insert(activity);
    const auto* measure = measures::find_measure(asking.pages.measures, measure_of_costs);
    const auto number_in = [](const auto& all, const std::string& key) {
        const auto found = all.find(key);
        return found == all.end() ? std::int64_t{0} : found->second;
    };
    const auto amount = [&](std::int64_t ore) { return Cell{.text = amount_text(ore, page.translator())}; };
    for (const auto& activity : activities) {
        const auto title =
            measure ? measures::dimension_label(*measure, "activity", activity, asking.municipality_id, page.translator())
                    : activity;
        const auto here = number_in(paid, activity), there = number_in(written, activity),
                   persons = number_in(came, activity);
        const auto one = each(here + there, persons);
        table.rows.push_back({{.text = title, .url = page.tenant_url("/staff/activities/" + activity)},
                              amount(here),
                              amount(there),
                              {.text = page.translator().number(static_cast<double>(persons))},
                              one ? amount(*one) : Cell{.text = "", .unknown = true}});
    }
    return table;
}

/// Minutes at an hourly rate, rounded once to whole kronor.
std::int64_t worth_of(std::int64_t minutes, std::int64_t hourly_rate) {
    constexpr std::int64_t minutes_of_an_hour = 60;
    const auto kronor = base::product_half_up(minutes, hourly_rate, minutes_of_an_hour * ore_of_a_krona);
    return kronor.value_or(0) * ore_of_a_krona;
}

html::components::Table work_table(const Asking& asking) {
    const auto& page = asking.page;
    html::components::Table table{.caption = page.t("Work in kind, proven by the help time of the log"),
                                  .columns = {{page.t("Role")},
                                              {page.t("Unit")},
                                              {page.t("Hours planned"), true},
                                              {page.t("Hours logged"), true},
                                              {page.t("Rate of an hour"), true},
                                              {page.t("Worth"), true}},
                                  .empty = page.t("No role has both a unit and a rate of an hour.")};
    const auto& unit_field = *asking.pages.kinds->shares.declaration().find("unit");
    auto around = asking.pages.kinds->around(asking.municipality_id);
    around.words = &page.translator();
    around.links = &asking.pages.kinds->shares.others().links;
    for (const auto& share : asking.budget.shares) {
        if (share.unit.empty() || !share.hourly_rate) continue;
        auto own = asking;
        if (share.first_day) own.period.from = std::max(own.period.from, *share.first_day);
        if (share.last_day) own.period.to = std::min(own.period.to, *share.last_day);
        const auto minutes = own.period.to < own.period.from ? 0 : own.total("help_minutes", {{"unit", share.unit}});
        constexpr std::int64_t hundred = 100, minutes_of_an_hour = 60;
        register_::Record record;
        record.columns["unit"] = share.unit;
        const auto unit = unit_field.type->show(unit_field, record, around).lines;
        const auto hours = base::product_half_up(minutes, hundred, minutes_of_an_hour).value_or(0);
        table.rows.push_back(
            {{.text = share.role, .url = page.tenant_url("/staff/budget-shares/" + share.id)},
             {.text = unit.empty() ? "" : unit.front()},
             share.hours ? Cell{.text = amount_text(*share.hours, page.translator())} : Cell{.text = "", .unknown = true},
             {.text = amount_text(hours, page.translator())},
             {.text = amount_text(*share.hourly_rate, page.translator())},
             {.text = amount_text(worth_of(minutes, *share.hourly_rate), page.translator())}});
    }
    return table;
}

}  // namespace

http::Response results_page(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    if (!budget) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t("What {title} gave", {{"title", budget->title}});
    page.staff = true;
    page.indexable = false;
    const auto here = page.tenant_url("/staff/budgets/" + budget->id);
    page.breadcrumbs = {{page.t("Budgets"), page.tenant_url("/staff/budgets")}, {budget->title, here}};
    const Asking asking{pages, *budget, page, request.tenant->id,
                        period_of(*budget, pages.kinds->around(request.tenant->id).today)};
    const ResultsView view{.reached = reached_in_words(asking),
                           .activities = activity_table(asking),
                           .work = work_table(asking),
                           .back_url = here};
    return html::render_page(page, templates::results_page(view, page));
}

}  // namespace digilots::budget
