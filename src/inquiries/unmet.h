#pragma once
// What could not be helped: by topic and locality, with what stood in the way and where people were sent instead (LOG-14).
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "inquiries/stored_inquiry.h"

namespace digilots::inquiries {

struct Unmet {
    std::string topic, locality;             // topic: taxonomy key; locality: "" not known
    std::int64_t number = 0;
    std::map<std::string, std::int64_t> barriers, sent_instead;   // taxonomy keys; what nobody said is in neither
};
/// The commonest first. An entry with several topics counts under each, one with several barriers under each of them.
std::vector<Unmet> unmet_of(std::span<const StoredInquiry> entries,
                            const std::function<std::string(std::string_view place)>& locality_of);

}  // namespace digilots::inquiries
