#include "network/sums.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "taxonomy/taxonomy.h"

namespace digilots::network {

namespace {

using html::components::Cell;

constexpr std::pair<std::string_view, i18n::Text> tables_added_up[] = {
    {"topic", TEXT("By topic, added up over the members")}, {"channel", TEXT("By way in, added up over the members")}};

/// Whoever says nothing, or nothing of this term, is silent.
void add_said(TermSum& sum, const std::vector<Approved>* said, std::string_view table) {
    if (said != nullptr && !said->empty())
        for (const auto& row : said->back().payload.rows) {
            if (row.table != table || row.term != sum.term) continue;
            if (row.value.shown == releases::Shown::count) {
                sum.told += row.value.count;
                ++sum.members;
                return;
            }
            if (row.value.shown == releases::Shown::hidden || row.value.shown == releases::Shown::withheld) {
                ++sum.hidden;
                return;
            }
        }
    ++sum.silent;
}

Cell cell_of(std::int64_t number, const html::Page& page) {
    return {.text = page.translator().number(static_cast<double>(number))};
}

}  // namespace

std::vector<TermSum> sums_of(const PeriodState& state, const std::vector<std::string>& members, std::string_view table) {
    std::map<std::string, TermSum> by_term;
    const auto said_by = [&](const std::string& member) {
        const auto found = state.approved.find(member);
        return found == state.approved.end() || found->second.empty() ? nullptr : &found->second;
    };
    for (const auto& member : members)
        if (const auto* said = said_by(member))
            for (const auto& row : said->back().payload.rows)
                if (row.table == table) by_term[row.term].term = row.term;
    std::vector<TermSum> sums;
    for (auto& [term, sum] : by_term) {
        for (const auto& member : members) add_said(sum, said_by(member), table);
        sums.push_back(sum);
    }
    std::ranges::stable_sort(sums, [](const TermSum& one, const TermSum& other) {
        return std::tie(one.told, one.members) > std::tie(other.told, other.members);
    });
    return sums;
}

std::vector<html::components::Table> tables_of_sums(const PeriodState& state, const std::vector<std::string>& members,
                                                    const html::Page& page) {
    std::vector<html::components::Table> tables;
    for (const auto& [name, caption] : tables_added_up) {
        auto sums = sums_of(state, members, name);
        std::erase_if(sums, [](const TermSum& sum) { return sum.told == 0 && sum.hidden == 0; });
        const auto list = taxonomy::list_named(name);
        if (sums.empty() || !list) continue;
        const auto kind = name == "topic" ? TEXT("What it was about") : TEXT("How people asked");
        html::components::Table table{.caption = page.t(caption),
                                      .columns = {{page.t(kind)},
                                                  {page.t("Questions in what is told"), true},
                                                  {page.t("Members that tell it"), true},
                                                  {page.t("Members where it is hidden"), true},
                                                  {page.t("Members that have not said it"), true}}};
        for (const auto& sum : sums) {
            const auto label = sum.term.empty() ? page.t("Not stated") : taxonomy::label(*list, sum.term, page.translator());
            table.rows.push_back({{.text = label},
                                  sum.members == 0 ? Cell{.text = page.t("Unknown"), .unknown = true} : cell_of(sum.told, page),
                                  cell_of(sum.members, page),
                                  cell_of(sum.hidden, page),
                                  cell_of(sum.silent, page)});
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace digilots::network
