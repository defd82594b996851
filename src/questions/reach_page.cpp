// Whoever has the code sees how they are reached, masked, and chooses it anew.
#include "platform/html/gone_page.h"
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

struct TypedReach {
    std::string by, contact, wished, how_often;
};

http::Response show_reach(const Pages& pages, const http::Request& request, const Followed& followed, const TypedReach& typed,
                          html::FormErrors errors) {
    html::Page page(request);
    page.title = page.t("How do you want the answer?");
    page.indexable = false;
    page.scripts = {"comes_with.js"};
    const auto own = url_of_code(request, page);
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}, {page.t("Your question"), own}, {page.title, "", true}};
    ReachView view{.errors = std::move(errors),
                   .url = own + "/reach",
                   .back_url = own,
                   .reached = how_reached(followed, page.translator())};
    view.reply_by = reply_by_field(typed.by, page).with(view.errors);
    view.contact = contact_field(typed.contact, page).with(view.errors);
    if (followed.told_by != ReplyBy::none) view.contact.hint = page.t("Leave it empty if the one that we have is right.");
    view.wished = wish_again_field(pages, followed.wished, typed.wished, page).with(view.errors);
    view.how_often = how_often_again_field(pages, typed.how_often, page).with(view.errors);
    const int status = view.errors.empty() ? 200 : 422;
    return never_kept(html::render_page(page, templates::reach_page(view, page), status));
}

/// It was answered or closed while they wrote.
http::Response nobody_is_reached(const http::Request& request) {
    const html::Page page(request);
    html::Gone gone{.title = page.t("Your question does not wait any more"),
                    .text = page.t("It was answered or closed while you wrote, so how you are reached was not saved."),
                    .ways = {{page.t("Your question"), url_of_code(request, page)}}};
    if (auto field = contact_field(request.form.get("contact"), page); !field.value.empty())
        gone.typed.emplace_back(std::move(field.label), std::move(field.value));
    return html::gone_page(request, std::move(gone));
}

}  // namespace

http::Response reach_page(const Pages& pages, const http::Request& request) {
    const auto followed = pages.questions.follow(*request.tenant, request.parameter("code"));
    // A code that is none is told so, and counted as a guess, by the page of the code.
    if (!followed || followed->state != Followed::State::waiting || followed->is_open_chat)
        return never_kept(http::see_other(url_of_code(request, html::Page(request))));
    return show_reach(pages, request, *followed, {std::string(word_of(followed->told_by)), "", followed->wished,
                       std::string(word_of(followed->how_often))}, {});
}

http::Response choose_reach(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto followed = pages.questions.follow(*request.tenant, request.parameter("code"));
    const auto own = url_of_code(request, page);
    if (followed && followed->state != Followed::State::waiting) return nobody_is_reached(request);
    if (!followed || followed->is_open_chat) return never_kept(http::see_other(own));
    const auto wished = wished_in(request);
    TypedReach typed{std::string(request.form.get("reply_by")), std::string(request.form.get("contact")),
                     wished.value_or(followed->wished),
                     std::string(request.form.has(how_often_name) ? request.form.get(how_often_name)
                                                                  : word_of(followed->how_often))};
    if (typed.by.empty() || typed.by == word_of(ReplyBy::none)) typed.by = way_meant_by(typed.by, typed.contact, request);
    const auto by = reply_by_offered(typed.by);
    html::FormErrors errors;
    const auto how_often = how_often_called(typed.how_often);
    if (!by) errors.add("reply_by", page.t("Choose how you want the answer."));
    if (!how_often) errors.add(how_often_name, how_often_fault(page.translator()));
    if (wait_of(Inside::of(pages.questions).asking, request, pages.clock.now()))
        errors.add("", page.t("So much was sent from here that it has to wait a moment. Try again in a minute; what you wrote "
                              "stands here."));
    if (errors.empty())
        for (const auto& [field, message] :
             pages.questions.choose_reach(*request.tenant, request.parameter("code"),
                                          {.by = *by, .contact = typed.contact, .wished = wished, .how_often = how_often},
                                          page.translator()))
            errors.add(field, message);
    if (!errors.empty()) return show_reach(pages, request, *followed, typed, std::move(errors));
    return never_kept(http::see_other(own + "?chosen=1"));
}

}  // namespace digilots::questions
