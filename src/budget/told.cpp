// What budgets say to reports: from the same amounts as their pages, of the days of a time.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "budget/kinds.h"
#include "budget/sql.h"
#include "platform/base/exact.h"

namespace digilots::budget {

namespace {

std::string amount_or_nothing(const std::optional<std::int64_t>& ore, const i18n::Translator& words) {
    return ore ? amount_text(*ore, words) : words.t(TEXT("Not known"));
}

bool has_a_year_in(const Budget& budget, const periods::Period& period) {
    return budget.first_year <= static_cast<int>(period.to.year()) && static_cast<int>(period.from.year()) <= budget.last_year;
}

using SpentByLine = std::map<std::string, std::int64_t>;

std::int64_t spent_on(const SpentByLine& spent, const Line& line) {
    const auto found = spent.find(line.id);
    return found == spent.end() ? 0 : found->second;
}

ToldTable costs_told(const Budget& budget, const SpentByLine& spent, const i18n::Translator& words) {
    ToldTable table{.caption = words.t(TEXT("Costs, in {currency}"), {{"currency", budget.currency}}),
                    .headers = {words.t(TEXT("Line")), words.t(TEXT("Planned in all")), words.t(TEXT("Paid in the time")),
                                words.t(TEXT("Paid in all"))},
                    .money = {1, 2, 3}};
    std::int64_t in_time = 0, in_all = 0;
    for (const auto& line : budget.lines) {
        table.rows.push_back({line.title, amount_or_nothing(line.entered(), words), amount_text(spent_on(spent, line), words),
                              amount_text(line.spent, words)});
        in_time += spent_on(spent, line);
        in_all += line.spent;
    }
    table.rows.push_back({words.t(TEXT("Sum")), amount_or_nothing(budget.total(), words), amount_text(in_time, words),
                          amount_text(in_all, words)});
    return table;
}

ToldTable financing_told(const Budget& budget, const i18n::Translator& words) {
    ToldTable table{.caption = words.t(TEXT("Who pays, in {currency}"), {{"currency", budget.currency}}),
                    .headers = {words.t(TEXT("Source")), words.t(TEXT("In all"))},
                    .money = {1}};
    for (const auto& source : budget.sources)
        table.rows.push_back({source.title, amount_or_nothing(sum_of(source.amounts), words)});
    table.rows.push_back({words.t(TEXT("Sum")), amount_or_nothing(sum_of(budget.financing()), words)});
    return table;
}

/// Nothing where no slice counts it.
std::optional<std::int64_t> counted(const std::vector<measures::Measure>& measures, std::string_view key,
                                    std::string_view municipality_id, const periods::Period& period) {
    const auto* measure = measures::find_measure(measures, key);
    if (measure == nullptr) return std::nullopt;
    const measures::Query query{.municipalities = {std::string(municipality_id)}, .period = period, .by = {}, .where = {}};
    return measures::total_of(*measure, measure->figures(query)).amount;
}

struct CostOfActivity {
    std::int64_t paid = 0, written = 0, came = 0;
};

/// By activity: what was paid for it, what was written at its sessions of what lines of this budget pay, and who came.
std::map<std::string, CostOfActivity> costs_by_activity(const Kinds& kinds, const Budget& budget,
                                                        std::string_view municipality_id, const periods::Period& period,
                                                        const measures::Measure& costs) {
    std::map<std::string, CostOfActivity> found;
    const auto paid = kinds.database.read([&](db::Connection& connection) {
        return connection.query(sql::spent_by_activity_between, municipality_id, budget.id, base::format_date(period.from),
                                base::format_date(period.to));
    });
    for (const auto row : paid) found[row.text("activity")].paid = row.integer("spent");
    measures::Query query{
        .municipalities = {std::string(municipality_id)}, .period = period, .by = {"activity", "cost"}, .where = {}};
    for (const auto& row : costs.figures(query))
        for (const auto& line : budget.lines)
            found[row.dimensions.at("activity")].written += costs_on(line, {{row.dimensions.at("cost"), row.value.amount}});
    query.by = {"activity"};
    if (const auto* came = measures::find_measure(kinds.measures, "participants"))
        for (const auto& row : came->figures(query))
            if (const auto one = found.find(row.dimensions.at("activity")); one != found.end())
                one->second.came += row.value.amount;
    std::erase_if(found, [](const auto& one) { return one.second.paid == 0 && one.second.written == 0; });
    return found;
}

/// Without rows where nothing was spent on an activity.
ToldTable activities_told(const Kinds& kinds, const Budget& budget, std::string_view municipality_id,
                          const periods::Period& period, const i18n::Translator& words) {
    ToldTable table{.caption = words.t(TEXT("What each activity cost")),
                    .headers = {words.t(TEXT("Activity")), words.t(TEXT("Paid in the time")),
                                words.t(TEXT("Written at its sessions")), words.t(TEXT("Came")),
                                words.t(TEXT("For each who came"))},
                    .money = {1, 2, 4}};
    const auto* costs = measures::find_measure(kinds.measures, "activity_costs");
    if (costs == nullptr || costs->find("activity") == nullptr) return table;
    for (const auto& [activity, one] : costs_by_activity(kinds, budget, municipality_id, period, *costs)) {
        const auto each = one.came > 0 ? std::optional(base::divided_half_up(one.paid + one.written, one.came)) : std::nullopt;
        table.rows.push_back({measures::dimension_label(*costs, "activity", activity, municipality_id, words),
                              amount_text(one.paid, words), amount_text(one.written, words),
                              words.number(static_cast<double>(one.came)), amount_or_nothing(each, words)});
    }
    std::ranges::sort(table.rows);
    return table;
}

}  // namespace

Accounts::Accounts(db::Database& database, const base::Clock& clock, Neighbours neighbours,
                   std::vector<measures::Measure> measures)
    : kinds_([&] {
          auto kinds =
              std::make_shared<Kinds>(database, clock, neighbours.municipalities, neighbours.versions, neighbours.others);
          kinds->measures = std::move(measures);
          return kinds;
      }()) {}

std::vector<Told> Accounts::told(std::string_view municipality_id, const periods::Period& period,
                                 const i18n::Translator& words) const {
    std::vector<Told> all;
    SpentByLine spent;
    kinds_->database.read([&](db::Connection& connection) {
        spent.clear();
        for (const auto row : connection.query(sql::spent_between, municipality_id, base::format_date(period.from),
                                               base::format_date(period.to)))
            spent[row.text("line")] = row.integer("spent");
    });
    const auto came = counted(kinds_->measures, "participants_residents", municipality_id, period),
               asked = counted(kinds_->measures, "inquiries", municipality_id, period);
    const auto at_sessions = session_costs_in(*kinds_, municipality_id, period);
    for (const auto snapshot = kinds_->kept.of(municipality_id); const auto& budget : *snapshot) {
        if (!has_a_year_in(budget, period)) continue;
        for (const auto& line : budget.lines)
            if (const auto costs = costs_on(line, at_sessions); costs != 0) spent[line.id] += costs;
        Told one{.title = budget.title, .tables = {costs_told(budget, spent, words), financing_told(budget, words)}};
        if (auto activities = activities_told(*kinds_, budget, municipality_id, period, words); !activities.rows.empty())
            one.tables.push_back(std::move(activities));
        std::int64_t paid = 0;
        for (const auto& line : budget.lines) paid += spent_on(spent, line);
        one.sentences.push_back(words.t(TEXT("{amount} was paid in the time."), {{"amount", money_text(paid, words)}}));
        one.sentences.push_back(words.t(state_in_words(budget)));
        const auto reached = came.value_or(0) + asked.value_or(0);
        if (paid > 0 && reached > 0)
            one.sentences.push_back(
                words.t(TEXT("That is {amount} for each of {n} who were reached: residents who came to sessions, and questions "
                             "at desks. Who came several times counts each time."),
                        {{"amount", money_text(base::divided_half_up(paid, reached), words)},
                         {"n", words.number(static_cast<double>(reached))}}));
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<BudgetOfPart> Accounts::of_part(std::string_view municipality_id, std::string_view part, base::Date today,
                                            const i18n::Translator& words) const {
    std::vector<BudgetOfPart> all;
    for (const auto snapshot = kinds_->kept.of(municipality_id); const auto& budget : *snapshot) {
        if (part.empty() || budget.node != part) continue;
        std::int64_t paid = 0;
        std::optional<std::int64_t> foreseen;
        for (const auto& line : budget.lines) {
            paid += line.spent;
            if (const auto at_the_end = forecast_of(budget, line, today)) foreseen = foreseen.value_or(0) + *at_the_end;
        }
        const auto said = words.t(TEXT("planned {planned}, paid {paid}, foreseen at the end {foreseen}, in {currency}"),
                                  {{"planned", amount_or_nothing(budget.total(), words)},
                                   {"paid", amount_text(paid, words)},
                                   {"foreseen", amount_or_nothing(foreseen, words)},
                                   {"currency", budget.currency}});
        all.push_back({budget.id, said + ". " + words.t(state_in_words(budget))});
    }
    return all;
}

std::vector<PublicBudget> Accounts::published(std::string_view municipality_id, const i18n::Translator& words) const {
    std::vector<PublicBudget> all;
    for (const auto snapshot = kinds_->kept.of(municipality_id); const auto& budget : *snapshot) {
        if (!budget.is_published) continue;
        const auto with_currency = [&](const std::optional<std::int64_t>& ore) {
            return ore ? amount_text(*ore, words) + "\u00A0" + budget.currency : std::string();
        };
        auto& one = all.emplace_back(PublicBudget{.title = budget.title, .total = with_currency(budget.total())});
        for (const auto& source : budget.sources) one.payers.emplace_back(source.title, with_currency(sum_of(source.amounts)));
    }
    return all;
}

}  // namespace digilots::budget
