#pragma once
#include "directory/place_view.h"
#include "directory/stop_view.h"

namespace digilots::directory {

struct AidRow {
    std::string name, detail;
};

// What is only offered where people can come (to book it) is said of an open place alone.
AidRow aid_row(const Aid& aid, Status status, const html::Page& page);

/// As residents read it; "" where nothing is known, or only in words for staff.
std::string who_may_come(const Place& place, const i18n::Translator& translator);

struct ShowPlaceView {
    std::string kind, status, status_note;
    components::OpenBadge open;
    bool eligibility_is_theirs = false;     // in the words of the municipality, not of this program
    bool open_known = false;
    bool is_open_kind = true;               // open for visitors: hours mean something
    bool has_closed = false;                // for good: it helps nobody any more
    components::Limits limits;
    std::vector<std::string> helps, topics, agencies, roles, languages, answers;
    std::vector<std::string> names;         // other names of the place
    std::vector<AidRow> aids;
    std::vector<ServiceRow> services, activities;
    std::vector<html::Link> shares;         // other records in the same house
    HoursView hours;
    StopsView stops;
    std::string address, locality, locality_of_address, position_note, operator_name, operator_type, eligibility;
    std::string bring;                      // in the words of the municipality
    bool collective = false, mobile = false, assumed = false;
    bool is_of_others = false;              // not the municipality's: its staff's secrecy is not theirs
    components::PointMap map;               // only where there are tiles: one point alone says nothing
    components::Phone phone;
    HowOld age;
    HelpView help;
    std::string unknown;                    // what is not known, in one sentence
    html::Safe files;                       // pictures and documents; on the page alone
    std::string booking_url = {}, staffed = {};    // of times there; that somebody helps just now. "" where nothing is known
    std::string on_here_url;                // of the activities there; "" where nobody comes any more
    std::string ring_url;                   // to be rung by it; "" where nobody comes any more
    std::string leaflet_url;                // to be printed; "" where nobody comes any more
};

/// Everything that the page of a place and its leaflet say.
ShowPlaceView place_view(const Place& place, const Snapshot& snapshot, const Pages& pages, const html::Page& page);

/// "Municipality", "Association"; "" where it is not known.
std::string operator_text(std::string_view type, const html::Page& page);

}  // namespace digilots::directory
