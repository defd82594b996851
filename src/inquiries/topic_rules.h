#pragma once
// What is done here with a topic: shown as soon as it is chosen or found.
#include "inquiries/desk.h"
#include "inquiries/pages.h"

namespace digilots::inquiries {

/// All rules, those of what stands in the form shown. `may_refer`: with a button that refers to whom it is handed over.
std::vector<RuleShown> rules_for_form(const Pages& pages, const html::Page& page, const Inquiry& inquiry, bool may_refer);
/// Those of topics that a question is about.
std::vector<RuleShown> rules_for_topics(const Pages& pages, const html::Page& page, const std::vector<std::string>& topics);

/// "tax:tax own_skoter:municipality …": whose question a topic is by itself, for desk_body.js.
std::string bodies_of_topics(const taxonomy::OwnTopicList& own);
/// Whose question it is by its first topic, where nobody says otherwise and it is asked there.
void fill_body(Inquiry& inquiry, const Service& service, const http::Tenant& tenant);
/// "contact:0192… authority_forms migration": whose question it is where the rule that was taken says so, as desk.js does it.
void take_body_of_rule(Inquiry& inquiry, std::string_view chosen, const Service& service, const http::Tenant& tenant);

}  // namespace digilots::inquiries
