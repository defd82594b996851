#pragma once
// Opening hours in wall-clock time, day by day; hours.h puts them into a zone.
#include <string_view>
#include <vector>

#include "platform/calendar/hours.h"
#include "platform/calendar/notation.h"

namespace digilots::calendar {

/// One stretch without a gap: minutes of the calendar day, 0 to 24 h.
struct HoursPiece {
    int begin = 0, end = 0;
    RuleState state = RuleState::open;
    bool open_end = false;
    bool since_yesterday = false;       // of a night that began the day before
    std::string_view comment;           // of the notation
};

/// What each calendar day holds, in order. The notation must outlive it.
class HoursDays {
public:
    HoursDays(const Notation& notation, std::string_view country, Holidays holidays)
        : notation_(notation), country_(country), holidays_(holidays) {}

    /// Goes forward: the day after the last is the cheapest.
    std::vector<HoursPiece> pieces(base::Date date);

private:
    /// What one rule says of the day on which it begins.
    struct Part {
        std::size_t rule = 0;
        int begin = 0, end = 0;         // until 48 h
        bool open_end = false;
        bool whole_day = false;
    };
    RuleState state_of(const NotationRule& rule) const;
    std::vector<Part> parts_of(base::Date date) const;
    void add_parts(std::vector<Part>& parts, std::size_t index, int closed_from) const;

    const Notation& notation_;
    std::string_view country_;
    Holidays holidays_;
    base::Date yesterday_{};
    std::vector<Part> parts_of_yesterday_;
};

}  // namespace digilots::calendar
