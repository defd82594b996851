// The same money written twice: as a payment, and at a session whose costs the line pays. Whoever writes the second of them is
// asked, in whatever order they come; what came in another way stands on the page of what was paid.
#include <algorithm>
#include <utility>

#include "budget/kinds.h"
#include "budget/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::budget {

namespace {

using namespace register_;

constexpr std::size_t most_told = 50;

struct PaidOn {
    std::int64_t for_it = 0, for_none = 0;   // for the activity; where no activity is named
};

PaidOn paid_on_line_for(const Kinds& kinds, std::string_view municipality, const std::string& line, const periods::Period& period,
               const std::string& activity) {
    return kinds.database.read([&](db::Connection& connection) {
        PaidOn paid;
        for (const auto row : connection.query(sql::paid_on_line, municipality, line, base::format_date(period.from),
                                               base::format_date(period.to), activity))
            (row.text("activity").empty() ? paid.for_none : paid.for_it) += row.integer("paid");
        return paid;
    });
}

/// What a line no longer pays goes from the accounts at once: who takes it away is told how much that is.
void ask_about_what_goes(const Kinds& kinds, const Checked& checked, const Budget& budget, const Line& stands,
                         Problems& problems) {
    const auto stays = checked.record.list("session_costs");
    auto goes = stands;
    std::erase_if(goes.session_costs, [&](const std::string& what) { return base::holds(stays, what); });
    if (goes.session_costs.empty()) return;
    const auto moved =
        costs_on(goes, session_costs_in(kinds, checked.around.municipality_id, days_of_years(budget)));
    if (moved == 0) return;
    const auto& words = *checked.around.words;
    problems.push_back({.input = "session_costs",
                        .in_words = words.t(TEXT("{amount} that staff wrote at sessions then goes from the accounts of this "
                                                 "budget, until another line pays it."),
                                            {{"amount", money_text(moved, words)}})});
}

/// What a line pays from now on may be on it as a payment already.
void ask_about_what_comes(const Kinds& kinds, const Checked& checked, const Budget& budget, const Line& stands,
                          Problems& problems) {
    const auto paid = stands.spent - stands.from_sessions;
    if (paid <= 0) return;
    auto comes = stands;
    comes.session_costs = checked.record.list("session_costs");
    std::erase_if(comes.session_costs,
                  [&](const std::string& what) { return base::holds(stands.session_costs, what); });
    if (comes.session_costs.empty()) return;
    const auto written =
        costs_on(comes, session_costs_in(kinds, checked.around.municipality_id, days_of_years(budget)));
    if (written == 0) return;
    const auto& words = *checked.around.words;
    problems.push_back(
        {.input = "session_costs",
         .in_words = words.t(TEXT("{written} that staff wrote at sessions then counts as paid on this line, beside payments of "
                                  "{paid}. Save this only where they are not the same money, or it counts twice."),
                             {{"written", money_text(written, words)}, {"paid", money_text(paid, words)}})});
}

}  // namespace

Rules ask_about_costs_at_sessions(const Kinds& kinds) {
    return [&kinds](const Checked& checked, Problems& problems) {
        const auto& municipality = checked.around.municipality_id;
        const auto activity = checked.record.text("activity");
        if (checked.record.money("amount").value_or(0) <= 0) return;
        const auto budgets = kinds.kept.of(municipality);
        for (const auto& budget : *budgets) {
            const auto* line = budget.line(checked.record.text("line"));
            if (!line || line->session_costs.empty()) continue;
            const auto written = costs_on(*line, session_costs_in(kinds, municipality, days_of_years(budget), activity));
            if (written == 0) continue;
            const auto& words = *checked.around.words;
            const auto said =
                activity.empty()
                    ? words.t(TEXT("{amount} is written at sessions already, and counts as paid on this line; this payment names "
                                   "no activity. Save only what is not among it, or it counts twice."),
                              {{"amount", money_text(written, words)}})
                    : words.t(TEXT("{amount} is written at sessions of this activity already, and counts as paid on this "
                                   "line. Save only what is not among it, or it counts twice."),
                              {{"amount", money_text(written, words)}});
            problems.push_back({.input = "amount", .in_words = said});
        }
    };
}

Rules ask_about_costs_of_line(const Kinds& kinds) {
    return [&kinds](const Checked& checked, Problems& problems) {
        const auto budgets = kinds.kept.of(checked.around.municipality_id);
        for (const auto& budget : *budgets)
            if (const auto* stands = budget.line(checked.record.id)) {
                ask_about_what_goes(kinds, checked, budget, *stands, problems);
                ask_about_what_comes(kinds, checked, budget, *stands, problems);
            }
    };
}

std::vector<std::string> Accounts::paid_beside(std::string_view municipality_id, const std::string& activity, base::Date day,
                                               const std::vector<std::string>& costs, const i18n::Translator& words) const {
    std::vector<std::string> sentences;
    const auto budgets = kinds_->kept.of(municipality_id);
    for (const auto& budget : *budgets) {
        const auto period = days_of_years(budget);
        if (day < period.from || period.to < day) continue;
        for (const auto& line : budget.lines) {
            if (std::ranges::none_of(line.session_costs, [&](const auto& what) { return base::holds(costs, what); })) continue;
            const auto paid = paid_on_line_for(*kinds_, municipality_id, line.id, period, activity);
            const auto tell = [&](std::int64_t amount, i18n::Text text) {
                if (amount > 0)
                    sentences.push_back(words.t(
                        text, {{"amount", money_text(amount, words)}, {"line", line.title}, {"budget", budget.title}}));
            };
            tell(paid.for_it, TEXT("{amount} was entered as paid for this activity on the line “{line}” of {budget}, which pays "
                                   "what is written here too. Write only what is not among it, or it counts twice."));
            tell(paid.for_none, TEXT("{amount} was entered as paid without an activity on the line “{line}” of {budget}, which "
                                     "pays what is written here too. Write only what is not among it, or it counts twice."));
        }
    }
    return sentences;
}

std::vector<html::Link> maybe_paid_twice(const Kinds& kinds, const Budget& budget, const html::Page& page) {
    std::vector<html::Link> found;
    const auto pays_any = std::ranges::any_of(budget.lines, [](const Line& line) { return line.from_sessions != 0; });
    if (!pays_any || !kinds.session_costs) return found;
    const auto& municipality = page.request().tenant->id;
    const auto written = kinds.session_costs(municipality, days_of_years(budget));
    const auto paid = kinds.database.read(
        [&](db::Connection& connection) { return connection.query(sql::payments_of_budget, municipality, budget.id); });
    for (const auto row : paid) {
        const auto* line = budget.line(row.text("line"));
        const auto same = std::ranges::find_if(written, [&](const SessionCost& one) {
            return line && one.amount == row.integer("amount") && base::holds(line->session_costs, one.cost);
        });
        if (same == written.end()) continue;
        if (found.size() == most_told) break;
        const auto day = base::parse_date(row.text("day"));
        found.push_back({page.t(TEXT("{title}, {day}: {amount}, as much as a session of {activity} on {held} cost"),
                                {{"title", row.text("title")},
                                 {"day", day ? page.translator().date(*day) : ""},
                                 {"amount", money_text(row.integer("amount"), page.translator())},
                                 {"activity", same->activity},
                                 {"held", page.translator().date(same->day)}}),
                         page.tenant_url("/staff/budget-actuals/" + row.text("id"))});
    }
    return found;
}

}  // namespace digilots::budget
