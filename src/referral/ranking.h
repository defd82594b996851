#pragma once
// Which entries answer a question, best first: names, kinds, coverage of topics, wishes, who is open now.
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "referral/catalogue.h"
#include "referral/coverage.h"

namespace digilots::referral {

/// What the index found: entry ("place:sundsvall-kulturmagasinet") → 0…1 and the word that matched.
struct TextHit {
    double score = 0;
    std::string word;
};
using TextHits = std::map<std::string, TextHit, std::less<>>;

struct Ranked {
    const Entry* entry = nullptr;
    double score = 0;
    std::vector<Reason> reasons;         // the most telling first
    directory::OpenState open;
};

using OpenStates = std::function<directory::OpenState(const Entry&)>;
/// Whether a place is open when the question wishes it.
using OpenAsWished = std::function<directory::Openness(const directory::Place&)>;

struct OpeningTimes {
    OpenStates now;
    OpenAsWished as_wished;
};

std::vector<Ranked> rank(const Catalogue& catalogue, const Intent& intent, const TextHits& text, const OpeningTimes& times);

}  // namespace digilots::referral
