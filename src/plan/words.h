#pragma once
// Words of kinds and lists, for pages, files and forms.
#include <string>
#include <string_view>
#include <vector>

#include "plan/tree.h"
#include "platform/i18n/translator.h"
#include "platform/register/types.h"

namespace digilots::plan {

i18n::Text title_of(Kind kind);
const std::vector<register_::FixedTerm>& kind_terms();
const std::vector<register_::FixedTerm>& horizon_terms();
const std::vector<register_::FixedTerm>& process_terms();
const std::vector<register_::FixedTerm>& layer_terms();
const std::vector<register_::FixedTerm>& tier_terms();
const std::vector<register_::FixedTerm>& deliverable_terms();
std::vector<register_::FixedTerm> document_terms();
/// "" for what is none of them.
std::string word_in(const std::vector<register_::FixedTerm>& terms, std::string_view key, const i18n::Translator& words);
/// "1 March 2021 to 31 December 2024", "from 1 March 2021, goes on"; "" where nothing is known.
std::string days_of(const Node& node, const i18n::Translator& words);
/// "KS, KMD, Oslo + alle"
std::string responsible_of(const Milestone& milestone);

}  // namespace digilots::plan
