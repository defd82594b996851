#pragma once
// A form that stands on the page once more with what somebody had typed into it.
#include "platform/http/typed_form.h"
#include "platform/http/response.h"

namespace digilots::html {

/// The page with the form that is sent to `typed.action` filled in, and a notice that says that nothing is saved yet.
/// Where the form is not there any more, what was typed stands as text; where it cannot be shown because the disk is full or
/// the database away, all that was filled in, by the names of the fields. For Gatekeeper::fill_again.
http::Response form_again(http::Response page, const http::Request& request, const http::TypedForm& typed,
                          http::Again again);

/// Whether the form that is sent to `typed.action` has another mark ("seen") on this page than the one that was sent.
bool has_changed_since(const http::Response& now, const http::TypedForm& typed);

/// What stands in the forms of this page is not saved: drafts in the browser stay.
void mark_unsaved(http::Response& page);

}  // namespace digilots::html
