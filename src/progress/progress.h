#pragma once
// What a municipality wants to reach and how it goes: goals, chosen targets, own goals, wheels, evaluations.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goals/goals.h"
#include "indicators/indicators.h"
#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/seen.h"
#include "platform/db/database.h"
#include "platform/http/route.h"
#include "platform/i18n/translator.h"
#include "platform/kept/versions.h"
#include "platform/slice/slice.h"

namespace digilots::register_ {
class Records;
}

namespace digilots::progress {

/// One of the UN's 17.
struct Goal {
    int number = 0;
    std::string colour, ink;  // the official colour; ink: text on it with at least 4.5:1
    std::string title_en, title_sv, title_nb, title_ar;
    std::string lettering_en, lettering_sv, lettering_nb;  // the titles with "|" where a long word may break
    std::string title(const i18n::Translator& translator) const;
    std::string lettering(const i18n::Translator& translator) const;
};

/// One of the UN's 169, in short words.
struct Target {
    std::string id;  // "4.4"
    int goal = 0;
    std::string title_en, title_sv, title_nb;
    std::string title(const i18n::Translator& translator) const;
};

const std::vector<Goal>& goals();
const std::vector<Target>& targets();  // in the UN's order
const Target* find_target(std::string_view id);
/// Why an indicator is proposed for a target; "" where it is not.
std::string proposed_reason(std::string_view indicator, std::string_view target,
                            const i18n::Translator& translator);

struct ChosenTarget {
    std::string target, why;
    std::vector<std::string> indicators;  // the leading one first
    bool own_indicators = false;          // chosen by the municipality, else the proposed ones
};

/// The municipality's own: a ring of its wheel.
struct OwnGoal {
    std::string key;
    int number = 0;
    std::string title, colour;
    std::vector<std::string> targets;
    bool operator==(const OwnGoal&) const = default;
};

struct Choices {
    bool is_proposal = false;           // nothing was chosen: every target that has figures
    std::vector<ChosenTarget> targets;  // in the UN's order
    std::vector<OwnGoal> goals;         // by number
};

struct WheelIndicator {
    indicators::Indicator indicator;
    indicators::Standing standing;
};

struct WheelTarget {
    const Target* target = nullptr;
    std::string why;
    std::vector<WheelIndicator> indicators;  // the leading one first
    indicators::Colour colour() const;       // the leading one's
};

struct WheelGoal {
    const Goal* goal = nullptr;
    std::vector<WheelTarget> targets;
};

struct Wheel {
    std::string municipality;
    int year = 0;  // 0: no indicator has figures
    indicators::Group group;
    bool is_proposal = false;
    std::vector<WheelGoal> goals;  // all 17
    std::vector<OwnGoal> own_goals;
    /// nullptr where the wheel does not have it.
    const WheelTarget* find(std::string_view target) const;
};

struct Evaluation {
    int year = 0;
    std::string task, due_on;  // "2026-12-31"
    std::string conclusion, decision;
    std::optional<base::Instant> closed_at;
};

/// Of everything in one, for forms (base::Seen); nullptr: there is none yet.
std::string mark_of(const ChosenTarget* target);
std::string mark_of(const Evaluation* evaluation);

enum class GoalProblem { number_taken, changed_meanwhile };

/// What grows (platform/kept) with a municipality's choices, goals and evaluations.
inline constexpr std::string_view kept_progress = "progress";

class Progress {
public:
    Progress(db::Database& database, const kept::Versions& versions, const indicators::Indicators& indicators,
             const municipality::Municipalities& municipalities, const base::Clock& clock);
    ~Progress();

    /// From memory; of any municipality, with a service here or not.
    Choices choices(std::string_view municipality) const;
    /// Years in which a wheel can be drawn, ascending.
    std::vector<int> years(std::string_view municipality) const;
    /// Without a year the newest.
    Wheel wheel(std::string_view municipality, std::optional<int> year = {},
                const indicators::Group& group = {}) const;
    /// The same with the leading indicators alone: all that the picture needs.
    Wheel marks(std::string_view municipality, int year) const;

    /// Latest first.
    std::vector<Evaluation> evaluations(std::string_view municipality) const;
    std::optional<Evaluation> evaluation(std::string_view municipality, int year) const;
    /// The wheel kept with a closed evaluation, as JSON; "" where none is.
    std::string kept_wheel(std::string_view municipality, int year) const;

    /// Chooses a target or changes it. The first choice ends the proposal. Empty indicators: the proposed
    /// ones. False, here and below, where what is stored is not what was seen: it stays as it is.
    bool choose(std::string_view municipality, const ChosenTarget& target, std::string_view actor,
                const base::Seen& seen = base::Seen::anything());
    bool leave_out(std::string_view municipality, std::string_view target, std::string_view actor,
                   const base::Seen& seen = base::Seen::anything());
    /// The whole proposal as choices of its own, to go on from.
    void adopt_proposal(std::string_view municipality, std::string_view actor);
    /// By its key, "" for a new one; number, title and colour must be right.
    base::Result<void, GoalProblem> save_goal(std::string_view municipality, const OwnGoal& goal, std::string_view actor,
                                              const base::Seen& seen = base::Seen::anything());
    /// The register of own goals: their pages, and a mark of one for save_goal.
    register_::Records& own_goals() const;
    /// Makes or changes the one of that year. False where it is closed, too.
    bool save_evaluation(std::string_view municipality, const Evaluation& evaluation, std::string_view actor,
                         const base::Seen& seen = base::Seen::anything());
    /// Keeps the wheel with it; false where it is closed or not there, or lacks its conclusion or decision.
    bool close_evaluation(std::string_view municipality, int year, std::string_view actor);

    const indicators::Indicators& indicators() const;

    /// Goals of projects that are shown to residents, with how they stand.
    using Followed = std::function<std::vector<goals::PublicGoal>(const http::Tenant& tenant, const i18n::Translator& words)>;
    void know_followed(Followed followed);
    std::vector<goals::PublicGoal> followed(const http::Tenant& tenant, const i18n::Translator& words) const;

    /// Budgets that are shown to everyone: what it costs, and who pays how much; "" where that is not known. Made from "budget".
    struct Money {
        std::string title, total;
        std::vector<std::pair<std::string, std::string>> payers = {};
    };
    using Moneys = std::function<std::vector<Money>(const http::Tenant& tenant, const i18n::Translator& words)>;
    void know_money(Moneys money);
    std::vector<Money> money(const http::Tenant& tenant, const i18n::Translator& words) const;

    /// Names of what everyone may see that contributes to a target; of "": of all that everyone may see of a plan. The page that
    /// shows them is "/progress/plan".
    using Contributing = std::function<std::vector<std::string>(std::string_view municipality, std::string_view target)>;
    void know_contributing(Contributing contributing);
    std::vector<std::string> contributing(std::string_view municipality, std::string_view target) const;

    /// After new figures: works out one wheel of each country, so that the first who asks does not wait. Cheap where
    /// nothing is new.
    void refresh();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// "/{municipality}/progress/…", "/{municipality}/staff/progress/…", "/wheels/…",
/// "/api/v1/{municipality}/wheel".
http::Routes routes(Progress& progress, const municipality::Municipalities& municipalities,
                    const base::Clock& clock);

Slice slice(Progress& progress, const municipality::Municipalities& municipalities, const base::Clock& clock);

}  // namespace digilots::progress
