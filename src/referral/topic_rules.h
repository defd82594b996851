#pragma once
// What a municipality does with a topic, or with what concerns a body: "handle here", "hand over to …", and when (REF-11,
// REF-13).
#include "directory/directory.h"
#include "platform/register/register.h"
#include "referral/referral.h"
#include "taxonomy/taxonomy.h"

namespace digilots::referral {

inline constexpr std::string_view kept_rules = "topic_rule";

register_::Register rule_register(const directory::Directory& directory, const taxonomy::OwnTopics& own_topics);
TopicRule rule_of(const register_::Record& record);
/// Where a municipality has said nothing of it: people come with it to a drop-in and are helped at once.
bool is_usually_simple(std::string_view topic);

}  // namespace digilots::referral
