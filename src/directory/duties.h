#pragma once
// What the directory asks for: records to check again, what they lack, a desk in place of one that has closed.
#include <string>
#include <vector>

#include "directory/directory.h"
#include "platform/slice/duty.h"

namespace digilots::directory {

/// A record that residents see, and when somebody last looked at all of it.
struct CheckedOn {
    RecordKind kind;
    std::string id, name;
    std::string day;              // of the check, else of the facts; "" where neither is known
    bool is_checked = false;      // by somebody here
};
/// Those in use.
std::vector<CheckedOn> records_in_use(const Snapshot& snapshot);
/// The day on which it is to be checked again; nothing where nobody knows how old it is.
std::optional<base::Date> due_of(const CheckedOn& record, int months);

std::vector<DutyKind> duties(Directory& directory, const municipality::Municipalities& municipalities);

}  // namespace digilots::directory
