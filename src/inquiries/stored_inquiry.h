#pragma once
// An inquiry with what the store keeps beside it.
#include "inquiries/inquiries.h"

namespace digilots::inquiries {

inline constexpr int unknown_hour = -1;

struct StoredInquiry {
    Inquiry inquiry;
    base::Date local_date{};        // in the municipality's zone when it was logged
    int local_hour = 0;             // unknown_hour where only the day is known
    base::Instant created_at{};
    std::string created_by;         // account id or "token:…"
};

struct Change {
    base::Instant at{};
    std::string actor, action;      // corrected, deleted, note_removed
    std::string fields;             // names, separated by spaces
    std::string reason = "";        // "" where nobody had to say
};

/// Names of the fields in which two differ: what the trace keeps.
std::vector<std::string> changed_fields(const Inquiry& before, const Inquiry& after);

}  // namespace digilots::inquiries
