#include "budget/kinds.h"

#include <algorithm>

#include "budget/approved.h"
#include "budget/sql.h"

namespace digilots::budget {

namespace {

using register_::Choice, register_::LinkSource, register_::Others, register_::Record, register_::Records,
    register_::Surroundings;

constexpr std::int64_t most_choices = Records::most_counted;
constexpr std::string_view measure_of_costs = "activity_costs";

LinkSource to_records(const Records& records, std::string path,
                      std::function<bool(db::Connection&, std::string_view, std::string_view)> is_there) {
    return {.choices =
                [&records](const Surroundings& around) {
                    std::vector<Choice> choices;
                    for (const auto& one : records.list(around, {}, most_choices, 0).records)
                        choices.push_back({.key = one.id, .label = one.text("title")});
                    return choices;
                },
            .path = std::move(path),
            .is_there = std::move(is_there)};
}

Others with_links(const Kinds& kinds, const Others& others) {
    auto found = others;
    found.links["budget.budget"] = to_records(kinds.budgets, "/staff/budgets/",
                                              [](db::Connection& connection, std::string_view id, std::string_view budget) {
                                                  return !connection.query(sql::budget_there, id, budget).empty();
                                              });
    found.links["budget.line"] = {.choices = lines_to_choose(kinds),
                                  .path = "/staff/budget-lines/",
                                  .is_there = [](db::Connection& connection, std::string_view id, std::string_view line) {
                                      return !connection.query(sql::line_there, id, line).empty();
                                  }};
    found.links["budget.grant"] = to_records(kinds.grants, "/staff/grants/",
                                             [](db::Connection& connection, std::string_view id, std::string_view grant) {
                                                 return !connection.query(sql::grant_there, id, grant).empty();
                                             });
    return found;
}

/// What belongs to a record, asked in two ways: in words for whoever wants to delete it, and in the transaction that does.
struct Belonging {
    std::int64_t first = 0, second = 0, third = 0;
};
using BelongingTo = Belonging (*)(db::Connection& connection, std::string_view municipality_id, std::string_view id);
using InWords = std::vector<std::string> (*)(const Belonging& belonging, const html::Page& page);

void hold(Others& others, db::Database& database, BelongingTo belonging, InWords in_words) {
    others.holds = [&database, belonging, in_words](const Record& record, const html::Page& page) {
        const auto there = database.read(
            [&](db::Connection& connection) { return belonging(connection, page.request().tenant->id, record.id); });
        return in_words(there, page);
    };
    others.is_held = [belonging](db::Connection& connection, std::string_view municipality_id, std::string_view id) {
        const auto there = belonging(connection, municipality_id, id);
        return there.first + there.second + there.third > 0;
    };
}

Belonging of_budget(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    const auto rows = connection.query(sql::belonging_to_budget, municipality_id, id);
    return {rows[0].integer("lines"), rows[0].integer("others"), 0};
}

std::vector<std::string> budget_holds(const Belonging& there, const html::Page& page) {
    std::vector<std::string> words;
    if (there.first > 0) words.push_back(page.tn("{n} line", "{n} lines", there.first));
    if (there.second > 0) words.push_back(page.tn("{n} record that names it", "{n} records that name it", there.second));
    return words;
}

Belonging of_line(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    const auto rows = connection.query(sql::belonging_to_line, municipality_id, id);
    return {rows[0].integer("payments"), rows[0].integer("calculations"), rows[0].integer("paying")};
}

std::vector<std::string> line_holds(const Belonging& there, const html::Page& page) {
    std::vector<std::string> words;
    if (there.first > 0) words.push_back(page.tn("{n} payment", "{n} payments", there.first));
    if (there.second > 0) words.push_back(page.tn("{n} calculation", "{n} calculations", there.second));
    return words;
}

Belonging of_grant(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    return {connection.query(sql::steps_of_grant, municipality_id, id)[0].integer("steps"), 0, 0};
}

std::vector<std::string> grant_holds(const Belonging& there, const html::Page& page) {
    if (there.first == 0) return {};
    return {page.tn("{n} payment or report", "{n} payments and reports", there.first)};
}

/// What sessions cost and the line pays goes from the accounts with it.
std::vector<std::string> session_costs_held(const Kinds& kinds, const Record& record, const html::Page& page) {
    if (record.list("session_costs").empty()) return {};
    const auto budgets = kinds.kept.of(page.request().tenant->id);
    std::int64_t written = 0;
    for (const auto& budget : *budgets)
        if (const auto* line = budget.line(record.id)) written = line->from_sessions;
    return {page.t("costs of sessions that it pays, now {amount} (take them away at “Costs of sessions that it pays”)",
                   {{"amount", money_text(written, page.translator())}})};
}

register_::More more_of_budget(const Record& budget, const html::Page& page) {
    register_::More more;
    more.links.push_back({page.t("Its amounts, checks and financing"), page.tenant_url("/staff/budgets/" + budget.id)});
    more.links.push_back({page.t("Add a line"), page.tenant_url("/staff/budget-lines/new?budget=" + budget.id)});
    return more;
}

register_::More more_of_line(const Record& line, const html::Page& page) {
    register_::More more;
    more.links = {{page.t("Its budget"), page.tenant_url("/staff/budgets/" + line.text("budget"))},
                  {page.t("How it is reckoned"), page.tenant_url("/staff/budget-calculations?line=" + line.id)},
                  {page.t("What was paid"), page.tenant_url("/staff/budget-actuals?line=" + line.id)}};
    return more;
}

register_::More more_of_grant(const Record& grant, const html::Page& page) {
    register_::More more;
    more.links = {{page.t("Payments and reports"), page.tenant_url("/staff/grant-steps?grant_call=" + grant.id)},
                  {page.t("Add a payment or a report"), page.tenant_url("/staff/grant-steps/new?grant=" + grant.id)}};
    return more;
}

register_::More more_of_saving(const Record& saving, const html::Page& page) {
    register_::More more;
    const auto times = saving.whole("times"), each = saving.money("each");
    if (!times || !each) return more;
    std::int64_t yearly = 0;
    if (__builtin_mul_overflow(*times, *each, &yearly)) return more;
    more.above.push_back({page.t("Estimated for a year"),
                          {page.translator().number(static_cast<double>(*times)) + " × " +
                           money_text(*each, page.translator()) + " = " + money_text(yearly, page.translator())}});
    return more;
}

Others of_budgets(const Kinds& kinds, db::Database& database, const Others& others) {
    auto found = with_links(kinds, others);
    hold(found, database, of_budget, budget_holds);
    found.more = more_of_budget;
    return found;
}

Others of_lines(const Kinds& kinds, db::Database& database, const Others& others) {
    auto found = with_links(kinds, others);
    hold(found, database, of_line, line_holds);
    found.holds = [&kinds, counted = std::move(found.holds)](const Record& line, const html::Page& page) {
        auto things = counted(line, page);
        for (auto& one : session_costs_held(kinds, line, page)) things.push_back(std::move(one));
        return things;
    };
    found.more = more_of_line;
    return found;
}

Others of_grants(const Kinds& kinds, db::Database& database, const Others& others) {
    auto found = with_links(kinds, others);
    hold(found, database, of_grant, grant_holds);
    found.more = more_of_grant;
    return found;
}

/// "Wages: 2026 830 000 kr, 2027 unknown"
std::string approved_in_words(const ApprovedRow& row, const Approved& approved, const html::Page& page) {
    std::string years;
    for (int year = approved.first_year; year <= approved.last_year; ++year) {
        const auto at = static_cast<std::size_t>(year - approved.first_year);
        if (at >= most_years) break;
        const auto amount = row.amounts[at] ? money_text(*row.amounts[at], page.translator()) : page.t("unknown");
        years += (years.empty() ? "" : ", ") + std::to_string(year) + " " + amount;
    }
    return row.title + ": " + years;
}

register_::More more_of_approval(const Record& approval, const html::Page& page) {
    register_::More more;
    more.links = {{page.t("Its budget"), page.tenant_url("/staff/budgets/" + approval.text("budget"))}};
    const auto approved = approved_of(approval.text("approved"));
    if (!approved) return more;
    const auto add = [&](std::string title, const std::vector<ApprovedRow>& rows) {
        register_::More::Part part{.title = std::move(title), .lines = {}};
        for (const auto& row : rows) part.lines.push_back(approved_in_words(row, *approved, page));
        if (!part.lines.empty()) more.below.push_back(std::move(part));
    };
    add(page.t("Costs as they were approved"), approved->lines);
    if (const auto total = approved->total())
        more.below.back().lines.push_back(page.t("All costs") + ": " + money_text(*total, page.translator()));
    add(page.t("Financing as it was approved"), approved->sources);
    return more;
}

Others of_approvals(const Kinds& kinds, const Others& others) {
    auto found = with_links(kinds, others);
    found.more = more_of_approval;
    return found;
}

Others of_savings(const Kinds& kinds, const Others& others) {
    auto found = with_links(kinds, others);
    found.more = more_of_saving;
    return found;
}

}  // namespace

Kinds::Kinds(db::Database& opened, const base::Clock& time, const municipality::Municipalities& known,
             const kept::Versions& versions, const Others& others)
    : database(opened),
      clock(time),
      municipalities(known),
      budgets(budget_register(*this), opened, time, of_budgets(*this, opened, others)),
      lines(line_register(*this), opened, time, of_lines(*this, opened, others)),
      calculations(calculation_register(), opened, time, with_links(*this, others)),
      sources(source_register(*this), opened, time, with_links(*this, others)),
      shares(share_register(), opened, time, with_links(*this, others)),
      actuals(actual_register(*this), opened, time, with_links(*this, others)),
      frames(frame_register(*this), opened, time, with_links(*this, others)),
      approvals(approval_register(*this), opened, time, of_approvals(*this, others)),
      contributions(contribution_register(), opened, time, with_links(*this, others)),
      references(reference_register(), opened, time, with_links(*this, others)),
      savings(saving_register(), opened, time, of_savings(*this, others)),
      afters(after_register(), opened, time, with_links(*this, others)),
      consequences(consequence_register(), opened, time, with_links(*this, others)),
      grants(grant_register(), opened, time, of_grants(*this, opened, others)),
      grant_steps(grant_step_register(), opened, time, with_links(*this, others)),
      kept(
          time,
          [this, &versions](std::string_view id, kept::Stamp& stamp) {
              stamp.take(versions.of(kept_budgets, id));
              if (const auto* costs = measures::find_measure(measures, measure_of_costs))
                  stamp.take_all(versions, costs->made_from, id);
          },
          [this](std::string_view id) { return load_snapshot(*this, id); }) {}

std::vector<Records*> Kinds::all() {
    return {&budgets,       &lines,      &calculations, &sources, &shares,       &actuals, &frames,     &approvals,
            &contributions, &references, &savings,      &afters,  &consequences, &grants,  &grant_steps};
}

Records* Kinds::find(std::string_view key) {
    for (auto* records : all())
        if (records->declaration().key == key) return records;
    return nullptr;
}

Surroundings Kinds::around(std::string_view municipality_id) const {
    return municipality::surroundings_of(municipalities, budgets, municipality_id, clock.now());
}

std::map<std::string, std::int64_t> session_costs_in(const Kinds& kinds, std::string_view municipality_id,
                                                     const periods::Period& period, const std::string& activity) {
    std::map<std::string, std::int64_t> costs;
    const auto* measure = measures::find_measure(kinds.measures, measure_of_costs);
    if (measure == nullptr) return costs;
    measures::Query query{.municipalities = {std::string(municipality_id)}, .period = period, .by = {"cost"}, .where = {}};
    if (!activity.empty()) query.where["activity"] = activity;
    for (const auto& row : measure->figures(query))
        if (const auto what = row.dimensions.find("cost"); what != row.dimensions.end()) costs[what->second] += row.value.amount;
    return costs;
}

std::int64_t costs_on(const Line& line, const std::map<std::string, std::int64_t>& costs) {
    std::int64_t sum = 0;
    for (const auto& what : line.session_costs)
        if (const auto found = costs.find(what); found != costs.end()) sum += found->second;
    return sum;
}

register_::Choices lines_to_choose(const Kinds& kinds) {
    return [&kinds](const Surroundings& around) {
        std::map<std::string, std::string> titles;
        for (const auto& one : kinds.budgets.list(around, {}, most_choices, 0).records) titles[one.id] = one.text("title");
        auto lines = kinds.lines.list(around, {}, most_choices, 0).records;
        std::ranges::stable_sort(lines, {}, [&](const Record& line) {
            return std::tuple(titles[line.text("budget")], line.text("budget"), line.whole("place").value_or(most_choices));
        });
        std::vector<Choice> choices;
        for (const auto& line : lines)
            choices.push_back({.key = line.id, .label = line.text("title"), .group = titles[line.text("budget")]});
        return choices;
    };
}

}  // namespace digilots::budget
