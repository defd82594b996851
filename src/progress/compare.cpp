#include "progress/compare.h"

#include <algorithm>

#include "platform/base/text.h"
#include "progress/wheel.h"

namespace digilots::progress {

namespace {

/// The municipality in the middle of the group by this indicator; "" where nobody has a figure.
std::string middle_of(const indicators::Indicators& indicators, const std::string& municipality,
                      const std::string& indicator, int year, const std::string& group) {
    indicators::Question question;
    question.indicator = indicator;
    question.as_of = year;
    question.group.key = group;
    const auto distribution = indicators.distribution(municipality, question);
    if (distribution.values.empty()) return "";
    return distribution.values[distribution.values.size() / 2].municipality;
}

Wheel middle_wheel(const Progress& progress, const Subject& subject, int year, const std::string& group) {
    Wheel wheel = progress.marks(subject.id(), year);
    for (auto& goal : wheel.goals) {
        for (auto& target : goal.targets) {
            if (target.indicators.empty()) continue;
            auto& leading = target.indicators.front();
            const std::string middle =
                middle_of(progress.indicators(), subject.id(), leading.indicator.id, year, group);
            leading.standing = {};
            if (middle.empty()) continue;
            indicators::Question question;
            question.indicator = leading.indicator.id;
            question.as_of = year;
            leading.standing = progress.indicators().standing(middle, question);
        }
    }
    return wheel;
}

/// A name that both countries have means the one of the own country. Made-up ones are compared with each other.
const municipality::Municipality* find_by_name(std::string_view with, const municipality::Municipality& subject) {
    const auto* found = municipality::Municipalities::find(with);
    if (found && !subject.is_made_up) return found;
    const std::string wanted = base::fold(with);
    const municipality::Municipality* abroad = nullptr;
    for (const auto& one : subject.is_made_up ? municipality::made_up() : municipality::Municipalities::all()) {
        if (base::fold(one.name) != wanted && one.id != with) continue;
        if (one.country == subject.country) return &one;
        abroad = &one;
    }
    return abroad;
}

}  // namespace

std::string group_title(const indicators::GroupChoice& group, const Subject& subject,
                        const html::Page& page) {
    if (!group.title.empty()) return group.title;
    if (group.key == "county") return subject.municipality->county_name;
    return page.t("All municipalities");
}

base::Result<Compared, NotCompared> compare(const Progress& progress, const Subject& subject, int year,
                                std::string_view with, const html::Page& page) {
    const auto groups = progress.indicators().groups(subject.id());
    const auto group = std::ranges::find(groups, with, &indicators::GroupChoice::key);
    if (group != groups.end()) {
        return Compared{page.t("The middle of {group}", {{"group", group_title(*group, subject, page)}}),
                        middle_wheel(progress, subject, year, group->key)};
    }
    const auto* other = find_by_name(base::trim(with), *subject.municipality);
    if (!other || other->id == subject.id()) return base::failure(NotCompared::unknown);
    if (other->country != subject.municipality->country) return base::failure(NotCompared::abroad);
    Choices choices = progress.choices(subject.id());
    choices.goals.clear();
    return Compared{other->name,
                    work_out(progress.indicators(), other->id, choices, year, {}, Depth::leading_only)};
}

}  // namespace digilots::progress
