// Budgets, their lines, how amounts come about, who pays.
#include <algorithm>

#include "budget/kinds.h"
#include "budget/sql.h"
#include "platform/base/lists.h"
#include "platform/register/steps.h"
#include "platform/register/types.h"

namespace digilots::budget {

namespace {

using namespace register_;

constexpr std::int64_t first_of_all = 2000, last_of_all = 2100, most_places = 500;
constexpr std::int64_t most_wage = 10'000'000;  // öre an hour
constexpr std::int64_t most_hours = 100'000;
constexpr i18n::Text change_the_lines = TEXT("The lines have amounts by these years. Take the amounts away first.");

Field budget_link() {
    return link("budget", TEXT("Budget"), "budget.budget")
        .required()
        .listed()
        .filter()
        .from_address("budget")
        .when_missing(TEXT("Choose the budget."));
}

void add_years(std::vector<Field>& fields) {
    constexpr std::array titles{TEXT("First year"),  TEXT("Second year"), TEXT("Third year"),
                                TEXT("Fourth year"), TEXT("Fifth year"),  TEXT("Sixth year")};
    for (std::size_t at = 0; at < most_years; ++at) {
        auto field = money(year_columns[at], titles[at]);
        if (at == 0) field.section(TEXT("Amounts"), TEXT("By the years of the budget. What is not known stays empty."));
        fields.push_back(std::move(field));
    }
    fields.push_back(money("stated_total", TEXT("Total, where one is stated")));
}

void check_budget(const Checked& checked, Problems& problems) {
    const auto first = checked.record.whole("first_year"), last = checked.record.whole("last_year");
    if (!first || !last) return;
    if (*last < *first) problems.push_back({"last_year", TEXT("The last year is before the first. Correct one of them.")});
    if (*last - *first >= static_cast<std::int64_t>(most_years))
        problems.push_back({"last_year", TEXT("A budget holds at most {n} years."), static_cast<std::int64_t>(most_years)});
}

/// Two budgets of one name do not share a year; what lines say by years keeps them.
void check_years(const Writing& writing, const Record& record, Problems& problems) {
    const auto& municipality = writing.around.municipality_id;
    for (const auto row : writing.connection.query(sql::same_name, municipality, record.text("title"), record.id)) {
        const bool is_apart = row.integer("last_year") < record.whole("first_year").value_or(0) ||
                              row.integer("first_year") > record.whole("last_year").value_or(0);
        if (is_apart) continue;
        problems.push_back(
            {"first_year", TEXT("Another budget of this name has some of these years. Change the years or the name.")});
        break;
    }
    if (!writing.before) return;
    const auto used = writing.connection.query(sql::years_used, municipality, record.id)[0].integer("years");
    const auto first = record.whole("first_year").value_or(0), last = record.whole("last_year").value_or(0);
    if (used > 0 && writing.before->whole("first_year") != first) problems.push_back({"first_year", change_the_lines});
    if (last - first + 1 < used) problems.push_back({"last_year", change_the_lines});
}

void complete_budget(const Writing& writing, Record& record) {
    if (record.text("currency").empty())
        record.columns["currency"] = std::string(writing.around.country == "NO" ? "NOK" : "SEK");
}

/// No amount beyond the years of the budget.
Together within_years(const Kinds& kinds) {
    return [&kinds](const Writing& writing, const Record& record, Problems& problems) {
        const auto found =
            find_in(writing.connection, kinds.budgets, writing.around.municipality_id, record.text("budget"));
        if (!found) return;
        const auto years = found->whole("last_year").value_or(0) - found->whole("first_year").value_or(0) + 1;
        for (auto at = static_cast<std::size_t>(years); at < most_years; ++at)
            if (!record.is_unknown(year_columns[at]))
                problems.push_back(
                    {std::string(year_columns[at]), TEXT("The budget ends before this year. Leave it empty.")});
    };
}

/// What a session cost stands on one line: those of budgets with a year in common take different costs.
void check_session_costs(const Kinds& kinds, const Writing& writing, const Record& record, Problems& problems) {
    const auto taken = record.list("session_costs");
    if (taken.empty()) return;
    const auto& municipality = writing.around.municipality_id;
    const auto budget = find_in(writing.connection, kinds.budgets, municipality, record.text("budget"));
    if (!budget) return;
    for (const auto row : writing.connection.query(sql::lines_taking_costs, municipality, record.id)) {
        const bool is_apart = row.integer("last_year") < budget->whole("first_year").value_or(0) ||
                              row.integer("first_year") > budget->whole("last_year").value_or(0);
        const auto theirs = list_items(row.text("session_costs"));
        if (is_apart || std::ranges::none_of(taken, [&](const auto& what) { return base::holds(theirs, what); })) continue;
        problems.push_back(
            {"session_costs", TEXT("Another line pays some of these costs of sessions in the same years. They would count twice: "
                                   "choose others, or take them away there first.")});
        return;
    }
}

Together checks_of_line(const Kinds& kinds) {
    return [&kinds, within = within_years(kinds)](const Writing& writing, const Record& record, Problems& problems) {
        within(writing, record, problems);
        check_session_costs(kinds, writing, record, problems);
    };
}

void check_calculation(const Checked& checked, Problems& problems) {
    const auto& record = checked.record;
    const auto needs = [&](const char* field, i18n::Text text) {
        if (record.is_unknown(field)) problems.push_back({field, text});
    };
    if (record.text("kind") == "share") {
        needs("percent", TEXT("Write the share in per cent."));
        needs("base", TEXT("Write of what the share is taken."));
        return;
    }
    needs("hourly_wage", TEXT("Write the wage of an hour."));
    needs("hours", TEXT("Write how many hours."));
    if (record.whole("hourly_wage").value_or(0) > most_wage)
        problems.push_back(
            {"hourly_wage", TEXT("That is no wage of an hour. Write at most {n} kronor."), most_wage / ore_of_a_krona});
}

Choices kinds_to_choose() {
    std::vector<FixedTerm> terms;
    for (const std::string_view key :
         {"wages", "overhead", "external_services", "premises", "equipment", "travel", "information", "unforeseen", "own"})
        terms.push_back({key, kind_title(key)});
    return fixed_terms(std::move(terms));
}

}  // namespace

Register budget_register(const Kinds&) {
    return {
        .key = "budget",
        .table = "budget_budget",
        .names = {TEXT("Budgets"), TEXT("Budget")},
        .path = "/staff/budget-settings",
        .above = {{TEXT("All budgets"), "/staff/budgets"}},
        .fields = {text("title", TEXT("Name")).required().listed().searched().sorted(),
                   whole_number("first_year", TEXT("First year"), first_of_all, last_of_all).required().listed(),
                   whole_number("last_year", TEXT("Last year"), first_of_all, last_of_all)
                       .required()
                       .listed()
                       .hint(TEXT("At most six years; the same as the first where it is one year.")),
                   text("funder", TEXT("Who gives the money")).listed().not_asked_about(),
                   link("responsible", TEXT("Who keeps the accounts"), "organisation.function")
                       .when_none(TEXT("No function"))
                       .hint(TEXT("A function, such as the project leader’s.")),
                   link("node", TEXT("Part of the plan"), "plan.node")
                       .typed_too()
                       .filter()
                       .from_address("part")
                       .when_none(TEXT("No part of the plan"))
                       .when_wrong(TEXT("Choose a part of the plan from the list.")),
                   term("rounding", TEXT("What is computed is rounded to"),
                        fixed_terms({{"krona", TEXT("Whole kronor")}, {"ore", TEXT("Öre")}}))
                       .usually("krona")
                       .section(TEXT("How it is reckoned")),
                   term("entered_to", TEXT("Entered amounts may be rounded to"),
                        fixed_terms({{"1", TEXT("Whole kronor")}, {"100", TEXT("Hundreds")}, {"1000", TEXT("Thousands")}}))
                       .usually("1000"),
                   percentage("overhead_cap", TEXT("Overhead at most, of wages"), 2)
                       .hint(TEXT("As whoever gives the money says, such as 15. Empty: no cap.")),
                   percentage("overhead_tolerance", TEXT("Tolerated above the cap"), 2)
                       .hint(TEXT("In percentage points, for what rounding does. Empty: none.")),
                   money("stated_total", TEXT("Total, where one is stated")), long_text("note", TEXT("Note")),
                   flag("is_published", TEXT("Everyone may see its sums: on the page on progress, and for programs"))
                       .not_checked(),
                   stored("currency", TEXT("Currency")), stored("source", TEXT("Where it came from")),
                   stored("import_version", TEXT("Version of the import"), Storage::whole)},
        .rules = check_budget,
        .together = check_years,
        .complete = complete_budget,
        .endings = Endings::none,
        .remove = http::Role::coordinator,
        .kept = kept_budgets,
        .words = {.about = TEXT("Name, years and rules of each budget. Its amounts stand on its own page."),
                  .caption = TEXT("Budgets"),
                  .empty = TEXT("No budget yet. Add one, then its lines."),
                  .add = TEXT("Add a budget")}};
}

Register line_register(const Kinds& kinds) {
    std::vector<Field> fields{text("title", TEXT("Line")).required().listed().searched().sorted().from_address("title"),
                              budget_link(),
                              term("kind", TEXT("Kind of cost"), kinds_to_choose()).required().listed().filter(),
                              whole_number("place", TEXT("Which line it is"), 1, most_places)
                                  .from_address("place")
                                  .hint(TEXT("1 is the first."))};
    add_years(fields);
    fields.push_back(text("funder_heading", TEXT("Heading of whoever gives the money"))
                         .not_asked_about()
                         .hint(TEXT("Under which the line stands in its form. Empty: that of its kind.")));
    fields.push_back(terms("session_costs", TEXT("Costs of sessions that it pays"),
                           fixed_terms({{"fee", TEXT("Fee")},
                                        {"premises", TEXT("Premises")},
                                        {"material", TEXT("Material")},
                                        {"travel", TEXT("Travel")}}))
                         .hint(TEXT("What staff write at sessions of activities then counts as paid here. Do not enter it as a "
                                    "payment too.")));
    fields.push_back(long_text("rounding_note", TEXT("Why what is entered is not what was computed"), 1000));
    fields.push_back(long_text("note", TEXT("Rule or note"), 2000));
    fields.push_back(stored("import_version", TEXT("Version of the import"), Storage::whole));
    return {.key = "budget_line",
            .table = "budget_line",
            .names = {TEXT("Lines of budgets"), TEXT("Line of a budget")},
            .path = "/staff/budget-lines",
            .above = {{TEXT("All budgets"), "/staff/budgets"}},
            .fields = std::move(fields),
            .doubts = ask_about_costs_of_line(kinds),
            .together = checks_of_line(kinds),
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_budgets,
            .words = {.caption = TEXT("Lines"), .empty = TEXT("No line yet."), .add = TEXT("Add a line")}};
}

Register calculation_register() {
    return {.key = "budget_calculation",
            .table = "budget_calculation",
            .names = {TEXT("Calculations"), TEXT("Calculation")},
            .path = "/staff/budget-calculations",
            .above = {{TEXT("All budgets"), "/staff/budgets"}},
            .fields = {text("title", TEXT("Role, or what it is")).required().listed().searched().sorted(),
                       link("line", TEXT("Line of the budget"), "budget.line")
                           .required()
                           .listed()
                           .filter()
                           .from_address("line")
                           .when_missing(TEXT("Choose the line.")),
                       term("kind", TEXT("How it is reckoned"),
                            fixed_terms({{"wage", TEXT("Wage of an hour × (1 + payroll overhead) × hours")},
                                         {"share", TEXT("A share of another amount")}}))
                           .usually("wage")
                           .listed(),
                       text("extent", TEXT("Extent of the work")).hint(TEXT("Such as full time.")),
                       money("hourly_wage", TEXT("Wage of an hour")).hint(TEXT("Needed for a wage.")),
                       decimal("hours", TEXT("Hours of work"), {.decimals = 2, .least = 0, .most = most_hours})
                           .hint(TEXT("Of all years together. Needed for a wage.")),
                       percentage("percent", TEXT("Payroll overhead, or share, in per cent"), 2)
                           .hint(TEXT("Such as 39,2. Needed for a share.")),
                       money("base", TEXT("Of what the share is taken")).hint(TEXT("Needed for a share.")),
                       money("stated", TEXT("Amount that is stated elsewhere")), long_text("note", TEXT("Note"), 2000),
                       stored("import_version", TEXT("Version of the import"), Storage::whole)},
            .rules = check_calculation,
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_budgets,
            .words = {.about = TEXT("How the amounts of lines come about. Each is rounded once, at its end."),
                      .caption = TEXT("Calculations"),
                      .empty = TEXT("No calculation yet."),
                      .add = TEXT("Add a calculation")}};
}

Register source_register(const Kinds& kinds) {
    std::vector<Field> fields{text("title", TEXT("Who pays")).required().listed().searched().sorted().not_asked_about(),
                              budget_link(),
                              term("kind", TEXT("What it is"),
                                   fixed_terms({{"grant", TEXT("Project money")},
                                                {"own", TEXT("Own contribution")},
                                                {"partner", TEXT("Of a partner")},
                                                {"other", TEXT("Other money")}}))
                                  .required()
                                  .listed()
                                  .filter()};
    add_years(fields);
    fields.push_back(money("in_kind", TEXT("Of that in kind: staff, premises")).section(TEXT("In kind and cash")));
    fields.push_back(terms("in_kind_lines", TEXT("Lines that it covers in kind"), lines_to_choose(kinds)));
    fields.push_back(money("cash", TEXT("Of that in cash")));
    fields.push_back(terms("cash_lines", TEXT("Lines that it covers in cash"), lines_to_choose(kinds)));
    fields.push_back(flag("is_approximate", TEXT("The parts are approximate")).not_checked());
    fields.push_back(long_text("note", TEXT("Note"), 2000));
    fields.push_back(stored("import_version", TEXT("Version of the import"), Storage::whole));
    return {.key = "budget_source",
            .table = "budget_source",
            .names = {TEXT("Financing"), TEXT("Source of money")},
            .path = "/staff/budget-sources",
            .above = {{TEXT("All budgets"), "/staff/budgets"}},
            .fields = std::move(fields),
            .together = within_years(kinds),
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_budgets,
            .words = {.about = TEXT("Who pays how much in which year. A budget is approved once this equals its costs."),
                      .caption = TEXT("Financing"),
                      .empty = TEXT("No source of money yet."),
                      .add = TEXT("Add a source of money")}};
}

}  // namespace digilots::budget
