#pragma once
// What each change of a record writes: its row, its trace, what was looked at. For the files of this folder.
#include <string>
#include <string_view>

#include "platform/register/records.h"

namespace digilots::register_ {

bool is_any_changed(const Register& declaration, const Record& before, const Record& after);
/// "label, words": names of those that people see a change of, never what stands in them; "" where what changed has no words on
/// any page.
std::string told_fields(const Register& declaration, const Record& before, const Record& after);
/// What was changed was looked at; all of it where that is said.
void note_looked_at(db::Connection& connection, const Register& declaration, const Surroundings& around,
                    const Record& before, Record& after, bool is_all);
/// Into the trail, and what is derived from the register is old.
void trace(db::Connection& connection, const Register& declaration, const Surroundings& around,
           const Record& record, std::string_view actor, std::string_view action, std::string fields,
           base::Instant now);

/// Whose its files are.
files::Owner owner_of(const Register& declaration, std::string_view municipality_id, std::string_view id);

}  // namespace digilots::register_
