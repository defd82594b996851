#pragma once
// Which entries answer a question, best first: names, kinds, coverage of topics, wishes, who is open now.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/time.h"
#include "referral/catalogue.h"
#include "referral/coverage.h"

namespace digilots::referral {

/// What the index found: entry ("place:sundsvall-kulturmagasinet") → 0…1 and the word that matched.
struct TextHit {
    double score = 0;
    std::string word;
};
using TextHits = std::map<std::string, TextHit, std::less<>>;

/// Who is at a place when it was wished open, in the place's own time.
struct StaffedThen {
    std::string service;
    base::CivilTime from, until;
};

struct OpenThen {
    directory::Openness open = directory::Openness::unknown;
    std::optional<StaffedThen> staffed;  // where the building's own hours do not say it
    std::vector<base::Date> days = {};   // of several that were wished: those on which it is open
};

struct Ranked {
    const Entry* entry = nullptr;
    double score = 0;
    std::vector<Reason> reasons;         // the most telling first
    directory::OpenState open;
    std::optional<StaffedThen> staffed = {};
};

using OpenStates = std::function<directory::OpenState(const Entry&)>;
/// Whether a place is open when the question wishes it.
using OpenAsWished = std::function<OpenThen(const directory::Place&)>;

struct OpeningTimes {
    OpenStates now;
    OpenAsWished as_wished;
};

std::vector<Ranked> rank(const Catalogue& catalogue, const Intent& intent, const TextHits& text, const OpeningTimes& times);

}  // namespace digilots::referral
