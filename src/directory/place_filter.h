#pragma once
// The filter of places and e-services in the address, the same for page and API.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "directory/directory.h"
#include "platform/http/request.h"

namespace digilots::directory {

enum class OpenFilter { any, now, evening };

struct PlaceFilter {
    OpenFilter open = OpenFilter::any;
    std::string topic, aid, kind;
    std::optional<std::pair<double, double>> near;      // latitude, longitude
};

struct EServiceFilter {
    bool without_e_id = false;
    std::string department, topic;
};

/// Field → what is wrong with it (English, for the API). The rest of the filter holds.
using FilterErrors = std::vector<std::pair<std::string, std::string>>;

PlaceFilter read_place_filter(const http::Fields& query, FilterErrors& errors);
EServiceFilter read_e_service_filter(const http::Fields& query, FilterErrors& errors);

struct FoundPlace {
    const Place* place = nullptr;
    OpenState state;
    std::optional<double> metres;       // from `near`; nothing where the place has no position
    ThisEvening this_evening = ThisEvening::no;     // where the filter asks for it
};

/// Listed places that match; nearest first where `near` is given, else by name.
std::vector<FoundPlace> find_places(const Directory& directory, const Snapshot& snapshot, const PlaceFilter& filter,
                                    base::Instant now);
std::vector<const EService*> find_e_services(const Snapshot& snapshot, const EServiceFilter& filter);

/// Also what "printing: yes" says.
bool has_aid(const Place& place, std::string_view aid);
/// True for the topic itself and for those below it.
bool covers_topic(const std::vector<std::string>& topics, std::string_view topic);

}  // namespace digilots::directory
