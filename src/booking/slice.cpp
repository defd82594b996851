#include <algorithm>

#include "booking/examination.h"
#include "booking/ongoing.h"
#include "platform/html/codes_alike.h"
#include "platform/print/format.h"

namespace digilots::booking {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;
using Of = PrivacyNotice::Of;

http::Routes resident_routes(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string here = "/{municipality}", one = here + "/book/{offer}",
                      code = here + "/bookings/{code}";
    const std::string queue = here + "/places/{slug}/queue";
    return {{Method::get, here + "/book", Access::anyone, page(what_page), {"topic", "place"}},
            {Method::get, one, Access::anyone, page(where_page), {"place"}},
            {Method::get, one + "/times", Access::anyone, page(when_page), {"place", "minutes", "from"}},
            {Method::get, one + "/how", Access::anyone, page(how_page), {"place", "minutes", "at"}},
            {Method::post, one, Access::anyone, page(book)},
            {Method::post, here + "/bookings/find", Access::anyone, page(find_booking)},
            {Method::get, code, Access::anyone, page(follow_page), {"new", "moved", "chosen"}},
            {Method::get, code + ".ics", Access::anyone, page(calendar_file)},
            {Method::get, code + "/how-often", Access::anyone, page(how_often_page)},
            {Method::post, code + "/how-often", Access::anyone, page(choose_how_often)},
            {Method::get,
             code + "/confirmation.pdf",
             Access::anyone,
             page(confirmation_file),
             print::format_query(),
             {},
             http::Effort::drawing},
            {Method::get, code + "/cancel", Access::anyone, page(cancel_page)},
            {Method::post, code + "/cancel", Access::anyone, page(cancel)},
            {Method::get, code + "/change", Access::anyone, page(change_page)},
            {Method::post, code + "/change", Access::anyone, page(change)},
            {Method::get, here + "/where-we-are", Access::anyone, page(week_page)},
            {Method::get, here + "/drop-in", Access::anyone, page(drop_in_page), {"topic"}},
            {Method::get, queue, Access::anyone, page(queue_page), {"still", "number", "day"}},
            {Method::post, queue, Access::anyone, page(take_number)}};
}

http::Routes routes(const Pages& pages) {
    auto all = resident_routes(pages);
    const auto page = http::handlers_with(pages);
    const std::string staff = "/{municipality}/staff/bookings", one = staff + "/{id}",
                      api = "/api/v1/{municipality}";
    const http::Routes others{
        {Method::get, staff, Access::guide, page(day_page)},
        {Method::get, staff + "/day.pdf", Access::guide, page(day_file), {}, {}, http::Effort::drawing},
        {Method::get, staff + "/calendar", Access::guide, page(calendar_page), {"by", "day", "days"}},
        {Method::get, staff + "/new", Access::guide, page(new_page)},
        {Method::post, staff + "/new", Access::guide, page(book_on_behalf)},
        {Method::get, staff + "/reminders", Access::guide, page(reminders_page)},
        {Method::get, staff + "/drop-in", Access::guide, page(staff_drop_in_page)},
        {Method::get, staff + "/demand", Access::guide, page(demand_page)},
        {Method::get, staff + "/find", Access::guide, page(find_for_staff_page)},
        {Method::post, staff + "/find", Access::guide, page(find_for_staff)},
        {Method::get, one, Access::guide, page(booking_page)},
        {Method::get, one + "/contact", Access::guide, page(contact_page)},
        {Method::post, one + "/contact", Access::guide, page(mend_contact)},
        {Method::post, one + "/state", Access::guide, page(set_state)},
        {Method::post, one + "/log", Access::guide, page(log_visit)},
        {Method::get, one + "/move", Access::guide, page(staff_move_page)},
        {Method::post, one + "/move", Access::guide, page(staff_move)},
        {Method::get, one + "/letter.pdf", Access::guide, page(letter_file), {}, {}, http::Effort::drawing},
        {Method::post, one + "/reminded", Access::guide, page(note_reminded)},
        {Method::get, "/{municipality}/staff/queue", Access::guide, page(staff_queue_page)},
        {Method::post, "/{municipality}/staff/queue", Access::guide, page(staff_queue_step)},
        {Method::get, api + "/times", Access::anyone, page(get_times), {"offer", "place", "from", "to"}},
        {Method::get,
         api + "/bookings",
         Access::token(read_bookings),
         page(list_for_programs),
         {"from", "to", "cursor", "limit"}},
        {Method::post, api + "/bookings/on-behalf", Access::token(write_bookings), page(post_on_behalf)},
        {Method::put, api + "/bookings/{code}/state", Access::token(write_bookings), page(put_state)},
        {Method::post, api + "/bookings", Access::anyone, page(post_booking)},
        {Method::get, api + "/bookings/{code}", Access::anyone, page(get_booking)},
        {Method::delete_, api + "/bookings/{code}", Access::anyone, page(delete_booking)}};
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

/// Whether anything can be booked, or somebody is there by the rota.
bool helps_by_time(const Bookings& bookings, std::string_view municipality_id) {
    return Inside::of(bookings).any_shown.in(municipality_id);
}

http::Menu menu_of_bookings(const Bookings& bookings) {
    const auto is_any = [&bookings](const http::Tenant& tenant, const http::Identity&) {
        return helps_by_time(bookings, tenant.id) ? 0 : -1;
    };
    return {{MenuPlace::residents, 445, TEXT("Book a time"), "/book", Role::guide,
             {"/bookings", "/where-we-are", "/drop-in"}, is_any},
            {MenuPlace::staff, 218, TEXT("Bookings"), "/staff/bookings", Role::guide, {"/staff/booking", "/staff/queue"}}};
}

/// What search engines are told of: what there is something of.
std::vector<std::string> site_of(const Bookings& bookings, const http::Tenant& tenant) {
    std::vector<std::string> paths{"/where-we-are"};
    if (helps_by_time(bookings, tenant.id)) paths.insert(paths.begin(), {"/book", "/drop-in"});
    return paths;
}

const std::vector<PrivacyNotice> privacy{
    {.of = Of::those_who_ask,
     .text = TEXT("If you book a time, a code is enough. A first name and a number or address that you leave "
                  "are kept apart from the "
                  "booking, used for that time alone, and deleted {period} after it."),
     .rule = std::string(contact_rule),
     .preserved = TEXT(
         "If you book a time, a code is enough. A first name and a number or address that you leave are kept "
         "apart "
         "from the booking and used for that time alone. The municipality deletes none for the time being.")},
    {.of = Of::those_who_ask,
     .text = TEXT("The address of a home visit is deleted {period} after the visit."),
     .rule = std::string(address_rule),
     .preserved = TEXT("The address of a home visit is kept for the time being.")},
    {.of = Of::those_who_ask,
     .text = TEXT(
         "The booking itself does not say who you are. It is deleted {period} after its time. Counts stay."),
     .rule = std::string(booking_rule),
     .preserved = TEXT("The booking itself does not say who you are. It is kept for the time being.")},
    {.of = Of::those_who_ask,
     .text = TEXT("A number that you take at a desk says nothing of you. It is deleted {period} later."),
     .rule = "booking.queue",
     .preserved = TEXT("A number that you take at a desk says nothing of you. It is kept for the time being.")},
    {Of::staff, TEXT("Colleagues see in the rota where you are and when you are away, never why.")},
};

}  // namespace

namespace {

/// "Guidance, 26 November 2026"; "" where it is deleted.
std::string name_in_trail(const Bookings& bookings, std::string_view municipality, std::string_view id,
                          const i18n::Translator& words) {
    const auto booking = bookings.find(municipality, id);
    if (!booking) return "";
    const auto title = Inside::of(bookings).title_of(municipality, booking->offer);
    const auto day = base::parse_date(booking->day);
    return day ? title + ", " + words.date(*day) : title;
}

}  // namespace

Slice slice(Bookings& bookings) {
    return {
        .name = "booking",
        .routes =
            [&](const Slices& all) {
                auto& self = Inside::of(bookings);
                return html::codes_alike(routes({bookings, all_of(all, &Slice::followed)}), self.guessing, self.clock);
            },
        .registers = bookings.registers(),
        .menu = menu_of_bookings(bookings),
        .scopes = {&read_bookings, &write_bookings},
        .measures = bookings.measures(),
        .trail = {.actions = {{"booking contact read", TEXT("looked at how who booked is reached")},
                              {"booking contact changed", TEXT("how who booked is reached was put right")}},
                  .records = {{"booking", TEXT("Booking"), "/staff/bookings/",
                               [&bookings](std::string_view municipality, std::string_view id,
                                           const i18n::Translator& words) {
                                   return name_in_trail(bookings, municipality, id, words);
                               }}}},
        .privacy = privacy,
        .retention = retention_rules(),
        .duties = duty_kinds(bookings),
        .ongoing = {bookings_under_way({bookings})},
        .followed = {followed_bookings({bookings})},
        .findable = {what_can_be_booked(bookings)},
        .site = {.of = [&](const http::Tenant& tenant) { return site_of(bookings, tenant); }},
        .jobs = job_kinds(bookings),
        .examine = [&bookings] { return examine(bookings); },
        .load_demo = [&](const Demo& demo) { load_demo(bookings, demo); },
    };
}

}  // namespace digilots::booking
