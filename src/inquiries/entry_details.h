#pragma once
// What an entry may say beside the commonest: what it counts, persons of a group, who asked, target groups, an e-service.
#include "inquiries/inquiry_form.h"

namespace digilots::inquiries {

/// From the browser. Choosing an outcome makes an entry of what was only counted.
void read_details(FormInput& input, const http::Request& request, const i18n::Translator& translator);
/// As it stands in the form.
void show_details(FormInput& input, const Inquiry& inquiry);
/// The fields of it.
DetailFields detail_fields(const Service& service, const html::Page& page, const FormInput& input);
/// Whether any of it is said: then the form shows it opened.
bool has_further_details(const Inquiry& inquiry);

}  // namespace digilots::inquiries
