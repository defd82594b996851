// What is written beside a call-back whenever it changes: the way to reach the person, whose it was, and what is counted.
#include <algorithm>

#include "callbacks/implementation.h"
#include "callbacks/sql.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/register/promised.h"

namespace digilots::callbacks {

namespace {

using register_::Record, register_::Writing;

constexpr std::string_view step_note = "(note)";   // beside the columns

bool waits(const Record& call_back) { return call_back.text("state") == register_::waiting; }

/// That of its unit which whoever promised it holds, before one that they stand in for; else the municipality's rule.
std::string function_for(const Writing& writing, const Record& call_back, const organisation::Organisation& organisation) {
    const auto& municipality = writing.around.municipality_id;
    const auto unit = call_back.text("unit");
    std::string stood_in;
    if (!unit.empty()) {
        for (const auto& held : organisation::Organisation::held_by(writing.connection, municipality, writing.actor)) {
            if (held.unit != unit) continue;
            if (!held.is_stand_in) return held.id;
            if (stood_in.empty()) stood_in = held.id;
        }
    }
    if (!stood_in.empty()) return stood_in;
    return organisation::rhythm_of(*organisation.rhythms(municipality), "call_back").function;
}

/// Nothing where nothing happened that somebody would look for later.
std::optional<Event> what_happened(const Writing& writing, const Record& after) {
    const auto* before = writing.before;
    if (!before) return Event::opened;
    if (waits(*before) != waits(after)) return waits(after) ? Event::reopened : Event::closed;
    if (before->whole("tries").value_or(0) != after.whole("tries").value_or(0)) return Event::tried;
    const auto differs = [&](const char* column) { return before->text(column) != after.text(column); };
    if (!differs("function") && !differs("person") && !differs("unit")) return std::nullopt;
    const bool is_taken = after.text("person") == writing.actor && !differs("function") && !differs("unit");
    return is_taken ? Event::taken : Event::handed_over;
}

void note_event(const Writing& writing, const Record& call_back, Event event, const std::string& at) {
    writing.connection.execute(sql::add_event, writing.around.municipality_id, call_back.id, base::new_uuid(writing.now), at,
                               writing.actor, word_of(event), call_back.text("function"), call_back.text("person"),
                               call_back.text(step_note));
}

/// What is open has somebody who works with it: the time begins anew with each step, and not before it was promised.
std::string counts_from(const Record& call_back, base::Instant now) {
    if (!waits(call_back)) return call_back.text("closed_at");
    return std::max(call_back.text("promised_at"), base::format_utc(now));
}

}  // namespace

std::string_view word_of(Event event) {
    switch (event) {
        case Event::opened: return "opened";
        case Event::taken: return "taken";
        case Event::tried: return "tried";
        case Event::handed_over: return "handed_over";
        case Event::closed: return "closed";
        case Event::reopened: return "reopened";
    }
    return "";
}

Happened ending_of(const Record& call_back, int sign) {
    const auto outcome = call_back.text("outcome");
    if (outcome == "withdrawn") return {};
    const bool is_reached = outcome != "not_reached";
    const bool is_in_time = is_reached && call_back.text("closed_at") <= call_back.text("promised_at");
    return {.ended = sign, .in_time = is_in_time ? sign : 0, .not_reached = is_reached ? 0 : sign};
}

void put_note(Record& call_back, const std::string& note) { call_back.columns[std::string(step_note)] = note; }

/// A time chosen anew is the promise; taken back it is the usual one again.
void Callbacks::Implementation::promise_what_is_wished(const Writing& writing, Record& call_back) const {
    const auto wished = call_back.text("wished");
    if (wished == (writing.before ? writing.before->text("wished") : "")) return;
    const auto& municipality = writing.around.municipality_id;
    const auto opened = base::parse_utc(call_back.text("opened_at")).value_or(writing.now);
    const auto usual = neighbours.promised_at(municipality, opened);
    call_back.columns["promised_at"] = base::format_utc(promised_with(office_hours(municipality), wished, usual));
}

/// What no form asks. Somebody has it from the first moment on.
void Callbacks::Implementation::complete(const Writing& writing, Record& call_back) const {
    const auto& municipality = writing.around.municipality_id;
    if (!writing.before && call_back.text("opened_at").empty()) {
        call_back.columns["opened_at"] = base::format_utc(writing.now);
        call_back.columns["promised_at"] = base::format_utc(neighbours.promised_at(municipality, writing.now));
        call_back.columns["state"] = std::string(register_::waiting);
        if (call_back.text("function").empty())
            call_back.columns["function"] = function_for(writing, call_back, neighbours.organisation);
    }
    if (!writing.before) call_back.columns["opened_unit"] = call_back.text("unit");
    promise_what_is_wished(writing, call_back);
    const auto people = records.others().links.find("accounts.person");
    const bool is_person = people == records.others().links.end() || !people->second.is_there ||
                           people->second.is_there(writing.connection, municipality, writing.actor);
    if (call_back.text("function").empty() && call_back.text("person").empty() && is_person)
        call_back.columns["person"] = std::string(writing.actor);
    if (waits(call_back)) call_back.columns["place_in_line"] = call_back.text("promised_at");
}

void Callbacks::Implementation::write_beside(const Writing& writing, const Record& call_back) const {
    const auto& municipality = writing.around.municipality_id;
    auto& connection = writing.connection;
    if (const auto contact = contact_typed(call_back))
        connection.execute(sql::set_contact, municipality, call_back.id, contact->way, contact->value,
                           counts_from(call_back, writing.now));
    else if (writing.before)
        connection.execute(sql::count_contact_from, municipality, call_back.id, counts_from(call_back, writing.now));
    const auto event = what_happened(writing, call_back);
    if (!event) return;
    const auto count = [&](const std::string& at, const Happened& happened) {
        if (!call_back.text("asker").empty()) return;
        const auto day = day_of(municipality, base::parse_utc(at).value_or(writing.now));
        connection.execute(sql::add_count, municipality, day, call_back.text("unit"), happened.opened, happened.ended,
                           happened.in_time, happened.not_reached);
    };
    const auto closed_at = call_back.text("closed_at");
    if (*event == Event::opened) {
        note_event(writing, call_back, Event::opened, call_back.text("opened_at"));
        count(call_back.text("opened_at"), {.opened = 1});
    } else {
        note_event(writing, call_back, *event, base::format_utc(writing.now));
    }
    // One that the demo makes up is opened and closed at once.
    if (*event == Event::opened && !waits(call_back)) note_event(writing, call_back, Event::closed, closed_at);
    if ((*event == Event::opened || *event == Event::closed) && !waits(call_back)) count(closed_at, ending_of(call_back, 1));
    if (*event == Event::reopened) count(writing.before->text("closed_at"), ending_of(*writing.before, -1));
}

}  // namespace digilots::callbacks
