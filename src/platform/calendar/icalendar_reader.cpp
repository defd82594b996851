#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "platform/base/text.h"
#include "platform/calendar/ical_times.h"
#include "platform/calendar/icalendar.h"
#include "platform/calendar/rule_parts.h"

namespace digilots::calendar {

namespace {

using std::chrono::seconds;

constexpr std::size_t longest_file = 1024 * 1024, longest_line = 20000, most_components = 20000, most_events = 1000, deepest = 6;

struct Problem {
    std::string what;
};

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

/// Before a library reads it: what would cost much is refused.
void check_size(std::string_view text) {
    if (text.size() > longest_file) throw Problem{"the file is larger than 1 MB"};
    if (text.find('\0') != text.npos || !base::is_valid_utf8(text)) throw Problem{"the file is no text in UTF-8"};
    std::size_t depth = 0, components = 0, length = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        at = end + 1;
        length = line.starts_with(' ') || line.starts_with('\t') ? length + line.size() : line.size();
        if (length > longest_line) throw Problem{"a line is longer than 20 000 characters"};
        const auto word = base::fold(line.substr(0, 6));
        if (word == "begin:" && (++components > most_components || ++depth > deepest))
            throw Problem{"it is nested too deeply or holds too much"};
        if (word.starts_with("end:") && depth > 0) --depth;
    }
}

std::string text_of(icalcomponent& component, icalproperty_kind kind) {
    auto* property = icalcomponent_get_first_property(&component, kind);
    auto* value = property ? icalproperty_get_value(property) : nullptr;
    const char* text = nullptr;
    if (value && icalvalue_isa(value) == ICAL_TEXT_VALUE) text = icalvalue_get_text(value);
    if (value && icalvalue_isa(value) == ICAL_URI_VALUE) text = icalvalue_get_uri(value);
    return text ? text : "";
}

std::string named_text(icalcomponent& component, std::string_view name) {
    for (auto* property = icalcomponent_get_first_property(&component, ICAL_X_PROPERTY); property;
         property = icalcomponent_get_next_property(&component, ICAL_X_PROPERTY)) {
        const char* own = icalproperty_get_x_name(property);
        if (!own || name != own) continue;
        const char* text = icalproperty_get_x(property);
        return text ? text : "";
    }
    return "";
}

/// "Europe/Stockholm", also where a path stands before it.
std::string zone_named(std::string_view name) {
    std::string_view rest = name;
    while (true) {
        if (rest.find('/') != rest.npos && base::is_known_zone(rest)) return std::string(rest);
        const auto slash = rest.find('/');
        if (slash == rest.npos) break;
        rest.remove_prefix(slash + 1);
    }
    throw Problem{"the zone " + quoted(name) + " is not known by this name"};
}

struct Time {
    WallTime wall;
    std::string zone;
    bool is_day = false;
};

Time time_of(icalproperty& property, const std::string& calendar_zone) {
    auto* value = icalproperty_get_value(&property);
    const auto kind = value ? icalvalue_isa(value) : ICAL_NO_VALUE;
    icaltimetype time{};
    if (kind == ICAL_DATE_VALUE) {
        time = icalvalue_get_date(value);
    } else if (kind == ICAL_DATETIME_VALUE || kind == ICAL_DATETIMEDATE_VALUE) {
        time = icalvalue_get_datetime(value);
    } else if (kind == ICAL_DATETIMEPERIOD_VALUE) {
        time = icalvalue_get_datetimeperiod(value).time;
    }
    const auto wall = wall_of(time);
    if (!wall) throw Problem{"a time cannot be read, or lies beyond 1900 to 2200"};
    if (time.is_date) return {*wall, "", true};
    if (icaltime_is_utc(time)) return {*wall, "UTC"};
    auto* parameter = icalproperty_get_first_parameter(&property, ICAL_TZID_PARAMETER);
    const char* name = parameter ? icalparameter_get_tzid(parameter) : nullptr;
    if (name) return {*wall, zone_named(name)};
    if (calendar_zone.empty()) throw Problem{"a time has no zone, and the calendar names none"};
    return {*wall, calendar_zone};
}

base::Instant instant_of(const Time& time) { return to_instant(time.wall, time.is_day ? "UTC" : time.zone); }

/// On the wall of the event's zone.
WallTime wall_in(const Event& event, const Time& time) {
    if (event.whole_days != time.is_day) throw Problem{"it mixes days and times"};
    return event.whole_days || time.zone == event.zone ? time.wall : to_wall(instant_of(time), event.zone);
}

void read_single_times(icalcomponent& component, icalproperty_kind kind, const Event& event, const std::string& calendar_zone,
                       std::vector<WallTime>& into) {
    for (auto* property = icalcomponent_get_first_property(&component, kind); property;
         property = icalcomponent_get_next_property(&component, kind)) {
        into.push_back(wall_in(event, time_of(*property, calendar_zone)));
    }
}

std::string read_rule(icalcomponent& component, const Event& event) {
    if (icalcomponent_count_properties(&component, ICAL_RRULE_PROPERTY) > 1) throw Problem{"it has more than one rule"};
    auto* property = icalcomponent_get_first_property(&component, ICAL_RRULE_PROPERTY);
    if (!property) return "";
    auto read = icalproperty_get_rrule(property);
    char* text = icalrecurrencetype_as_string_r(&read);
    std::string rule(text == nullptr ? "" : text);
    icalmemory_free_buffer(text);
    if (const auto checked = check_rule(rule); rule.empty() || !checked)
        throw Problem{"its rule cannot be expanded: " + (checked ? std::string("it is empty") : checked.error().problem)};
    return event.whole_days ? until_as_date(rule) : until_on_the_wall(rule, event.zone);
}

seconds length_of(icalcomponent& component, const Event& event, const Time& first, const std::string& calendar_zone) {
    if (auto* property = icalcomponent_get_first_property(&component, ICAL_DTEND_PROPERTY)) {
        const auto end = time_of(*property, calendar_zone);
        if (end.is_day != event.whole_days) throw Problem{"it mixes days and times"};
        return std::chrono::floor<seconds>(instant_of(end) - instant_of(first));
    }
    if (auto* property = icalcomponent_get_first_property(&component, ICAL_DURATION_PROPERTY)) {
        const auto length = icalproperty_get_duration(property);
        if (length.is_neg) throw Problem{"it ends before it begins"};
        return std::chrono::weeks(length.weeks) + std::chrono::days(length.days) + std::chrono::hours(length.hours) +
               std::chrono::minutes(length.minutes) + seconds(length.seconds);
    }
    return event.whole_days ? std::chrono::days(1) : seconds(0);
}

Event read_event(icalcomponent& component, const std::string& calendar_zone) {
    if (icalcomponent_count_properties(&component, ICAL_XLICERROR_PROPERTY) > 0) {
        const char* error = icalproperty_get_xlicerror(icalcomponent_get_first_property(&component, ICAL_XLICERROR_PROPERTY));
        throw Problem{"a line cannot be read: " + quoted(error ? error : "")};
    }
    if (icalcomponent_get_first_property(&component, ICAL_RECURRENCEID_PROPERTY))
        throw Problem{"it replaces one time of another event, which is not supported"};
    Event event;
    event.uid = text_of(component, ICAL_UID_PROPERTY);
    // What nobody sees is not written either.
    const auto is_seen = [](char letter) { return static_cast<unsigned char>(letter) > ' ' && letter != 0x7F; };
    if (std::ranges::none_of(event.uid, is_seen)) throw Problem{"it has no UID"};
    auto* begin = icalcomponent_get_first_property(&component, ICAL_DTSTART_PROPERTY);
    if (!begin) throw Problem{"it does not say when it begins"};
    const auto first = time_of(*begin, calendar_zone);
    event.zone = first.zone;
    event.whole_days = first.is_day;
    event.when.first = first.wall;
    event.when.length = length_of(component, event, first, calendar_zone);
    if (event.when.length < seconds(0)) throw Problem{"it ends before it begins"};
    event.when.rule = read_rule(component, event);
    read_single_times(component, ICAL_RDATE_PROPERTY, event, calendar_zone, event.when.also);
    read_single_times(component, ICAL_EXDATE_PROPERTY, event, calendar_zone, event.when.left_out);
    event.summary = text_of(component, ICAL_SUMMARY_PROPERTY);
    event.description = text_of(component, ICAL_DESCRIPTION_PROPERTY);
    event.location = text_of(component, ICAL_LOCATION_PROPERTY);
    event.url = text_of(component, ICAL_URL_PROPERTY);
    auto* transparent = icalcomponent_get_first_property(&component, ICAL_TRANSP_PROPERTY);
    event.takes_time = !transparent || icalproperty_get_transp(transparent) != ICAL_TRANSP_TRANSPARENT;
    auto* status = icalcomponent_get_first_property(&component, ICAL_STATUS_PROPERTY);
    event.is_cancelled = status && icalproperty_get_status(status) == ICAL_STATUS_CANCELLED;
    event.is_tentative = status && icalproperty_get_status(status) == ICAL_STATUS_TENTATIVE;
    if (auto* stamp = icalcomponent_get_first_property(&component, ICAL_DTSTAMP_PROPERTY))
        event.changed = instant_of(time_of(*stamp, "UTC"));
    if (auto* sequence = icalcomponent_get_first_property(&component, ICAL_SEQUENCE_PROPERTY))
        event.sequence = icalproperty_get_sequence(sequence);
    return event;
}

Calendar read_calendar(icalcomponent& component) {
    Calendar calendar;
    calendar.name = named_text(component, "X-WR-CALNAME");
    if (const auto zone = named_text(component, "X-WR-TIMEZONE"); !zone.empty()) calendar.zone = zone_named(zone);
    for (auto* event = icalcomponent_get_first_component(&component, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(&component, ICAL_VEVENT_COMPONENT)) {
        const auto number = calendar.events.size() + 1;
        if (number > most_events) throw Problem{"it holds more than 1 000 events"};
        try {
            calendar.events.push_back(read_event(*event, calendar.zone));
        } catch (const Problem& problem) {
            throw Problem{"event " + std::to_string(number) + ": " + problem.what};
        }
    }
    return calendar;
}

}  // namespace

base::Result<Calendar, std::string> read_icalendar(std::string_view text) {
    prepare_libical();
    try {
        check_size(text);
        const Component component(icalparser_parse_string(std::string(text).c_str()));
        if (!component || icalcomponent_isa(component.get()) != ICAL_VCALENDAR_COMPONENT)
            throw Problem{"the file is no iCalendar: it begins with BEGIN:VCALENDAR and holds one calendar"};
        return read_calendar(*component);
    } catch (const Problem& problem) {
        return base::failure(problem.what);
    }
}

}  // namespace digilots::calendar
