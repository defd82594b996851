#pragma once
// Entries that somebody is to look after, how it went: among all that is under way, a task once the promise of an answer has
// passed, and told with one press.
#include "inquiries/desk.h"
#include "inquiries/pages.h"
#include "platform/slice/duty.h"

namespace digilots::inquiries {

/// A kind of what functions see to: whose all of them are.
inline constexpr std::string_view follow_up_owner = "follow_up";

/// Of the last ninety days, which whoever asks may open; the five hundred newest.
OngoingKind follow_ups_under_way(const Pages& pages);
/// One task for each place that has any whose time has passed.
DutyKind duty_to_follow_up(const Pages& pages);

/// Whether whoever asks holds the function that sees to them, or stands in for it: the list of those to be followed up is theirs,
/// whoever logged them and wherever.
bool sees_to_follow_ups(const Service& service, const http::Request& request);
/// Whether they may read it and tell how it went although it is not theirs to change: without its note.
bool may_follow_up(const Service& service, const http::Request& request, const StoredInquiry& stored);

/// On the entry's page; nothing where it is not to be followed up.
std::optional<FollowUpView> follow_up_of(const Service& service, const StoredInquiry& stored, const html::Page& page);
http::Response tell_follow_up(const Pages& pages, const http::Request& request);

}  // namespace digilots::inquiries
