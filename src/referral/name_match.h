#pragma once
// How much of what was asked a name holds, and how much of the name that is.
#include <string>
#include <vector>

#include "referral/catalogue.h"
#include "referral/intent.h"

namespace digilots::referral {

struct WantedWord {
    WordKey key;
    std::string folded;
    bool last = false;
};

/// Without what is said in front of every errand ("ansöka", "kommunen"), unless nothing else is said.
std::vector<WantedWord> wanted_words(const Intent& intent);

struct NameMatch {
    double coverage = 0;      // of what was asked
    double precision = 0;     // of the name
};

/// 0…1 of one word: as itself, as a beginning where it may be unfinished, or as a part of a compound.
double match(const WantedWord& wanted, const Name& name);
NameMatch match(const std::vector<WantedWord>& wanted, const Name& name);
/// The best of an entry's names.
NameMatch match(const std::vector<WantedWord>& wanted, const Entry& entry);

}  // namespace digilots::referral
