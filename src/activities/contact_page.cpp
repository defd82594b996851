// Whose number or address was wrong is reached in another way from now on: they read out their code, or say their name. The
// place in the queue stays.
#include "activities/code.h"
#include "activities/implementation.h"
#include "activities/session_fields.h"
#include "activities/sign_up_faults.h"
#include "activities/sql.h"
#include "activities/templates.h"
#include "platform/audit/reading.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/gone_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "platform/print/format.h"
#include "platform/print/pdf.h"
#include "platform/register/pages.h"

namespace digilots::activities {

namespace {

/// A letter that did not reach the wrong address goes to the right one; where there is none any more staff tell them.
void send_on(const Activities::Implementation& self, db::Connection& connection, std::string_view municipality_id,
             const db::Row& sign_up, const SignUp& to) {
    const auto matter = matter_of_sign_up(sign_up.text("id"));
    const auto now = self.clock.now();
    if (to.by == ContactBy::email && mail::is_reachable(base::clean(to.contact))) {
        mail::redirect(connection, municipality_id, matter, base::clean(to.contact), now);
        return;
    }
    const bool is_untold = !mail::overtake(connection, municipality_id, matter, now).empty();
    if (is_untold && sign_up.text("to_tell").empty())
        connection.execute(sql::set_to_tell, municipality_id, sign_up.text("id"), "letter");
}

/// A sign-up that is there.
void reach_by_another_way(const Activities::Implementation& self, db::Connection& connection, std::string_view municipality_id,
                          const std::string& sign_up, const SignUp& to) {
    const auto found = Only{connection.query(sql::find_sign_up, municipality_id, sign_up)};
    const auto value = base::clean(to.contact);
    send_on(self, connection, municipality_id, *found, to);
    if (connection.execute(sql::set_contact, municipality_id, sign_up, word_of(to.by), value) == 0)
        connection.execute(sql::insert_contact, municipality_id, sign_up, "", word_of(to.by), value, word_of(to.how_often));
    if (to.by == ContactBy::none) connection.execute(sql::set_to_tell, municipality_id, sign_up, "");
}

std::string mark_of_way(db::Connection& connection, std::string_view municipality_id, std::string_view sign_up) {
    const auto contact = Only{connection.query(sql::find_how_often, municipality_id, sign_up)};
    return contact ? base::mark_of({contact->text("by_way"), contact->text("value")}) : base::mark_of({"none", ""});
}

/// Who is signed up, for what.
struct Signed {
    std::shared_ptr<const Programme> programme;
    Programme::Found at = {};
    std::optional<Listed> who = {};
    bool is_theirs = false;  // of whoever asks
};

Signed signed_in(const Pages& pages, const http::Request& request) {
    const auto& here = request.tenant->id;
    Signed found{pages.activities.programme(here)};
    const auto session = pages.activities.session_of(here, request.parameter("id"));
    found.at = found.programme->session(session);
    if (!found.at.session) return found;
    const auto people = pages.activities.signed_up(here, session);
    const auto* listed = base::find_in(people, request.parameter("id"), &Listed::id);
    if (listed) found.who = *listed;
    found.is_theirs = may_change(pages, request, found.at.activity->id);
    return found;
}

http::Response show_contact(const Pages& pages, const http::Request& request, const Signed& found, const http::Fields& typed,
                            html::FormErrors errors, int status) {
    const auto page = staff_page(request, html::Page(request).t("Put right how they are reached"));
    const auto& listed = *found.who;
    note_reading(pages, request, found.at.session->id);
    SignUpView fields;
    auto shown = typed;
    if (!typed.has("by")) shown.pairs = {{"by", std::string(word_of(listed.by))}, {"contact", listed.value}};
    fill_sign_up_fields(fields, shown, errors, page);
    offer_no_letters(fields.by, fields.contact, pages, page);
    MendContactView view{.url = page.tenant_url("/staff/sign-ups/" + listed.id + "/contact"),
                         .back_url = page.tenant_url("/staff/sessions/" + found.at.session->id),
                         .seen = typed.has("seen") ? std::string(typed.get("seen"))
                                                   : pages.activities.mark_of_contact(request.tenant->id, listed.id),
                         .who = listed.name.empty() ? page.t("Without a name") : listed.name,
                         .when = found.at.activity->title + ", " +
                                 when_text(*found.at.session, request.tenant->zone, page.translator()),
                         .by = std::move(fields.by),
                         .contact = std::move(fields.contact)};
    view.by.label = page.t("If something changes, how do we reach them?");
    view.by.options.front().label = page.t("Not at all: they look with their code");
    view.errors = std::move(errors);
    return never_kept(html::render_page(page, templates::mend_contact_page(view, page), status));
}

}  // namespace

std::string Activities::mark_of_contact(std::string_view municipality_id, std::string_view sign_up) const {
    return implementation_->database.read([&](db::Connection& connection) {
        return connection.query(sql::find_sign_up, municipality_id, sign_up).empty()
                   ? ""
                   : mark_of_way(connection, municipality_id, sign_up);
    });
}

base::Result<Arranged, FieldErrors> Activities::mend_contact(const http::Tenant& tenant, std::string_view sign_up,
                                                             const SignUp& to, std::string_view actor,
                                                             const base::Seen& seen, const i18n::Translator& words) {
    auto& self = *implementation_;
    auto errors = activities::faults_of(SignUp{.by = to.by, .contact = to.contact}, tenant, words);
    if (!errors.empty()) return base::failure(std::move(errors));
    return self.database.write(
        [&](db::Connection& connection) -> base::Result<Arranged, FieldErrors> {
            const auto found = Only{connection.query(sql::find_sign_up, tenant.id, sign_up)};
            if (!found) return Arranged::not_there;
            if (!seen.is(mark_of_way(connection, tenant.id, sign_up))) return Arranged::changed_meanwhile;
            const auto hash = found->text("code_hash");
            const auto ids = is_along(hash) ? self.ids_all_along(connection, tenant.id, hash) : std::vector{std::string(sign_up)};
            for (const auto& id : ids) reach_by_another_way(self, connection, tenant.id, id, to);
            const auto session = Only{connection.query(sql::find_session, tenant.id, found->text("session_id"))};
            kept::raise(connection, kept_seats, tenant.id);
            self.changed(connection, tenant.id, actor, "sign-up contact changed", session ? session->text("activity_id") : "",
                         session ? std::vector{session->text("id")} : std::vector<std::string>{});
            return Arranged::done;
        },
        db::Isolation::deciding);
}

http::Response contact_page(const Pages& pages, const http::Request& request) {
    const auto found = signed_in(pages, request);
    if (!found.who) return html::error_page(request, 404);
    if (!found.is_theirs) return html::not_theirs_page(request, whose_activity);
    return show_contact(pages, request, found, {}, {}, 200);
}

namespace {

/// Whoever it was has cancelled, or a colleague did so for them, while it was written.
http::Response nobody_signed_up(const http::Request& request) {
    const html::Page page(request);
    return html::gone_page(request, {.title = page.t("This sign-up is cancelled"),
                                     .text = page.t("They have cancelled, or somebody has for them, while you wrote. Nobody is "
                                                    "signed up here any more, so nothing was saved."),
                                     .ways = {{page.t("Sessions"), page.tenant_url("/staff/sessions")}},
                                     .typed = written_in(request.form, page)});
}

}  // namespace

http::Response mend_contact(const Pages& pages, const http::Request& request) {
    const auto found = signed_in(pages, request);
    if (!found.who) return nobody_signed_up(request);
    if (!found.is_theirs) return html::not_theirs_page(request, whose_activity);
    const html::Page page(request);
    html::FormErrors errors;
    const bool is_unreached = request.form.get("by") == word_of(ContactBy::none);
    const bool is_as_before = base::trim(request.form.get("contact")) == found.who->value;
    const auto by = is_unreached && is_as_before ? std::optional(ContactBy::none) : contact_by_in(request.form, page);
    if (!by) {
        errors.add("by", page.t("Choose one of them."));
        return show_contact(pages, request, found, request.form, std::move(errors), 422);
    }
    const SignUp to{.by = *by, .contact = *by == ContactBy::none && is_as_before ? "" : std::string(request.form.get("contact"))};
    const auto mended = pages.activities.mend_contact(*request.tenant, found.who->id, to, request.identity->account_id,
                                                      base::Seen::mark(request.form.get("seen")), page.translator());
    if (!mended) {
        for (const auto& [field, message] : mended.error()) errors.add(field, message);
        return show_contact(pages, request, found, request.form, std::move(errors), 422);
    }
    if (*mended == Arranged::not_there) return nobody_signed_up(request);
    if (*mended == Arranged::changed_meanwhile) return http::changed_meanwhile("activity:" + found.at.activity->id);
    return http::see_other(
        page.tenant_url("/staff/sessions/" + found.at.session->id + "?done=mended#sign-up-" + found.who->id));
}

namespace {

/// Whoever is with it all the way reads of all the days that they are to be told of in one letter.
std::vector<std::string> told_in_letter(const Pages& pages, const http::Tenant& tenant, const Signed& found) {
    for (const auto& one : pages.activities.to_tell(tenant.id))
        if (base::find_in(one.days, found.who->id, &ToTell::Day::id))
            return told_of_days(pages.activities, tenant, *found.programme, one.days, *found.who);
    return {told_to(pages.activities, tenant, found.at, *found.who)};
}

}  // namespace

http::Response sign_up_letter(const Pages& pages, const http::Request& request) {
    const auto found = signed_in(pages, request);
    if (!found.who || found.who->by != ContactBy::letter || found.who->value.empty()) return html::error_page(request, 404);
    if (!found.is_theirs) return html::not_theirs_page(request, whose_activity);
    note_reading(pages, request, found.at.session->id);
    const auto& listed = *found.who;
    const auto& tenant = *request.tenant;
    const auto& words = i18n::translator(listed.language);
    const html::Page page(request);
    auto document = document_for(words.t(TEXT("Your sign-up")), print::format_of(request, slip_papers()), page);
    document.language = words.language().code == "sv-easy" ? "sv" : words.language().code;
    document.right_to_left = words.language().right_to_left;
    const auto to = listed.name.empty() ? listed.value : listed.name + "\n" + listed.value;
    document.blocks.insert(document.blocks.begin(), {print::Paragraph{{to}}});
    for (const auto& said : told_in_letter(pages, tenant, found))
        document.blocks.push_back({print::Paragraph{{said}, print::Emphasis::lead}});
    if (!tenant.phone.empty()) {
        document.blocks.push_back({print::Paragraph{{words.t(TEXT("If you cannot come, or wonder about something, ring us:"))}}});
        document.blocks.push_back({print::Paragraph{{tenant.phone, "", true}, print::Emphasis::strong}});
    }
    return told_nobody(print::pdf_answer(document, "letter.pdf"));
}

void note_reading(const Pages& pages, const http::Request& request, const std::string& session_id) {
    const auto& self = Inside::of(pages.activities);
    if (request.identity)
        audit::note_reading(self.database,
                            {request.tenant->id, request.identity->account_id, "sign-up contact read",
                             "session:" + session_id, ""},
                            self.clock.now());
}

}  // namespace digilots::activities
