#pragma once
// What is under way of questions: it stands among all that is.
#include "questions/questions.h"

namespace digilots::questions {

std::vector<OngoingKind> ongoing_kinds(const Questions& questions);
/// To whoever asked to be rung: that nobody answered, when, and what happens next; none where it was not tried.
std::vector<std::string> rung_words(const Followed& followed, base::Instant now, const html::Page& page);
FollowedKind followed_kind(const Questions& questions);

}  // namespace digilots::questions
