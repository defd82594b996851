#pragma once
#include "questions/questions.h"

namespace digilots::questions {

/// A dozen answers and some thirty questions, made up, in each complete municipality; nothing where there are some already.
void load_demo(Questions& questions, const municipality::Municipalities& municipalities, const base::Clock& clock,
               const Demo& demo);

}  // namespace digilots::questions
