#pragma once
// Quality goals that municipalities share: whose each is, and who has adopted it when.
#include <string>
#include <vector>

#include "goals/implementation.h"

namespace digilots::goals {

struct Adopted {
    std::string municipality;              // its name
    std::optional<base::Date> on = {};
};
struct SharedQuality {
    std::string key;                       // "2281/ID"
    std::string title, about, owner;       // owner: the municipality's name
    std::string owner_id;
    std::vector<Adopted> adopted = {};     // by name; the owner too, once it has
};
/// What active municipalities let the others see, by name. Adoptions of one that its owner has taken back stand nowhere.
std::vector<SharedQuality> shared_quality(const Goals::Implementation& self);

/// Quality goals of others, to adopt.
register_::Choices quality_of_others(const Goals::Implementation& self);

}  // namespace digilots::goals
