// Letters that did not go out: sent again, or what they say is told in another way.
#include "matters/pages.h"

#include <algorithm>

#include "matters/templates.h"
#include "platform/audit/reading.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/http/never_kept.h"
#include "platform/mail/outbox.h"

namespace digilots::matters {

namespace {

std::vector<mail::Listed> letters_untold(db::Database& database, std::string_view municipality_id, base::Instant now) {
    return database.read([&](db::Connection& connection) { return mail::untold(connection, municipality_id, now); });
}

/// One of the municipality's own; nothing where somebody has seen to it.
std::optional<mail::Listed> letter_in(const Pages& pages, const http::Request& request) {
    const auto letters = letters_untold(pages.database, request.tenant->id, pages.clock.now());
    const auto* found = base::find_in(letters, request.parameter("id"), &mail::Listed::id);
    return found ? std::optional(*found) : std::nullopt;
}

constexpr i18n::Text whose_letter = TEXT("What the letter tells of belongs to another unit. Whoever works there tells them.");

/// Who is limited to a unit tells of what belongs there, and of what belongs to none.
bool is_theirs_to_tell(const Pages& pages, const http::Request& request, const mail::Listed& letter) {
    const auto limit = organisation::limit_of(*pages.organisation.units(request.tenant->id), *request.identity);
    return !limit || letter.unit.empty() || base::holds(*limit, letter.unit);
}

/// What others read of one: that it is, and why, but not whom it was for.
void keep_to_its_unit(register_::MissedLetter& letter, const html::Page& page) {
    letter.why += " " + page.t(whose_letter);
    for (auto* text : {&letter.server_said, &letter.reach, &letter.reach_url, &letter.again_url, &letter.told_url,
                       &letter.done_url, &letter.undo_url})
        text->clear();
}

http::Response to_list(const http::Request& request, const char* done, const std::string& letter = "") {
    const auto url = html::Page(request).tenant_url("/staff/letters?done=" + std::string(done));
    return http::see_other(letter.empty() ? url : url + "#letter-" + letter);
}

void note(db::Connection& connection, const http::Request& request, const char* action, const mail::Listed& letter,
          base::Instant now) {
    const auto record = letter.record.empty() ? "letter:" + letter.id : letter.record;
    audit::record(connection, {request.tenant->id, request.identity->account_id, action, record, ""}, now);
}

/// Nobody's name and no address: who is to be told stands on the list.
std::string ongoing_words(const register_::MissedLetter& letter, const html::Page& page) {
    return letter.title + ": " + (letter.taken_on.empty() ? letter.why : page.t("Somebody tells them in another way."));
}

}  // namespace

OngoingKind letters_that_failed(db::Database& database, const base::Clock& clock, const register_::NameOfAccount& name_of) {
    return {.key = "letter",
            .title = TEXT("Letters that did not go out"),
            .one = TEXT("Letter that did not go out"),
            .now = [&database, &clock, name_of](const html::Page& page) {
                std::vector<OngoingMatter> matters;
                const auto letters = letters_untold(database, page.request().tenant->id, clock.now());
                const auto shown = register_::missed_letters(letters, name_of, page);
                for (std::size_t at = 0; at < letters.size(); ++at)
                    matters.push_back({.what = ongoing_words(shown[at], page),
                                       .since = base::parse_utc(letters[at].created_at),
                                       .until = base::parse_utc(letters[at].begins_at),
                                       .unit = letters[at].unit,
                                       .path = "/staff/letters#letter-" + letters[at].id});
                return matters;
            }};
}

namespace {

std::string said_done_with_letter(std::string_view done, const html::Page& page) {
    if (done == "again") return page.t("The letter is sent again.");
    if (done == "taken-on")
        return page.t("It is noted that you tell them. The address stands here until you press “I have told them”. Was it a "
                      "mistake, press “Undo”.");
    if (done == "told") return page.t("It is noted that they are told. The address is deleted.");
    if (done == "undone") return page.t("Undone: the letter stands as it did before.");
    if (done == "gone") return page.t("What the letter says is kept no more. Tell them in another way.");
    if (done == "being-sent") return page.t("The letter is being sent just now. Look again in a minute. Nothing was changed.");
    if (done == "seen-to") return page.t("Somebody has seen to that letter already. Nothing was changed.");
    return "";
}

/// Said of all: a letter that was sent again a minute ago has not arrived.
std::string waiting_words(std::int64_t waiting, bool is_any_missed, const html::Page& page) {
    if (waiting > 0) return page.tn("{n} letter is on its way.", "{n} letters are on their way.", waiting);
    return is_any_missed ? "" : page.t("All letters have gone out.");
}

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
    view.done = said_done_with_letter(done, page);
    const auto letters = letters_untold(pages.database, request.tenant->id, pages.clock.now());
    const auto on_their_way =
        pages.database.read([&](db::Connection& connection) { return mail::on_their_way(connection, request.tenant->id); });
    const auto tried = std::ranges::count_if(letters, [](const mail::Listed& letter) { return letter.is_tried_again(); });
    view.waiting = waiting_words(std::max<std::int64_t>(0, on_their_way - tried), !letters.empty(), page);
    auto shown = register_::missed_letters(letters, pages.name_of, page);
    bool is_any_theirs = false;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const bool is_theirs = is_theirs_to_tell(pages, request, letters[at]);
        is_any_theirs = is_any_theirs || is_theirs;
        if (!is_theirs) keep_to_its_unit(shown[at], page);
        (shown[at].taken_on.empty() ? view.missed : view.taken_on).push_back(std::move(shown[at]));
    }
    view.to_print = letters_to_print(pages, page);
    if (is_any_theirs)
        audit::note_reading(pages.database, {request.tenant->id, request.identity->account_id, "letters read", "letters", ""},
                            pages.clock.now());
    return never_kept(html::render_page(page, templates::letters_page(view, page), status));
}

/// What a step makes of a letter: noted in the trail of what it is about, where it was done.
template <class Step>
http::Response step_with_letter(const Pages& pages, const http::Request& request, const char* action, const char* done,
                                const Step& step) {
    const auto letter = letter_in(pages, request);
    if (!letter) return list_with(pages, request, "seen-to", 409);
    if (!is_theirs_to_tell(pages, request, *letter)) return html::not_theirs_page(request, whose_letter);
    const auto now = pages.clock.now();
    const auto outcome = pages.database.write([&](db::Connection& connection) {
        const auto came = step(connection, *letter, now);
        if (came == mail::Outcome::done) note(connection, request, action, *letter, now);
        return came;
    });
    switch (outcome) {
        case mail::Outcome::done: return to_list(request, done, letter->id);
        case mail::Outcome::being_sent: return to_list(request, "being-sent");
        case mail::Outcome::over: return to_list(request, std::string_view(done) == "again" ? "gone" : "seen-to");
        case mail::Outcome::not_there: break;
    }
    return to_list(request, "seen-to");
}

}  // namespace

http::Response letters_page(const Pages& pages, const http::Request& request) {
    return list_with(pages, request, request.query.get("done"), 200);
}

http::Response send_letter_again(const Pages& pages, const http::Request& request) {
    return step_with_letter(pages, request, "letter sent again", "again",
                            [](db::Connection& connection, const mail::Listed& letter, base::Instant now) {
                                return mail::retry(connection, letter.id, now);
                            });
}

http::Response tell_in_another_way(const Pages& pages, const http::Request& request) {
    return step_with_letter(pages, request, "letter taken on", "taken-on",
                            [&](db::Connection& connection, const mail::Listed& letter, base::Instant now) {
                                return mail::see_to(connection, letter.id, request.identity->account_id, now);
                            });
}

http::Response note_told_in_another_way(const Pages& pages, const http::Request& request) {
    return step_with_letter(pages, request, "told in another way", "told",
                            [](db::Connection& connection, const mail::Listed& letter, base::Instant now) {
                                return mail::drop(connection, letter.id, now);
                            });
}

http::Response undo_telling(const Pages& pages, const http::Request& request) {
    return step_with_letter(pages, request, "letter given back", "undone",
                            [](db::Connection& connection, const mail::Listed& letter, base::Instant now) {
                                return mail::give_back(connection, letter.id, now);
                            });
}

}  // namespace digilots::matters
