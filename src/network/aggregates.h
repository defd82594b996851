#pragma once
// What members have said of a period: approved by each, locked by whoever leads the network. Nothing of it is changed or taken
// away; a correction is another revision, and after the lock it is seen that it came later.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "municipality/municipality.h"
#include "network/payload.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"

namespace digilots::network {

/// Of one member and revision.
struct Approved {
    Payload payload;
    std::string key_id;                 // "" where it was approved here
    bool is_after_lock = false;
    base::Instant received_at{};
};
struct PeriodState {
    std::optional<base::Instant> locked_at;
    std::map<std::string, std::vector<Approved>> approved;      // by member, the latest revision last
};

/// As the interface answers: 201 it is taken in, 409 it is known or the period is locked, 422 it is not to be trusted.
struct Taken {
    int status = 201;
    i18n::Text why = {};                // none for 201
    std::string detail = "";            // which part of it, in English
};

class Aggregates {
public:
    Aggregates(db::Database& database, const base::Clock& clock, const municipality::Municipalities& municipalities,
               const releases::Releases& releases);

    PeriodState state(const std::string& network, const std::string& period) const;
    /// Of which anybody has said something, the newest first.
    std::vector<std::string> periods_of(const std::string& network) const;

    /// From an installation of a member's own: the signature alone says whose it is.
    Taken take_in(const municipality::Network& network, std::string_view signed_file);

    enum class Approval { approved, nothing_new, not_released };
    /// Of a member that is served here: what is released of it now is what it says.
    Approval approve(const municipality::Network& network, const std::string& member, const std::string& period,
                     const std::string& reason, std::string_view actor);
    /// Locked twice is locked. False: the period is not over.
    bool lock(const municipality::Network& network, const std::string& period, std::string_view actor);

private:
    bool is_over(const std::string& period) const;
    std::optional<Taken> fault_of_sender(db::Connection& connection, const municipality::Network& network,
                                         const SignedFile& file) const;

    db::Database& database_;
    const base::Clock& clock_;
    const municipality::Municipalities& municipalities_;
    const releases::Releases& releases_;
};

}  // namespace digilots::network
