#pragma once
// What a guide keeps for the next entries of the day: place, channel, language, each by itself.
#include "inquiries/inquiry_form.h"

namespace digilots::inquiries {

/// Puts what the cookie keeps into the form. What has gone since is not kept.
void use_pins(FormInput& input, const directory::Snapshot& directory, const http::Request& request);
/// What the form said to keep, for twelve hours; takes the cookie away where that is nothing.
http::Cookie pin(const FormInput& input);
/// The choices beside the button: of what the form asks.
html::components::Field pin_field(const LogForm& form, const FormInput& input, const html::Page& page);

}  // namespace digilots::inquiries
