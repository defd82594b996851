#pragma once
// What there is to be done about questions and answers: it becomes tasks.
#include "questions/questions.h"

namespace digilots::questions {

/// Questions to answer by the time that was promised, and answers of the bank to look through again.
std::vector<DutyKind> duty_kinds(Questions& questions, const organisation::Organisation& organisation,
                                 const municipality::Municipalities& municipalities, const base::Clock& clock);

}  // namespace digilots::questions
