#pragma once
// What is under way of questions: it stands among all that is.
#include "questions/questions.h"

namespace digilots::questions {

std::vector<OngoingKind> ongoing_kinds(const Questions& questions);
FollowedKind followed_kind(const Questions& questions);

}  // namespace digilots::questions
