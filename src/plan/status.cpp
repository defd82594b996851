#include "plan/status.h"

#include <algorithm>

#include "platform/i18n/fill.h"

namespace digilots::plan {

namespace {

struct Counted {
    std::int64_t all = 0, done = 0, late = 0, begun = 0, waiting = 0;  // waiting: to begin before today, and not begun
};

std::string number_text(std::int64_t number) {
    return std::to_string(number);
}

bool is_late_node(const Node& node, base::Date today) {
    if (node.is_over() || node.goes_on) return false;
    return node.ends && *node.ends < today;
}

bool waits_to_begin(const Node& node, base::Date today) {
    return !node.begun && !node.is_over() && node.kind == Kind::activity && node.starts && *node.starts < today;
}

/// Leaves alone: what is below is counted, not what holds it.
Counted count_activities(const Plan& plan, const Node& node, base::Date today) {
    Counted counted;
    for (const auto* one : plan.all_below(node)) {
        if (one == &node || !plan.below(one->id).empty()) continue;
        ++counted.all;
        counted.done += one->is_over() ? 1 : 0;
        counted.begun += one->begun && !one->is_over() ? 1 : 0;
        const bool is_late = is_late_node(*one, today);
        counted.late += is_late ? 1 : 0;
        counted.waiting += !is_late && waits_to_begin(*one, today) ? 1 : 0;
    }
    return counted;
}

/// Its own and those of what is below it; of what is over none is late.
Counted count_milestones(const Plan& plan, const Node& node, base::Date today) {
    Counted counted;
    for (const auto* part : plan.all_below(node))
        for (const auto* one : plan.milestones_of(part->id)) {
            ++counted.all;
            counted.done += one->done ? 1 : 0;
            counted.late += !one->done && !part->is_over() && one->deadline && *one->deadline < today ? 1 : 0;
        }
    return counted;
}

void say(Status& status, i18n::Text text, std::vector<std::pair<std::string, std::string>> facts = {}) {
    status.reasons.push_back({text, std::move(facts)});
}

void say_counts(Status& status, const Counted& activities, const Counted& milestones) {
    if (activities.all > 0)
        say(status, TEXT("Lowest parts below it that are done: {done} of {all}"),
            {{"done", number_text(activities.done)}, {"all", number_text(activities.all)}});
    if (activities.late > 0)
        say(status, TEXT("Parts below it whose time is over without being done: {number}"),
            {{"number", number_text(activities.late)}});
    if (activities.waiting > 0)
        say(status, TEXT("Parts below it that were to begin and are not begun: {number}"),
            {{"number", number_text(activities.waiting)}});
    if (milestones.all > 0)
        say(status, TEXT("Milestones that are reached: {done} of {all}"),
            {{"done", number_text(milestones.done)}, {"all", number_text(milestones.all)}});
    if (milestones.late > 0)
        say(status, TEXT("Milestones whose day has passed: {number}"), {{"number", number_text(milestones.late)}});
}

void say_own_days(Status& status, const Node& node) {
    if (node.begun) say(status, TEXT("It was begun on {date}."), {{"date", base::format_date(*node.begun)}});
    if (node.done) say(status, TEXT("It was done on {date}."), {{"date", base::format_date(*node.done)}});
    if (node.closed) say(status, TEXT("It was closed on {date}."), {{"date", base::format_date(*node.closed)}});
}

bool says_broken(Status& status, const Plan& plan, const Node& node) {
    bool is_any = false;
    for (const auto* one : plan.dependencies_of(node.id)) {
        if (!plan.is_broken(*one)) continue;
        const auto* other = plan.find(one->other);
        say(status, TEXT("It begins before what must be first is over: {name}"), {{"name", plan.name_of(*other)}});
        is_any = true;
    }
    std::int64_t below = 0;
    for (const auto* part : plan.all_below(node)) {
        if (part == &node || part->is_over()) continue;
        for (const auto* one : plan.dependencies_of(part->id)) below += plan.is_broken(*one) ? 1 : 0;
    }
    if (below > 0)
        say(status, TEXT("Below it, dependencies that are broken: {number}"), {{"number", number_text(below)}});
    return is_any || below > 0;
}

}  // namespace

std::string_view word_of(Standing standing) {
    constexpr std::array<std::string_view, 6> words{"unknown", "ahead", "on_way", "attention", "late", "done"};
    return words[static_cast<std::size_t>(standing)];
}

Status status_of(const Plan& plan, const Node& node, base::Date today, const AskOthers& others) {
    Status status;
    const auto activities = count_activities(plan, node, today), milestones = count_milestones(plan, node, today);
    say_own_days(status, node);
    say_counts(status, activities, milestones);
    const bool is_broken = says_broken(status, plan, node);
    const auto told = others ? others(node) : FromOthers{};
    status.reasons.insert(status.reasons.end(), told.reasons.begin(), told.reasons.end());
    const bool should_have_begun = waits_to_begin(node, today);
    if (should_have_begun)
        say(status, TEXT("It was to begin on {date}, and is not begun."), {{"date", base::format_date(*node.starts)}});
    if (is_late_node(node, today))
        say(status, TEXT("Its time was over on {date}."), {{"date", base::format_date(*node.ends)}});
    const bool is_begun = node.begun || activities.begun + activities.done + milestones.done > 0 || told.has_sessions_held ||
                          told.has_task_done;
    const auto missed = activities.late + activities.waiting;
    const bool is_behind =
        missed + milestones.late > 0 || is_broken || told.has_goal_behind || told.has_task_overdue;
    // Where nobody has said anything of it and of what is below it, nobody knows whether it is late.
    const bool has_nothing_below = activities.all + milestones.all == 0;
    const bool is_told = is_begun || missed > 0 || told.has_task_overdue || has_nothing_below;
    if (node.is_over()) status.standing = Standing::done;
    else if (is_late_node(node, today)) status.standing = is_told ? Standing::late : Standing::unknown;
    else if (is_behind || should_have_begun) status.standing = Standing::attention;
    else if (is_begun) status.standing = Standing::on_way;
    else if (node.starts && *node.starts > today) status.standing = Standing::ahead;
    if (status.reasons.empty()) {
        if (status.standing == Standing::ahead)
            say(status, TEXT("It begins on {date}."), {{"date", base::format_date(*node.starts)}});
        else
            say(status, TEXT("Nothing of it is begun or done yet, and it has no milestones."));
    }
    return status;
}

std::map<std::string, Status, std::less<>> statuses_of(const Plan& plan, const std::vector<Placed>& parts, base::Date today,
                                                       const AskOthers& others) {
    std::map<std::string, Status, std::less<>> all;
    for (const auto& placed : parts) all[placed.node->id] = status_of(plan, *placed.node, today, others);
    return all;
}

std::map<std::string, Status, std::less<>> statuses_of(const Plan& plan, base::Date today, const AskOthers& others) {
    return statuses_of(plan, plan.placed(), today, others);
}

html::components::Mark mark_of(Standing standing, const i18n::Translator& words) {
    using html::components::MarkColour;
    switch (standing) {
        case Standing::done: return {MarkColour::green, words.t(TEXT("Done"))};
        case Standing::on_way: return {MarkColour::green, words.t(TEXT("On its way"))};
        case Standing::attention: return {MarkColour::yellow, words.t(TEXT("Needs attention"))};
        case Standing::late: return {MarkColour::red, words.t(TEXT("Late"))};
        case Standing::ahead: return {MarkColour::unknown, words.t(TEXT("Begins later"))};
        case Standing::unknown: break;
    }
    return {MarkColour::unknown, words.t(TEXT("Not known"))};
}

std::string words_of(const Sentence& sentence, const i18n::Translator& words) {
    std::vector<i18n::Argument> arguments;
    for (const auto& [fact, value] : sentence.facts) {
        const auto day = base::parse_date(value);
        arguments.emplace_back(fact, day ? words.date(*day) : value);
    }
    return i18n::filled(words.t(std::string_view(sentence.text.id)), arguments, words.language());
}

}  // namespace digilots::plan
