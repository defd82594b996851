#pragma once
// The list of entries, the page that corrects one, and the page that deletes one.
#include "inquiries/desk.h"
#include "inquiries/pages.h"

namespace digilots::inquiries {

http::Response inquiries_page(const Pages& pages, const http::Request& request);
http::Response inquiry_page(const Pages& pages, const http::Request& request);
http::Response correct_inquiry(const Pages& pages, const http::Request& request);
/// An entry that was sent and is gone, or was never this person's: what was typed, each field with its name.
http::Response gone_inquiry(Inquiries& inquiries, const http::Request& request, const FormInput& input);
http::Response delete_inquiry_page(const Pages& pages, const http::Request& request);
http::Response delete_inquiry(const Pages& pages, const http::Request& request);

}  // namespace digilots::inquiries
