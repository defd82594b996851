#pragma once
// Places and e-services as the API shows them. Stable: outside programs rely on the names.
#include "directory/pages.h"
#include "directory/place_filter.h"
#include "platform/base/json.h"

namespace digilots::directory {

enum class Detail { summary, whole };

/// A place with what only holds now.
struct PlaceNow {
    const Place& place;
    OpenState state;
    std::optional<bool> this_evening;       // nothing: not known, or only on some days
    PhoneLine phone;                        // the number to ring about it
    std::optional<double> metres = {};
    BesidePlace beside = {};                // who is there by the rota
    std::string eligibility = {};           // of one place: who may come, in the reader's language
};

void write_place(base::JsonWriter& json, const PlaceNow& now, const http::Tenant& tenant, Detail detail);
/// A Feature; geometry null where the place has no position.
void write_feature(base::JsonWriter& json, const PlaceNow& now, const http::Tenant& tenant);
void write_e_service(base::JsonWriter& json, const EService& service, const WhoAnswers& answer, const http::Tenant& tenant,
                     Detail detail);

/// 400 naming every field that is wrong.
http::Response bad_parameters(const FilterErrors& errors);

/// One page of a list: up to 50 items come whole.
struct Slice {
    std::size_t begin = 0, end = 0;
    std::string next;               // cursor, "" at the end
};
Slice slice_of(const http::Fields& query, std::size_t items, FilterErrors& errors);

}  // namespace digilots::directory
