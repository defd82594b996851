#pragma once
// How long things are kept. Slices say their rules (Slice::retention); here a municipality chooses, sees
// beforehand what would go, a job deletes it, and /privacy says what holds. Nothing here knows what it is
// that is deleted.
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/base/seen.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "platform/kept/kept.h"
#include "platform/slice/slice.h"

namespace digilots::retention {

/// What holds of a kind in a municipality.
struct Chosen {
    std::optional<int> number;           // of the rule's unit; nothing: nothing is deleted
    std::string decided_by;              // "Kommunstyrelsen 2026-03-12, section 41"; "" not named
    std::int64_t version = 0;            // 0: nobody has chosen, the rule's own period holds
    std::string changed_at, changed_by;  // as stored; "" where nobody has
};
/// For forms (base::Seen).
std::string mark_of(const Chosen& chosen);

struct Wish {
    std::optional<int> number;  // nothing: nothing is to be deleted
    std::string decided_by;
};
inline constexpr std::size_t longest_decision = 200;  // characters

/// Why a wish cannot be had, as a field of the form and a text; nothing where it can.
std::optional<std::pair<std::string, std::string>> fault_of(const RetentionRule& rule,
                                                            std::string_view country, const Wish& wish,
                                                            const i18n::Translator& translator);

enum class Outcome { saved, asks, changed_meanwhile };
struct Answer {
    Outcome outcome;
    std::int64_t number = 0;  // asks: how many are deleted at the next run if it is saved
};

/// How many of a kind there are, would go at a run now, and in 30 days.
struct Standing {
    std::int64_t held = 0, due = 0, soon = 0;
};
inline constexpr int soon_days = 30;

struct Deleted {
    std::string day;  // "2026-11-28"
    std::int64_t number = 0;
};

class Retention {
public:
    /// What a municipality has chosen is kept as "retention" (by municipality).
    Retention(db::Database& database, const kept::Versions& versions,
              const municipality::Municipalities& municipalities, const base::Clock& clock);

    /// Before anything else is called. `name_of`: of whoever has an account.
    void know(RetentionRules rules, std::function<std::string(std::string_view)> name_of);

    const base::Clock& clock() const { return clock_; }
    const RetentionRules& rules() const { return rules_; }
    /// nullptr where no slice has such a rule.
    const RetentionRule* find(std::string_view key) const;
    std::string name_of(std::string_view account_id) const { return name_of_ ? name_of_(account_id) : ""; }

    /// From memory. "": the rules' own periods. Nothing: none of it is deleted there.
    std::optional<Period> period_of(std::string_view municipality_id, std::string_view key) const;
    Chosen chosen(std::string_view municipality_id, const RetentionRule& rule) const;

    Standing standing(std::string_view municipality_id, const RetentionRule& rule) const;
    /// The latest first.
    std::vector<Chosen> history(std::string_view municipality_id, const RetentionRule& rule) const;
    std::vector<Deleted> deleted(std::string_view municipality_id, const RetentionRule& rule, int most) const;
    std::optional<base::Instant> last_run() const;

    /// `wish` has no fault. Where a shorter period would delete something at the next run, nothing is saved
    /// unless `confirmed` is the very number.
    Answer change(std::string_view municipality_id, const RetentionRule& rule, const Wish& wish,
                  std::string_view actor, const base::Seen& seen, std::optional<std::int64_t> confirmed);

    /// Deletes what has had its time, of all kinds and municipalities: at most `batch` in a transaction, each
    /// by the rule that holds in that transaction, counted in it. One kind's failure stops no other; the last
    /// is thrown at the end. How many of which kind went. Safe on several servers at once; with `job` only as
    /// long as its lease holds.
    static constexpr int batch = 1000;
    std::map<std::string, std::int64_t> run(jobs::Run* job = nullptr);

    /// What a clock that is wrong for days at most cannot reach.
    static constexpr int still_days = 40;
    /// Since when nothing was deleted, where that is longer ago than `still_days`: then this computer's clock may be far
    /// ahead, and what it would delete does not come back. Where nothing was ever deleted: since anybody was last there
    /// before the last two days, which may already be by the wrong clock.
    std::optional<base::Instant> still_since() const;
    /// As `run`, but nothing where it has been still: somebody has to look at the clock, and run it by hand once.
    std::map<std::string, std::int64_t> run_unless_still(jobs::Run* job = nullptr);

private:
    std::string zone_of(std::string_view municipality_id) const;
    Due due_of(const RetentionRule& rule, int number, std::string_view municipality_id,
               base::Instant now) const;
    std::optional<base::Instant> moment_of(std::string_view name) const;
    void set_moment(std::string_view name, base::Instant at);
    std::int64_t number_due(std::string_view municipality_id, const RetentionRule& rule, base::Instant now) const;
    std::int64_t run_rule(const RetentionRule& rule, std::string_view municipality_id, base::Instant now, jobs::Run* job);
    std::int64_t run_batch(db::Connection& connection, const RetentionRule& rule,
                           std::string_view municipality_id, base::Instant now);

    using All = std::map<std::string, Chosen, std::less<>>;
    db::Database& database_;
    const municipality::Municipalities& municipalities_;
    const base::Clock& clock_;
    RetentionRules rules_;
    std::function<std::string(std::string_view)> name_of_;
    kept::Kept<All> chosen_;
};

/// "/privacy", "/{municipality}/privacy", "/{municipality}/staff/settings/retention…"
Slice slice(Retention& retention, const municipality::Municipalities& municipalities);

}  // namespace digilots::retention
