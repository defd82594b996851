// What each activity cost, and each who was reached, with how these are counted; help time as proof of work in kind.
#include <algorithm>
#include <map>
#include <set>

#include "budget/kinds.h"
#include "budget/sql.h"
#include "budget/templates.h"
#include "budget/views.h"
#include "platform/base/exact.h"
#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "platform/periods/choice.h"

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
    bool is_part = false;      // of the budget's time: what was paid is asked for by days

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

/// Payments, and what was written at sessions of what lines pay.
std::int64_t spent_in_time(const Asking& asking) {
    std::int64_t spent = 0;
    if (!asking.is_part) {
        for (const auto& line : asking.budget.lines) spent += line.spent;
        return spent;
    }
    const auto from = base::format_date(asking.period.from), to = base::format_date(asking.period.to);
    asking.pages.kinds->database.read([&](db::Connection& connection) {
        spent = 0;
        for (const auto row : connection.query(sql::spent_between, asking.municipality_id, from, to))
            if (asking.budget.line(row.text("line"))) spent += row.integer("spent");
    });
    const auto written = asking.figures(measure_of_costs, "cost");
    for (const auto& line : asking.budget.lines) spent += costs_on(line, written);
    return spent;
}

/// By activity, what payments of this budget name.
std::map<std::string, std::int64_t> paid_by_activity(const Asking& asking) {
    const auto from = base::format_date(asking.period.from), to = base::format_date(asking.period.to);
    std::map<std::string, std::int64_t> paid;
    asking.pages.kinds->database.read([&](db::Connection& connection) {
        paid.clear();
        if (!asking.is_part) {
            for (const auto row : connection.query(sql::spent_by_activity, asking.municipality_id, asking.budget.id))
                paid[row.text("activity")] = row.integer("spent");
            return;
        }
        for (const auto row : connection.query(sql::spent_by_activity_between, asking.municipality_id, from, to))
            if (row.text("budget") == asking.budget.id) paid[row.text("activity")] = row.integer("spent");
    });
    return paid;
}

std::vector<std::string> reached_in_words(const Asking& asking) {
    const auto& page = asking.page;
    const auto& words = page.translator();
    const auto spent = spent_in_time(asking);
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
    const auto paid = paid_by_activity(asking);
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

bool is_proven(const Share& share) { return (!share.unit.empty() || !share.function.empty()) && share.hourly_rate; }

/// Of the budget's time that of the role; nothing where the two have no day in common.
std::optional<periods::Period> time_of(const Asking& asking, const Share& share) {
    auto period = asking.period;
    if (share.first_day) period.from = std::max(period.from, *share.first_day);
    if (share.last_day) period.to = std::min(period.to, *share.last_day);
    return period.to < period.from ? std::nullopt : std::optional(period);
}

/// Help of the function, which may be one person: nothing for whoever may not see that. Of a role without one all of its unit's.
std::optional<std::int64_t> minutes_of(const Asking& asking, const Share& share) {
    const auto period = time_of(asking, share);
    if (!period) return 0;
    auto own = asking;
    own.period = *period;
    if (share.function.empty()) return own.total("help_minutes", {{"unit", share.unit}});
    constexpr std::string_view by_function = "help_work";
    const auto* measure = measures::find_measure(asking.pages.measures, by_function);
    if (measure == nullptr || !measures::may_see(*measure, asking.page.request().identity)) return std::nullopt;
    measures::Query query{.municipalities = {asking.municipality_id}, .period = *period, .by = {}, .where = {}};
    query.where["function"] = share.function;
    if (!share.unit.empty()) query.where["unit"] = share.unit;
    if (measure->can_answer && !measure->can_answer(query)) return std::nullopt;
    return own.total(by_function, query.where);
}

/// Roles of one unit and time that name no function are proven by the same help.
std::vector<std::string> same_help(const Asking& asking) {
    std::set<std::string> roles;
    const auto& shares = asking.budget.shares;
    for (const auto& one : shares)
        for (const auto& other : shares) {
            if (&one == &other || !is_proven(one) || !is_proven(other) || one.unit != other.unit) continue;
            if (!one.function.empty() && (other.function.empty() || one.function != other.function)) continue;
            const auto time = time_of(asking, one), others = time_of(asking, other);
            if (time && others && time->from <= others->to && others->from <= time->to) roles.insert(one.role);
        }
    if (roles.empty()) return {};
    const auto named = base::joined({roles.begin(), roles.end()}, ", ");
    return {asking.page.t("The same help stands at several roles of one unit: {roles}. Choose the function of each, or it "
                          "proves the work more than once.",
                          {{"roles", named}})};
}

/// As the register shows it: "Library · Guide".
std::string whose_help(const Asking& asking, const Share& share) {
    const auto& shares = asking.pages.kinds->shares;
    auto around = asking.pages.kinds->around(asking.municipality_id);
    around.words = &asking.page.translator();
    around.links = &shares.others().links;
    register_::Record record;
    record.columns["unit"] = share.unit;
    record.columns["help_function"] = share.function;
    std::vector<std::string> said;
    for (const auto* name : {"unit", "help_function"}) {
        const auto& field = *shares.declaration().find(name);
        if (record.text(name).empty()) continue;
        for (const auto& line : field.type->show(field, record, around).lines) said.push_back(line);
    }
    return base::joined(said, " · ");
}

html::components::Table work_table(const Asking& asking) {
    const auto& page = asking.page;
    html::components::Table table{.caption = page.t("Work in kind, proven by the help time of the log"),
                                  .columns = {{page.t("Role")},
                                              {page.t("Unit, function")},
                                              {page.t("Hours planned"), true},
                                              {page.t("Hours logged"), true},
                                              {page.t("Rate of an hour"), true},
                                              {page.t("Worth"), true}},
                                  .empty = page.t("No role has both a unit or function and a rate of an hour.")};
    const auto amount = [&](std::int64_t ore) { return Cell{.text = amount_text(ore, page.translator())}; };
    const Cell unknown{.text = "", .unknown = true};
    for (const auto& share : asking.budget.shares) {
        if (!is_proven(share)) continue;
        const auto minutes = minutes_of(asking, share);
        constexpr std::int64_t hundred = 100, minutes_of_an_hour = 60;
        const auto hours = base::product_half_up(minutes.value_or(0), hundred, minutes_of_an_hour).value_or(0);
        table.rows.push_back({{.text = share.role, .url = page.tenant_url("/staff/budget-shares/" + share.id)},
                              {.text = whose_help(asking, share)},
                              share.hours ? amount(*share.hours) : unknown,
                              minutes ? amount(hours) : unknown,
                              amount(*share.hourly_rate),
                              minutes ? amount(worth_of(*minutes, *share.hourly_rate)) : unknown});
    }
    return table;
}

/// The days that are asked for, within the budget's own; all of these where none are, or wrong ones.
periods::Asked asked_time(const http::Request& request, const html::Page& page, const periods::Period& whole, base::Date today) {
    periods::Asked asked{.choice = {.name = "dates", .period = whole, .whole = whole}, .errors = {}};
    if (request.query.get("from").empty() && request.query.get("to").empty()) return asked;
    auto read = periods::read_asked(page, today, 1);
    asked.errors = read.errors;
    const auto& days = read.choice.period;
    const periods::Period within{std::max(days.from, whole.from), std::min(days.to, whole.to)};
    if (asked.errors.empty() && within.from > within.to)
        asked.errors.add("from", page.t("Choose days within the years of the budget."));
    if (asked.errors.empty()) asked.choice.period = asked.choice.whole = within;
    return asked;
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
    const auto today = pages.kinds->around(request.tenant->id).today;
    Asking asking{pages, *budget, page, request.tenant->id, period_of(*budget, today)};
    const auto asked = asked_time(request, page, asking.period, today);
    asking.is_part = asked.choice.period.from != asking.period.from || asked.choice.period.to != asking.period.to;
    asking.period = asked.choice.period;
    const ResultsView view{.errors = asked.errors,
                           .url = here + "/results",
                           .dates = periods::date_fields_of(asked, page),
                           .reached = reached_in_words(asking),
                           .activities = activity_table(asking),
                           .work = work_table(asking),
                           .about_work = same_help(asking),
                           .back_url = here};
    return html::render_page(page, templates::results_page(view, page), asked.errors.empty() ? 200 : 422);
}

}  // namespace digilots::budget
