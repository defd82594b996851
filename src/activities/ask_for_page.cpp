// Somebody asks for an activity, without an account, and sees by the code what becomes of it.
#include <algorithm>

#include "activities/request_pages.h"
#include "activities/sql.h"
#include "activities/templates.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/seen.h"
#include "platform/base/street_address.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/register/free_text.h"
#include "platform/register/pages.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using html::components::Field, html::components::Option;

constexpr std::size_t most_next_sessions = 6;

std::vector<Option> options_of_terms(taxonomy::List list, std::string_view chosen, std::string none,
                                     const html::Page& page) {
    std::vector<Option> options{{"", std::move(none), chosen.empty()}};
    for (const auto& term : taxonomy::terms(list))
        options.push_back({std::string(term.key), page.t(term.label), term.key == chosen});
    return options;
}

Field line_field(const char* name, std::string label, const http::Fields& typed, std::string hint, bool is_optional = true) {
    return {.name = name,
            .label = std::move(label),
            .value = std::string(typed.get(name)),
            .hint = std::move(hint),
            .autocomplete = "off",
            .optional = is_optional};
}

void fill_wish(AskForView& view, const http::Fields& typed, const html::Page& page) {
    view.wish = {line_field("title", page.t("What do you wish for?"), typed,
                            page.t("In a few words: “Digital salon in the village hall”"), false),
                 line_field("wish", page.t("More about it"), typed,
                            page.t("Without names of persons, and without their numbers."))};
    view.wish[1].rows = 5;
    auto topic = line_field("topic", page.t("Topic"), typed, "");
    topic.options = options_of_terms(taxonomy::List::topic, typed.get("topic"), page.t("No topic"), page);
    auto kind = line_field("kind", page.t("Kind"), typed, "");
    kind.options = options_of_terms(taxonomy::List::activity_kind, typed.get("kind"), page.t("Not known yet"), page);
    view.wish.push_back(std::move(topic));
    view.wish.push_back(std::move(kind));
    view.locality = line_field("locality", page.t("In which village, or at which place?"), typed, "", false);
    view.languages = {.name = "languages",
                      .label = page.t("In which languages?"),
                      .optional = true,
                      .id = "request-languages"};
    const auto chosen = typed.all("languages");
    for (const auto& language : taxonomy::terms(taxonomy::List::language))
        view.languages.options.push_back({language.key, page.t(language.label), base::holds(chosen, language.key)});
}

void fill_there_and_who(AskForView& view, const http::Fields& typed, const html::Page& page) {
    view.there = {line_field("suits", page.t("When would it fit?"), typed, page.t("“A weekday evening in spring”")),
                  line_field("rooms", page.t("Which rooms and what equipment are there?"), typed,
                             page.t("A hall, tables, a screen, coffee, a step-free entrance …")),
                  line_field("expected", page.t("How many do you think will come?"), typed, "")};
    view.there.back().input_mode = "numeric";
    auto kind = line_field("asker_kind", page.t("Who asks?"), typed, "", false);
    const auto chosen = typed.get("asker_kind");
    for (const auto& one : kinds_of_askers())
        kind.options.push_back({std::string(one.key), page.t(one.label), one.key == (chosen.empty() ? "association" : chosen)});
    view.who = {std::move(kind), line_field("asker", page.t("Name of the organisation"), typed,
                                            page.t("An organisation, never a person."))};
    const auto by = typed.get("by");
    view.by = {.name = "by",
               .label = page.t("How do you get the answer?"),
               .options = {{"none", page.t("I look with my code"), by.empty() || by == "none"},
                           {"phone", page.t("By phone"), by == "phone"},
                           {"email", page.t("By e-mail"), by == "email"}}};
    view.contact = line_field("contact", page.t("Phone number or e-mail address"), typed, "");
}

http::Response show_ask_for(const Pages& pages, const http::Request& request, const http::Fields& typed,
                            html::FormErrors errors, int status, const std::vector<std::string>& doubts = {}) {
    const auto& self = Inside::of(pages.activities);
    html::Page page(request);
    page.title = page.t("Ask for an activity");
    page.description = page.t("Associations, churches, villages and schools ask for help with digital things where they are.");
    page.breadcrumbs = {{page.t("Activities"), page.tenant_url("/activities")}, {page.title, "", true}};
    AskForView view{.url = page.tenant_url("/activity-requests"),
                    .form_key = base::form_key_for(typed.get("form_key"), self.clock.now()),
                    .code_url = page.tenant_url("/activity-requests/find"),
                    .known = known_localities(self, request.tenant->id),
                    .doubts = doubts,
                    .asked_about = doubts.empty() ? "" : base::mark_of(doubts)};
    const auto directory = self.neighbours.directory.snapshot(request.tenant->id);
    for (auto& name : names_of_localities(*directory)) base::add_once(view.known, std::move(name));
    view.places = places_nearby(*directory, typed.get("locality"), page);
    fill_wish(view, typed, page);
    fill_there_and_who(view, typed, page);
    offer_no_letters(view.by, view.contact, pages, page);
    for (auto* fields : {&view.wish, &view.there, &view.who})
        for (auto& field : *fields) field = field.with(errors);
    for (auto* field : {&view.locality, &view.languages, &view.by, &view.contact}) *field = field->with(errors);
    view.errors = std::move(errors);
    auto response = html::render_page(page, templates::ask_for_page(view, page), status);
    response.for_once = true;
    return response;
}

/// Whoever asks names nobody, nor where somebody lives: it is asked about, and kept if they mean it.
std::vector<std::string> doubts_about_wish(const http::Request& request, const register_::Records& records) {
    auto around = register_::around_of(records, request);
    std::vector<std::string> doubts;
    for (const auto* name : {"title", "wish", "suits", "rooms", "asker"}) {
        const auto text = base::clean(request.form.get(name));
        for (auto& doubt : register_::doubts_of_text(text, around)) base::add_once(doubts, std::move(doubt));
        for (const auto& address : base::street_addresses_in(text))
            base::add_once(doubts, around.words->t(TEXT("“{words}” may be somebody’s address. Take it out if it is one."),
                                                   {{"words", address}}));
    }
    return doubts;
}

AskedFor asked_in(const http::Request& request, ContactBy by) {
    AskedFor asked{.by = by,
                   .contact = std::string(request.form.get("contact")),
                   .form_key = std::string(request.form.get("form_key").substr(0, 100)),
                   .language = request.language};
    for (const auto* name : {"title", "wish", "topic", "kind", "locality", "suits", "rooms", "expected", "asker"})
        asked.draft[name] = {std::string(request.form.get(name))};
    for (const auto value : request.form.all("languages")) asked.draft["languages"].emplace_back(value);
    // Staff's own finding is none of those who ask.
    const auto kind = request.form.get("asker_kind");
    asked.draft["asker_kind"] = {kind == "own" ? std::string() : std::string(kind)};
    return asked;
}

http::Response show_request_code(const http::Request& request, std::string typed, html::FormErrors errors, int status) {
    html::Page page(request);
    page.title = page.t("You have asked for an activity: look at the answer");
    page.indexable = false;
    page.breadcrumbs = {{page.t("Activities"), page.tenant_url("/activities")},
                        {page.t("Ask for an activity"), page.tenant_url("/activity-requests")},
                        {page.title, "", true}};
    CodeView view{.url = page.tenant_url("/activity-requests/find")};
    view.code = Field{.name = "code",
                      .label = page.t("Code"),
                      .value = std::move(typed),
                      .hint = page.t("12 letters and digits, such as k7m2-9xqd-4tfh. Capital or small letters "
                                     "and spaces do not matter."),
                      .autocomplete = "off"}
                    .with(errors);
    view.errors = std::move(errors);
    return never_kept(html::render_page(page, templates::request_code_page(view, page), status));
}

/// The same whether a code never was, or is over.
http::Response no_such_request(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.activities);
    if (const auto wait = wait_after_guess(self.guessing, request, self.clock.now()))
        return html::wait_page(request, *wait);
    html::FormErrors errors;
    errors.add("code", html::Page(request).t("There is no request with this code. Look at each sign of it, or ring us."));
    return show_request_code(request, base::cut(request.parameter("code"), 30), std::move(errors), 404);
}

void fill_activity(FollowedRequestView& view, const Pages& pages, const register_::Record& asked, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto programme = pages.activities.programme(tenant.id);
    const auto* activity = programme->with_id(asked.text("activity"));
    if (!activity || !activity->is_published) return;
    view.activity = activity->title;
    view.activity_url = page.tenant_url(activity->path());
    const auto now = Inside::of(pages.activities).clock.now();
    for (const auto& session : activity->sessions)
        if (session.ends > now && session.status != Status::cancelled && view.sessions.size() < most_next_sessions)
            view.sessions.push_back(line_of(pages, *activity, session, page));
}

}  // namespace

std::vector<std::string> known_localities(const Activities::Implementation& self, std::string_view municipality_id) {
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::known_localities, municipality_id); });
    std::vector<std::string> known;
    for (const auto row : rows) known.push_back(row.text("locality"));
    return known;
}

http::Response ask_for_page(const Pages& pages, const http::Request& request) {
    return show_ask_for(pages, request, {}, {}, 200);
}

http::Response ask_for_activity(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    auto& self = Inside::of(pages.activities);
    const auto& typed = request.form;
    html::FormErrors errors;
    if (const auto wait = wait_of(self.asking, request, self.clock.now())) {
        errors.add("", page.t("So much was sent from here that it has to wait a moment. Try again in a minute; "
                              "what you wrote stands here."));
        auto response = show_ask_for(pages, request, typed, std::move(errors), 429);
        response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
        return response;
    }
    // People do not see this field, machines fill in all of them. Who is caught is asked again.
    if (!typed.get("website").empty()) {
        errors.add("", page.t("Something filled in a field that people do not see. Press the button once more."));
        return show_ask_for(pages, request, typed, std::move(errors), 422);
    }
    const auto by = contact_by_in(typed, page);
    if (!by) {
        errors.add("by", page.t("Choose how we reach you."));
        return show_ask_for(pages, request, typed, std::move(errors), 422);
    }
    const auto doubts = doubts_about_wish(request, pages.activities.requests());
    if (!doubts.empty() && typed.get("asked_about") != base::mark_of(doubts))
        return show_ask_for(pages, request, typed, std::move(errors), 422, doubts);
    const auto code = ask_for(pages.activities, *request.tenant, asked_in(request, *by), page.translator());
    if (code) return http::see_other(page.tenant_url("/activity-requests/" + *code + "?new=1"));
    for (const auto& [field, message] : code.error()) errors.add(field, message);
    return show_ask_for(pages, request, typed, std::move(errors), 422);
}

http::Response request_code_page(const Pages&, const http::Request& request) {
    return show_request_code(request, "", {}, 200);
}

http::Response find_request_code(const Pages&, const http::Request& request) {
    const html::Page page(request);
    const auto typed = base::trim(request.form.get("code"));
    const auto code = base::tidy_code(request_code, typed);
    if (!code.empty()) return http::see_other(page.tenant_url("/activity-requests/" + code));
    html::FormErrors errors;
    errors.add("code", page.t("Write the code as you got it: 12 letters and digits, such as k7m2-9xqd-4tfh."));
    return show_request_code(request, base::cut(typed, 30), std::move(errors), 422);
}

http::Response followed_request_page(const Pages& pages, const http::Request& request) {
    const auto asked = request_with_code(pages.activities, *request.tenant, request.parameter("code"));
    if (!asked) return no_such_request(pages, request);
    html::Page page(request);
    page.title = page.t("What you asked for");
    page.indexable = false;
    page.breadcrumbs = {{page.t("Activities"), page.tenant_url("/activities")},
                        {page.t("Ask for an activity"), page.tenant_url("/activity-requests")},
                        {page.title, "", true}};
    const auto day = asked->date("asked_on");
    const auto state = asked->text("state");
    FollowedRequestView view{.is_new = request.query.has("new"),
                             .code = base::tidy_code(request_code, request.parameter("code")),
                             .title = asked->text("title"),
                             .locality = asked->text("locality"),
                             .state = standing_of(pages.activities, *asked, page),
                             .asked_on = day ? page.translator().date(*day) : "",
                             .answer = asked->text("answer")};
    if (const auto contact = request_contact(Inside::of(pages.activities), request.tenant->id, asked->id)) {
        const auto by = reach_by(contact->by);
        view.reached = reached_words(by, masked(by, contact->value), page.translator());
    }
    if (state == "planned") view.planned_for = planned_for_text(*asked, page.translator());
    if (state != "declined") fill_activity(view, pages, *asked, page);
    if (state != "declined" && view.sessions.empty())
        view.places = places_nearby(*Inside::of(pages.activities).neighbours.directory.snapshot(request.tenant->id),
                                    asked->text("locality"), page);
    return told_nobody(html::render_page(page, templates::followed_request_page(view, page)));
}

}  // namespace digilots::activities
