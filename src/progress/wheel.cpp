#include "progress/wheel.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <set>
#include <span>

#include "progress/tables.h"

namespace digilots::progress {

namespace {

std::vector<std::string> usable(const indicators::Indicators& indicators, std::string_view target,
                                std::string_view municipality) {
    std::vector<std::string> found;
    for (const auto& id : proposed_for(target, municipality)) {
        if (!indicators.years(id).empty()) found.push_back(id);
    }
    return found;
}

WheelIndicator with_indicator(const indicators::Indicators& indicators, const std::string& id,
                              indicators::Standing standing) {
    WheelIndicator one{indicators.find(id).value_or(indicators::Indicator{}), std::move(standing)};
    one.indicator.id = id;
    return one;
}

std::span<const std::string> shown_of(const ChosenTarget& chosen, Depth depth) {
    const std::span all(chosen.indicators);
    return depth == Depth::leading_only && !all.empty() ? all.first(1) : all;
}

std::vector<std::string> indicators_of(const Choices& choices, Depth depth) {
    std::vector<std::string> ids;
    for (const auto& chosen : choices.targets) {
        if (find_target(chosen.target)) std::ranges::copy(shown_of(chosen, depth), std::back_inserter(ids));
    }
    return ids;
}

template <class Ids>
void read_years_ahead(const indicators::Indicators& indicators, Ids&& targets, std::string_view municipality) {
    std::vector<std::string> ids;
    for (const auto& target : targets)
        std::ranges::copy(proposed_for(target, municipality), std::back_inserter(ids));
    indicators.read_years_ahead(ids);
}

}  // namespace

indicators::Colour WheelTarget::colour() const {
    return indicators.empty() ? indicators::Colour::unknown : indicators.front().standing.colour;
}

const WheelTarget* Wheel::find(std::string_view target) const {
    for (const auto& goal : goals) {
        for (const auto& one : goal.targets) {
            if (one.target->id == target) return &one;
        }
    }
    return nullptr;
}

Choices proposal(const indicators::Indicators& indicators, std::string_view municipality) {
    Choices choices;
    read_years_ahead(indicators, targets() | std::views::transform(&Target::id), municipality);
    choices.is_proposal = true;
    for (const auto& target : targets()) {
        auto ids = usable(indicators, target.id, municipality);
        if (!ids.empty()) choices.targets.push_back({target.id, "", std::move(ids), false});
    }
    return choices;
}

void fill_in_proposed(Choices& choices, const indicators::Indicators& indicators,
                      std::string_view municipality) {
    read_years_ahead(indicators, choices.targets | std::views::transform(&ChosenTarget::target), municipality);
    for (auto& target : choices.targets) {
        if (target.own_indicators) continue;
        target.indicators = usable(indicators, target.target, municipality);
        // A target that was chosen is shown also while nothing is known of it.
        if (target.indicators.empty()) target.indicators = proposed_for(target.target, municipality);
    }
}

Wheel work_out(const indicators::Indicators& indicators, std::string_view municipality,
               const Choices& choices, int year, const indicators::Group& group, Depth depth) {
    Wheel wheel;
    wheel.municipality = municipality;
    wheel.year = year;
    wheel.group = group;
    wheel.is_proposal = choices.is_proposal;
    wheel.own_goals = choices.goals;
    for (const auto& goal : goals()) wheel.goals.push_back({&goal, {}});
    indicators::Question question;
    question.group = group;
    question.as_of = year;
    auto standings = indicators.standings(municipality, indicators_of(choices, depth), question);
    auto next = standings.begin();
    for (const auto& chosen : choices.targets) {
        const Target* target = find_target(chosen.target);
        if (!target) continue;
        WheelTarget one{target, chosen.why, {}};
        for (const auto& id : shown_of(chosen, depth)) {
            one.indicators.push_back(with_indicator(indicators, id, std::move(*next++)));
        }
        wheel.goals[static_cast<std::size_t>(target->goal) - 1].targets.push_back(std::move(one));
    }
    return wheel;
}

std::vector<int> years_of(const indicators::Indicators& indicators, const Choices& choices) {
    std::set<int> years;
    for (const auto& target : choices.targets) {
        if (target.indicators.empty()) continue;
        for (const int year : indicators.years(target.indicators.front())) years.insert(year);
    }
    return {years.begin(), years.end()};
}

}  // namespace digilots::progress
