// What stands beside the fields of a call-back: what can be done next, and what has happened.
#include "callbacks/implementation.h"
#include "callbacks/sql.h"
#include "platform/audit/reading.h"
#include "platform/base/time.h"
#include "platform/http/may.h"
#include "platform/register/pages.h"
#include "platform/register/promised.h"

namespace digilots::callbacks {

namespace {

using register_::More, register_::Record, register_::Surroundings;

std::string happened_in_words(const Callbacks::Implementation& self, const db::Row& row, const Surroundings& around,
                              const html::Page& page) {
    const auto kind = row.text("kind");
    const auto at = base::parse_utc(row.text("at")).value_or(base::Instant{});
    const auto& name_of = self.records.others().name_of;
    auto who = name_of ? name_of(row.text("actor")) : "";
    if (who.empty()) who = page.t("Not known");
    Record owner;
    owner.columns = {{"function", row.text("function")}, {"person", row.text("person")}};
    std::string what;
    if (kind == word_of(Event::opened))
        what = page.t("written down for {owner}", {{"owner", self.owner_in_words(owner, around)}});
    if (kind == word_of(Event::taken)) what = page.t("taken");
    if (kind == word_of(Event::tried)) what = page.t("tried, nobody answered");
    if (kind == word_of(Event::handed_over))
        what = page.t("handed over to {owner}", {{"owner", self.owner_in_words(owner, around)}});
    if (kind == word_of(Event::closed)) what = page.t("closed, with how it ended");
    if (kind == word_of(Event::reopened)) what = page.t("opened again");
    const auto note = row.text("note");
    return page.translator().date_time(at, around.zone) + ", " + who + ": " + what + (note.empty() ? "" : ". " + note);
}

More::Part what_has_happened(const Callbacks::Implementation& self, const Record& call_back, const Surroundings& around,
                             const html::Page& page) {
    More::Part part{page.t("Whose it was, and what was tried"), {}};
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::list_events, around.municipality_id, call_back.id);
    });
    for (const auto row : rows) part.lines.push_back(happened_in_words(self, row, around, page));
    return part;
}

/// When what is kept of it goes.
More::Part how_long(const Callbacks::Implementation& self, const Record& call_back, const Surroundings& around,
                    const html::Page& page) {
    More::Part part{page.t("How long it is kept"), {}};
    const auto add = [&](std::string_view rule, const std::string& from, const auto& say) {
        const auto kept = self.period(around.municipality_id, rule);
        const auto at = base::parse_utc(from);
        if (kept && at) part.lines.push_back(say(page.translator().date(gone_on(*kept, base::to_civil(*at, around.zone).date))));
    };
    const auto contact = self.contact_of(around.municipality_id, call_back.id);
    const auto& request = page.request();
    const bool is_shown =
        contact && request.identity && self.records.may_change(register_::around_of(self.records, request), call_back);
    if (is_shown)
        audit::note_reading(self.database, {around.municipality_id, page.request().identity->account_id, "call_back contact read",
                                            "call_back:" + call_back.id, ""}, self.clock.now());
    if (contact)
        add(contact_rule, contact->counts_from, [&](const std::string& date) {
            return page.t("How the person is reached is deleted on {date}.", {{"date", date}});
        });
    add(closed_rule, call_back.text("closed_at"),
        [&](const std::string& date) { return page.t("The call-back is deleted on {date}.", {{"date", date}}); });
    return part;
}

void add_steps(const Record& call_back, const std::string& url, const std::string& seen, const html::Page& page, More& more) {
    if (call_back.text("state") != register_::waiting) {
        more.steps.push_back({page.t("Is it not over?"), page.t("It waits again, with the time that was promised."),
                              page.t("Open again"), url + "/again", false, seen});
        return;
    }
    more.links.push_back({page.t("The person got an answer, or it is over: close it"), url + "/close"});
    more.links.push_back({page.t("Hand over"), url + "/hand-over"});
    if (call_back.text("person") != page.request().identity->account_id)
        more.steps.push_back({page.t("Do you see to it?"),
                              page.t("Colleagues see that it is yours, so that nobody does it twice."), page.t("I take it"),
                              url + "/take", false, seen});
    more.steps.push_back({page.t("Did nobody answer?"), page.t("The try is noted with its time, and it still waits."),
                          page.t("Nobody answered"), url + "/tried", false, seen});
}

}  // namespace

More Callbacks::Implementation::more_of(const Record& call_back, const html::Page& page) const {
    More more;
    const auto& request = page.request();
    auto here = around(request.tenant->id);
    here.words = &page.translator();
    auto kept = how_long(*this, call_back, here, page);
    more.below.push_back(what_has_happened(*this, call_back, here, page));
    if (!kept.lines.empty()) more.below.push_back(std::move(kept));
    if (!request.identity) return more;
    const auto entry = call_back.text("entry");
    if (records.may_change(register_::around_of(records, request), call_back))
        add_steps(call_back, page.tenant_url("/staff/callbacks/" + call_back.id), records.mark_of(call_back), page, more);
    // A guide reaches own entries only; who sees all has the way to each.
    if (!entry.empty() && http::may(request, http::Role::coordinator))
        more.links.push_back({page.t("The entry in the questions log"), page.tenant_url("/staff/inquiries/" + entry)});
    return more;
}

}  // namespace digilots::callbacks
