#pragma once
// What an entry may say beside the commonest: what it counts, persons of a group, who asked, target groups, an e-service.
#include "inquiries/inquiry_form.h"

namespace digilots::inquiries {

/// From the browser.
void read_details(FormInput& input, const http::Request& request, const i18n::Translator& translator);
/// Choosing an outcome makes a full entry of what was only counted before; what becomes a tally has none, whatever the form
/// had chosen beforehand.
void settle_kind(Inquiry& inquiry, const Inquiry* before);
/// As it stands in the form.
void show_details(FormInput& input, const Inquiry& inquiry);
/// The fields of it.
DetailFields detail_fields(const Service& service, const html::Page& page, const FormInput& input);
/// One word of further.h.
html::components::Field word_field(const html::Page& page, const FormInput& input, std::string_view name);
/// Whether any of it is said: then the form shows it opened.
bool has_further_details(const Inquiry& inquiry);

}  // namespace digilots::inquiries
