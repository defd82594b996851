#pragma once
// What a goal's number is today, and from where.
#include "goals/implementation.h"

namespace digilots::goals {

/// Who reads. Staff see what is counted today. All others, what is counted until the last month that is released (the one before
/// from the tenth on): who looks every day must not learn who came yesterday.
enum class Reader { staff, others };

struct Reading {
    enum class From {
        figures,     // a measure of the program
        survey,
        hand,        // dated entries
        delivery,    // it is delivered, or not yet
        words,       // it has no number
        unfit,       // a number where a share is aimed at, or a share where a time is
        vanished     // what it was counted from is not there any more
    } from = From::words;
    CountedFrom counted = {};
    periods::Period period;              // in which it was counted: of the goal until today, of this year where it has none
    std::optional<std::int64_t> number = {};             // in hundredths; of a weekly goal how many weeks were met
    std::optional<measures::Value> value = {};           // of figures
    std::optional<std::int64_t> answers = {}, before = {};   // of a survey
    std::int64_t answers_before = 0;
    std::string round = {};                              // of the survey, whose answers these are
    periods::Period asked = {};                          // its days
    int wordings = 1;                                    // in which it was asked, counted together
    Missing missing = Missing::nothing;                  // of the survey: why it is vanished
    bool is_uncounted = false;                           // figures: nothing had been counted when its time was over
    std::vector<MonthNumber> months = {};                // of a number that grows
    std::vector<Week> weeks = {};                        // of a weekly goal
    std::optional<base::Date> as_of = {};                // of entries by hand: the day of the last
    std::optional<base::Date> counted_until = {};        // for others: the last day that is counted
    Judged judged = {};
    std::optional<Forecast> forecast = {};

    WeekTally tally() const { return tally_of(weeks); }
};

/// Who asks, and as it stood at the end of which day, today where none is said.
struct Asking {
    Reader reader = Reader::staff;
    std::optional<base::Date> as_of = {};
};

Reading read_goal(const Goals::Implementation& self, const Snapshot& snapshot, const Goal& goal, const http::Tenant& tenant,
                  const Asking& asking = {});
/// The last day that is counted: today, or the end of a month.
base::Date last_counted(const Goals::Implementation& self, const Goal& goal, const http::Tenant& tenant,
                        const Asking& asking = {});
/// The weeks of a weekly goal in a period, whatever its own.
std::vector<Week> read_weeks(const Goals::Implementation& self, const Snapshot& snapshot, const Goal& goal,
                             const http::Tenant& tenant, const periods::Period& period, const Asking& asking = {});
/// By month, of a goal whose number grows.
std::vector<MonthNumber> read_months(const Goals::Implementation& self, const Goal& goal, const http::Tenant& tenant,
                                     const periods::Period& period, Reader reader = Reader::staff);

struct ToldQuestion {
    std::string municipality, question;
    base::Date until;
    std::function<std::shared_ptr<const std::vector<measures::Row>>()> count;   // where it was not told yet
};
/// As it was counted when it was told first.
std::shared_ptr<const std::vector<measures::Row>> rows_told(const Goals::Implementation& self, const ToldQuestion& asked);

/// The page of the figures that it is counted from, and that of the rows behind them: below the municipality, "" where there is
/// none.
std::string figures_path(const Reading& reading);
std::string rows_path(const Reading& reading);
/// What is counted by kind of partner, or "" dimension: (label, number) of the number of different things.
std::vector<std::pair<std::string, std::int64_t>> parts_of(const Reading& reading, const http::Tenant& tenant,
                                                           const i18n::Translator& words);

/// A number, or a share of two, in a time: counted anew.
measures::Value total_in(const CountedFrom& from, const measures::Query& query);

// For Implementation::rows.
void take_stamp_of_rows(const Goals::Implementation& self, std::string_view key, kept::Stamp& stamp);
std::shared_ptr<const std::vector<measures::Row>> rows_of_key(const Goals::Implementation& self, std::string_view key);

}  // namespace digilots::goals
