#include "progress/tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/tables/csv_reader.h"

namespace digilots::progress {

namespace {

std::vector<std::vector<std::string>> table(std::string_view name) {
    const auto content = base::embedded_file("data/indicators/" + std::string(name));
    ENSURE(content.has_value());
    return tables::rows_below_header(*content);
}

int to_int(std::string_view text) {
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    ENSURE(result.ec == std::errc{});
    return value;
}

std::string whole(std::string lettering) {
    std::erase(lettering, '|');
    return lettering;
}

std::vector<Goal> read_goals() {
    std::vector<Goal> all;
    for (const auto& row : table("goals.csv"))
        all.push_back({to_int(row[0]), row[1], row[2], whole(row[3]), whole(row[4]), whole(row[5]), row[6],
                       row[3], row[4], row[5]});
    return all;
}

std::vector<Target> read_targets() {
    std::vector<Target> all;
    for (const auto& row : table("targets.csv"))
        all.push_back({row[0], to_int(row[1]), row[2], row[3], row[4]});
    return all;
}

std::vector<ProposedIndicator> read_proposed() {
    std::vector<ProposedIndicator> all;
    for (const auto& row : table("kpi_targets.csv"))
        all.push_back({row[0], row[1], row[2] == "1", row[3], row[4], row[5]});
    return all;
}

std::string in_language(const i18n::Translator& translator, const std::string& sv, const std::string& nb,
                        const std::string& en) {
    const std::string& code = translator.language().code;
    if (code.starts_with("sv")) return sv;
    return code == "nb" || code == "nn" ? nb : en;
}

}  // namespace

std::string Goal::title(const i18n::Translator& translator) const {
    if (translator.language().code == "ar") return title_ar;
    return in_language(translator, title_sv, title_nb, title_en);
}

std::string Goal::lettering(const i18n::Translator& translator) const {
    if (translator.language().code == "ar") return title_ar;
    return in_language(translator, lettering_sv, lettering_nb, lettering_en);
}

std::string Target::title(const i18n::Translator& translator) const {
    return in_language(translator, title_sv, title_nb, title_en);
}

const std::vector<Goal>& goals() {
    static const auto all = read_goals();
    return all;
}

const std::vector<Target>& targets() {
    static const auto all = read_targets();
    return all;
}

const Target* find_target(std::string_view id) {
    return base::find_in(targets(), id, &Target::id);
}

const std::vector<ProposedIndicator>& proposed_indicators() {
    static const auto all = read_proposed();
    return all;
}

const std::vector<std::string>& proposed_for(std::string_view target, std::string_view municipality) {
    using ByTarget = std::map<std::string, std::vector<std::string>, std::less<>>;
    static const auto by_country = [] {
        std::array<ByTarget, 4> made;                    // Sweden's, Norway's, and the same of made-up ones
        for (const auto& one : proposed_indicators()) {
            const std::size_t country = one.indicator.starts_with("kostra:") ? 1 : 0;
            for (const auto& [at, id] : {std::pair(country, one.indicator),
                                         std::pair(country + 2, indicators::made_up_id(one.indicator))}) {
                auto& ids = made[at][one.target];
                ids.insert(one.leading ? ids.begin() : ids.end(), id);
            }
        }
        return made;
    }();
    static const std::vector<std::string> none;
    const auto* made_up = municipality::find_made_up(municipality);
    const auto* place = made_up ? made_up : municipality::Municipalities::find(municipality);
    if (!place) return none;
    const auto& by_target = by_country[(place->country == "NO" ? 1U : 0U) + (made_up ? 2U : 0U)];
    const auto found = by_target.find(target);
    return found == by_target.end() ? none : found->second;
}

std::string proposed_reason(std::string_view indicator, std::string_view target,
                            const i18n::Translator& translator) {
    for (const auto& one : proposed_indicators()) {
        if (one.indicator != indicators::official_id(indicator) || one.target != target) continue;
        return in_language(translator, one.reason_sv, one.reason_nb, one.reason_en);
    }
    return "";
}

std::vector<DemoTarget> demo_targets() {
    std::vector<DemoTarget> all;
    for (const auto& row : table("chosen_targets.csv")) all.push_back({row[0], row[1], row[2]});
    return all;
}

std::vector<DemoGoal> demo_goals() {
    std::vector<DemoGoal> all;
    for (const auto& row : table("local_goals.csv")) {
        OwnGoal goal{row[1], to_int(row[2]), row[3], row[4], {}};
        for (const auto target : base::split(row[5], ' ')) goal.targets.emplace_back(target);
        all.push_back({row[0], std::move(goal)});
    }
    return all;
}

}  // namespace digilots::progress
