#pragma once
// What pages show of a place, an e-service or hours: labels and sentences already in the reader's language.
#include <string>
#include <vector>

#include "directory/pages.h"
#include "directory/place_filter.h"
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/html/stored.h"

namespace digilots::calendar {
struct DayTimes;
}

namespace digilots::directory {

namespace components = html::components;

components::Limits limits_of(const Place& place, const html::Page& page);

/// The name of the place as it stands behind an address; "" where that holds it already, or there is no address.
std::string locality_of_address(const Place& place);

struct PlaceRow {
    std::string title, url, kind, locality, distance, status;
    std::string hours_summary;          // hours in words where incomplete
    components::OpenBadge open;
    bool open_known = false;            // only what is known gets a badge
    std::vector<std::string> helps;
    components::Limits limits;
    components::Freshness freshness;
};

struct HoursDay {
    std::string day, times, holiday;
    bool today = false;
};

struct HoursView {
    std::vector<HoursDay> days;         // the coming week; empty where it cannot be worked out
    std::vector<std::string> other_times;
    std::string summary;                // incomplete hours in words
    std::string note;
    std::string rule;                   // the notation where it holds more than a week tells
};

struct ServiceRow {
    std::string title, url, kind, frequency, for_whom, about, delivered_by, status;
    std::string hours_summary;          // hours in words where incomplete
    std::string note;                   // about the hours
    std::string times;                  // "Mon–Fri 13.00–15.00"
    std::string next;                   // of what is arranged: "Next: Thursday 3 December 2026, 14.00"
    std::string price;                  // "Free of charge", "40 kr"; "" of an errand
    std::vector<std::string> other_times;
    bool has_hours = false;
    components::OpenBadge open;
};

components::OpenBadge open_badge(const OpenState& state, const Pages& pages, const html::Page& page);
/// Of a place that moves around with where it stands, or stops next.
components::OpenBadge open_badge(const Place& place, const OpenState& state, const Pages& pages, const html::Page& page);
PlaceRow place_row(const FoundPlace& found, const Pages& pages, const html::Page& page);
/// Scripts and styles of a map to move in, where there are tiles for it.
void add_map_files(const components::PointMap& map, html::Page& page);
/// Of the municipality whose page it is: "SE", "NO".
std::string_view country_of(const html::Page& page);
/// "10.00–13.00, 14.00–16.00"; "Closed".
std::string times_on(const calendar::DayTimes& day, const html::Page& page);
HoursView hours_view(const Hours& hours, const Pages& pages, const html::Page& page);
/// What holds in any week, in one line: "Monday–Friday 13.00–15.00". A period of a week or more that holds today is told
/// before it, and where no two weeks are alike the line says that it is the running one.
std::string week_text(const Hours& hours, const Pages& pages, const html::Page& page);
/// The same as rows for paper: "Monday–Thursday", "9.00–16.00", and "Saturday–Sunday", "Closed". No rows where it is not known.
struct WeekTable {
    struct Row {
        std::string days, times;
    };
    std::vector<Row> rows;
    std::string now;                    // what holds today instead
    bool is_running_week = false;       // no two weeks are alike
};
WeekTable week_table(const Hours& hours, const Pages& pages, const html::Page& page);
/// What differs from the usual week, a line each in the order of time: exceptions to come ("24–26 december: stängt"), and the
/// public holidays and eves of the next two months. Pages and paper say the same.
struct OtherTimes {
    std::vector<std::string> shown;
    std::vector<std::string> later;     // too far off to be shown
};
enum class Beside { days, sentence };   // what week_text() tells already is left out
OtherTimes other_times(const Hours& hours, Beside beside, const Pages& pages, const html::Page& page);
/// "Two days a week, 10.00–15.30. Which days is not stated."
std::string hours_summary(const Hours& hours, Answer evening, const html::Page& page);
ServiceRow service_row(const Service& service, const Pages& pages, const html::Page& page);
/// The same with its week and its exceptions.
ServiceRow service_row_with_times(const Service& service, const Pages& pages, const html::Page& page);
components::Freshness freshness_of(RecordKind kind, std::string_view verified_on, const Pages& pages, const html::Page& page);
struct HowOld {
    components::Freshness freshness;
    std::string facts_from;             // "16 december 2022" where nobody has verified it since
    std::string since = {};             // which fields were checked after that
};
/// Of a Place, Service, EService or Contact.
template <class Record>
HowOld how_old(RecordKind kind, const Record& record, const Pages& pages, const html::Page& page) {
    HowOld age{freshness_of(kind, record.verified_on, pages, page), ""};
    const auto date = base::parse_date(record.source_date);
    if (record.verified_on.empty() && date) age.facts_from = page.translator().date(*date);
    return age;
}
std::string status_text(Status status, std::string_view opens_from, const html::Page& page);
/// Known activities' frequency in the reader's language; "" for other words.
std::string frequency_text(std::string_view frequency, const html::Page& page);
std::string distance_text(double metres, const html::Page& page);

/// A number with the hours at which it is answered.
struct PhoneView {
    components::Phone phone;            // number "" where there is none
    std::string times, note;
    std::vector<std::string> other_times;
    components::OpenBadge open;
    bool is_known = false;              // whether somebody answers now
    std::string answers;                // the same in words, also where it is not known
};
PhoneView phone_view(const PhoneLine& line, const Pages& pages, const html::Page& page);

/// A place to go to.
struct DeskView {
    std::string title, url;             // title "" where there is none
    components::OpenBadge open;
    bool is_known = false;
};
DeskView desk_view(const Place* desk, const OpenState& state, const Pages& pages, const html::Page& page);

/// The municipality's phone, a desk where there is none: where every page ends.
struct HelpView {
    PhoneView line;
    DeskView desk;
    std::string promise;                // "We answer e-mails and letters within 2 working days."
};
HelpView help_view(const WhoAnswers& answer, const Pages& pages, const html::Page& page);
HelpView help_view(const Pages& pages, const html::Page& page);

/// Who answers for something, and who else.
struct ContactView {
    std::string title, url, role, email, promise;
    PhoneView line, otherwise;
    DeskView desk;
};
ContactView contact_view(const WhoAnswers& answer, const Pages& pages, const html::Page& page);

/// "Not stated yet: opening hours, address. Call and ask."; "" where nothing is missing.
std::string unknown_text(const std::vector<std::string>& things, const html::Page& page);

std::vector<std::string> labels(std::string_view list, const std::vector<std::string>& keys, const html::Page& page);
std::vector<std::string> labels(std::string_view list, const std::vector<CodedNote>& notes, const html::Page& page);
/// Choices of a filter; the first one is "all".
std::vector<components::Option> options_of(std::string_view list, const std::vector<std::string>& keys,
                                           std::string_view chosen, std::string all, const html::Page& page);

}  // namespace digilots::directory
