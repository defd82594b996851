// What staff do with a booking: how it went, its entry in the log, reminding.
#include <algorithm>

#include "booking/holds_still.h"
#include "booking/implementation.h"
#include "booking/opening.h"
#include "booking/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"

namespace digilots::booking {

namespace {

constexpr std::string_view after_booked[] = {"arrived",         "seen",     "did_not_come", "excused",
                                             "cancelled_by_us", "cancelled"};
constexpr std::string_view after_arrived[] = {"booked", "seen", "excused", "cancelled_by_us"};
constexpr int days_held = 366;
constexpr std::chrono::hours reminder_of_use{36}, news_of_use{96};

bool may_follow(std::string_view state, std::string_view next) {
    if (state == "booked") return base::holds(after_booked, next);
    if (state == "arrived") return base::holds(after_arrived, next);
    // Pressed by mistake: the time is still theirs.
    return (state == "seen" || state == "did_not_come") && next == "booked";
}

/// How it went nobody knows before it has begun; somebody may be there early, on its day.
bool is_too_early(std::string_view state, const Booking& booking, base::Instant now, std::string_view zone) {
    if (state == "seen" || state == "did_not_come") return booking.starts > now;
    return state == "arrived" && booking.day > base::format_date(base::to_civil(now, zone).date);
}

bool gives_back(std::string_view state) {
    return state == "excused" || state == "cancelled_by_us" || state == "cancelled";
}

Numbers counted_in(std::string_view state, const Booking& booking, int sign) {
    if (state == "seen") return {.seen = sign, .minutes = sign * booking.minutes};
    if (state == "did_not_come") return {.did_not_come = sign};
    if (gives_back(state)) return {.cancelled = sign};
    return {};
}

struct LetterWords {
    i18n::Text subject, text, rest;
    const char* kind;
    std::chrono::hours use;
};

const i18n::Translator& own_words(const http::Tenant& tenant) {
    return i18n::translator(tenant.languages.empty() ? "sv" : tenant.languages.front());
}

mail::Letter letter_of(const Booking& booking, const std::string& recipient, const LetterWords& said,
                       const std::string& what, const std::string& place, const std::string& name,
                       const http::Tenant& tenant, base::Instant now) {
    const auto& words = i18n::translator(booking.language);
    const auto when = time_in_words(booking.starts, tenant.zone, words);
    std::string text = words.t(said.text, {{"what", what}, {"when", when}}) + "\n";
    if (!booking.reason.empty()) text += words.t(TEXT("Why: {reason}"), {{"reason", booking.reason}}) + "\n";
    if (!place.empty()) text += words.t(TEXT("Place: {place}"), {{"place", place}}) + "\n";
    text += "\n" + words.t(said.rest) + "\n\n" +
            words.t("{municipality} municipality", {{"municipality", tenant.name}}) + "\n";
    if (!tenant.phone.empty()) text += tenant.phone + "\n";
    return {.municipality_id = tenant.id,
            .kind = said.kind,
            .recipient = recipient,
            .subject = words.t(said.subject, {{"what", what}}),
            .text = std::move(text),
            .language = booking.language,
            .valid_until = now + said.use,
            .path = "/staff/bookings/" + booking.id,
            .matter = matter_of_booking(booking.id),
            .record = "booking:" + booking.id,
            .about = own_words(tenant).t(said.subject, {{"what", what}}),
            .name = name,
            .begins = booking.starts};
}

const LetterWords reminder{
    TEXT("Tomorrow: {what}"), TEXT("You have a time tomorrow: {what}, {when}."),
    TEXT("If you cannot come, cancel with your code, or tell us, so that somebody else gets the time."),
    "reminder of a booking", reminder_of_use};
const LetterWords cancelled{TEXT("Cancelled: {what}"), TEXT("We have to cancel your time: {what}, {when}."),
                            TEXT("You are welcome to book another time, or to ring us."),
                            "cancelled booking", news_of_use};
const LetterWords moved{
    TEXT("Another time: {what}"), TEXT("We have given you another time: {what}, {when}."),
    TEXT("If you cannot come, cancel with your code, or tell us, so that somebody else gets the time."),
    "moved booking", news_of_use};

const LetterWords held_after_all{
    TEXT("It holds after all: {what}"), TEXT("We had cancelled your time. It holds after all: {what}, {when}."),
    TEXT("If you cannot come, cancel with your code, or tell us, so that somebody else gets the time."),
    "booking put back", news_of_use};

/// They gave the time back: what they were told of it holds no more.
void forget_contact(db::Connection& connection, const std::string& municipality_id, std::string_view id, base::Instant now) {
    mail::overtake(connection, municipality_id, matter_of_booking(id), now);
    connection.execute(sql::delete_contact, municipality_id, id);
}

/// What the log keeps of a visit; nothing where it says too little for the log. `said`: its topic where the booking has none.
std::optional<inquiries::Inquiry> entry_of(const Bookings::Implementation& self, const http::Tenant& tenant,
                                           const Booking& booking, const std::optional<Offer>& offer,
                                           const std::string& said = "") {
    inquiries::Inquiry entry;
    entry.at = std::min(booking.starts, self.clock.now());
    const auto snapshot = self.neighbours.directory.snapshot(tenant.id);
    if (snapshot->place(booking.place)) entry.place = booking.place;
    entry.channel = offer && offer->kind == "home_visit" ? "home_visit" : "booked";
    entry.outcome = "answered";
    entry.support_given = "guidance";
    entry.minutes = booking.minutes;
    const auto topic = said.empty() ? topic_known(booking, offer) : said;
    if (!topic.empty()) entry.topics = {topic};
    if (!self.neighbours.inquiries.validate(tenant, entry, i18n::translator("en")).empty()) return std::nullopt;
    return entry;
}

}  // namespace

std::string matter_of_booking(std::string_view id) { return mail::matter_of("booking", id); }

std::string topic_known(const Booking& booking, const std::optional<Offer>& offer) {
    if (!booking.topic.empty()) return booking.topic;
    return offer && !offer->topics.empty() ? offer->topics.front() : "";
}

std::string Bookings::Implementation::title_of(std::string_view municipality_id,
                                               std::string_view offer) const {
    const auto known = plan.of(municipality_id);
    const auto* found = base::find_in(known->offers, offer, &Offer::id);
    return found ? found->title : "";
}

std::string Bookings::Implementation::where_of(std::string_view municipality_id, const Booking& booking,
                                               const i18n::Translator& words) const {
    const auto known = plan.of(municipality_id);
    const auto* offer = base::find_in(known->offers, booking.offer, &Offer::id);
    if (offer && offer->is_at_home()) return words.t(TEXT("At home: we come to the address that you gave."));
    const auto here = around(municipality_id);
    return address_then(*neighbours.directory.snapshot(municipality_id), booking.place, booking.starts,
                        {here.zone, here.country});
}

void Bookings::Implementation::tell(db::Connection& connection, const http::Tenant& tenant,
                                    const Booking& booking, News news, const std::string& what,
                                    const std::string& place) const {
    const auto now = clock.now();
    const bool is_untold = !mail::overtake(connection, tenant.id, matter_of_booking(booking.id), now).empty();
    if (news == News::put_back && is_untold) return;
    const auto rows = connection.query(sql::find_contact, tenant.id, booking.id);
    const auto row = rows.only();
    const bool can_write = row && neighbours.sends_letters && booking.way == "email" &&
                           mail::is_reachable(row->text("value"));
    if (can_write)
        mail::add(connection,
                  letter_of(booking, row->text("value"),
                            news == News::moved      ? moved
                            : news == News::put_back ? held_after_all
                                                     : cancelled,
                            what, place, row->text("name"), tenant, now),
                  now);
    if (news != News::cancelled) return;
    // Who is rung or written to by hand is so before it is forgotten how.
    const bool is_by_hand = row && !can_write && booking.way != "none" && booking.starts > now;
    connection.execute(sql::set_reminded, tenant.id, booking.id,
                       is_by_hand ? "" : base::format_date(base::to_civil(now, tenant.zone).date));
    // What is to come can be put back today: then they are told again.
    if (!is_by_hand && booking.starts <= now) connection.execute(sql::delete_contact, tenant.id, booking.id);
}

Step Bookings::set_state(const http::Tenant& tenant, std::string_view id, std::int64_t seen,
                         std::string_view state, std::string_view actor, const std::string& reason) {
    auto& self = *implementation_;
    auto& log = self.neighbours.inquiries;
    const auto now = base::format_utc(self.clock.now());
    const auto known = find(tenant.id, id);
    if (!known) return Step::not_there;
    const auto offer = this->offer(tenant.id, known->offer);
    // A computer or a room is no help that somebody gave.
    const auto entry = state == "seen" && offer && !offer->is_thing() ? entry_of(self, tenant, *known, offer)
                                                                      : std::nullopt;
    const auto what = offer ? offer->title : "",
               place = self.where_of(tenant.id, *known, i18n::translator(known->language));
    return self.database.write([&](db::Connection& connection) {
        kept::raise(connection, kept_bookings, tenant.id);
        const auto before = find_in(connection, tenant.id, id);
        if (!before) return Step::not_there;
        // Pressed twice; of those who cancel at one moment one did so.
        if (before->state == state && before->version == seen + 1) return state == "cancelled" ? Step::changed : Step::done;
        const bool is_as_seen = before->version == seen && before->version == known->version;
        if (!is_as_seen || !may_follow(before->state, state)) return Step::changed;
        if (is_too_early(state, *before, self.clock.now(), tenant.zone)) return Step::too_early;
        connection.execute(sql::set_state, tenant.id, id, seen, state, actor, now);
        count(connection, tenant.id, *before, counted_in(before->state, *before, -1));
        count(connection, tenant.id, *before, counted_in(state, *before, 1));
        // The visit and its entry stand and fall together, whatever happens in between.
        if (entry && before->entry.empty())
            connection.execute(sql::set_entry, tenant.id, id,
                               log.log_within(connection, tenant, *entry, actor));
        if (before->state == "seen" && !before->entry.empty()) {
            log.remove_within(connection, tenant, before->entry, actor,
                              own_words(tenant).t(TEXT("The booking was marked as helped by mistake.")));
            connection.execute(sql::set_entry, tenant.id, id, "");
        }
        if (gives_back(state)) {
            connection.execute(sql::give_back, tenant.id, id);
            if (state == "cancelled_by_us") {
                auto after = *before;
                after.reason = reason;
                if (!reason.empty()) connection.execute(sql::set_reason, tenant.id, id, reason);
                self.tell(connection, tenant, after, News::cancelled, what, place);
            } else if (state == "excused" && before->starts > self.clock.now()) {
                // Until midnight it can be put back: it may have been said of the wrong one.
                mail::overtake(connection, tenant.id, matter_of_booking(before->id), self.clock.now());
            } else {
                connection.execute(sql::delete_address, tenant.id, id);
                forget_contact(connection, tenant.id, id, self.clock.now());
            }
        }
        return Step::done;
    });
}

std::string Bookings::log(const http::Tenant& tenant, std::string_view id, std::string_view account, const std::string& topic) {
    auto& self = *implementation_;
    const auto booking = find(tenant.id, id);
    if (!booking || booking->state != "seen") return "";
    // An entry that was deleted is none: the visit is logged anew.
    const auto gone = self.neighbours.inquiries.find(tenant, booking->entry) ? "" : booking->entry;
    if (booking->entry != gone) return booking->entry;
    const auto entry = entry_of(self, tenant, *booking, offer(tenant.id, booking->offer), topic);
    if (!entry) return "";
    return self.database.write([&](db::Connection& connection) -> std::string {
        kept::raise(connection, kept_bookings, tenant.id);
        const auto before = find_in(connection, tenant.id, id);
        if (!before || before->state != "seen") return "";
        if (before->entry != gone) return before->entry;
        auto logged = self.neighbours.inquiries.log_within(connection, tenant, *entry, account);
        connection.execute(sql::set_entry, tenant.id, id, logged);
        return logged;
    });
}

bool Bookings::note_reminded(const http::Tenant& tenant, std::string_view id, std::string_view) {
    const auto today = base::format_date(base::to_civil(implementation_->clock.now(), tenant.zone).date);
    return implementation_->database.write([&](db::Connection& connection) {
        kept::raise(connection, kept_bookings, tenant.id);
        if (connection.execute(sql::note_reminded, tenant.id, id, today) != 1) return false;
        const auto booking = find_in(connection, tenant.id, id);
        // Nothing more is to be said to who was told that it is cancelled.
        if (booking && booking->state == "cancelled_by_us")
            connection.execute(sql::delete_contact, tenant.id, id);
        return true;
    });
}

std::vector<Booking> Bookings::to_tell(const http::Tenant& tenant) const {
    const auto& self = *implementation_;
    const auto today = base::format_date(base::to_civil(self.clock.now(), tenant.zone).date);
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::to_tell, tenant.id, today); });
    std::vector<Booking> all;
    for (const auto row : rows) all.push_back(booking_of(row));
    return all;
}

int Bookings::remind(const http::Tenant& tenant) {
    auto& self = *implementation_;
    if (!self.neighbours.sends_letters) return 0;
    const auto now = self.clock.now();
    const auto today = base::to_civil(now, tenant.zone).date;
    const auto tomorrow = base::format_date(base::add_days(today, 1));
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::to_remind, tenant.id, tomorrow); });
    int sent = 0;
    for (const auto row : rows) {
        const auto id = row.text("id");
        // To a closed door, or to nobody, no letter reminds anybody: it is a task.
        if (const auto known = find(tenant.id, id); known && hitch_of(*this, tenant.id, *known) != Hitch::none) continue;
        sent += self.database.write([&](db::Connection& connection) {
            kept::raise(connection, kept_bookings, tenant.id);
            // As it stands now: it may have been moved since it was read.
            const auto booking = find_in(connection, tenant.id, id);
            const auto contacts = connection.query(sql::find_contact, tenant.id, id);
            const auto contact = contacts.only();
            if (!booking || booking->day != tomorrow || !contact ||
                !mail::is_reachable(contact->text("value")) ||
                connection.execute(sql::note_reminded, tenant.id, id, base::format_date(today)) != 1)
                return 0;
            mail::add(connection,
                      letter_of(*booking, contact->text("value"), reminder,
                                self.title_of(tenant.id, booking->offer),
                                self.where_of(tenant.id, *booking, i18n::translator(booking->language)),
                                contact->text("name"), tenant, now),
                      now);
            return 1;
        });
    }
    return sent;
}

int Bookings::hold_both(const http::Tenant& tenant) {
    auto& self = *implementation_;
    const auto now = self.clock.now();
    const auto today = base::to_civil(now, tenant.zone).date;
    const auto plan = self.plan.of(tenant.id);
    int held = 0;
    for (const auto& one : list(tenant.id, today, base::add_days(today, days_held))) {
        const auto* offer = base::find_in(plan->offers, one.offer, &Offer::id);
        if (!one.two_people || !one.second_lane.empty() || !one.is_to_come() || one.starts <= now || !offer) continue;
        const auto terms = terms_of(*offer, one.minutes, true);
        auto lanes = lanes_for(shifts_for(*plan, *offer), {}, terms, one.place, one.starts, now);
        std::erase(lanes, one.lane);
        held += self.database.write([&](db::Connection& connection) {
            kept::raise(connection, kept_bookings, tenant.id);
            const auto stands = find_in(connection, tenant.id, one.id);
            if (!stands || stands->version != one.version || !stands->second_lane.empty()) return 0;
            const auto take = [&](const std::string& lane) {
                return take_lane(connection, tenant.id, one.id, lane, kept_of(one.starts, terms));
            };
            return std::ranges::any_of(lanes, take) ? 1 : 0;
        });
    }
    return held;
}

jobs::Kinds job_kinds(Bookings& bookings) {
    const auto work = [&bookings](jobs::Run& run) {
        const auto& municipalities = Inside::of(bookings).neighbours.municipalities;
        for (const auto& one : municipalities.active()) {
            run.go_on();
            if (const auto tenant = municipalities.find_tenant(municipality::Municipalities::slug_of(one.id))) {
                bookings.forget_cancelled(*tenant);
                bookings.hold_both(*tenant);
                bookings.remind(*tenant);
            }
        }
    };
    const auto keep = [&bookings](jobs::Run& run) {
        const auto& municipalities = Inside::of(bookings).neighbours.municipalities;
        for (const auto& one : municipalities.active()) {
            run.go_on();
            if (const auto tenant = municipalities.find_tenant(municipality::Municipalities::slug_of(one.id)))
                bookings.keep_staffed_time(*tenant);
        }
    };
    return {{.name = "booking_remind",
             .title = TEXT("Remind those who come tomorrow"),
             .work = work,
             .schedule = jobs::Daily{.hour = 9, .minute = 0, .zone = "Europe/Stockholm"}},
            {.name = "booking_keep_staffed",
             .title = TEXT("Keep when somebody was there"),
             .work = keep,
             .schedule = jobs::Daily{.hour = 0, .minute = 5, .zone = "Europe/Stockholm"}}};
}

}  // namespace digilots::booking
