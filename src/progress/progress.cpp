#include "progress/progress.h"

#include <algorithm>
#include <functional>

#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/text.h"
#include "platform/kept/kept.h"
#include "progress/progress_store.h"
#include "progress/tables.h"
#include "progress/wheel.h"
#include "progress/wheel_json.h"

namespace digilots::progress {

namespace {

constexpr std::string_view kept_name = "progress";

/// Of one municipality.
struct Chosen {
    Choices choices;
    std::vector<Evaluation> evaluations;
};

struct Warmed {};

Chosen load(db::Database& database, std::string_view municipality) {
    return database.read([&](db::Connection& connection) {
        return Chosen{store::choices(connection, municipality), store::evaluations(connection, municipality)};
    });
}

constexpr std::string_view reserved_key = "new";   // the address of the empty form
constexpr std::size_t longest_goal_key = 30;

/// From its title, with a number where another has it.
std::string new_goal_key(const std::string& title, const std::vector<OwnGoal>& others) {
    const std::string first = base::cut(base::slug(title), longest_goal_key);
    std::string key = first;
    for (int number = 2; key == reserved_key || std::ranges::find(others, key, &OwnGoal::key) != others.end(); ++number)
        key = first + "-" + std::to_string(number);
    return key;
}

std::string stored_mark(db::Connection& connection, std::string_view municipality, std::string_view target) {
    const auto stored = store::choices(connection, municipality).targets;
    const auto found = std::ranges::find(stored, target, &ChosenTarget::target);
    return mark_of(found == stored.end() ? nullptr : &*found);
}

std::string mark_of_goal(const std::vector<OwnGoal>& stored, std::string_view key) {
    const auto found = std::ranges::find(stored, key, &OwnGoal::key);
    return mark_of(found == stored.end() ? nullptr : &*found);
}

std::string mark_of_year(db::Connection& connection, std::string_view municipality, int year) {
    const auto stored = store::evaluations(connection, municipality);
    const auto found = std::ranges::find(stored, year, &Evaluation::year);
    return mark_of(found == stored.end() ? nullptr : &*found);
}

}  // namespace

std::string mark_of(const ChosenTarget* target) {
    if (!target) return base::mark_of({});
    std::vector<std::string> parts{target->target, target->why};
    // What is proposed changes with the program, not by a person.
    if (target->own_indicators) parts.insert(parts.end(), target->indicators.begin(), target->indicators.end());
    return base::mark_of(parts);
}

std::string mark_of(const OwnGoal* goal) {
    if (!goal) return base::mark_of({});
    std::vector<std::string> parts = goal->targets;
    // In whatever order they were read.
    std::ranges::sort(parts);
    for (const auto& part : {goal->key, std::to_string(goal->number), goal->title, goal->colour}) parts.push_back(part);
    return base::mark_of(parts);
}

std::string mark_of(const Evaluation* evaluation) {
    if (!evaluation) return base::mark_of({});
    return base::mark_of({evaluation->task, evaluation->due_on, evaluation->conclusion, evaluation->decision,
                          evaluation->closed_at ? "closed" : "open"});
}

struct Progress::Implementation {
    db::Database& database;
    const indicators::Indicators& indicators;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
    kept::Kept<Chosen> chosen;
    // Proposals are alike for all municipalities of a country, until the figures change.
    kept::Kept<Choices> proposals;
    kept::Kept<Warmed> warmed;

    Implementation(db::Database& opened, const kept::Versions& versions, const indicators::Indicators& figures,
                   const municipality::Municipalities& all, const base::Clock& time)
        : database(opened), indicators(figures), municipalities(all), clock(time),
          chosen(clock, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_name, id)); },
                 [this](std::string_view id) { return std::make_shared<const Chosen>(load(database, id)); }),
          proposals(clock, with_figures(versions),
                    [this](std::string_view country) {
                        return std::make_shared<const Choices>(proposal(indicators, any_of(country)));
                    }),
          warmed(clock, with_figures(versions), [this](std::string_view country) { return warm(country); }) {}

    static kept::TakeStamp with_figures(const kept::Versions& versions) {
        return [&versions](std::string_view, kept::Stamp& stamp) { stamp.take(versions.of("figures", "")); };
    }

    static std::string any_of(std::string_view country) {
        const auto& all = municipality::Municipalities::all();
        const auto one = std::ranges::find(all, country, &municipality::Municipality::country);
        return one == all.end() ? "" : one->id;
    }

    Choices proposal_for(std::string_view municipality) const {
        const auto found = municipalities.about(municipality);
        return *proposals.of(found ? found->country : "");
    }

    std::shared_ptr<const Warmed> warm(std::string_view country) const {
        const auto proposed = proposals.of(country);
        const auto years = years_of(indicators, *proposed);
        if (!years.empty())
            work_out(indicators, any_of(country), *proposed, years.back(), {}, Depth::all_indicators);
        return std::make_shared<const Warmed>();
    }

    /// A change, its trace and the version in one transaction. `work` decides on what is stored then, not on what this
    /// server remembers, and returns the record that it changed; "": nothing was changed. Returns the same.
    std::string change(std::string_view municipality, std::string_view actor, const std::string& action,
                       const std::string& detail, const std::function<std::string(db::Connection&)>& work) {
        const auto now = clock.now();
        return database.write([&](db::Connection& connection) {
            auto changed = work(connection);
            if (changed.empty()) return changed;
            kept::raise(connection, kept_name, municipality);
            audit::record(connection, {std::string(municipality), std::string(actor), action, changed, detail}, now);
            return changed;
        }, db::Isolation::deciding);
    }
};

Progress::Progress(db::Database& database, const kept::Versions& versions, const indicators::Indicators& indicators,
                   const municipality::Municipalities& municipalities, const base::Clock& clock)
    : implementation_(std::make_unique<Implementation>(database, versions, indicators, municipalities, clock)) {}

Progress::~Progress() = default;

Choices Progress::choices(std::string_view municipality) const {
    Choices choices = implementation_->chosen.of(municipality)->choices;
    if (choices.targets.empty()) {
        auto own_goals = std::move(choices.goals);
        choices = implementation_->proposal_for(municipality);
        choices.goals = std::move(own_goals);
    } else {
        fill_in_proposed(choices, implementation_->indicators, municipality);
    }
    return choices;
}

std::vector<int> Progress::years(std::string_view municipality) const {
    return years_of(implementation_->indicators, choices(municipality));
}

Wheel Progress::wheel(std::string_view municipality, std::optional<int> year,
                      const indicators::Group& group) const {
    const Choices chosen = choices(municipality);
    if (!year) {
        const auto all = years_of(implementation_->indicators, chosen);
        year = all.empty() ? 0 : all.back();
    }
    return work_out(implementation_->indicators, municipality, chosen, *year, group, Depth::all_indicators);
}

Wheel Progress::marks(std::string_view municipality, int year) const {
    return work_out(implementation_->indicators, municipality, choices(municipality), year, {},
                    Depth::leading_only);
}

std::vector<Evaluation> Progress::evaluations(std::string_view municipality) const {
    return implementation_->chosen.of(municipality)->evaluations;
}

std::optional<Evaluation> Progress::evaluation(std::string_view municipality, int year) const {
    for (auto& one : evaluations(municipality)) {
        if (one.year == year) return one;
    }
    return std::nullopt;
}

std::string Progress::kept_wheel(std::string_view municipality, int year) const {
    return implementation_->database.read(
        [&](db::Connection& connection) { return store::kept_wheel(connection, municipality, year); });
}

bool Progress::choose(std::string_view municipality, const ChosenTarget& target, std::string_view actor,
                      const base::Seen& seen) {
    ENSURE(find_target(target.target) != nullptr);
    const auto chosen = implementation_->change(
        municipality, actor, "target chosen", "why, indicators", [&](db::Connection& connection) -> std::string {
            if (!seen.is(stored_mark(connection, municipality, target.target))) return "";
            store::save_target(connection, municipality, target);
            return "target:" + target.target;
        });
    return !chosen.empty();
}

bool Progress::leave_out(std::string_view municipality, std::string_view target, std::string_view actor,
                         const base::Seen& seen) {
    const auto left_out = implementation_->change(
        municipality, actor, "target left out", "", [&](db::Connection& connection) -> std::string {
            if (!seen.is(stored_mark(connection, municipality, target))) return "";
            store::delete_target(connection, municipality, target);
            return "target:" + std::string(target);
        });
    return !left_out.empty();
}

void Progress::adopt_proposal(std::string_view municipality, std::string_view actor) {
    const Choices proposed = choices(municipality);
    if (!proposed.is_proposal) return;
    implementation_->change(
        municipality, actor, "proposed targets chosen", "", [&](db::Connection& connection) -> std::string {
            if (!store::choices(connection, municipality).targets.empty()) return "";
            for (const auto& target : proposed.targets)
                store::save_target(connection, municipality, {target.target, "", {}, false});
            return "targets";
        });
}

base::Result<void, GoalProblem> Progress::save_goal(std::string_view municipality, OwnGoal goal, std::string_view actor,
                                                    const base::Seen& seen) {
    GoalProblem problem = GoalProblem::number_taken;
    const auto saved = implementation_->change(
        municipality, actor, "own goal saved", "number, title, colour, targets",
        [&](db::Connection& connection) -> std::string {
            const Choices stored = store::choices(connection, municipality);
            problem = GoalProblem::changed_meanwhile;
            if (!goal.key.empty() && !seen.is(mark_of_goal(stored.goals, goal.key))) return "";
            problem = GoalProblem::number_taken;
            OwnGoal kept = goal;
            if (kept.key.empty()) kept.key = new_goal_key(kept.title, stored.goals);
            const auto takes_its_number = [&](const OwnGoal& other) {
                return other.number == kept.number && other.key != kept.key;
            };
            if (std::ranges::any_of(stored.goals, takes_its_number)) return "";
            store::save_goal(connection, municipality, kept);
            return "own goal:" + kept.key;
        });
    if (saved.empty()) return base::failure(problem);
    return {};
}

bool Progress::remove_goal(std::string_view municipality, std::string_view key, std::string_view actor,
                           const base::Seen& seen) {
    const auto removed = implementation_->change(
        municipality, actor, "own goal removed", "", [&](db::Connection& connection) -> std::string {
            if (!seen.is(mark_of_goal(store::choices(connection, municipality).goals, key))) return "";
            store::delete_goal(connection, municipality, key);
            return "own goal:" + std::string(key);
        });
    return !removed.empty();
}

bool Progress::save_evaluation(std::string_view municipality, const Evaluation& evaluation, std::string_view actor,
                               const base::Seen& seen) {
    const auto now = implementation_->clock.now();
    const auto saved = implementation_->change(
        municipality, actor, "evaluation saved", "task, due date, conclusion, decision",
        [&](db::Connection& connection) -> std::string {
            if (!seen.is(mark_of_year(connection, municipality, evaluation.year))) return "";
            const bool open = store::save_evaluation(connection, municipality, evaluation, now);
            return open ? "evaluation:" + std::to_string(evaluation.year) : "";
        });
    return !saved.empty();
}

bool Progress::close_evaluation(std::string_view municipality, int year, std::string_view actor) {
    const auto present = evaluation(municipality, year);
    if (!present || present->closed_at) return false;
    const std::string kept = kept_wheel_json(wheel(municipality, year));
    const auto now = implementation_->clock.now();
    const auto closed = implementation_->change(
        municipality, actor, "evaluation closed", "wheel kept", [&](db::Connection& connection) {
            const bool was_open = store::close_evaluation(connection, municipality, year, kept, now);
            return was_open ? "evaluation:" + std::to_string(year) : "";
        });
    return !closed.empty();
}

const indicators::Indicators& Progress::indicators() const {
    return implementation_->indicators;
}

void Progress::refresh() {
    for (const std::string_view country : {"SE", "NO"}) implementation_->warmed.of(country);
}

void load_demo_choices(Progress& progress, const municipality::Municipalities& municipalities) {
    for (const auto& municipality : municipalities.active()) {
        if (!progress.choices(municipality.id).is_proposal ||
            !progress.choices(municipality.id).goals.empty())
            continue;
        for (const auto& one : demo_targets()) {
            if (one.municipality == municipality.id)
                progress.choose(municipality.id, {one.target, one.why, {}, false}, "import");
        }
        for (const auto& one : demo_goals()) {
            if (one.municipality == municipality.id) progress.save_goal(municipality.id, one.goal, "import");
        }
    }
}

}  // namespace digilots::progress
