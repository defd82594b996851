// Whoever has the code sees how they are reached, masked, and chooses it anew.
#include "platform/http/address.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/templates.h"

namespace digilots::questions {

namespace {

std::string url_of_code(const http::Request& request, const html::Page& page) {
    return page.tenant_url("/ask/" + std::string(request.parameter("code")));
}

http::Response show_reach(const http::Request& request, const Followed& followed, std::string_view chosen,
                          std::string_view typed, html::FormErrors errors) {
    html::Page page(request);
    page.title = page.t("How do you want the answer?");
    page.indexable = false;
    const auto own = url_of_code(request, page);
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}, {page.t("Your question"), own}, {page.title, "", true}};
    ReachView view{.errors = std::move(errors),
                   .url = own + "/reach",
                   .back_url = own,
                   .reached = how_reached(followed, page.translator())};
    view.reply_by = reply_by_field(chosen, page).with(view.errors);
    view.contact = contact_field(typed, page).with(view.errors);
    const int status = view.errors.empty() ? 200 : 422;
    return never_kept(html::render_page(page, templates::reach_page(view, page), status));
}

}  // namespace

http::Response reach_page(const Pages& pages, const http::Request& request) {
    const auto followed = pages.questions.follow(*request.tenant, request.parameter("code"));
    // A code that is none is told so, and counted as a guess, by the page of the code.
    if (!followed || followed->state != Followed::State::waiting || followed->is_open_chat)
        return never_kept(http::see_other(url_of_code(request, html::Page(request))));
    return show_reach(request, *followed, word_of(followed->told_by), "", {});
}

http::Response choose_reach(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto followed = pages.questions.follow(*request.tenant, request.parameter("code"));
    const auto own = url_of_code(request, page);
    if (!followed || followed->state != Followed::State::waiting || followed->is_open_chat)
        return never_kept(http::see_other(own));
    const auto typed = request.form.get("contact");
    std::string chosen(request.form.get("reply_by"));
    if (chosen.empty() || chosen == word_of(ReplyBy::none)) chosen = way_meant_by(chosen, typed, request);
    const auto by = reply_by_offered(chosen);
    html::FormErrors errors;
    if (!by) errors.add("reply_by", page.t("Choose how you want the answer."));
    if (wait_of(Inside::of(pages.questions).asking, request, pages.clock.now()))
        errors.add("", page.t("So much was sent from here that it has to wait a moment. Try again in a minute; what you wrote "
                              "stands here."));
    if (errors.empty())
        for (const auto& [field, message] : pages.questions.choose_reach(*request.tenant, request.parameter("code"), *by, typed,
                                                                         page.translator()))
            errors.add(field, message);
    if (!errors.empty()) return show_reach(request, *followed, chosen, typed, std::move(errors));
    return never_kept(http::see_other(own + "?chosen=1"));
}

}  // namespace digilots::questions
