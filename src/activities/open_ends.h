#pragma once
// What has to be seen to before an activity or a request ends, and what it is not deleted away from.
#include "activities/named_by.h"
#include "platform/register/records.h"

namespace digilots::base {
class Clock;
}

namespace digilots::activities {

/// Away from people who are signed up an activity is neither paused nor taken from residents.
void hold_to_people(const register_::Writing& writing, const register_::Record& activity, register_::Problems& problems);

/// Sessions to come with people who are signed up: nobody stands before a closed door. It is never deleted away from its
/// sessions, nor from what else names it: their figures, people and payments would be nobody's. `named` is asked later.
register_::Others with_sessions_kept(register_::Others others, db::Database& database, const base::Clock& clock,
                                     const NamedBy& named);
/// Whoever asked with a code is answered first.
register_::Others with_answers_given(register_::Others others, db::Database& database);

}  // namespace digilots::activities
