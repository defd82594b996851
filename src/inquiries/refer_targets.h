#pragma once
// Where somebody can be referred to, to choose from where an entry is corrected.
#include "inquiries/implementation.h"
#include "platform/html/components.h"

namespace digilots::inquiries {

/// None, what the entry says now, then the municipality's contacts, places and e-services that are in use.
std::vector<html::components::Option> target_options(const Service& service, const http::Tenant& tenant,
                                                     const std::string& chosen, const i18n::Translator& translator);

}  // namespace digilots::inquiries
