#pragma once
// How well a place answers a topic: by what it has, what it does, who is there, or as the general desk.
#include <string>

#include "referral/catalogue.h"

namespace digilots::referral {

enum class ReasonKind { none, name, support, aid, agency, general_guidance, desk, topic, evening, tonight, weekend,
                        weekday, tomorrow, today, date, hours, maybe_tonight, maybe_now, drop_in,
                        place_kind, without_e_id, text, stop };

/// True of the reasons that say when a place is open.
bool is_about_time(ReasonKind kind);

struct Reason {
    ReasonKind kind = ReasonKind::none;
    // Support or aid code, topic, agency, weekday, dates between commas, "paper", id of a stop, or the word that matched.
    std::string key;
};

struct Coverage {
    double points = 0;      // 0: not at all; 70 and more: the place does exactly this
    Reason reason;
};

Coverage coverage(const Entry& entry, const std::string& topic);
/// Schools and homes have equipment that nobody from outside may use.
bool serves_everyone(const directory::Place& place);

}  // namespace digilots::referral
