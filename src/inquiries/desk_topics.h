#pragma once
// The topics of the desk: its buttons, and those that what was typed may mean.
#include "inquiries/desk.h"
#include "referral/referral.h"

namespace digilots::inquiries {

/// Own and shared topics that the question is about, or whose name or everyday words begin as it was typed; the likeliest
/// first, at most six.
std::vector<DeskTopic> topics_found(const referral::SearchAnswer& answer, const taxonomy::OwnTopicList& own,
                                    const i18n::Translator& translator);

/// Of the numbers in the municipality's own list what stands before the point, once each: "1 12" of 1.17, 1.18 and 12.3.
std::string beginnings_of_numbers(const taxonomy::OwnTopicList& own);

}  // namespace digilots::inquiries
