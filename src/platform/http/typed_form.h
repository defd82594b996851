#pragma once
// What somebody typed into a form that could not be taken: their session had ended, or they have signed in anew since the
// page was made. The form is shown again with it; nothing typed is lost.
#include <string>

#include "platform/http/request.h"

namespace digilots::http {

struct TypedForm {
    std::string owner;   // account id of whom the form was shown to: nobody else may see it
    std::string page;    // where it stands: path and query
    std::string action;  // where it is sent to
    Fields fields;       // without form tokens, passwords and codes
};

enum class Again {
    signed_in,  // they have just signed in
    renewed,    // they had signed in anew elsewhere, so that the form's token was of another session
};

/// From a posted form that carries "form_of" (components::form_token).
TypedForm typed_form(const Request& request);

}  // namespace digilots::http
