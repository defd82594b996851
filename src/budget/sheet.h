#pragma once
// A budget as it is reckoned with: exact, in whole öre. What decides here knows no page and no database.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/base/time.h"
#include "platform/i18n/translator.h"

namespace digilots::budget {

inline constexpr std::size_t most_years = 6;
inline constexpr std::int64_t ore_of_a_krona = 100;

/// By the years of the budget, the first first; nothing where it is not known.
using Amounts = std::array<std::optional<std::int64_t>, most_years>;
/// Of those that are known; nothing where none is.
std::optional<std::int64_t> sum_of(const Amounts& amounts);

/// What computed amounts are rounded to: once, half up.
enum class Rounding { ore, krona };

struct Calculation {
    std::string id = {}, role = {}, kind = {}, extent = {}, note = {};  // kind: "wage", "share"
    std::optional<std::int64_t> hourly_wage = {}, percent = {}, hours = {}, base = {},
                                stated = {};  // percent, hours: in hundredths
    /// Wage: hourly wage × (1 + percent) × hours; share: percent of the base. Nothing where a part is not known or it is
    /// too large.
    std::optional<std::int64_t> computed(Rounding rounding) const;
};

struct Line {
    std::string id = "", kind = "", title = "", note = "", rounding_note = "", funder_heading = "";
    std::int64_t place = 0;
    Amounts amounts{};
    std::optional<std::int64_t> stated_total = {};
    std::vector<Calculation> calculations = {};
    std::vector<std::string> session_costs = {};  // which costs of sessions it pays: "fee" …
    std::int64_t from_sessions = 0;               // what was written at sessions of that
    std::int64_t spent = 0;                       // payments, and what was written at sessions

    std::optional<std::int64_t> entered() const { return sum_of(amounts); }
    /// Of all its calculations; nothing where it has none or one is not known.
    std::optional<std::int64_t> computed(Rounding rounding) const;
};

struct Source {
    std::string id = "", kind = "", title = "", note = "";
    Amounts amounts{};
    std::optional<std::int64_t> stated_total = {}, in_kind = {}, cash = {};
    std::vector<std::string> in_kind_lines = {}, cash_lines = {};
    bool is_approximate = false;
};

struct Share {
    std::string id = {}, role = {}, payer = {}, unit = {}, function = {}, note = {};
    std::optional<std::int64_t> percent = {}, hourly_rate = {}, hours = {};  // percent in tenths, hours in hundredths
    bool is_own_cost = false;
    std::optional<base::Date> first_day = {}, last_day = {};
};

struct Frame {
    std::string id = {}, title = {};
    std::int64_t maximum = 0, warn_at = 800;  // tenths of a per cent
    std::vector<std::string> lines = {};
};

/// A line or a source, and all of them, as they stood when they were approved.
struct ApprovedRow {
    std::string id = {}, title = {};
    Amounts amounts{};
};
struct Approved {
    int first_year = 0, last_year = 0;
    std::vector<ApprovedRow> lines = {}, sources = {};

    /// Of the costs.
    std::optional<std::int64_t> total() const;
};

struct Approval {
    std::string id = {}, body = {}, decision = {}, reference = {};
    std::optional<base::Date> day = {};
    std::string written_at = {};
    std::optional<std::int64_t> edition = {};
    std::optional<Approved> approved = {};  // nothing of one from before this was kept
};

struct Contribution {
    std::string id = {}, partner = {}, kind = {}, note = {};
    std::optional<std::int64_t> estimated = {}, hours = {};
};

struct After {
    std::string id = {}, title = {}, payer = {}, decision = {};
    std::optional<std::int64_t> yearly_cost = {};
    std::optional<base::Date> decide_on = {};
    std::optional<bool> only_project_money = {};
};

struct Budget {
    std::string id = "", title = "", currency = "", funder = "", responsible = "", note = "";
    int first_year = 0, last_year = 0;
    Rounding rounding = Rounding::krona;
    std::int64_t entered_to = 1000;  // kronor
    std::optional<std::int64_t> overhead_cap = {}, overhead_tolerance = {},
                                stated_total = {};  // shares in hundredths of a per cent
    bool is_published = false;
    std::string amounts_changed_at = {};  // of a line or a source, the last
    std::string node = {};                // the part of the plan that it is of
    std::vector<Line> lines = {};
    std::vector<Source> sources = {};
    std::vector<Share> shares = {};
    std::vector<Frame> frames = {};
    std::vector<Approval> approvals = {};
    std::vector<Contribution> contributions = {};
    std::vector<After> afters = {};

    std::size_t years() const;
    /// "2019–2020", "2026"
    std::string years_text() const;
    int year(std::size_t which) const { return first_year + static_cast<int>(which); }
    Amounts costs() const;      // column sums
    Amounts financing() const;  // column sums
    /// Financing equals costs in each year, and both are there.
    /// Never while a line says nothing of any year: what is not known may cost anything.
    bool is_balanced() const;
    /// Lines that say nothing of any year.
    std::ptrdiff_t unknown_lines() const;
    std::optional<std::int64_t> total() const { return sum_of(costs()); }
    std::optional<std::int64_t> wages() const;
    /// By a body, and what it approved stands: no amount is another one than it approved, and its financing equals its costs.
    bool is_approved() const;
    bool was_approved() const;
    /// The approval that counts: the one that was written down last. nullptr: none.
    const Approval* last_approval() const;
    const Line* line(const std::string& line_id) const;
};

using Snapshot = std::vector<Budget>;

enum class Level { ok, note, warning, error };
std::string_view word_of(Level level);

struct Check {
    std::string code = {};
    Level level;
    std::string text = {};  // a whole sentence, in the reader's words
    std::string line = {};  // or source that it is about; "" none
};
/// All that can be said of a budget's arithmetic; contradictions are said, never mended.
std::vector<Check> checks_of(const Budget& budget, const i18n::Translator& words);

/// Lines under one heading of whoever gives the money.
struct Heading {
    std::string title = {}, lines = {}, explanation = {};  // lines: their names
    Amounts amounts{};
    std::int64_t spent = 0;
};
/// In the order of the lines; one without a heading stands under its kind.
std::vector<Heading> headings_of(const Budget& budget, const i18n::Translator& words);

/// What will have been spent at the end: what is spent, and the budget's share of the days that are left.
std::optional<std::int64_t> forecast_of(const Budget& budget, const Line& line, base::Date today);

// ---- In words ----

/// "1 165 661", "212,50": as the language writes it; exact.
std::string amount_text(std::int64_t ore, const i18n::Translator& words);
/// "1 165 661 kr"
std::string money_text(std::int64_t ore, const i18n::Translator& words);
/// In hundredths: "39,2 %", "15,06 %".
std::string percent_text(std::int64_t hundredths, const i18n::Translator& words);
/// "212 kr × (1 + 39,2 %) × 3 950 h = 1 165 661 kr"; "" where a part is not known.
std::string arithmetic_of(const Calculation& calculation, Rounding rounding, const i18n::Translator& words);
/// Approved, changed after the approval, or whether its financing equals its costs.
i18n::Text state_in_words(const Budget& budget);
/// "Right", "To know", "Look at this", "Put this right"
i18n::Text level_in_words(Level level);
/// Of a line's kind: "Wages", "Overhead" …
i18n::Text kind_title(std::string_view kind);
/// part / whole in hundredths of a per cent, half up; nothing of nothing.
std::optional<std::int64_t> share_of(std::int64_t part, std::int64_t whole);

}  // namespace digilots::budget
