#pragma once
// Makes a municipality's snapshot from its rows.
#include "directory/directory.h"
#include "platform/base/time.h"
#include "platform/db/connection.h"

namespace digilots::directory {

struct SnapshotInput {
    std::string municipality_id;
    std::string language;           // decides the order of names
    std::string fallback_place;     // the setting, "" none
    std::string phone_hours;        // the setting, "" none
    base::Date today;
    std::string country, zone;      // whose holidays, whose clock
    std::vector<Service> arranged = {};     // by another slice
};

SnapshotPtr load_snapshot(db::Connection& connection, const SnapshotInput& input);

/// By kind: the municipal service or contact centre, citizens' office or reception, else the main library, else any place
/// that is open for visitors.
std::string propose_fallback(const std::vector<Place>& places);
/// Where nothing is set the desk stays what it was until it closes: a new office takes over only where somebody chooses
/// it. In the transaction of every change.
void keep_desk(db::Connection& connection, std::string_view municipality_id);

/// True where "2023-06" or "2023-06-15" lies before or on this day. A month or year has passed into when it begins.
bool has_begun(std::string_view opens_from, base::Date today);

}  // namespace digilots::directory
