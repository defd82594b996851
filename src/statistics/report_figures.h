#pragma once
// What the measures say of the year of a report and of the same days of the year before; and of what they say nothing.
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/base/lists.h"
#include "statistics/beside.h"
#include "statistics/report.h"

namespace digilots::statistics {

/// The year of the report, or the same days of the year before.
enum class When { now, before };

class ReportFigures {
public:
    ReportFigures(const ReportSource& source, const ReportWish& wish);

    const ReportSource& source() const { return source_; }
    const ReportWish& wish() const { return wish_; }
    const periods::Period& period(When when = When::now) const { return when == When::now ? now_ : before_; }
    std::string year(When when) const;

    /// nullptr where it is not counted here, or not for this person.
    const measures::Measure* measure(std::string_view key) const;
    bool has(std::string_view key, std::string_view dimension) const;

    /// Nothing where it is not known: nothing was reported, it is not known by what the report is limited to, or it would be
    /// too much to look through. Zero where it was counted and there was none.
    std::optional<measures::Value> total(std::string_view key, When when = When::now);
    /// Split up. Nothing where it is not known.
    std::optional<std::vector<measures::Row>> rows(std::string_view key, std::vector<std::string> by, When when = When::now);
    /// Shares of the year (shares.h), with what is aimed at. Nothing where there are none.
    std::vector<Figure> shares(std::string_view part, std::vector<std::string> by);

    std::string label(std::string_view key, std::string_view dimension, const measures::Row& row) const;
    /// "1 234", "–" where it is not known.
    ReportCell cell(std::string_view key, const std::optional<measures::Value>& value) const;
    ReportCell count(std::optional<std::int64_t> number) const;

    /// Since when and until when anything was logged at all, of both years; nothing where nothing was.
    std::optional<periods::Period> logged();
    /// The log began within the year before: what it says of that year is a part, and stands month by month alone.
    bool began_meanwhile();

    /// Titles of what was asked for in this report, in its order.
    const std::vector<const measures::Measure*>& used() const { return used_; }
    /// "Visitors: nothing was reported."
    const std::vector<std::string>& not_known() const { return not_known_; }
    /// A sentence of the report that says that something was not reported: it stands among what is not known, too.
    void note_not_known(const std::string& sentence) { base::add_once(not_known_, sentence); }

private:
    measures::Query query_of(When when, std::vector<std::string> by) const;
    bool is_reported(const measures::Measure& measure, When when);
    bool is_stated_at_all(const measures::Measure& measure, When when);
    bool is_answered(const measures::Measure& measure, const measures::Query& query, When when);
    void note(const measures::Measure& measure, const std::string& why);

    const ReportSource& source_;
    const ReportWish& wish_;
    periods::Period now_, before_;
    std::map<std::pair<std::string, When>, bool> reported_ = {};
    std::optional<bool> began_meanwhile_ = {};
    std::vector<const measures::Measure*> used_ = {};
    std::vector<std::string> not_known_ = {};
};

}  // namespace digilots::statistics
