#include "platform/html/form_again.h"

#include "platform/html/form_filler.h"
#include "platform/html/page.h"
#include "platform/html/templates.h"

namespace digilots::html {

namespace {

/// What reads like something that a person wrote; a choice from a list is a code.
std::vector<std::string> written(const http::Fields& fields) {
    std::vector<std::string> texts;
    for (const auto& [name, value] : fields.pairs)
        if (value.find(' ') != std::string::npos) texts.push_back(value);
    return texts;
}

std::string notice_text(const std::optional<FilledPage>& filled, http::Again again, const Page& page) {
    if (!filled)
        return page.t(TEXT("The form you sent is not here any more, so nothing was saved. What you had written stands below."));
    if (!filled->has_fields) return page.t(TEXT("Your session had ended, so nothing was done. Press once more."));
    if (again == http::Again::renewed)
        return page.t(TEXT("You have signed in again since this page was opened, so nothing was saved. What you typed is "
                           "still here: look through it and save once more."));
    return page.t(TEXT("You are signed in again. What you typed is still here but not saved: look through it and save once "
                       "more. Passwords and codes are never kept."));
}

void insert_after_tag(std::string& html, std::string_view tag, const std::string& text) {
    const std::size_t at = html.find(tag);
    const std::size_t end = at == std::string::npos ? at : html.find('>', at);
    if (end != std::string::npos) html.insert(end + 1, text);
}

}  // namespace

http::Response form_again(http::Response response, const http::Request& request, const http::TypedForm& typed,
                          http::Again again) {
    const Page page(request);
    auto filled = fill_form(response.body, typed);
    if (filled) response.body = std::move(filled->html);
    std::string notice = components::notice({.text = notice_text(filled, again, page),
                                             .kind = components::NoticeKind::warning,
                                             .announce = true}, page).html();
    if (!filled) notice += templates::typed_texts(written(typed.fields), page).html();
    insert_after_tag(response.body, "<main ", notice);
    // Nothing is saved yet: drafts in the browser stay.
    const std::size_t body = response.body.find("<body ");
    if (body != std::string::npos) response.body.insert(body + 6, "data-refused ");
    return response;
}

}  // namespace digilots::html
