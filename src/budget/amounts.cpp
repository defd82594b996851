#include "budget/amounts.h"

#include <optional>

#include "platform/audit/audit.h"
#include "platform/register/planned_store.h"
#include "platform/register/steps.h"

namespace digilots::budget {

namespace {

using register_::Draft, register_::Record, register_::Records;

/// The record with what was typed of it, as its form would send it.
Draft with_typed(const Records& records, const Record& record, const register_::Surroundings& around,
                 const std::array<std::string, most_years>& typed) {
    auto draft = records.draft_of(record, around);
    for (std::size_t at = 0; at < most_years; ++at) draft[std::string(year_columns[at])] = {typed[at]};
    return draft;
}

/// Problems of a year stand at its field, others at the first of the row.
void add_errors(AmountErrors& errors, const std::string& id, const register_::Problems& problems,
                const i18n::Translator& words) {
    for (const auto& problem : problems) {
        std::size_t year = 0;
        for (std::size_t at = 0; at < most_years; ++at)
            if (problem.input == year_columns[at]) year = at;
        errors.emplace_back(field_of_amount(id, year), problem.words(words));
    }
}

struct ToWrite {
    Records* records;
    std::string id;
    Draft draft;
};

/// What is wrong with what was typed, before anything is written; what is to be written where nothing is.
base::Result<std::vector<ToWrite>, AmountErrors> planned(Kinds& kinds, const register_::Surroundings& around,
                                                         const TypedAmounts& typed) {
    std::vector<ToWrite> all;
    AmountErrors errors;
    for (const auto& [id, amounts] : typed) {
        for (auto* records : {&kinds.lines, &kinds.sources}) {
            const auto record = records->find(around.municipality_id, id);
            if (!record) continue;
            auto draft = with_typed(*records, *record, around, amounts);
            register_::Problems problems;
            const auto meant = records->read(around, draft, *record, problems);
            add_errors(errors, id, problems, *around.words);
            if (!(meant == *record)) all.push_back({records, id, std::move(draft)});
        }
    }
    if (!errors.empty()) return base::failure(std::move(errors));
    return all;
}

/// The transaction is taken back with what is wrong.
struct Refused {
    AmountErrors errors;
};

}  // namespace

std::string mark_of_amounts(const Budget& budget) {
    std::map<std::string, std::string> rows;
    const auto add = [&](const std::string& id, const Amounts& amounts) {
        auto& row = rows[id];
        for (const auto& one : amounts) row += one ? std::to_string(*one) + ";" : "-;";
    };
    for (const auto& line : budget.lines) add(line.id, line.amounts);
    for (const auto& source : budget.sources) add(source.id, source.amounts);
    std::vector<std::string> parts;
    for (const auto& [id, row] : rows) parts.push_back(id + "=" + row);
    return base::mark_of(parts);
}

std::string saved_last(const Kinds& kinds, const Budget& budget, std::string_view municipality_id) {
    const auto name_of = [](const Records& records, const std::string& id) {
        return std::string(records.declaration().key) + ":" + id;
    };
    std::vector<std::string> names{name_of(kinds.budgets, budget.id)};
    for (const auto& line : budget.lines) names.push_back(name_of(kinds.lines, line.id));
    for (const auto& source : budget.sources) names.push_back(name_of(kinds.sources, source.id));
    return kinds.database.read([&](db::Connection& connection) {
        auto last = names.front();
        std::optional<base::Instant> at;
        for (const auto& name : names) {
            const auto trace = audit::latest(connection, municipality_id, name);
            if (!trace || (at && trace->at < *at)) continue;
            at = trace->at;
            last = name;
        }
        return last;
    });
}

std::string field_of_amount(const std::string& id, std::size_t year) {
    return "amount_" + std::to_string(year + 1) + "_" + id;
}

base::Result<SavedAmounts, AmountErrors> save_amounts(Kinds& kinds, const register_::Surroundings& around,
                                                      std::string_view budget_id, const TypedAmounts& typed,
                                                      const base::Seen& seen, std::string_view actor) {
    const auto plan = planned(kinds, around, typed);
    if (!plan) return base::failure(plan.error());
    try {
        return kinds.database.write(
            [&](db::Connection& connection) -> base::Result<SavedAmounts, AmountErrors> {
                // Who saves second waits here, and then sees what the first has saved.
                kept::raise(connection, kept_budgets, around.municipality_id);
                const auto now = budget_in(connection, kinds, around.municipality_id, budget_id);
                if (!now) return SavedAmounts::not_there;
                if (!seen.is(mark_of_amounts(*now))) return SavedAmounts::changed_meanwhile;
                for (const auto& one : *plan) {
                    const auto changed =
                        one.records->change_in(connection, around, one.id, one.draft, actor, base::Seen::anything());
                    if (changed) continue;
                    AmountErrors errors;
                    add_errors(errors, one.id, changed.error().problems, *around.words);
                    throw Refused{std::move(errors)};
                }
                return SavedAmounts::done;
            },
            db::Isolation::deciding);
    } catch (const Refused& refused) {
        if (refused.errors.empty()) return SavedAmounts::changed_meanwhile;
        return base::failure(refused.errors);
    }
}

}  // namespace digilots::budget
