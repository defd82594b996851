#pragma once
// What something costs year by year, who pays for it, how the amounts come about, what was paid, and what comes after. All
// amounts are whole öre; a budget has one currency, and nothing is summed across.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/html/page.h"
#include "platform/kept/versions.h"
#include "platform/measures/measure.h"
#include "platform/measures/once.h"
#include "platform/periods/period.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"
#include "platform/slice/told.h"

namespace digilots::budget {

/// Programs read budgets that are not published.
inline constexpr http::Scope read_budgets{"budgets:read", TEXT("read budgets")};

/// What staff wrote that one session cost, and what for ("fee", in words `title`), in öre.
struct SessionCost {
    std::string path, activity;          // below the municipality; the activity's title
    base::Date day{};
    std::string cost;
    i18n::Text title = {};
    std::int64_t amount = 0;
    std::string written_by = "";         // the name of an account; "" nobody knows
};

struct Neighbours {
    const municipality::Municipalities& municipalities;
    const kept::Versions& versions;
    register_::Others others;  // "organisation.function", "organisation.unit", "activities.activity", "plan.node"
    /// What other slices have that names a budget: by whom and how it was decided on.
    std::function<std::vector<html::Link>(std::string_view budget, const html::Page& page)> decided = nullptr;
    /// Of sessions held in a time, by day: what the measure of their costs counts.
    std::function<std::vector<SessionCost>(std::string_view municipality_id, const periods::Period& period)> session_costs =
        nullptr;
};

/// A budget that everyone may see: its sum and who pays how much, with the currency; "" where that is not known.
struct PublicBudget {
    std::string title, total;
    std::vector<std::pair<std::string, std::string>> payers = {};
};

/// A budget of a part of the plan: "planned 800 000, paid 120 000 …", and how it stands with its approval.
struct BudgetOfPart {
    std::string id, said;
};

class Accounts {
public:
    /// All that is given outlives it.
    Accounts(db::Database& database, const base::Clock& clock, Neighbours neighbours, std::vector<measures::Measure> measures);
    /// To whoever reports, of the budgets that have a year in the time: what was planned, paid, who pays, and what each who was
    /// reached cost. What the report has counted already is not counted again.
    std::vector<Told> told(std::string_view municipality_id, const periods::Period& period, const i18n::Translator& words,
                           measures::CountedOnce& figures) const;
    /// Those that are said to be of a part of the plan, in the reader's words.
    std::vector<BudgetOfPart> of_part(std::string_view municipality_id, std::string_view part, base::Date today,
                                      const i18n::Translator& words) const;
    /// To whoever writes what a session on a day cost ("fee" …): payments on the lines that pay such costs, for its activity and
    /// for none that is named. It may be the same money.
    std::vector<std::string> paid_beside(std::string_view municipality_id, const std::string& activity, base::Date day,
                                         const std::vector<std::string>& costs, const i18n::Translator& words) const;
    /// Those that are published.
    std::vector<PublicBudget> published(std::string_view municipality_id, const i18n::Translator& words) const;

private:
    std::shared_ptr<const struct Kinds> kinds_;
};

/// "/{municipality}/staff/budgets…" and the registers beside it, "/api/v1/{municipality}/budgets…". All that is given
/// outlives it.
Slice slice(db::Database& database, const base::Clock& clock, Neighbours neighbours);

}  // namespace digilots::budget
