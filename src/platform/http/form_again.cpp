// A form that came without its session: who sent it signs in, and finds it again as it was filled in.
#include <algorithm>

#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/base/text.h"
#include "platform/http/application.h"
#include "platform/http/ascii.h"
#include "platform/http/csrf.h"
#include "platform/http/form_body.h"
#include "platform/http/target.h"

namespace digilots::http {

namespace {

/// "a=1; session=new": the cookies sent, with those in their place that the answer sets.
std::string with_cookies(std::string_view sent, const std::vector<Cookie>& set) {
    std::string text;
    const auto add = [&](std::string_view pair) { text += (text.empty() ? "" : "; ") + std::string(pair); };
    for_each_item(sent, ';', [&](std::string_view pair) {
        const std::string_view name = trim_space(pair.substr(0, pair.find('=')));
        if (std::ranges::find(set, name, &Cookie::name) == set.end()) add(trim_space(pair));
    });
    for (const Cookie& cookie : set)
        if (cookie.max_age_seconds >= 0) add(cookie.name + "=" + cookie.value);
    return text;
}

/// The same person asking for the page on which the form stands.
Request asking_for(const Request& request, const std::string& page, const std::vector<Cookie>& cookies) {
    Request page_request;
    page_request.method = Method::get;
    page_request.client_address = request.client_address;
    page_request.secure = request.secure;
    page_request.received = request.received;
    page_request.request_id = request.request_id;
    page_request.menu = request.menu;
    const auto target = read_target(page);
    page_request.path = target ? target->path : "/";
    page_request.raw_query = target ? target->raw_query : "";
    page_request.query = read_urlencoded(page_request.raw_query).value_or(Fields{});
    for (const auto& [name, value] : request.headers) {
        if (equals_ignoring_case(name, "cookie") || base::ascii_lower(name).starts_with("content-")) continue;
        page_request.headers.emplace_back(name, value);
    }
    page_request.headers.emplace_back("Cookie", with_cookies(request.header("cookie"), cookies));
    return page_request;
}

/// The path of a page that says where it is instead; else "".
std::string leads_to(const Response& page) {
    if (page.status != 303) return "";
    for (const auto& [name, value] : page.headers)
        if (name == "Location" && value.starts_with('/')) return value.substr(0, value.find('#'));
    return "";
}

}  // namespace

Response Application::ask_to_sign_in(Request& request) {
    if (request.accepts("application/json")) return error(request, 401);
    if (const int status = read_form(request)) return error(request, status);
    // Another site's form is nobody's work.
    if (!is_same_site(request)) return error(request, 403);
    if (!gatekeeper_.ask_to_sign_in) return see_other(request.language_prefix + "/login");
    return gatekeeper_.ask_to_sign_in(request, typed_form(request));
}

Response Application::form_again(const Request& request, const TypedForm& typed, Again again,
                                 const std::vector<Cookie>& cookies) {
    Request page_request = asking_for(request, typed.page, cookies);
    Outcome outcome;
    Response page = run(page_request, outcome);
    const bool is_compared = again == Again::changed || again == Again::unchosen;
    // What has ended is told of where its page leads by now.
    if (const auto further = leads_to(page); is_compared && !further.empty()) {
        page_request = asking_for(request, further, cookies);
        outcome = {};
        page = run(page_request, outcome);
    }
    page.for_once = true;
    // What is gone may have a text in its form that exists nowhere else.
    const bool may_fill = page.status == 200 || (is_compared && page.status == 404) || again == Again::failed;
    if (may_fill && gatekeeper_.fill_again) page = gatekeeper_.fill_again(std::move(page), page_request, typed, again);
    page.cookies.insert(page.cookies.end(), cookies.begin(), cookies.end());
    return page;
}

Response Application::changed_meanwhile(const Request& request, const std::string& record) {
    // The transaction that refused saw what the other saved; here, or on this server, it may not be known yet.
    if (gatekeeper_.versions != nullptr) gatekeeper_.versions->refresh();
    if (!gatekeeper_.last_change || !request.tenant) return on_its_page_now(request, Again::changed, {});
    return on_its_page_now(request, Again::changed, gatekeeper_.last_change(request.tenant->id, record));
}

bool Application::has_changed_since(const Request& request) {
    if (!gatekeeper_.has_changed_since || !request.form.has("seen")) return false;
    const TypedForm typed = typed_form(request);
    Request page_request = asking_for(request, typed.page.substr(0, typed.page.find('?')), {});
    Outcome outcome;
    const Response now = run(page_request, outcome);
    return now.status == 200 && gatekeeper_.has_changed_since(now, typed);
}

Response Application::not_saved(const Request& request, Response plain) {
    const TypedForm typed = typed_form(request);
    if (filled_fields(typed).empty() || !gatekeeper_.fill_again) return plain;
    try {
        // Whose form it is may be what could not be read: then it is only shown as text, never filled in to be sent.
        Response page = request.identity ? form_again(request, typed, Again::failed, {})
                                         : gatekeeper_.fill_again(plain, request, typed, Again::failed);
        if (!page.body.empty()) plain.body = std::move(page.body);
    } catch (...) {
        // What failed the save may fail the page, too: the plain answer stands.
        base::log(base::LogLevel::error, "form not shown again",
                  {{"request_id", request.request_id}, {"reason", base::reason_of_current_exception()}});
    }
    return plain;
}

Response Application::on_its_page_now(const Request& request, Again again, std::optional<LastChange> meanwhile) {
    TypedForm typed = typed_form(request);
    // The page as it is now, without what it said of an earlier save; its form has a new mark.
    typed.page = typed.page.substr(0, typed.page.find('?'));
    std::erase_if(typed.fields.pairs, [](const auto& field) { return field.first == "seen" || field.first == "shown"; });
    // What was chosen of what was saved then says nothing of what is saved now.
    if (again == Again::changed) typed.kept.clear();
    typed.meanwhile = std::move(meanwhile);
    Response page = form_again(request, typed, again, {});
    if (page.status == 200 || page.status == 404) page.status = 409;
    return page;
}

}  // namespace digilots::http
