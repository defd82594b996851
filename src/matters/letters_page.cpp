// Letters that did not go out: sent again, or what they say is told in another way.
#include "matters/pages.h"
#include "matters/templates.h"
#include "platform/audit/reading.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/mail/outbox.h"

namespace digilots::matters {

namespace {

std::string why_not(const mail::Listed& letter, const html::Page& page) {
    if (letter.state == mail::State::refused) return page.t("The address was refused: it may be written wrong, or be gone.");
    if (letter.state == mail::State::expired) return page.t("It could not be sent in time.");
    return page.t("No answer came: it may have arrived, or not.");
}

std::string day_of(const mail::Listed& letter, const html::Page& page) {
    const auto at = base::parse_utc(letter.created_at);
    return at ? page.translator().date_time(*at, page.request().tenant->zone) : "";
}

std::vector<mail::Listed> failed_letters(db::Database& database, std::string_view municipality_id) {
    return database.read([&](db::Connection& connection) { return mail::failed(connection, municipality_id); });
}

/// One of the municipality's own; nothing where somebody has seen to it.
std::optional<mail::Listed> letter_in(const Pages& pages, const http::Request& request) {
    const auto letters = failed_letters(pages.database, request.tenant->id);
    const auto* found = base::find_in(letters, request.parameter("id"), &mail::Listed::id);
    return found ? std::optional(*found) : std::nullopt;
}

http::Response to_list(const http::Request& request, const char* done) {
    return http::see_other(html::Page(request).tenant_url("/staff/letters?done=" + std::string(done)));
}

void note(db::Connection& connection, const http::Request& request, const char* action, const mail::Listed& letter,
          base::Instant now) {
    audit::record(connection, {request.tenant->id, request.identity->account_id, action, "letter:" + letter.id, ""}, now);
}

}  // namespace

OngoingKind letters_that_failed(db::Database& database) {
    return {.key = "letter",
            .title = TEXT("Letters that did not go out"),
            .one = TEXT("Letter that did not go out"),
            .now = [&database](const html::Page& page) {
                std::vector<OngoingMatter> matters;
                for (const auto& letter : failed_letters(database, page.request().tenant->id))
                    matters.push_back({.what = why_not(letter, page),
                                       .since = base::parse_utc(letter.created_at),
                                       .path = "/staff/letters"});
                return matters;
            }};
}

namespace {

/// On paper: somebody prints and sends them, on the page that they are about.
html::components::Table letters_to_print(const Pages& pages, const html::Page& page) {
    html::components::Table table;
    table.caption = page.t("To print and send");
    table.columns = {{page.t("What")}, {page.t("Since")}};
    for (const auto& kind : pages.ongoing) {
        if (!kind.are_letters) continue;
        for (const auto& matter : kind.now(page)) {
            const auto since = matter.since ? page.translator().date_time(*matter.since, page.request().tenant->zone) : "";
            table.rows.push_back({{.text = page.t(kind.one) + ": " + matter.what, .url = page.tenant_url(matter.path)}, {since}});
        }
    }
    return table;
}

http::Response list_with(const Pages& pages, const http::Request& request, std::string_view done, int status) {
    html::Page page(request);
    page.title = page.t("Letters to see to");
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Under way"), page.tenant_url("/staff/ongoing")}, {page.title, "", true}};
    LettersView view;
    if (done == "again") view.done = page.t("The letter is sent again.");
    if (done == "gone") view.done = page.t("What the letter says is kept no more. Tell them in another way.");
    if (done == "seen-to") view.done = page.t("Somebody has seen to that letter already. Nothing was changed.");
    for (const auto& letter : failed_letters(pages.database, request.tenant->id)) {
        const auto url = page.tenant_url("/staff/letters/" + letter.id);
        view.rows.push_back({.what = why_not(letter, page),
                             .when = day_of(letter, page),
                             .recipient = letter.recipient,
                             .why = letter.reason,
                             .about_url = page.tenant_url(letter.path),
                             .again_url = letter.recipient.empty() || letter.state == mail::State::expired ? "" : url + "/again",
                             .told_url = url + "/told"});
    }
    view.to_print = letters_to_print(pages, page);
    if (!view.rows.empty())
        audit::note_reading(pages.database, {request.tenant->id, request.identity->account_id, "letters read", "letters", ""},
                            pages.clock.now());
    return never_kept(html::render_page(page, templates::letters_page(view, page), status));
}

}  // namespace

http::Response letters_page(const Pages& pages, const http::Request& request) {
    return list_with(pages, request, request.query.get("done"), 200);
}

http::Response send_letter_again(const Pages& pages, const http::Request& request) {
    const auto letter = letter_in(pages, request);
    if (!letter) return list_with(pages, request, "seen-to", 409);
    const auto now = pages.clock.now();
    const auto outcome = pages.database.write([&](db::Connection& connection) {
        const auto tried = mail::retry(connection, letter->id, now);
        if (tried == mail::Outcome::done) note(connection, request, "letter sent again", *letter, now);
        return tried;
    });
    return to_list(request, outcome == mail::Outcome::over ? "gone" : "again");
}

http::Response tell_in_another_way(const Pages& pages, const http::Request& request) {
    const auto letter = letter_in(pages, request);
    if (!letter) return list_with(pages, request, "seen-to", 409);
    const auto now = pages.clock.now();
    pages.database.write([&](db::Connection& connection) {
        if (mail::drop(connection, letter->id, now) == mail::Outcome::done)
            note(connection, request, "told in another way", *letter, now);
    });
    return http::see_other(html::Page(request).tenant_url(letter->path));
}

}  // namespace digilots::matters
