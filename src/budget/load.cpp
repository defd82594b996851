// Budgets as the records say them.
#include <algorithm>
#include <map>
#include <tuple>

#include "budget/approved.h"
#include "budget/kinds.h"
#include "budget/sql.h"
#include "platform/register/steps.h"

namespace digilots::budget {

namespace {

using register_::Record, register_::Records;
using Of = std::map<std::string, Budget*>;

constexpr std::int64_t no_place = 1'000'000;

Amounts amounts_of(const Record& record) {
    Amounts amounts{};
    for (std::size_t at = 0; at < most_years; ++at) amounts[at] = record.money(year_columns[at]);
    return amounts;
}

std::vector<Record> all_of(const Records& records, std::string_view municipality_id) {
    auto found = records.list(records.around(municipality_id), {}, Records::most_counted, 0).records;
    std::ranges::stable_sort(found, {}, [](const Record& one) { return std::tie(one.created_at, one.id); });
    return found;
}

Budget budget_of(const Record& record) {
    const auto year_of = [&](const char* column) { return static_cast<int>(record.whole(column).value_or(0)); };
    const auto step = record.text("entered_to");
    Budget budget{.id = record.id,
                  .title = record.text("title"),
                  .currency = record.text("currency"),
                  .funder = record.text("funder"),
                  .responsible = record.text("responsible"),
                  .note = record.text("note"),
                  .first_year = year_of("first_year"),
                  .last_year = year_of("last_year"),
                  .rounding = record.text("rounding") == "ore" ? Rounding::ore : Rounding::krona,
                  .entered_to = step == "1"     ? 1
                                : step == "100" ? 100
                                                : 1000,
                  .overhead_cap = record.whole("overhead_cap"),
                  .overhead_tolerance = record.whole("overhead_tolerance"),
                  .stated_total = record.money("stated_total"),
                  .is_published = record.flag("is_published")};
    budget.node = record.text("node");
    return budget;
}

Calculation calculation_of(const Record& record) {
    return {.id = record.id,
            .role = record.text("title"),
            .kind = record.text("kind"),
            .extent = record.text("extent"),
            .note = record.text("note"),
            .hourly_wage = record.money("hourly_wage"),
            .percent = record.whole("percent"),
            .hours = record.whole("hours"),
            .base = record.money("base"),
            .stated = record.money("stated")};
}

Line line_of(const Record& record) {
    return {.id = record.id,
            .kind = record.text("kind"),
            .title = record.text("title"),
            .note = record.text("note"),
            .rounding_note = record.text("rounding_note"),
            .funder_heading = record.text("funder_heading"),
            .place = record.whole("place").value_or(no_place),
            .amounts = amounts_of(record),
            .stated_total = record.money("stated_total"),
            .session_costs = record.list("session_costs")};
}

Source source_of(const Record& record) {
    return {.id = record.id,
            .kind = record.text("kind"),
            .title = record.text("title"),
            .note = record.text("note"),
            .amounts = amounts_of(record),
            .stated_total = record.money("stated_total"),
            .in_kind = record.money("in_kind"),
            .cash = record.money("cash"),
            .in_kind_lines = record.list("in_kind_lines"),
            .cash_lines = record.list("cash_lines"),
            .is_approximate = record.flag("is_approximate")};
}

Share share_read(const Record& record) {
    return {.id = record.id,
            .role = record.text("title"),
            .payer = record.text("payer"),
            .unit = record.text("unit"),
            .function = record.text("help_function"),
            .note = record.text("note"),
            .percent = record.whole("percent"),
            .hourly_rate = record.money("hourly_rate"),
            .hours = record.whole("hours"),
            .is_own_cost = record.flag("is_own_cost"),
            .first_day = record.date("first_day"),
            .last_day = record.date("last_day")};
}

Frame frame_of(const Record& record) {
    Frame frame{.id = record.id, .title = record.text("title"), .maximum = record.money("maximum").value_or(0)};
    frame.warn_at = record.whole("warn_at").value_or(frame.warn_at);
    frame.lines = record.list("lines");
    return frame;
}

Approval approval_of(const Record& record) {
    return {.id = record.id,
            .body = record.text("title"),
            .decision = record.text("decision"),
            .reference = record.text("reference"),
            .day = record.date("day"),
            .written_at = record.created_at,
            .edition = record.whole("edition"),
            .approved = approved_of(record.text("approved"))};
}

Contribution contribution_of(const Record& record) {
    return {.id = record.id,
            .partner = record.text("title"),
            .kind = record.text("kind"),
            .note = record.text("note"),
            .estimated = record.money("estimated"),
            .hours = record.whole("hours")};
}

After after_of(const Record& record) {
    return {.id = record.id,
            .title = record.text("title"),
            .payer = record.text("payer"),
            .decision = record.text("decision"),
            .yearly_cost = record.money("yearly_cost"),
            .decide_on = record.date("decide_on"),
            .only_project_money = record.yes_or_no("only_project_money")};
}

template <class Part>
void add_parts(const Of& budgets, const Records& records, std::string_view municipality_id,
               std::vector<Part> Budget::*parts, Part (*read)(const Record&)) {
    for (const auto& record : all_of(records, municipality_id))
        if (const auto found = budgets.find(record.text("budget")); found != budgets.end())
            (found->second->*parts).push_back(read(record));
}

void add_last_change(const Of& budgets, const Records& records, std::string_view municipality_id) {
    for (const auto& record : all_of(records, municipality_id))
        if (const auto found = budgets.find(record.text("budget")); found != budgets.end())
            found->second->amounts_changed_at = std::max(found->second->amounts_changed_at, record.changed_at);
}

/// Calculations and what was paid, on each line.
void add_to_lines(const Of& budgets, const Kinds& kinds, std::string_view municipality_id) {
    std::map<std::string, Line*> lines;
    for (const auto& [id, budget] : budgets)
        for (auto& line : budget->lines) lines[line.id] = &line;
    for (const auto& record : all_of(kinds.calculations, municipality_id))
        if (const auto found = lines.find(record.text("line")); found != lines.end())
            found->second->calculations.push_back(calculation_of(record));
    const auto spent = kinds.database.read(
        [&](db::Connection& connection) { return connection.query(sql::spent_by_line, municipality_id); });
    for (const auto row : spent)
        if (const auto found = lines.find(row.text("line")); found != lines.end())
            found->second->spent = row.integer("spent");
}

/// What was written at sessions in the years of each budget, on the lines that pay it.
void add_session_costs(Snapshot& snapshot, const Kinds& kinds, std::string_view municipality_id) {
    for (auto& budget : snapshot) {
        const bool pays_any = std::ranges::any_of(budget.lines, [](const Line& line) { return !line.session_costs.empty(); });
        if (!pays_any) continue;
        const auto costs = session_costs_in(kinds, municipality_id, days_of_years(budget));
        for (auto& line : budget.lines) {
            line.from_sessions = costs_on(line, costs);
            line.spent += line.from_sessions;
        }
    }
}

}  // namespace

periods::Period days_of_years(const Budget& budget) {
    using std::chrono::day, std::chrono::month, std::chrono::year;
    constexpr int last_month = 12, last_day_of_year = 31;
    return {{year(budget.first_year), month(1), day(1)},
            {year(budget.last_year), month(last_month), day(last_day_of_year)}};
}

std::shared_ptr<const Snapshot> load_snapshot(const Kinds& kinds, std::string_view municipality_id) {
    auto snapshot = std::make_shared<Snapshot>();
    const auto records = kinds.budgets.list(kinds.budgets.around(municipality_id), {}, Records::most_counted, 0).records;
    for (const auto& record : records) snapshot->push_back(budget_of(record));
    Of budgets;
    for (auto& budget : *snapshot) budgets[budget.id] = &budget;
    add_parts(budgets, kinds.lines, municipality_id, &Budget::lines, line_of);
    add_parts(budgets, kinds.sources, municipality_id, &Budget::sources, source_of);
    add_last_change(budgets, kinds.lines, municipality_id);
    add_last_change(budgets, kinds.sources, municipality_id);
    add_parts(budgets, kinds.shares, municipality_id, &Budget::shares, share_read);
    add_parts(budgets, kinds.frames, municipality_id, &Budget::frames, frame_of);
    add_parts(budgets, kinds.approvals, municipality_id, &Budget::approvals, approval_of);
    add_parts(budgets, kinds.contributions, municipality_id, &Budget::contributions, contribution_of);
    add_parts(budgets, kinds.afters, municipality_id, &Budget::afters, after_of);
    for (auto& budget : *snapshot) std::ranges::stable_sort(budget.lines, {}, &Line::place);
    add_to_lines(budgets, kinds, municipality_id);
    add_session_costs(*snapshot, kinds, municipality_id);
    return snapshot;
}

std::optional<Budget> budget_in(db::Connection& connection, const Kinds& kinds, std::string_view municipality_id,
                                std::string_view id) {
    const auto record = register_::find_in(connection, kinds.budgets, municipality_id, id);
    if (!record) return std::nullopt;
    auto budget = budget_of(*record);
    for (const auto row : connection.query(sql::rows_of_budget, municipality_id, id)) {
        Amounts amounts{};
        for (std::size_t at = 0; at < most_years; ++at)
            amounts[at] = row.get<std::optional<std::int64_t>>(year_columns[at]);
        if (row.text("kind") == "line") {
            auto& line = budget.lines.emplace_back();
            line.id = row.text("id");
            line.title = row.text("title");
            line.amounts = amounts;
        } else {
            auto& source = budget.sources.emplace_back();
            source.id = row.text("id");
            source.title = row.text("title");
            source.amounts = amounts;
        }
    }
    return budget;
}

}  // namespace digilots::budget
