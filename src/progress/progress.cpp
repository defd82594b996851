#include "progress/progress.h"

#include <algorithm>
#include <functional>

#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/kept/kept.h"
#include "platform/register/records.h"
#include "progress/own_goals.h"
#include "progress/progress_store.h"
#include "progress/tables.h"
#include "progress/wheel.h"
#include "progress/wheel_json.h"

namespace digilots::progress {

namespace {


/// Of one municipality.
struct Chosen {
    Choices choices;
    std::vector<Evaluation> evaluations;
};

struct Warmed {};

std::string stored_mark(db::Connection& connection, std::string_view municipality, std::string_view target) {
    const auto stored = store::choices(connection, municipality).targets;
    const auto found = std::ranges::find(stored, target, &ChosenTarget::target);
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
    Progress::Followed followed = nullptr;
    Progress::Contributing contributing = nullptr;
    Progress::Moneys money = nullptr;
    register_::Records goals;
    kept::Kept<Chosen> chosen;
    // Proposals are alike for all municipalities of a country, until the figures change.
    kept::Kept<Choices> proposals;
    kept::Kept<Warmed> warmed;

    Implementation(db::Database& opened, const kept::Versions& versions, const indicators::Indicators& figures,
                   const municipality::Municipalities& all, const base::Clock& time)
        : database(opened), indicators(figures), municipalities(all), clock(time),
          goals(goal_register([this](std::string_view id) { return choices(id); }), opened, time),
          chosen(clock, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_progress, id)); },
                 [this](std::string_view id) { return std::make_shared<const Chosen>(load(id)); }),
          proposals(clock, with_figures(versions),
                    [this](std::string_view country) {
                        return std::make_shared<const Choices>(proposal(indicators, any_of(country)));
                    }),
          warmed(clock, with_figures(versions), [this](std::string_view country) { return warm(country); }) {}

    Chosen load(std::string_view municipality) const {
        return database.read([&](db::Connection& connection) {
            Chosen found{store::choices(connection, municipality), store::evaluations(connection, municipality)};
            for (const auto& record :
                 register_::Records::all(connection, goals.statements(), goals.declaration(), municipality))
                found.choices.goals.push_back(goal_of(record));
            return found;
        });
    }

    Choices choices(std::string_view municipality) const {
        Choices choices = chosen.of(municipality)->choices;
        if (choices.targets.empty()) {
            auto own_goals = std::move(choices.goals);
            choices = proposal_for(municipality);
            choices.goals = std::move(own_goals);
        } else {
            fill_in_proposed(choices, indicators, municipality);
        }
        return choices;
    }

    static kept::TakeStamp with_figures(const kept::Versions& versions) {
        return [&versions](std::string_view, kept::Stamp& stamp) { stamp.take(versions.of(indicators::kept_figures, "")); };
    }

    static std::string any_of(std::string_view country) {
        for (const auto* all : {&municipality::Municipalities::all(), &municipality::made_up()}) {
            const auto one = std::ranges::find(*all, country, indicators::figures_country);
            if (one != all->end()) return one->id;
        }
        return "";
    }

    Choices proposal_for(std::string_view municipality) const {
        const auto found = municipalities.about(municipality);
        return *proposals.of(found ? indicators::figures_country(*found) : "");
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
            kept::raise(connection, kept_progress, municipality);
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
    return implementation_->choices(municipality);
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

register_::Records& Progress::own_goals() const {
    return implementation_->goals;
}

base::Result<void, GoalProblem> Progress::save_goal(std::string_view municipality, const OwnGoal& goal,
                                                    std::string_view actor, const base::Seen& seen) {
    auto& goals = implementation_->goals;
    const auto around = goals.around(municipality);
    const auto saved = implementation_->database.write(
        [&](db::Connection& connection) -> base::Result<register_::Record, register_::Refusal> {
            return goals.put_in(connection, around, record_of(goal), actor, seen);
        },
        db::Isolation::deciding);
    if (saved) return {};
    return base::failure(saved.error().changed_meanwhile() ? GoalProblem::changed_meanwhile : GoalProblem::number_taken);
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

void Progress::know_money(Moneys money) { implementation_->money = std::move(money); }

std::vector<Progress::Money> Progress::money(const http::Tenant& tenant, const i18n::Translator& words) const {
    return implementation_->money ? implementation_->money(tenant, words) : std::vector<Money>{};
}

void Progress::know_followed(Followed followed) { implementation_->followed = std::move(followed); }

std::vector<goals::PublicGoal> Progress::followed(const http::Tenant& tenant, const i18n::Translator& words) const {
    return implementation_->followed ? implementation_->followed(tenant, words) : std::vector<goals::PublicGoal>{};
}

void Progress::know_contributing(Contributing contributing) { implementation_->contributing = std::move(contributing); }

std::vector<std::string> Progress::contributing(std::string_view municipality, std::string_view target) const {
    return implementation_->contributing ? implementation_->contributing(municipality, target) : std::vector<std::string>{};
}

const indicators::Indicators& Progress::indicators() const {
    return implementation_->indicators;
}

void Progress::refresh() {
    for (const std::string_view country : {"SE", "NO"}) implementation_->warmed.of(country);
}

}  // namespace digilots::progress
