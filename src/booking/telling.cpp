#include "booking/telling.h"

#include "booking/sql.h"
#include "platform/base/lists.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"

namespace digilots::booking {

namespace {

constexpr std::chrono::hours change_of_use{48};

}  // namespace

void tell_changed(db::Connection& connection, const Bookings::Implementation& self, const http::Tenant& tenant,
                  const Booking& booking, Changed what) {
    if (booking.way != "email" || !self.neighbours.sends_letters || booking.ends < self.clock.now()) return;
    const auto contacts = connection.query(sql::find_contact, tenant.id, booking.id);
    const auto contact = contacts.only();
    if (!contact || !mail::is_reachable(contact->text("value"))) return;
    const auto plan = self.plan.of(tenant.id);
    const auto* offer = base::find_in(plan->offers, booking.offer, &Offer::id);
    const auto& words = i18n::translator(booking.language);
    const auto title = offer ? offer->title : std::string();
    const auto when = time_in_words(booking.starts, tenant.zone, words);
    const bool is_moved = what == Changed::moved;
    std::string text =
        is_moved ? words.t(TEXT("Your time is moved: {what}, now {when}."), {{"what", title}, {"when", when}})
                 : words.t(TEXT("We have to cancel your time: {what}, {when}. We are sorry for that."),
                           {{"what", title}, {"when", when}});
    const auto place = place_name(*self.neighbours.directory.snapshot(tenant.id), booking.place);
    if (is_moved && !place.empty()) text += "\n" + words.t(TEXT("Place: {place}"), {{"place", place}});
    text += "\n\n" + words.t("{municipality} municipality", {{"municipality", tenant.name}}) + "\n";
    if (!tenant.phone.empty()) text += tenant.phone + "\n";
    const auto now = self.clock.now();
    mail::add(connection,
              {.municipality_id = tenant.id,
               .kind = "change of a booking",
               .recipient = contact->text("value"),
               .subject = is_moved ? words.t(TEXT("Your time is moved: {what}"), {{"what", title}})
                                   : words.t(TEXT("Your time is cancelled: {what}"), {{"what", title}}),
               .text = std::move(text),
               .language = booking.language,
               .valid_until = now + change_of_use},
              now);
}

}  // namespace digilots::booking
