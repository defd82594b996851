#pragma once
// Where somebody can be referred to, to choose from where an entry is corrected.
#include "inquiries/inquiry_form.h"
#include "platform/html/components.h"

namespace digilots::inquiries {

/// None, what the entry says now, then the municipality's contacts, places and e-services that are in use.
std::vector<html::components::Option> target_options(const Service& service, const http::Tenant& tenant,
                                                     const std::string& chosen, const i18n::Translator& translator);

/// Of whom an entry refers to: its name, also where nobody knows it any more; "" where it refers to nobody.
std::string target_title(const Service& service, const http::Tenant& tenant, const std::string& target,
                         const i18n::Translator& translator);

// ---- Looked for along with a form that is filled in: nothing of it is lost, nothing saved ----

/// Only looked for, chosen or taken away. Nothing that may be personal stands in an address.
bool only_searches(const http::Request& request);
/// One was chosen, or taken away.
bool has_chosen(const http::Request& request);
/// The field without scripts, else what desk.js sends along.
std::string_view searched_in(const http::Fields& form);

/// To nobody: then the outcome is the one given.
void refer_away(Inquiry& inquiry, std::string_view outcome);
/// Asks once to whom, where an entry only says that somebody was referred. `before`: what stands already.
void ask_for_receiver(FormInput& input, const http::Request& request, const Inquiry* before = nullptr);
/// "place:sundsvall-kulturmagasinet bank": the hit that was chosen goes into the form, as desk.js does it.
void use_hit(FormInput& input, std::string_view chosen, const taxonomy::OwnTopicList& own);

}  // namespace digilots::inquiries
