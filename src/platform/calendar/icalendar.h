#pragma once
// Calendars as other programs read and write them: iCalendar (RFC 5545).
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "platform/calendar/recurrence.h"

namespace digilots::calendar {

struct Event {
    std::string uid;                // the same for ever: who subscribes recognizes the event by it
    std::string summary, description = "", location = "", url = "";
    std::string zone = "";          // in which `when` is read: "Europe/Stockholm", "UTC"; "" for whole days
    bool whole_days = false;        // `when` begins at midnight and lasts whole days
    Recurrence when = {};
    bool takes_time = true;         // false: nobody is busy then
    bool is_cancelled = false;      // it does not happen; who has it in a calendar sees so
    bool is_tentative = false;      // it may come to nothing for whoever has it in a calendar
    base::Instant changed{};        // of the record behind it
    std::int64_t sequence = 0;      // grows with each change of it
    bool operator==(const Event&) const = default;
};

struct Calendar {
    std::string name;
    std::string zone = "";          // in which whole days are meant
    std::vector<Event> events = {};
    bool operator==(const Calendar&) const = default;
};

/// CRLF, lines of at most 75 octets, times with TZID and a VTIMEZONE for each zone from the year of its first event on. The
/// same calendar gives the same bytes. Throws nothing that is to be expected: an event whose rule cannot be expanded is
/// written without its rule.
std::string to_icalendar(const Calendar& calendar);

/// The same bytes in parts, for what is sent while it is made: the beginning, each event, the end. `years`: by zone the year of
/// its first event.
std::string beginning_of_icalendar(const Calendar& about, const std::map<std::string, int>& years);
std::string event_as_icalendar(const Event& event);
inline constexpr std::string_view end_of_icalendar = "END:VCALENDAR\r\n";

/// What to_icalendar() wrote is read as it was; of other programs' calendars the events are. The problem names what is wrong
/// and where: "event 3: the rule …". At most 1 MB and 1 000 events; a zone that is not known by its TZID is refused, a time
/// without a zone is read in `calendar.zone`, or refused where none is said. Never throws, whatever the text.
base::Result<Calendar, std::string> read_icalendar(std::string_view text);

}  // namespace digilots::calendar
