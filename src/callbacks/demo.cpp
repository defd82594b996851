#include "callbacks/implementation.h"
#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/json.h"
#include "platform/base/seen.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/register/promised.h"

namespace digilots::callbacks {

namespace {

constexpr int waiting_ones = 4, days_between = 13, times = 3;

struct MadeUp {
    std::string topic, about, way, value, outcome, note;
};

std::vector<MadeUp> made_up_of(const std::string& municipality_id) {
    const auto file = base::embedded_file("data/demo/" + municipality_id + "/call_back.json");
    ENSURE(file.has_value());
    const auto json = base::parse_json(*file);
    ENSURE(json.has_value());
    std::vector<MadeUp> all;
    for (const auto& item : json->items())
        all.push_back({std::string(item["topic"].text()), std::string(item["about"].text()), std::string(item["way"].text()),
                       std::string(item["value"].text()), std::string(item["outcome"].text()),
                       std::string(item["note"].text())});
    return all;
}

/// Asked in working hours, `days` ago.
base::Instant opened_at(base::Instant now, int days, const std::string& zone) {
    auto day = base::add_days(base::to_civil(now, zone).date, -days);
    while (base::weekday_of(day) >= 5) day = base::add_days(day, -1);
    const auto at = base::from_civil(day, 9 + days % 6, (11 * days) % 60, zone);
    return at < now ? at : now;
}

void close_as_made_up(register_::Record& call_back, const MadeUp& made_up, base::Instant opened, base::Instant promised,
                      std::string_view account) {
    // Every fifth a day too late.
    const bool is_late = std::chrono::duration_cast<std::chrono::hours>(opened.time_since_epoch()).count() % 5 == 0;
    const auto closed = is_late ? promised + std::chrono::hours(18) : opened + (promised - opened) / 2;
    const std::pair<const char*, std::string> columns[] = {{"state", "closed"},
                                                           {"outcome", made_up.outcome},
                                                           {"outcome_note", made_up.note},
                                                           {"closed_at", base::format_utc(closed)},
                                                           {"closed_by", std::string(account)},
                                                           {"person", std::string(account)},
                                                           {"place_in_line", register_::place_in_line("closed", "", closed)}};
    for (const auto& [column, value] : columns) call_back.columns[column] = value;
    if (made_up.outcome != "not_reached") return;
    call_back.columns["tries"] = std::int64_t{3};
    call_back.columns["tried_at"] = base::format_utc(closed);
}

void put(Callbacks::Implementation& self, const std::string& municipality_id, const MadeUp& made_up, base::Instant opened,
         const std::string& function, std::string_view account, bool is_waiting) {
    const auto around = self.around(municipality_id);
    const auto promised = self.neighbours.promised_at(municipality_id, opened);
    auto call_back = register_::blank_record(self.records.declaration(), around);
    const register_::Draft draft{{"about", {made_up.about}}, {"contact_way", {made_up.way}}, {"contact", {made_up.value}}};
    register_::Problems problems;
    for (const char* name : {"about", "contact"}) {
        const auto& field = *self.records.declaration().find(name);
        if (is_waiting || std::string_view(name) == "about") field.type->read(field, draft, around, call_back, problems);
    }
    ENSURE(problems.empty());
    call_back.id = base::new_uuid(opened);
    call_back.columns["topic"] = made_up.topic;
    call_back.columns["function"] = function;
    call_back.columns["opened_at"] = base::format_utc(opened);
    call_back.columns["promised_at"] = call_back.columns["place_in_line"] = base::format_utc(promised);
    call_back.columns["state"] = std::string(register_::waiting);
    if (!is_waiting) close_as_made_up(call_back, made_up, opened, promised, account);
    self.database.write(
        [&](db::Connection& connection) {
            return self.records.put_in(connection, around, call_back, account, base::Seen::anything()).has_value();
        },
        db::Isolation::deciding);
}

}  // namespace

void load_demo(Callbacks& callbacks, const Demo& demo) {
    auto& self = Inside::of(callbacks);
    for (const auto& id : demo.complete) {
        const auto around = self.around(id);
        if (!self.neighbours.municipalities.is_active(id) || self.records.list(around, {}, 1, 0).found > 0) continue;
        const auto account = demo.account ? demo.account(id, http::Role::guide) : "";
        const auto held = self.neighbours.organisation.held_by(id, account);
        const auto made_up = made_up_of(id);
        const int all = times * static_cast<int>(made_up.size());
        for (int at = 0; at < all; ++at) {
            const bool is_waiting = at < waiting_ones;
            // The latest waits since half an hour, the oldest of those that wait since before its promise.
            const int days = is_waiting ? 2 * at : waiting_ones + at * days_between;
            const auto function = held.empty() ? "" : held[static_cast<std::size_t>(at) % held.size()].id;
            put(self, id, made_up[static_cast<std::size_t>(at) % made_up.size()],
                opened_at(self.clock.now() - std::chrono::minutes(30), days, around.zone), function, account, is_waiting);
        }
    }
}

}  // namespace digilots::callbacks
