#include "platform/html/error_page.h"

#include <algorithm>

#include "platform/html/gone_page.h"
#include "platform/html/page.h"
#include "platform/html/templates.h"
#include "platform/http/form_body.h"
#include "platform/http/never_kept.h"
#include "platform/http/typed_form.h"

namespace digilots::html {
namespace {

struct Explanation {
    int status;
    i18n::Text title, text;
    bool retry;
};

constexpr Explanation explanations[] = {
    {400, TEXT("We could not read the request"), TEXT("Go back and try once more."), false},
    {401, TEXT("You need to sign in"), TEXT("Sign in and try once more."), false},
    {403, TEXT("You may not do this"),
     TEXT("The form may have been open too long. Go back, load the page again and try once more."), false},
    {404, TEXT("The page is not here"),
     TEXT("It may have moved, or the address may have a mistake. Search for what you need help with."),
     false},
    {405, TEXT("This cannot be done here"), TEXT("Go back and try once more."), false},
    {413, TEXT("It is too large"),
     TEXT("What you sent is larger than we can take. Go back and send a smaller file or a shorter text."), false},
    {415, TEXT("This kind of content is not read here"),
     TEXT("Send a form, or JSON as “application/json”, without compression."), false},
    {422, TEXT("Something in the form needs to be changed"),
     TEXT("Go back, check the form and send it again."), false},
    {429, TEXT("Too many requests"), TEXT("Wait a moment and try again."), true},
    {500, TEXT("Something went wrong with us"), TEXT("It is not your fault. Try again in a few minutes."),
     true},
    {503, TEXT("The service is not available right now"), TEXT("Try again in a few minutes."), true},
    {507, TEXT("Nothing can be saved right now"),
     TEXT("What you wrote was not saved. Searching and reading still work. Try to save again later."), true},
};

const Explanation& explanation_of(int status) {
    for (const Explanation& explanation : explanations) {
        if (explanation.status == status) return explanation;
    }
    for (const Explanation& explanation : explanations) {
        if (explanation.status == (status >= 500 ? 500 : 400)) return explanation;
    }
    return explanations[0];
}

/// What the request itself says that it lacks, before what its status says.
i18n::Text words_to_tell(const http::Request& request, const Explanation& explanation) {
    if (explanation.status != 400 && explanation.status != 413) return explanation.text;
    switch (http::fault_of(request)) {
        case http::FormFault::too_many_fields:
            return TEXT("You sent more fields than can be taken in at a time: at most 500, and 200 where a file comes along. "
                        "Nothing was saved. Go back and send them in parts.");
        case http::FormFault::not_text:
            return TEXT("What you sent holds a character that no text has, such as NUL, or is not saved as UTF-8. Nothing was "
                        "saved. Go back, write it anew or save the table as UTF-8, and send it again.");
        case http::FormFault::none: break;
    }
    const bool is_for_programs = explanation.status == 400 && request.path.starts_with("/api/");
    return is_for_programs ? TEXT("The address or the body is cut off or not well-formed. Check its percent signs and the lines "
                                  "between its parts, and send it again.")
                           : explanation.text;
}

/// Where it was sent to is not there: staff find it again on the form's page (http::Application), who has no session here.
bool loses_what_was_typed(const http::Request& request, int status) {
    return status == 404 && request.method == http::Method::post && !request.identity && !request.path.starts_with("/api/") &&
           !http::written(http::typed_form(request)).empty();
}

}  // namespace

http::Response error_page(const http::Request& request, int status) {
    Page page(request);
    if (loses_what_was_typed(request, status))
        return gone_page(request, {.title = page.t(TEXT("It is not there any more")),
                                   .text = page.t(TEXT("It has ended, or was hidden or deleted, while you wrote, or the address "
                                                       "has a mistake. Nothing was sent. What you had written stands below."))});
    const Explanation& explanation = explanation_of(status);
    page.title = page.t(explanation.title);
    page.indexable = false;
    const std::string text = page.t(words_to_tell(request, explanation));
    if (request.path.starts_with("/api/") && status == 401)
        return http::problem(status, page.t("No valid key"),
                             page.t("Send a key that is in use, as “Authorization: Bearer KEY”. Administrators make keys."));
    if (request.path.starts_with("/api/")) return http::problem(status, page.title, text);
    const bool readable = request.method == http::Method::get || request.method == http::Method::head;
    const bool is_staff = status == 404 && request.identity && !request.identity->account_id.empty();
    // The way on from the staff's own page is theirs.
    page.staff = is_staff && request.path.find("/staff/") != std::string::npos;
    const ErrorView view{text, explanation.retry && readable, status >= 500, is_staff};
    return render_page(page, templates::error_page(view, page), status);
}

http::Response wait_page(const http::Request& request, std::chrono::seconds wait) {
    const bool is_program = request.path.starts_with("/api/");
    const auto& words = i18n::translator(request.language);
    auto response = is_program ? http::told_nobody(http::problem(429, words.t("Too many requests"),
                                                                 words.t("Wait as long as Retry-After says.")))
                               : http::never_kept(error_page(request, 429));
    response.headers.emplace_back("Retry-After", std::to_string(std::max<long long>(1, wait.count())));
    return response;
}

}  // namespace digilots::html
