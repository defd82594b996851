#pragma once
// The kinds of records of this slice; for its files.
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "budget/budget.h"
#include "budget/sheet.h"
#include "platform/kept/kept.h"
#include "platform/measures/measure.h"
#include "platform/periods/period.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::budget {

inline constexpr std::string_view kept_budgets = "budget";
/// What was written at sessions, by "cost" and "activity".
inline constexpr std::string_view measure_of_costs = "activity_costs";
inline constexpr std::array<std::string_view, most_years> year_columns{"year_1", "year_2", "year_3",
                                                                       "year_4", "year_5", "year_6"};

register_::Register budget_register(const struct Kinds& kinds);
register_::Register line_register(const struct Kinds& kinds);
register_::Register calculation_register();
register_::Register source_register(const struct Kinds& kinds);
register_::Register share_register();
register_::Register actual_register(const struct Kinds& kinds);
register_::Register frame_register(const struct Kinds& kinds);
register_::Register approval_register(const struct Kinds& kinds);
register_::Register contribution_register();
register_::Register reference_register();
register_::Register saving_register();
register_::Register after_register();
register_::Register consequence_register();
register_::Register grant_register();
register_::Register grant_step_register();

struct Kinds {
    db::Database& database;
    const base::Clock& clock;
    const municipality::Municipalities& municipalities;
    register_::Records budgets, lines, calculations, sources, shares, actuals, frames, approvals, contributions, references,
        savings, afters, consequences, grants, grant_steps;
    const kept::Kept<Snapshot> kept;
    /// Of all slices, once they are known: what sessions cost is on the lines that pay it.
    std::vector<measures::Measure> measures = {};
    /// Budget::Neighbours::decided
    std::function<std::vector<html::Link>(std::string_view budget, const html::Page& page)> decided = nullptr;
    /// Budget::Neighbours::session_costs
    std::function<std::vector<SessionCost>(std::string_view municipality_id, const periods::Period& period)> session_costs =
        nullptr;

    Kinds(db::Database& database, const base::Clock& clock, const municipality::Municipalities& municipalities,
          const kept::Versions& versions, const register_::Others& others);

    std::vector<register_::Records*> all();
    /// nullptr where there is none of the key.
    register_::Records* find(std::string_view key);
    /// The municipality's own language, zone, country and day.
    register_::Surroundings around(std::string_view municipality_id) const;
};

/// Each line, with the budget's name before it, in groups; of one budget alone where the record whose form it is names one.
register_::Choices lines_to_choose(const Kinds& kinds);

/// Everything as the records say it.
std::shared_ptr<const Snapshot> load_snapshot(const Kinds& kinds, std::string_view municipality_id);
/// One budget, its lines and sources alone, inside a transaction.
std::optional<Budget> budget_in(db::Connection& connection, const Kinds& kinds, std::string_view municipality_id,
                                std::string_view id);

/// The first day of its first year to the last of its last.
periods::Period days_of_years(const Budget& budget);
/// What was written at sessions held in a time, by what it was for ("fee" …), in öre; nothing where no slice counts it. With an
/// activity at those of it alone.
std::map<std::string, std::int64_t> session_costs_in(const Kinds& kinds, std::string_view municipality_id,
                                                     const periods::Period& period, const std::string& activity = "");
/// Those of them that the line pays.
std::int64_t costs_on(const Line& line, const std::map<std::string, std::int64_t>& costs);

// ---- The same money twice (paid_twice.cpp) ----

/// A bill for what staff have written at sessions would count twice on a line that pays it: asked of a payment.
register_::Rules ask_about_costs_at_sessions(const Kinds& kinds);
/// Of a line that pays other costs of sessions than before: what goes from the accounts, and what comes beside payments.
register_::Rules ask_about_costs_of_line(const Kinds& kinds);
/// Payments of as much as a session cost that the same line pays.
std::vector<html::Link> maybe_paid_twice(const Kinds& kinds, const Budget& budget, const html::Page& page);

// ---- Pages ----

struct Pages {
    std::shared_ptr<Kinds> kinds;
    std::vector<measures::Measure> measures;  // of all slices
};
/// "/staff/budgets": all, with their sums and what is to be looked at.
http::Response list_page(const Pages& pages, const http::Request& request);
/// "/staff/budgets/{id}": lines by years, who pays, how the amounts come about, what the checks say.
http::Response sheet_page(const Pages& pages, const http::Request& request);
/// "/staff/budgets/{id}/amounts": all amounts in one form.
http::Response amounts_page(const Pages& pages, const http::Request& request);
http::Response save_amounts_page(const Pages& pages, const http::Request& request);
/// "/staff/budgets/{id}/spent": what was paid beside the budget, with frames and a forecast.
http::Response spent_page(const Pages& pages, const http::Request& request);
/// "/staff/budgets/{id}/session-costs?line=": of that, what was written at which session, and by whom.
http::Response session_costs_page(const Pages& pages, const http::Request& request);
/// "/staff/budgets/{id}/results": cost of each activity and of each who was reached; help time as proof of own work.
http::Response results_page(const Pages& pages, const http::Request& request);
/// "/staff/budgets/{id}/budget.pdf", ".xlsx", ".csv": the budget, its financing and accounts for whoever gives the money.
http::Response budget_pdf(const Pages& pages, const http::Request& request);
http::Response budget_xlsx(const Pages& pages, const http::Request& request);
http::Response budget_csv(const Pages& pages, const http::Request& request);
/// "/staff/budgets/{id}/funder.xlsx": the accounts by the headings of whoever gives the money.
http::Response funder_xlsx(const Pages& pages, const http::Request& request);
/// "/api/v1/{municipality}/budgets", "…/{id}"
http::Response list_for_api(const Pages& pages, const http::Request& request);
http::Response budget_for_api(const Pages& pages, const http::Request& request);

/// The budget that the address names; nothing where it is not there.
std::shared_ptr<const Budget> asked_budget(const Pages& pages, const http::Request& request);

// ---- What else the slice gives ----

std::vector<DutyKind> duties(const Kinds& kinds);
MappingPlan plan_mapping(Kinds& kinds, std::string_view json, const std::string& file);
void load_demo(Kinds& kinds, const Demo& demo);

}  // namespace digilots::budget
