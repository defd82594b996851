#pragma once
// What somebody typed into a form that could not be taken: their session had ended, or they have signed in anew since the
// page was made. The form is shown again with it; nothing typed is lost.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/http/request.h"

namespace digilots::http {

/// Who saved a record last.
struct LastChange {
    std::string by;  // "" where it was no person
    base::Instant at{};
};

struct TypedForm {
    std::string owner;   // account id of whom the form was shown to: nobody else may see it
    std::string page;    // where it stands: path and query
    std::string action;  // where it is sent to
    Fields fields;       // without form tokens, passwords and codes
    std::string shown = {};                     // digests of what the form showed when it was made
    std::vector<std::string> kept = {};         // names of the fields that were chosen to stay as typed
    std::vector<std::string> unchosen = {};     // names of those that differ and for which nothing was chosen
    std::optional<LastChange> meanwhile = {};  // what came between, where it is known
};

enum class Again {
    signed_in,  // they have just signed in
    renewed,    // they had signed in anew elsewhere, so that the form's token was of another session
    changed,    // somebody else has saved since they opened it
    failed,     // it could not be saved: the disk is full, the database away
    unchosen,   // ... and for some field it was not chosen which of both is to stand
};

/// From a posted form that carries "form_of" (components::form_token).
TypedForm typed_form(const Request& request);

/// What reads like something that a person wrote: words, a name, a number or an address; a choice from a list is a code.
std::vector<std::string> written(const TypedForm& typed);

/// All that a person chose or wrote, by the names of the fields; without what the program itself put into the form.
std::vector<std::pair<std::string, std::string>> filled_fields(const TypedForm& typed);

/// Fields of a form that was shown with what somebody else had saved: which ones differ ("differs"), what is saved
/// ("theirs.phone") and what the person chose ("keep.phone"). What is left is the form as they want it.
FieldChoices take_theirs(Fields& form);

}  // namespace digilots::http
