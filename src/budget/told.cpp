// What budgets say to reports: from the same amounts as their pages, of the days of a time.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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

/// Of the years that the time touches; nothing where none of them says anything.
std::optional<std::int64_t> planned_in(const Budget& budget, const Amounts& amounts, const periods::Period& period) {
    std::optional<std::int64_t> sum;
    for (std::size_t at = 0; at < budget.years(); ++at) {
        const auto year = budget.year(at);
        const bool is_touched = static_cast<int>(period.from.year()) <= year && year <= static_cast<int>(period.to.year());
        if (is_touched && amounts[at]) sum = sum.value_or(0) + *amounts[at];
    }
    return sum;
}

/// "2026", "2019–2020": the years of the budget that the time touches.
std::string years_touched(const Budget& budget, const periods::Period& period) {
    const int first = std::max(budget.first_year, static_cast<int>(period.from.year()));
    const int last = std::min(budget.last_year, static_cast<int>(period.to.year()));
    return std::to_string(first) + (last > first ? "–" + std::to_string(last) : "");
}

bool is_anything_paid(const Budget& budget, const SpentByLine& spent) {
    return std::ranges::any_of(budget.lines, [&](const Line& line) { return line.spent != 0 || spent_on(spent, line) != 0; });
}

/// What was planned for the years of the time beside what was paid in it. Where no payment was ever written down nobody knows
/// what was paid.
ToldTable costs_told(const Budget& budget, const SpentByLine& spent, const periods::Period& period,
                     const i18n::Translator& words) {
    ToldTable table{.caption = words.t(TEXT("Costs, in {currency}"), {{"currency", budget.currency}}),
                    .headers = {words.t(TEXT("Line")),
                                words.t(TEXT("Planned for {years}"), {{"years", years_touched(budget, period)}}),
                                words.t(TEXT("Paid in the time")), words.t(TEXT("Left of it")), words.t(TEXT("Planned in all")),
                                words.t(TEXT("Paid in all"))},
                    .money = {1, 2, 3, 4, 5}};
    const bool is_known = is_anything_paid(budget, spent);
    const auto add = [&](std::string title, std::optional<std::int64_t> planned, std::int64_t in_time,
                         std::optional<std::int64_t> in_all, std::int64_t paid) {
        const auto known = [&](std::int64_t amount) { return is_known ? std::optional(amount) : std::nullopt; };
        const auto left = planned && is_known ? std::optional(*planned - in_time) : std::nullopt;
        std::vector<std::string> row{std::move(title)};
        for (const auto& amount : {planned, known(in_time), left, in_all, known(paid)})
            row.push_back(amount_or_nothing(amount, words));
        table.rows.push_back(std::move(row));
    };
    std::int64_t in_time = 0, in_all = 0;
    for (const auto& line : budget.lines) {
        add(line.title, planned_in(budget, line.amounts, period), spent_on(spent, line), line.entered(), line.spent);
        in_time += spent_on(spent, line);
        in_all += line.spent;
    }
    add(words.t(TEXT("Sum")), planned_in(budget, budget.costs(), period), in_time, budget.total(), in_all);
    return table;
}

ToldTable financing_told(const Budget& budget, const i18n::Translator& words) {
    ToldTable table{.caption = words.t(TEXT("Who pays, in {currency}"), {{"currency", budget.currency}}),
                    .headers = {words.t(TEXT("Source"))},
                    .money = {}};
    const auto heading = [&](std::string title) {
        table.money.push_back(table.headers.size());
        table.headers.push_back(std::move(title));
    };
    for (std::size_t at = 0; at < budget.years(); ++at) heading(std::to_string(budget.year(at)));
    heading(words.t(TEXT("In all")));
    const bool has_kinds = std::ranges::any_of(budget.sources, [](const Source& one) { return one.cash || one.in_kind; });
    if (has_kinds)
        for (const auto& title : {TEXT("Of it in cash"), TEXT("Of it in kind")}) heading(words.t(title));
    const auto row_of = [&](std::string title, const Amounts& amounts) {
        std::vector<std::string> row{std::move(title)};
        for (std::size_t at = 0; at < budget.years(); ++at) row.push_back(amount_or_nothing(amounts[at], words));
        row.push_back(amount_or_nothing(sum_of(amounts), words));
        return row;
    };
    std::optional<std::int64_t> cash, in_kind;
    for (const auto& source : budget.sources) {
        auto row = row_of(source.title, source.amounts);
        if (has_kinds)
            for (const auto& part : {source.cash, source.in_kind}) row.push_back(amount_or_nothing(part, words));
        if (source.cash) cash = cash.value_or(0) + *source.cash;
        if (source.in_kind) in_kind = in_kind.value_or(0) + *source.in_kind;
        table.rows.push_back(std::move(row));
    }
    table.rows.push_back(row_of(words.t(TEXT("Sum")), budget.financing()));
    if (has_kinds)
        for (const auto& part : {cash, in_kind}) table.rows.back().push_back(amount_or_nothing(part, words));
    return table;
}

/// Of a time, read once for all budgets: what was paid, what was written at sessions by what it was for, who came.
struct TimeRead {
    SpentByLine by_line = {};
    std::map<std::string, std::map<std::string, std::int64_t>> paid = {};        // by budget and activity
    std::map<std::string, std::map<std::string, std::int64_t>> written = {};     // by activity and kind of cost
    std::map<std::string, std::int64_t> written_in_all = {};                     // by kind of cost
    std::map<std::string, std::int64_t> came = {};                               // by activity
    std::int64_t reached = 0;
};

/// A measure of all slices, in one municipality and time.
struct AskedOfTime {
    const Kinds& kinds;
    measures::Query query;
    measures::CountedOnce& figures;

    std::vector<measures::Row> rows(std::string_view key, const std::vector<std::string>& by) const {
        const auto* measure = measures::find_measure(kinds.measures, key);
        if (measure == nullptr) return {};
        auto asked = query;
        asked.by = by;
        return figures.rows(*measure, asked);
    }
    std::int64_t total(std::string_view key) const {
        const auto* measure = measures::find_measure(kinds.measures, key);
        return measure == nullptr ? 0 : figures.total(*measure, query).amount;
    }
};

std::string value_along(const measures::Row& row, const char* dimension) {
    const auto found = row.dimensions.find(dimension);
    return found == row.dimensions.end() ? "" : found->second;
}

TimeRead time_read(const AskedOfTime& asking) {
    TimeRead read;
    const auto& municipality = asking.query.municipalities.front();
    const auto from = base::format_date(asking.query.period.from), to = base::format_date(asking.query.period.to);
    asking.kinds.database.read([&](db::Connection& connection) {
        read = {};
        for (const auto row : connection.query(sql::spent_between, municipality, from, to))
            read.by_line[row.text("line")] = row.integer("spent");
        for (const auto row : connection.query(sql::spent_by_activity_between, municipality, from, to))
            read.paid[row.text("budget")][row.text("activity")] = row.integer("spent");
    });
    const auto* costs = measures::find_measure(asking.kinds.measures, measure_of_costs);
    const bool is_by_activity = costs != nullptr && costs->find("activity") != nullptr;
    const auto by = is_by_activity ? std::vector<std::string>{"activity", "cost"} : std::vector<std::string>{"cost"};
    for (const auto& row : asking.rows(measure_of_costs, by)) {
        read.written_in_all[value_along(row, "cost")] += row.value.amount;
        if (is_by_activity) read.written[value_along(row, "activity")][value_along(row, "cost")] += row.value.amount;
    }
    for (const auto& row : asking.rows("participants", {"activity"})) read.came[value_along(row, "activity")] += row.value.amount;
    read.reached = asking.total("participants_residents") + asking.total("inquiries");
    return read;
}

struct CostOfActivity {
    std::int64_t paid = 0, written = 0;
};

/// By activity: what was paid for it, and what was written at its sessions of what lines of this budget pay.
std::map<std::string, CostOfActivity> costs_by_activity(const Budget& budget, const TimeRead& read) {
    std::map<std::string, CostOfActivity> found;
    if (const auto paid = read.paid.find(budget.id); paid != read.paid.end())
        for (const auto& [activity, spent] : paid->second) found[activity].paid = spent;
    for (const auto& [activity, costs] : read.written)
        for (const auto& line : budget.lines) found[activity].written += costs_on(line, costs);
    std::erase_if(found, [](const auto& one) { return one.second.paid == 0 && one.second.written == 0; });
    return found;
}

/// Without rows where nothing was spent on an activity.
ToldTable activities_told(const Kinds& kinds, const Budget& budget, std::string_view municipality_id, const TimeRead& read,
                          const i18n::Translator& words) {
    ToldTable table{.caption = words.t(TEXT("What each activity cost")),
                    .headers = {words.t(TEXT("Activity")), words.t(TEXT("Paid in the time")),
                                words.t(TEXT("Written at its sessions")), words.t(TEXT("Came")),
                                words.t(TEXT("For each who came"))},
                    .money = {1, 2, 4}};
    const auto* costs = measures::find_measure(kinds.measures, measure_of_costs);
    if (costs == nullptr || costs->find("activity") == nullptr) return table;
    for (const auto& [activity, one] : costs_by_activity(budget, read)) {
        const auto persons = read.came.find(activity);
        const auto came = persons == read.came.end() ? std::int64_t{0} : persons->second;
        const auto each = came > 0 ? std::optional(base::divided_half_up(one.paid + one.written, came)) : std::nullopt;
        table.rows.push_back({measures::dimension_label(*costs, "activity", activity, municipality_id, words),
                              amount_text(one.paid, words), amount_text(one.written, words),
                              words.number(static_cast<double>(came)), amount_or_nothing(each, words)});
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
                                 const i18n::Translator& words, measures::CountedOnce& figures) const {
    std::vector<Told> all;
    std::optional<TimeRead> read;
    for (const auto snapshot = kinds_->kept.of(municipality_id); const auto& budget : *snapshot) {
        if (!has_a_year_in(budget, period)) continue;
        const AskedOfTime asking{*kinds_, {{std::string(municipality_id)}, period, {}, {}}, figures};
        if (!read) read = time_read(asking);
        auto spent = read->by_line;
        for (const auto& line : budget.lines)
            if (const auto costs = costs_on(line, read->written_in_all); costs != 0) spent[line.id] += costs;
        Told one{.title = budget.title, .tables = {costs_told(budget, spent, period, words), financing_told(budget, words)}};
        if (auto activities = activities_told(*kinds_, budget, municipality_id, *read, words); !activities.rows.empty())
            one.tables.push_back(std::move(activities));
        std::int64_t paid = 0;
        for (const auto& line : budget.lines) paid += spent_on(spent, line);
        one.sentences.push_back(is_anything_paid(budget, spent)
                                    ? words.t(TEXT("{amount} was paid in the time."), {{"amount", money_text(paid, words)}})
                                    : words.t(TEXT("No payment is written down: what was paid is not known.")));
        one.sentences.push_back(words.t(state_in_words(budget)));
        if (paid > 0 && read->reached > 0)
            one.sentences.push_back(
                words.t(TEXT("That is {amount} for each of {n} who were reached: residents who came to sessions, and questions "
                             "at desks. Who came several times counts each time."),
                        {{"amount", money_text(base::divided_half_up(paid, read->reached), words)},
                         {"n", words.number(static_cast<double>(read->reached))}}));
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
        auto total = with_currency(budget.total());
        if (!total.empty() && !budget.is_approved()) total += " (" + words.t(TEXT("no approval of it is written down")) + ")";
        auto& one = all.emplace_back(PublicBudget{.title = budget.title, .total = std::move(total)});
        for (const auto& source : budget.sources) one.payers.emplace_back(source.title, with_currency(sum_of(source.amounts)));
    }
    return all;
}

}  // namespace digilots::budget
