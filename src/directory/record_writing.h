#pragma once
// What belongs to a change of a record beside its row: its name in addresses, what the import says, the desk.
#include "directory/directory.h"
#include "platform/register/register.h"

namespace digilots::directory {

void complete_record(RecordKind kind, const register_::Writing& writing, register_::Record& record);
/// An edit of something imported is kept beside what the import says. The desk stays, or is handed over.
void note_beside(RecordKind kind, const register_::Writing& writing, const register_::Record& record);

}  // namespace digilots::directory
