#include <libical/ical.h>

#include <algorithm>
#include <map>
#include <memory>

#include "platform/calendar/ical_times.h"
#include "platform/calendar/icalendar.h"
#include "platform/calendar/zone_rules.h"

namespace digilots::calendar {

namespace {

using std::chrono::seconds;

struct FreeWritten {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Written = std::unique_ptr<icalcomponent, FreeWritten>;

/// Line breaks stay, what nobody sees goes.
std::string readable(std::string_view text) {
    std::string kept;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '\n' || letter == '\t' || (byte >= ' ' && byte != 0x7F)) kept += letter;
    }
    return kept;
}

/// The property belongs to the component from here on.
void add(icalcomponent& component, icalproperty* property) { icalcomponent_add_property(&component, property); }

void add_text(icalcomponent& component, const std::string& text, icalproperty* (*make)(const char*)) {
    if (!text.empty()) add(component, make(readable(text).c_str()));
}

/// The library escapes all but these in what has a name of its own; readable() has left none of the marks in it.
constexpr char comma_mark = '\x01', semicolon_mark = '\x02';

void add_named(icalcomponent& component, const char* name, const std::string& text) {
    if (text.empty()) return;
    auto value = readable(text);
    std::ranges::replace(value, ',', comma_mark);
    std::ranges::replace(value, ';', semicolon_mark);
    auto* property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    add(component, property);
}

void add_rule(icalcomponent& component, const std::string& rule) {
    const auto read = icalrecurrencetype_from_string(rule.c_str());
    if (read.freq != ICAL_NO_RECURRENCE) add(component, icalproperty_new_rrule(read));
}

/// A time as the event says it: a day, a moment in UTC, or the wall clock of a zone.
struct Times {
    const Event& event;

    icaltimetype time(WallTime wall) const {
        if (event.whole_days) return ical_date(date_of(wall));
        auto time = ical_time(wall);
        if (event.zone == "UTC") time.zone = icaltimezone_get_utc_timezone();
        return time;
    }
    void add_to(icalcomponent& component, icalproperty* property) const {
        const bool has_zone = !event.whole_days && event.zone != "UTC" && !event.zone.empty();
        if (has_zone) icalproperty_add_parameter(property, icalparameter_new_tzid(event.zone.c_str()));
        if (event.whole_days) icalproperty_add_parameter(property, icalparameter_new_value(ICAL_VALUE_DATE));
        add(component, property);
    }
};

/// The wall clock at which the first time ends.
WallTime end_of(const Event& event) {
    if (event.whole_days || event.zone.empty() || event.zone == "UTC") return event.when.first + event.when.length;
    return to_wall(to_instant(event.when.first, event.zone) + event.when.length, event.zone);
}

icaltimetype utc(base::Instant instant) {
    auto time = ical_time(WallTime(std::chrono::floor<seconds>(instant).time_since_epoch()));
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

std::string rule_of(const Event& event) {
    if (event.whole_days) return until_as_date(event.when.rule);
    return event.zone.empty() ? event.when.rule : until_in_utc(event.when.rule, event.zone);
}

Written event_component(const Event& event) {
    Written component(icalcomponent_new_vevent());
    const Times times{event};
    add_text(*component, event.uid, icalproperty_new_uid);
    add(*component, icalproperty_new_dtstamp(utc(event.changed)));
    add(*component, icalproperty_new_lastmodified(utc(event.changed)));
    add(*component, icalproperty_new_sequence(static_cast<int>(event.sequence)));
    times.add_to(*component, icalproperty_new_dtstart(times.time(event.when.first)));
    times.add_to(*component, icalproperty_new_dtend(times.time(end_of(event))));
    if (!event.when.rule.empty() && check_rule(event.when.rule)) add_rule(*component, rule_of(event));
    for (const auto& wall : event.when.also) {
        icaldatetimeperiodtype also{};
        also.time = times.time(wall);
        also.period = icalperiodtype_null_period();
        times.add_to(*component, icalproperty_new_rdate(also));
    }
    for (const auto& wall : event.when.left_out) times.add_to(*component, icalproperty_new_exdate(times.time(wall)));
    add_text(*component, event.summary, icalproperty_new_summary);
    add_text(*component, event.description, icalproperty_new_description);
    add_text(*component, event.location, icalproperty_new_location);
    add_text(*component, event.url, icalproperty_new_url);
    if (event.is_cancelled) add(*component, icalproperty_new_status(ICAL_STATUS_CANCELLED));
    else if (event.is_tentative) add(*component, icalproperty_new_status(ICAL_STATUS_TENTATIVE));
    add(*component, icalproperty_new_transp(event.takes_time ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    return component;
}

void add_zone(icalcomponent& calendar, const std::string& zone, int year) {
    auto* component = icalcomponent_new_vtimezone();
    icalcomponent_add_component(&calendar, component);
    add(*component, icalproperty_new_tzid(zone.c_str()));
    for (const auto& change : clock_changes(zone, year)) {
        auto* part = change.is_summer() ? icalcomponent_new_xdaylight() : icalcomponent_new_xstandard();
        icalcomponent_add_component(component, part);
        add(*part, icalproperty_new_dtstart(ical_time(change.wall)));
        add(*part, icalproperty_new_tzoffsetfrom(static_cast<int>(change.from.count())));
        add(*part, icalproperty_new_tzoffsetto(static_cast<int>(change.to.count())));
        if (!change.every_year.empty()) add_rule(*part, change.every_year);
    }
}

/// RFC 5545, 3.1: lines of at most 75 octets, whole letters. libical 3.0.16 folds between CR and LF where a piece ends there,
/// so its folding is taken away.
std::string folded(std::string_view text) {
    constexpr std::size_t most = 75;
    std::string whole;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("\r\n ")) {
            at += 3;
        } else {
            const char letter = text[at++];
            if (letter == comma_mark) whole += "\\,";
            else if (letter == semicolon_mark) whole += "\\;";
            else whole += letter;
        }
    }
    std::string lines;
    std::size_t length = 0;
    for (std::size_t at = 0; at < whole.size();) {
        const bool is_end = whole.compare(at, 2, "\r\n") == 0;
        std::size_t size = is_end ? 2 : 1;
        while (!is_end && at + size < whole.size() && (static_cast<unsigned char>(whole[at + size]) & 0xC0) == 0x80) ++size;
        if (!is_end && length + size > most) {
            lines += "\r\n ";
            length = 1;
        }
        lines.append(whole, at, size);
        length = is_end ? 0 : length + size;
        at += size;
    }
    return lines;
}

std::string text_of(icalcomponent& component) {
    char* text = icalcomponent_as_ical_string_r(&component);
    std::string written(text == nullptr ? "" : text);
    icalmemory_free_buffer(text);
    return folded(written);
}

}  // namespace

std::string beginning_of_icalendar(const Calendar& about, const std::map<std::string, int>& years) {
    prepare_libical();
    const Written component(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    add(*component, icalproperty_new_version("2.0"));
    add(*component, icalproperty_new_prodid("-//Digilots//Calendar//EN"));
    add(*component, icalproperty_new_calscale("GREGORIAN"));
    add(*component, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    add_named(*component, "X-WR-CALNAME", about.name);
    add_named(*component, "X-WR-TIMEZONE", about.zone);
    add_named(*component, "X-PUBLISHED-TTL", "PT12H");
    for (const auto& [zone, year] : years) add_zone(*component, zone, year);
    auto text = text_of(*component);
    if (text.ends_with(end_of_icalendar)) text.resize(text.size() - end_of_icalendar.size());
    return text;
}

std::string event_as_icalendar(const Event& event) {
    prepare_libical();
    return text_of(*event_component(event));
}

std::string to_icalendar(const Calendar& calendar) {
    std::map<std::string, int> years;
    for (const auto& event : calendar.events) {
        if (event.whole_days || event.zone.empty() || event.zone == "UTC") continue;
        const int year = static_cast<int>(date_of(event.when.first).year());
        const auto found = years.emplace(event.zone, year).first;
        found->second = std::min(found->second, year);
    }
    auto text = beginning_of_icalendar(calendar, years);
    for (const auto& event : calendar.events) text += event_as_icalendar(event);
    return text.append(end_of_icalendar);
}

}  // namespace digilots::calendar
