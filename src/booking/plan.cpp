// What can be booked and when somebody is there, from the registers: made anew when one of them changes, and
// each day.
#include <algorithm>
#include <cmath>

#include "booking/implementation.h"
#include "booking/opening.h"
#include "booking/registers.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::booking {

namespace {

using register_::Record;

constexpr std::int64_t records_at_once = 500;
constexpr int days_planned = 366;
constexpr std::size_t working_days = 5;
constexpr int usual_lead = 2, usual_horizon = 60, usual_length = 30;
constexpr std::string_view weekday_keys[] = {"mo", "tu", "we", "th", "fr", "sa", "su"};

int number_in(const Record& record, const char* column, int usual) {
    return static_cast<int>(record.whole(column).value_or(usual));
}

calendar::TimeRanges hours_in(const Record& record) {
    return calendar::read_ranges(record.text("hours")).value_or(calendar::TimeRanges{});
}

Offer offer_of(const Record& record) {
    Offer offer{.id = record.id,
                .title = record.text("title"),
                .kind = record.text("kind"),
                .about = record.text("about"),
                .function = record.text("function"),
                .place = record.text("place"),
                .lengths = {},
                .topics = record.list("topics"),
                .rest = number_in(record, "rest_minutes", 0),
                .travel = number_in(record, "travel_minutes", 0),
                .lead_hours = number_in(record, "lead_hours", usual_lead),
                .horizon_days = number_in(record, "horizon_days", usual_horizon),
                .drop_in_percent = number_in(record, "drop_in_percent", 0),
                .is_after_introduction = record.flag("is_after_introduction"),
                .is_published = record.flag("is_published")};
    for (const auto& length : record.list("lengths"))
        if (const auto minutes = base::whole_number(length, 1, 24 * 60)) offer.lengths.push_back(*minutes);
    std::ranges::sort(offer.lengths);
    if (offer.lengths.empty()) offer.lengths.push_back(usual_length);
    return offer;
}

/// Whoever came to such a time would find nobody.
void hold_back_nobodys(Plan& made, const std::vector<Record>& functions) {
    const auto is_held = [&](const std::string& id) {
        const auto* function = base::find_in(functions, id, &Record::id);
        if (function && (!function->text("holder").empty() || !function->text("stand_in").empty())) return true;
        return std::ranges::any_of(made.rota.lines,
                                   [&](const RotaLine& line) { return line.function == id && !line.person.empty(); });
    };
    for (const auto& line : made.rota.lines)
        if (!line.function.empty() && !is_held(line.function)) made.unheld.insert(line.function);
    for (auto& offer : made.offers) {
        offer.lacks_holder = !offer.is_thing() && !is_held(offer.function);
        offer.is_published = offer.is_published && !offer.lacks_holder;
    }
}

/// What is kept for those who come without a time is kept of a function's time, whatever it is booked for.
void hold_shares(std::vector<Offer>& offers) {
    const auto as_said = offers;
    for (auto& offer : offers)
        for (const auto& other : as_said)
            if (!offer.is_thing() && other.function == offer.function &&
                (offer.place.empty() || other.place.empty() || offer.place == other.place))
                offer.drop_in_percent = std::max(offer.drop_in_percent, other.drop_in_percent);
}

Resource resource_of(const Record& record) {
    return {.id = record.id,
            .title = record.text("title"),
            .kind = record.text("kind"),
            .place = record.text("place"),
            .equipment = record.text("equipment"),
            .number = number_in(record, "number", 1),
            .persons = number_in(record, "persons", 0),
            .hours = hours_in(record)};
}

std::vector<Record> all_in_use(const register_::Records& records, const register_::Surroundings& around) {
    std::vector<Record> all;
    while (true) {
        auto some = records.list(around, {}, records_at_once, std::ssize(all)).records;
        const bool is_last = std::ssize(some) < records_at_once;
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
        if (is_last) return all;
    }
}

std::vector<Interval> open_at(const Resource& resource, const directory::Place* place, const RotaDays& days) {
    std::vector<Interval> open;
    if (!resource.hours.empty()) {
        const Rota always{.lines = {line_of_thing(resource.place, resource.hours)}};
        for (const auto& shift : shifts_of(always, days, nullptr)) open.push_back(shift.at);
    } else if (place && place->mobile) {
        open = open_hours(place, days).value_or(open);
    } else if (place && place->hours.complete) {
        for (const auto& span :
             calendar::open_spans(place->hours.rule, {days.country, days.zone}, days.first, days.days))
            if (span.certain && !span.goes_on) open.push_back({span.begin, span.end});
    }
    return open;
}

}  // namespace

RotaLine line_of(const Record& record) {
    RotaLine line{.id = record.id,
                  .function = record.text("function"),
                  .person = record.text("person"),
                  .place = record.text("place"),
                  .hours = hours_in(record),
                  .people = number_in(record, "people", 1),
                  .first_day = record.text("first_day"),
                  .last_day = record.text("last_day"),
                  .drop_in = record.text("drop_in"),
                  .topics = record.list("topics")};
    const auto days = record.list("weekdays");
    for (std::size_t day = 0; day < 7; ++day) line.weekdays[day] = base::holds(days, weekday_keys[day]);
    return line;
}

RotaLine line_of_thing(const std::string& place, const calendar::TimeRanges& hours) {
    RotaLine line{.place = place, .hours = hours};
    for (std::size_t day = 0; day < working_days; ++day) line.weekdays[day] = true;
    return line;
}

RotaException exception_of(const Record& record) {
    return {
        .id = record.id,
        .function = record.text("function"),
        .person = record.text("person"),
        .place = record.text("place"),
        .kind = record.text("kind") == "instead" ? RotaException::Kind::instead : RotaException::Kind::away,
        .hours = hours_in(record),
        .first_day = record.text("first_day"),
        .last_day = record.text("last_day")};
}

std::vector<Shift> Bookings::Implementation::shifts_of_things(std::string_view municipality_id,
                                                              const Plan& made, const RotaDays& days) const {
    const auto snapshot = neighbours.directory.snapshot(municipality_id);
    std::vector<Shift> shifts;
    for (const auto& resource : made.resources)
        for (const auto& open : open_at(resource, snapshot->place(resource.place), days))
            for (int number = 0; number < resource.number; ++number)
                shifts.push_back({"resource:" + resource.id + ":" + std::to_string(number), resource.place,
                                  "kind:" + resource.kind, open, number, resource.number});
    return while_open(shifts, *snapshot, days);
}

/// As the crow flies, at forty kilometres an hour, and ten minutes to get away and to arrive; a quarter of an
/// hour where it is not known how far it is.
Travel Bookings::Implementation::travel(std::string_view municipality_id) const {
    return [snapshot = neighbours.directory.snapshot(municipality_id)](std::string_view from,
                                                                       std::string_view to) {
        constexpr double kilometres_a_degree = 111.2, kilometres_a_minute = 40.0 / 60;
        constexpr int to_start = 10, unknown = 15;
        const auto* one = snapshot->place(from);
        const auto* other = snapshot->place(to);
        if (!one || !other || !one->latitude || !other->latitude || !one->longitude || !other->longitude)
            return unknown;
        const double north = (*one->latitude - *other->latitude) * kilometres_a_degree;
        const double middle = (*one->latitude + *other->latitude) / 2 * 3.14159265358979 / 180;
        const double east = (*one->longitude - *other->longitude) * kilometres_a_degree * std::cos(middle);
        const int minutes = to_start + static_cast<int>(std::hypot(north, east) / kilometres_a_minute);
        return (minutes + piece_minutes - 1) / piece_minutes * piece_minutes;
    };
}

kept::Until<Plan> Bookings::Implementation::load_plan(std::string_view municipality_id) const {
    const auto here = around(municipality_id);
    auto made = std::make_shared<Plan>();
    for (const auto& record : all_in_use(offers, here)) made->offers.push_back(offer_of(record));
    hold_shares(made->offers);
    for (const auto& record : all_in_use(rota, here)) made->rota.lines.push_back(line_of(record));
    for (const auto& record : all_in_use(exceptions, here))
        made->rota.exceptions.push_back(exception_of(record));
    for (const auto& record : all_in_use(resources, here)) made->resources.push_back(resource_of(record));
    const auto functions = all_in_use(neighbours.organisation.function_records(), here);
    for (const auto& record : functions) made->functions.emplace(record.id, record.text("title"));
    hold_back_nobodys(*made, functions);
    made->first = base::add_days(here.today, -1);
    const RotaDays days{here.zone, here.country, made->first, days_planned};
    made->shifts = shifts_of(made->rota, days, travel(municipality_id));
    if (held_elsewhere) made->held = take_held(made->shifts, held_elsewhere(municipality_id));
    made->open = while_open(made->shifts, *neighbours.directory.snapshot(municipality_id), days);
    const auto things = shifts_of_things(municipality_id, *made, days);
    for (auto* all : {&made->shifts, &made->open}) all->insert(all->end(), things.begin(), things.end());
    for (const auto& offer : made->offers)
        for (const auto& shift : shifts_about(*made, offer))
            if (gives(shift, offer)) {
                made->with_times.insert(shift.place);
                if (!offer.is_published) continue;
                auto& until = made->bookable_until[shift.place];
                until = std::max(until, shift.at.end);
            }
    return {made, neighbours.directory.day_end(municipality_id)};
}

bool gives(const Shift& shift, const Offer& offer) {
    const bool is_at_place = offer.place.empty() || offer.place == shift.place;
    if (!offer.is_thing()) return is_at_place && shift.function == offer.function;
    constexpr std::string_view kind = "kind:";
    return is_at_place && shift.function.starts_with(kind) &&
           std::string_view(shift.function).substr(kind.size()) == offer.kind;
}

const std::vector<Shift>& shifts_about(const Plan& plan, const Offer& offer) {
    return offer.is_at_home() ? plan.shifts : plan.open;
}

std::vector<Shift> shifts_for(const Plan& plan, const Offer& offer) {
    std::vector<Shift> shifts;
    for (const auto& shift : shifts_about(plan, offer))
        if (gives(shift, offer)) shifts.push_back(shift);
    return shifts;
}

Terms terms_of(const Offer& offer, int minutes, bool staff) {
    // What is taken is taken in whole pieces: a part of one would leave times that look free and never are.
    const auto in_pieces = [](int all) { return (all + piece_minutes - 1) / piece_minutes * piece_minutes; };
    return {.minutes = length_of(offer, minutes),
            .rest = in_pieces(offer.rest),
            .travel = in_pieces(offer.travel),
            .lead_hours = staff ? 0 : offer.lead_hours,
            .horizon_days = staff ? days_planned : offer.horizon_days,
            .drop_in_percent = staff ? 0 : offer.drop_in_percent};
}

int length_of(const Offer& offer, int minutes) {
    return base::holds(offer.lengths, minutes) ? minutes : offer.lengths.front();
}

}  // namespace digilots::booking
