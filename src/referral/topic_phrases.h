#pragma once
// What people say for each shared topic, cut into words once: every search asks whether a topic was named.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::referral {

/// `said`: the words that were asked, and those of the topic that answer them.
bool names_topic(std::string_view topic, const std::vector<std::string>& words);

}  // namespace digilots::referral
