// On paper: the confirmation with its code, and the day as whoever goes out takes it along.
#include "booking/holds_still.h"
#include "booking/pages.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/site_address.h"
#include "platform/i18n/isolate.h"
#include "platform/print/format.h"

namespace digilots::booking {

namespace {

using print::Heading, print::Paragraph;

constexpr std::size_t most_printed_bookings = 300;

print::Document paper_for(std::string title, const print::Format& format, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto& language = page.translator().language();
    print::Document document;
    document.title = std::move(title);
    document.language = language.code == "sv-easy" ? "sv" : language.code;
    document.right_to_left = language.right_to_left;
    document.paper = format.paper;
    document.size = format.size;
    document.footer =
        i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : ""), language);
    document.blocks.push_back({Heading{1, {document.title}}});
    return document;
}

std::string between(base::Instant from, base::Instant until, const html::Page& page) {
    const auto& zone = page.request().tenant->zone;
    const auto one = base::to_civil(from, zone), other = base::to_civil(until, zone);
    return page.t(TEXT("{from}–{to}"), {{"from", page.translator().time(one.hour, one.minute)},
                                        {"to", page.translator().time(other.hour, other.minute)}});
}

/// "Ringvägen 3, 123 45 Lotsby" as it stands on an envelope.
std::string in_postal_lines(std::string address) {
    for (auto at = address.find(','); at != std::string::npos; at = address.find(',', at + 1)) {
        address[at] = '\n';
        while (at + 1 < address.size() && address[at + 1] == ' ') address.erase(at + 1, 1);
    }
    return address;
}

/// Where somebody is visited whoever goes there must know, whom to ask for, and whom to ring when nobody opens; an e-mail address
/// stays inside.
std::string visited_at(const Booking& booking, const Reached& kept, const html::Page& page) {
    auto where = kept.address.empty() ? page.t("The address is kept no more.") : kept.address;
    if (!kept.name.empty()) where = kept.name + "\n" + where;
    if (booking.way == "phone" && !kept.value.empty())
        where += "\n" + page.t("Phone: {number}", {{"number", kept.value}});
    return where;
}

/// "10.20–11.20", and when whoever goes there sets out.
std::string time_of_visit(const Booking& booking, const Offer& offer, const html::Page& page) {
    const int way = terms_of(offer, booking.minutes, true).travel;
    const auto time = between(booking.starts, booking.ends, page);
    if (way == 0) return time;
    const auto leaves = base::to_civil(booking.starts - std::chrono::minutes(way), page.request().tenant->zone);
    return time + "\n" + page.t("Leave at {time}", {{"time", page.translator().time(leaves.hour, leaves.minute)}});
}

/// The municipality, and the desk where every search ends: letters that do not arrive come back there.
std::string sender_of_letters(const Pages& pages, const http::Tenant& tenant) {
    const auto snapshot = Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id);
    const auto* desk = snapshot->fallback_place.empty() ? nullptr : snapshot->place(snapshot->fallback_place);
    if (!desk) return tenant.name;
    return tenant.name + "\n" + desk->name + (desk->address.empty() ? "" : "\n" + in_postal_lines(desk->address));
}

}  // namespace

const std::vector<print::Paper>& confirmation_papers() {
    static const std::vector<print::Paper> papers{print::Paper::a5, print::Paper::a4};
    return papers;
}

http::Response confirmation_file(const Pages& pages, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto booking = pages.bookings.follow(tenant, request.parameter("code"));
    if (!booking) return not_followed(pages, request);
    const html::Page page(request);
    const auto& self = Inside::of(pages.bookings);
    const bool is_to_come = booking->is_to_come();
    const bool is_cancelled = booking->state.starts_with("cancelled") || booking->state == "excused";
    auto document = paper_for(is_cancelled ? page.t("The time is cancelled") : page.t("Your time"),
                              print::format_of(request, confirmation_papers()), page);
    const auto add = [&](const std::string& words, print::Emphasis emphasis = print::Emphasis::usual) {
        if (!words.empty()) document.blocks.push_back({Paragraph{{words}, emphasis}});
    };
    if (!is_to_come && !is_cancelled) add(page.t(state_in_words(booking->state)), print::Emphasis::strong);
    add(self.title_of(tenant.id, booking->offer), print::Emphasis::lead);
    add(time_in_words(booking->starts, tenant.zone, page.translator()) + ", " +
            minutes_in_words(booking->minutes, page),
        print::Emphasis::strong);
    add(where_in_words(pages, tenant, *booking, page.translator()));
    add(hitch_in_words(hitch_of(pages.bookings, tenant.id, *booking), *booking, tenant, page.translator()),
        print::Emphasis::strong);
    if (auto thing = thing_of(pages, tenant, booking->lane)) {
        thing->title = numbered(*thing, booking->lane);
        add(thing_in_words(*thing, page));
    }
    add(group_in_words(*booking, page));
    add(page.t("Your code:"));
    document.blocks.push_back({Paragraph{{base::tidy_code(booking_code, request.parameter("code")), "", true},
                                         print::Emphasis::number}});
    if (is_to_come) {
        add(page.t("With the code you change or cancel the time: on the web, or read it out when you ring us."));
        const auto site = http::site_address(request);
        add(site.substr(site.find("://") + 3) + page.tenant_url("/book"));
    }
    if (!tenant.phone.empty())
        document.blocks.push_back({Paragraph{{tenant.phone, "", true}, print::Emphasis::strong}});
    return told_nobody(print::pdf_answer(document, "booking.pdf"));
}

http::Response letter_file(const Pages& pages, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto booking = pages.bookings.find(tenant.id, request.parameter("id"));
    const auto kept = booking ? pages.bookings.reached(tenant.id, booking->id) : Reached{};
    if (!booking || booking->way != "letter" || kept.value.empty()) return html::error_page(request, 404);
    note_reading(pages, request, booking->id);
    const auto& words = i18n::translator(booking->language);
    const html::Page page(request);
    auto document = paper_for(words.t(TEXT("Your time")), print::format_of(request, confirmation_papers()), page);
    document.language = words.language().code == "sv-easy" ? "sv" : words.language().code;
    document.right_to_left = words.language().right_to_left;
    const auto address = in_postal_lines(kept.value);
    const auto to = kept.name.empty() ? address : kept.name + "\n" + address;
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), tenant.zone).date;
    const std::vector<print::Block> head{{Paragraph{{sender_of_letters(pages, tenant)}, print::Emphasis::small}},
                                         {Paragraph{{to}}},
                                         {Paragraph{{words.date(today)}}}};
    document.blocks.insert(document.blocks.begin(), head.begin(), head.end());
    document.blocks.push_back({Paragraph{{told_in_letter(pages, *booking, tenant)}, print::Emphasis::lead}});
    if (!tenant.phone.empty()) {
        document.blocks.push_back({Paragraph{{words.t(TEXT("If you cannot come, or wonder about something, ring us:"))}}});
        document.blocks.push_back({Paragraph{{tenant.phone, "", true}, print::Emphasis::strong}});
    }
    return told_nobody(print::pdf_answer(document, "letter.pdf"));
}

http::Response day_file(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto& tenant = *request.tenant;
    const auto& self = Inside::of(pages.bookings);
    const auto day = base::parse_date(request.query.get("day"))
                         .value_or(base::to_civil(self.clock.now(), tenant.zone).date);
    const auto place = request.query.get("place"), person = request.query.get("person");
    const auto unit = unit_asked_for(pages, page);
    const auto& words = page.translator();
    auto document = paper_for(page.t("Bookings") + ", " + words.weekday(base::weekday_of(day)) + " " +
                                  words.date(day),
                              {}, page);
    print::Table table{
        page.t("Bookings"),
        {{page.t("Time")}, {page.t("What")}, {page.t("Where")}, {page.t("Person or thing")}, {page.t("Here")}},
        {}};
    bool has_addresses = false;
    for (const auto& booking : pages.bookings.list(tenant.id, day, day)) {
        if (!booking.is_to_come() && booking.state != "seen") continue;
        if (!unit.holds(booking.place)) continue;
        if ((!place.empty() && booking.place != place) || (!person.empty() && !booking.is_of(person))) continue;
        if (table.rows.size() == most_printed_bookings) break;
        auto what = self.title_of(tenant.id, booking.offer);
        if (booking.two_people) what += "\n" + page.t("Two go there");
        if (const auto group = group_in_words(booking, page); !group.empty()) what += "\n" + group;
        auto time = between(booking.starts, booking.ends, page);
        auto where = place_then(pages, tenant, booking.place, booking.starts);
        if (const auto offer = pages.bookings.offer(tenant.id, booking.offer); offer && offer->is_at_home()) {
            const auto kept = pages.bookings.reached(tenant.id, booking.id);
            if (!booking.topic.empty())
                what += "\n" + taxonomy::topic_label(*self.neighbours.own_topics.of(tenant.id), booking.topic, words);
            where = visited_at(booking, kept, page);
            time = time_of_visit(booking, *offer, page);
            const bool tells = !kept.address.empty() || !kept.value.empty() || !kept.name.empty();
            if (tells) note_reading(pages, request, booking.id);
            has_addresses = has_addresses || tells;
        }
        auto who = people_in_words(pages, booking, page);
        const auto hitch = hitch_of(pages.bookings, tenant.id, booking);
        if (hitch == Hitch::nobody_there) who += "\n" + page.t("Nobody is there then");
        if (hitch == Hitch::place_closed) who += "\n" + page.t("The place has closed");
        table.rows.push_back({{std::move(time)},
                              {std::move(what)},
                              {std::move(where)},
                              {std::move(who)},
                              {"\u00a0"}});
    }
    if (table.rows.empty())
        document.blocks.push_back(
            {Paragraph{{page.t("Nothing is booked on {date}.", {{"date", words.date(day)}})}}});
    else
        document.blocks.push_back({std::move(table)});
    if (has_addresses)
        document.blocks.push_back(
            {Paragraph{{page.t("Throw it away when the day is over: addresses and phone numbers stand on it.")},
                       print::Emphasis::small}});
    return never_kept(print::pdf_answer(document, "bookings.pdf"));
}

}  // namespace digilots::booking
