#pragma once
// The desk: who can help, what was asked, what has been logged today.
#include "inquiries/desk.h"
#include "inquiries/pages.h"

namespace digilots::inquiries {

http::Response desk_page(const Pages& pages, const http::Request& request);
/// The log form was sent.
http::Response log_at_desk(const Pages& pages, const http::Request& request);
/// One more like this one, now.
http::Response repeat_inquiry(const Pages& pages, const http::Request& request);

/// Takes an entry back; what stood in it stands in the form again.
http::Response undo_inquiry(const Pages& pages, const http::Request& request);
http::Response back_to_desk(const Pages& pages, const http::Request& request);
/// Turns the desk's keys on or off for this person.
http::Response switch_keys(const Pages& pages, const http::Request& request);

inline constexpr std::size_t longest_form_key = 64;
/// The key that the form brought along makes a second press of the button the same entry, also where the first one went out and
/// its answer was lost. Other fields in between (back button) are another entry, which its own second press does not double.
std::string key_of_form(const http::Fields& form, const std::string& content);

/// Where somebody of a unit works: the first open place that belongs to it, or to one below it. Others are where searches end.
std::string usual_place(const Service& service, const http::Request& request);

/// Topics for the buttons, in an order that no entry changes, so that hands can learn them: as the place or the municipality has
/// set them (asked_fields.h), else the usual ones.
std::vector<std::string> desk_topics(const Service& service, const http::Tenant& tenant, std::string_view place);
/// Five usual ones, the municipality's first own ones in the order it has set, the other usual ones.
std::vector<std::string> usual_desk_topics(const Service& service, const http::Tenant& tenant);

}  // namespace digilots::inquiries
