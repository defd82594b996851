// What was paid, within which limits, who works and gives, what bodies decided.
#include <utility>

#include "budget/approved.h"
#include "budget/kinds.h"
#include "budget/sql.h"
#include "platform/base/time.h"
#include "platform/periods/period.h"
#include "platform/register/steps.h"
#include "platform/register/types.h"

namespace digilots::budget {

namespace {

using namespace register_;

constexpr std::int64_t most_planned_hours = 100'000;

Field of_budget() {
    return link("budget", TEXT("Budget"), "budget.budget")
        .required()
        .listed()
        .filter()
        .from_address("budget")
        .when_missing(TEXT("Choose the budget."));
}

/// What was paid lies within the years of its budget.
Together on_a_day_of_the_budget(const Kinds& kinds) {
    return [&kinds](const Writing& writing, const Record& record, Problems& problems) {
        const auto& municipality = writing.around.municipality_id;
        const auto line = find_in(writing.connection, kinds.lines, municipality, record.text("line"));
        const auto budget =
            line ? find_in(writing.connection, kinds.budgets, municipality, line->text("budget")) : std::nullopt;
        const auto day = record.date("day");
        if (!budget || !day) return;
        if (*day > writing.around.today)
            problems.push_back({"day", TEXT("The day is still to come: enter it once it is paid.")});
        const auto year = static_cast<std::int64_t>(static_cast<int>(day->year()));
        if (year < budget->whole("first_year").value_or(0) || year > budget->whole("last_year").value_or(0))
            problems.push_back({"day", TEXT("The day is in no year of the budget. Choose another line or day.")});
    };
}

/// Numbers of vouchers begin anew each year; one may be paid from several lines, with an amount on each.
Rules ask_about_voucher(const Kinds& kinds) {
    return [&kinds](const Checked& checked, Problems& problems) {
        const auto& municipality = checked.around.municipality_id;
        const auto& record = checked.record;
        const auto day = record.date("day");
        const auto amount = record.money("amount");
        if (record.text("voucher").empty() || !day || !amount) return;
        const auto year = periods::holding(periods::Kind::year, *day);
        const auto rows = kinds.database.read([&](db::Connection& connection) {
            return connection.query(sql::same_voucher, municipality, record.text("voucher"), base::format_date(year.from),
                                    base::format_date(year.to), record.id, record.text("line"), *amount);
        });
        const auto there = rows.only();
        if (!there) return;
        const auto& words = *checked.around.words;
        const auto paid_on = base::parse_date(there->text("day"));
        const auto budgets = kinds.kept.of(municipality);
        std::string line;
        for (const auto& budget : *budgets)
            if (const auto* found = budget.line(there->text("line"))) line = found->title;
        auto text = words.t(TEXT("Voucher {voucher} is entered already: {amount} on {day}, {line}. Save this only if it is "
                                 "another payment, or it counts twice."),
                            {{"voucher", record.text("voucher")},
                             {"amount", money_text(there->integer("amount"), words)},
                             {"day", paid_on ? words.date(*paid_on) : ""},
                             {"line", line}});
        problems.push_back({.input = "voucher", .in_words = std::move(text)});
    };
}

Rules ask_about_payment(const Kinds& kinds) {
    return [at_sessions = ask_about_costs_at_sessions(kinds), again = ask_about_voucher(kinds)](const Checked& checked,
                                                                                            Problems& problems) {
        at_sessions(checked, problems);
        again(checked, problems);
    };
}

/// A decision by which amounts become approved ones; a word changed in it afterwards approves nothing anew.
bool approves_now(const Writing& writing, const Record& record) {
    if (record.text("decision") != "approved") return false;
    return !writing.before || writing.before->text("decision") != "approved" ||
           writing.before->text("budget") != record.text("budget");
}

/// The sum that the minutes say is that of what is approved: nobody approves what was changed while they were writing.
void check_approved_sum(const Writing& writing, const Record& record, const std::optional<Budget>& budget,
                        Problems& problems) {
    const auto said = record.money("approved_total");
    if (!said) return;
    auto total = budget ? budget->total() : std::nullopt;
    if (!approves_now(writing, record)) {
        const auto kept = approved_of(record.text("approved"));
        if (!kept) return;
        total = kept->total();
    }
    if (said != total)
        problems.push_back(
            {"approved_total", TEXT("The costs of the budget sum to another amount. Look at its page: maybe somebody has changed "
                                    "it meanwhile.")});
}

/// Nothing is approved that is not paid for.
Together only_when_paid_for(const Kinds& kinds) {
    return [&kinds](const Writing& writing, const Record& record, Problems& problems) {
        if (record.text("decision") != "approved") return;
        const auto budget = budget_in(writing.connection, kinds, writing.around.municipality_id, record.text("budget"));
        if (budget && approves_now(writing, record) && !budget->is_balanced())
            problems.push_back(
                {"decision", TEXT("The budget cannot be approved: its financing does not equal its costs, or a line says no "
                                  "amount. Its page says which.")});
        check_approved_sum(writing, record, budget, problems);
    };
}

/// Each amount as it stands in the transaction that approves it, and which edition that is.
Complete with_what_is_approved(const Kinds& kinds) {
    return [&kinds](const Writing& writing, Record& record) {
        if (record.text("decision") != "approved") {
            record.columns["approved"] = std::string();
            record.columns["edition"] = db::Null{};
            return;
        }
        if (!approves_now(writing, record)) return;
        const auto& municipality = writing.around.municipality_id;
        const auto budget = budget_in(writing.connection, kinds, municipality, record.text("budget"));
        if (!budget) return;
        record.columns["approved"] = to_text(as_it_stands(*budget));
        const auto last = writing.connection.query(sql::last_edition, municipality, budget->id)[0].integer("edition");
        record.columns["edition"] = last + 1;
    };
}

}  // namespace

Register share_register() {
    return {
        .key = "budget_share",
        .table = "budget_share",
        .names = {TEXT("Who works, and who pays"), TEXT("Share of work")},
        .path = "/staff/budget-shares",
        .above = {{TEXT("All budgets"), "/staff/budgets"}},
        .fields = {text("title", TEXT("Role")).required().listed().searched().sorted(), of_budget(),
                   percentage("percent", TEXT("Share of full time, in per cent")).listed(),
                   text("payer", TEXT("Who pays it")).listed().not_asked_about(),
                   flag("is_own_cost", TEXT("Who takes part bears the cost itself, outside of the budget")).not_checked(),
                   money("hourly_rate", TEXT("Rate of an hour")).hint(TEXT("By which help time is proof of work in kind.")),
                   decimal("hours", TEXT("Hours planned"), {.decimals = 2, .least = 0, .most = most_planned_hours}),
                   link("unit", TEXT("Unit whose help time proves it"), "organisation.unit")
                       .filter()
                       .when_none(TEXT("No unit"))
                       .not_checked(),
                   link("help_function", TEXT("Function whose help time proves it"), "organisation.function")
                       .when_none(TEXT("No function"))
                       .hint(TEXT("Where several roles are of one unit: else each of them would be proven by the same help."))
                       .not_checked(),
                   period("first_day", "last_day", TEXT("When")), long_text("note", TEXT("Note"), 2000)},
        .endings = Endings::none,
        .remove = http::Role::coordinator,
        .kept = kept_budgets,
        .words = {.caption = TEXT("Who works, and who pays"), .empty = TEXT("Nobody yet."), .add = TEXT("Add a role")}};
}

Register actual_register(const Kinds& kinds) {
    return {.key = "budget_actual",
            .table = "budget_actual",
            .names = {TEXT("What was paid"), TEXT("Payment")},
            .path = "/staff/budget-actuals",
            .above = {{TEXT("All budgets"), "/staff/budgets"}},
            .fields =
                {text("title", TEXT("What for")).required().listed().searched().sorted(),
                 link("line", TEXT("Line of the budget"), "budget.line")
                     .required()
                     .listed()
                     .filter()
                     .from_address("line")
                     .when_missing(TEXT("Choose the line.")),
                 date("day", TEXT("Day")).required().listed().newest_first().filter(),
                 money_either_way("amount", TEXT("Amount"))
                     .required()
                     .listed()
                     .hint(TEXT("What came back, such as a credit note, has a minus.")),
                 text("voucher", TEXT("Number of the voucher")).not_asked_about(),
                 link("activity", TEXT("Activity that it was for"), "activities.activity").filter().when_none(TEXT("None")),
                 text("trip", TEXT("Trip: where to, and what for"))
                     .hint(TEXT("Travel and meals of a trip to those whom one goes to see. No persons.")),
                 long_text("note", TEXT("Note"), 2000)},
            .doubts = ask_about_payment(kinds),
            .together = on_a_day_of_the_budget(kinds),
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_budgets,
            .words = {.about = TEXT("Each payment on its line, on its day."),
                      .caption = TEXT("Payments"),
                      .empty = TEXT("Nothing was paid yet."),
                      .add = TEXT("Add a payment")}};
}

Register frame_register(const Kinds& kinds) {
    return {
        .key = "budget_frame",
        .table = "budget_frame",
        .names = {TEXT("Frames of costs"), TEXT("Frame of costs")},
        .path = "/staff/budget-frames",
        .above = {{TEXT("All budgets"), "/staff/budgets"}},
        .fields = {text("title", TEXT("Name")).required().listed().searched().sorted(), of_budget(),
                   money("maximum", TEXT("At most")).required().listed(),
                   terms("lines", TEXT("Lines that it holds for"), lines_to_choose(kinds)),
                   percentage("warn_at", TEXT("Warn when so much of it is spent, in per cent")).hint(TEXT("Empty: 80.")),
                   long_text("note", TEXT("Note"), 2000)},
        .endings = Endings::none,
        .remove = http::Role::coordinator,
        .kept = kept_budgets,
        .words = {.caption = TEXT("Frames of costs"), .empty = TEXT("No frame yet."), .add = TEXT("Add a frame")}};
}

Register approval_register(const Kinds& kinds) {
    return {.key = "budget_approval",
            .table = "budget_approval",
            .names = {TEXT("Approvals"), TEXT("Approval")},
            .path = "/staff/budget-approvals",
            .above = {{TEXT("All budgets"), "/staff/budgets"}},
            .fields = {text("title", TEXT("Body that decided")).required().listed().searched().sorted().not_asked_about(),
                       of_budget(),
                       term("decision", TEXT("Decision"),
                            fixed_terms(
                                {{"approved", TEXT("Approved")}, {"noted", TEXT("Noted")}, {"rejected", TEXT("Rejected")}}))
                           .required()
                           .listed()
                           .filter(),
                       date("day", TEXT("Day of the decision")).required().listed(),
                       money("approved_total", TEXT("Sum of the costs that was approved"))
                           .from_address("total")
                           .hint(TEXT("As the minutes say. Only what the budget sums to is taken.")),
                       text("reference", TEXT("Number of the case or the minutes")).not_asked_about(),
                       long_text("note", TEXT("Note"), 2000), stored("approved", {}),
                       stored("edition", TEXT("Edition of the budget"), Storage::whole)},
            .together = only_when_paid_for(kinds),
            .complete = with_what_is_approved(kinds),
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_budgets,
            .words = {.about = TEXT("A budget is approved once its financing equals its costs in each year. Its amounts are kept "
                                    "as they were approved."),
                      .caption = TEXT("Approvals"),
                      .empty = TEXT("No body has decided yet."),
                      .add = TEXT("Add a decision")}};
}

Register contribution_register() {
    return {
        .key = "budget_contribution",
        .table = "budget_contribution",
        .names = {TEXT("Given by partners"), TEXT("Given by a partner")},
        .path = "/staff/budget-contributions",
        .above = {{TEXT("All budgets"), "/staff/budgets"}},
        .fields = {text("title", TEXT("Partner")).required().listed().searched().sorted().not_asked_about(), of_budget(),
                   term("kind", TEXT("What it gives"),
                        fixed_terms({{"time", TEXT("Time of its people")},
                                     {"premises", TEXT("Premises")},
                                     {"equipment", TEXT("Technical equipment")},
                                     {"spreading", TEXT("Spreads the word")},
                                     {"activities", TEXT("Joint activities")},
                                     {"other", TEXT("Other things")}}))
                       .required()
                       .listed(),
                   money("estimated", TEXT("Worth about")).listed(),
                   decimal("hours", TEXT("Hours, about"), {.decimals = 2, .least = 0, .most = most_planned_hours}),
                   long_text("note", TEXT("Note"), 2000)},
        .endings = Endings::none,
        .remove = http::Role::coordinator,
        .kept = kept_budgets,
        .words = {.about = TEXT("What partners give is followed up. It is no part of the calculation."),
                  .caption = TEXT("Given by partners"),
                  .empty = TEXT("Nothing yet."),
                  .add = TEXT("Add what a partner gives")}};
}

}  // namespace digilots::budget
