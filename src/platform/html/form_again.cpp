#include "platform/html/form_again.h"

#include "platform/html/form_filler.h"
#include "platform/html/page.h"
#include "platform/html/tags.h"
#include "platform/html/templates.h"
#include "platform/html/theirs.h"

namespace digilots::html {

namespace {

/// A button pressed twice meets what its first press has saved.
bool is_ones_own(const std::optional<http::LastChange>& last, const Page& page) {
    const auto& identity = page.request().identity;
    return last && identity && !last->by.empty() && last->by == identity->display_name;
}

/// Who and when, where it is known.
std::string who_saved(const std::optional<http::LastChange>& last, const Page& page) {
    if (!last || !page.request().tenant) return page.t(TEXT("Somebody else has saved this since you opened it."));
    const std::string time = page.translator().date_time(last->at, page.request().tenant->zone);
    if (last->by.empty()) return page.t(TEXT("This was changed at {time}, after you had opened it."), {{"time", time}});
    if (is_ones_own(last, page))
        return page.t(TEXT("You saved this yourself at {time}, after this page was opened."), {{"time", time}});
    return page.t(TEXT("{name} saved this at {time}, after you had opened it."), {{"name", last->by}, {"time", time}});
}

std::string words_of_change(const std::optional<FilledPage>& filled, const PageWithTheirs& both,
                            const std::optional<http::LastChange>& last, bool is_there, const Page& page) {
    const std::string who = who_saved(last, page) + " ";
    if (!filled && is_there) return who + page.t(TEXT("As it stands now this cannot be done any more."));
    if (!filled) return who + page.t(TEXT("There is nothing left to save it in. What you had written stands below."));
    if (!filled->has_fields && is_ones_own(last, page))
        return who + page.t(TEXT("Nothing more was done. If you pressed twice, it is done; else look at it as it is now "
                                 "and press once more."));
    if (!filled->has_fields || both.is_entry)
        return who + page.t(TEXT("Nothing was done. Look at it as it is now and press once more."));
    if (both.questions.empty() && both.kept > 0)
        return who + page.t(TEXT("Nothing of yours is lost, and nothing is saved yet. What is saved now stands in the form, "
                                 "beside what you changed. Look through it and save once more."));
    if (both.questions.empty()) return who + page.t(TEXT("What you wrote is what is saved now. You need not do anything."));
    return who + page.tn("Nothing of yours is lost, and nothing is saved yet. {n} field differs: choose what is to stand there "
                         "and save once more.",
                         "Nothing of yours is lost, and nothing is saved yet. {n} fields differ: choose what is to stand there "
                         "and save once more.",
                         static_cast<std::int64_t>(both.questions.size()));
}

std::string notice_text(const std::optional<FilledPage>& filled, http::Again again, const PageWithTheirs& both,
                        const std::optional<http::LastChange>& meanwhile, bool is_there, const Page& page) {
    if (again == http::Again::changed) return words_of_change(filled, both, meanwhile, is_there, page);
    if (again == http::Again::unchosen)
        return page.t(TEXT("Nothing is saved yet. Choose at each field that differs what is to stand there, and save "
                           "once more."));
    if (again == http::Again::failed)
        return page.t(TEXT("Nothing was saved, because the service cannot save anything at the moment. What you had written is "
                           "still here. Try again in a minute, and keep a copy of what is long."));
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
    PageWithTheirs both;
    const bool is_compared = again == http::Again::changed || again == http::Again::unchosen;
    if (filled && is_compared) {
        both = with_theirs(response.body, std::move(filled->html), typed, page);
        filled->html = std::move(both.html);
    }
    if (filled) response.body = std::move(filled->html);
    const bool is_there = response.status < 400;
    std::string notice = components::notice({.text = notice_text(filled, again, both, typed.meanwhile, is_there, page),
                                             .kind = components::NoticeKind::warning,
                                             .announce = true}, page).html();
    if (!both.questions.empty()) notice += templates::differing_fields(both.questions, page).html();
    if (!filled) notice += (again == http::Again::failed ? templates::typed_fields(http::filled_fields(typed), page)
                                                        : templates::typed_texts(http::written(typed), page))
                               .html();
    insert_after_tag(response.body, "<main ", notice);
    mark_unsaved(response);
    return response;
}

bool has_changed_since(const http::Response& now, const http::TypedForm& typed) {
    const auto part = find_form(now.body, typed.action);
    if (!part) return false;
    const std::string_view form(now.body.data() + part->begin, part->end - part->begin);
    for (std::size_t at = form.find("<input"); at != std::string_view::npos; at = form.find("<input", at + 1)) {
        const std::string_view tag = next_tag(form, at);
        if (value_of(tag, "name") == "seen") return text_of(value_of(tag, "value")) != typed.fields.get("seen");
    }
    return false;
}

void mark_unsaved(http::Response& page) {
    const std::size_t body = page.body.find("<body ");
    if (body == std::string::npos) return;
    const std::string_view tag(page.body.data() + body, page.body.find('>', body) - body);
    if (tag.find("data-refused") == std::string_view::npos) page.body.insert(body + 6, "data-refused ");
}

}  // namespace digilots::html
