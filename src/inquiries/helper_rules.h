#pragma once
// What helpers keep to at sensitive topics (PRV-02).
#include <string>
#include <vector>

#include "platform/i18n/translator.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

std::vector<std::string> helper_rules(const i18n::Translator& translator);
bool any_sensitive(const std::vector<std::string>& topics, const taxonomy::OwnTopicList& own);
/// Keys of shared and own topics, separated by spaces.
std::string sensitive_ones(const taxonomy::OwnTopicList& own);

}  // namespace digilots::inquiries
