#include "booking/registers.h"

#include <algorithm>

#include "booking/clashes.h"
#include "booking/implementation.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/register/through.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::booking {

namespace {

using namespace register_;

constexpr int offered_lengths[] = {10, 15, 20, 30, 45, 60, 90, 120, 180, 240};
constexpr const char* day_keys[] = {"mo", "tu", "we", "th", "fr", "sa", "su"};
constexpr std::size_t longest_hours = 100, longest_about = 600;

std::vector<Choice> length_choices(const Surroundings& around) {
    std::vector<Choice> choices;
    for (const int minutes : offered_lengths)
        choices.push_back({.key = std::to_string(minutes),
                           .label = around.words->tn("{n} minute", "{n} minutes", minutes)});
    return choices;
}

std::vector<Choice> days_to_choose(const Surroundings& around) {
    std::vector<Choice> choices;
    for (int day = 0; day < 7; ++day)
        choices.push_back({.key = day_keys[day], .label = around.words->weekday(day)});
    return choices;
}

Choices kinds_of_things() {
    return fixed_terms({{"computer", TEXT("Computer")},
                        {"tablet", TEXT("Tablet")},
                        {"room", TEXT("Group room")},
                        {"studio", TEXT("Studio")}});
}

register_::Field name_field(i18n::Text title) {
    return text("title", title).required().listed().searched().sorted();
}
register_::Field function_field() {
    return link("function", TEXT("Function"), "organisation.function")
        .listed()
        .filter()
        .when_none(TEXT("No function"))
        .when_wrong(TEXT("Choose a function from the list."));
}
register_::Field person_field() {
    return link("person", TEXT("Person"), "accounts.person")
        .listed()
        .filter()
        .when_none(TEXT("Whoever holds the function"))
        .when_wrong(TEXT("Choose a person from the list."));
}
register_::Field place_field(i18n::Text none) {
    return link("place", TEXT("Place"), "directory.place")
        .listed()
        .filter()
        .when_none(none)
        .when_wrong(TEXT("Choose a place from the list."));
}
/// Of its place; where that is not said, of its function.
register_::Field unit_of_place() {
    return unit_through({{"place", "directory.unit_of_place"}, {"function", "organisation.unit_of_function"}});
}
register_::Field hours_field() {
    return text("hours", TEXT("Hours"), longest_hours).listed().hint(TEXT("Such as 9-12, 13-16.30"));
}

/// Once: what is required of a field may have been said already.
void add(Problems& problems, const char* input, i18n::Text text) {
    if (std::ranges::find(problems, input, &Problem::input) == problems.end())
        problems.push_back({input, text});
}

void check_hours(const Record& record, bool are_needed, Problems& problems) {
    const auto typed = record.text("hours");
    const auto read = calendar::read_ranges(typed);
    if (!read || (are_needed && read->empty()))
        add(problems, "hours", TEXT("Write the hours as 9-12, 13-16.30."));
}

/// "17-9" is most often nine to seventeen. Who works at night may save it as it stands.
void doubt_hours(const Checked& checked, Problems& problems) {
    const auto ranges = calendar::read_ranges(checked.record.text("hours")).value_or(calendar::TimeRanges{});
    const auto night = std::ranges::find_if(ranges, calendar::may_be_turned_round);
    if (night == ranges.end()) return;
    constexpr int midnight = 24 * 60;
    problems.push_back({.input = "hours",
                        .in_words = checked.around.words->t(
                            TEXT("{hours} goes on through the night. Did you mean {turned}?"),
                            {{"hours", calendar::ranges_text({*night})},
                             {"turned", calendar::ranges_text({{night->to - midnight, night->from}})}})});
}

/// Somebody may be there before the doors open: then it is right as it stands.
void doubt_opening(std::string shut, Problems& problems) {
    if (!shut.empty()) problems.push_back({.input = "hours", .in_words = std::move(shut)});
}

bool is_of_things(std::string_view kind) {
    return kind == "computer" || kind == "tablet" || kind == "room" || kind == "studio";
}

void doubt_holder(std::string nobody, Problems& problems) {
    if (!nobody.empty()) problems.push_back({.input = "function", .in_words = std::move(nobody)});
}

void check_offer(const Checked& checked, Problems& problems) {
    const auto& offer = checked.record;
    if (offer.list("lengths").empty()) add(problems, "lengths", TEXT("Choose how long it takes."));
    if (!is_of_things(offer.text("kind")) && offer.text("function").empty())
        add(problems, "function", TEXT("Choose the function that gives it: its rota says when."));
}

void check_line(const Checked& checked, Problems& problems) {
    check_hours(checked.record, true, problems);
    if (checked.record.list("weekdays").empty()) add(problems, "weekdays", TEXT("Choose the weekdays."));
    if (checked.record.text("function").empty())
        add(problems, "function", TEXT("Choose a function from the list."));
    if (checked.record.text("place").empty()) add(problems, "place", TEXT("Choose a place from the list."));
}

void check_exception(const Checked& checked, Problems& problems) {
    const auto& exception = checked.record;
    check_hours(exception, exception.text("kind") == "instead", problems);
    if (exception.text("function").empty())
        add(problems, "function", TEXT("Choose a function from the list."));
    if (exception.text("first_day").empty()) add(problems, "first_day", TEXT("Write the first day."));
}

/// One day where no other last day is said: what never ends is the pattern.
void close_period(const Writing&, Record& exception) {
    if (exception.text("last_day").empty()) exception.columns["last_day"] = exception.text("first_day");
}

void check_resource(const Checked& checked, Problems& problems) {
    check_hours(checked.record, false, problems);
    if (checked.record.text("place").empty()) add(problems, "place", TEXT("Choose a place from the list."));
}

std::vector<register_::Field> fields_of_offer() {
    return {
        name_field(TEXT("What can be booked")),
        term("kind", TEXT("Kind"),
             fixed_terms({{"guidance", TEXT("Guidance")},
                          {"show_and_try", TEXT("Show and try")},
                          {"assisted_visit", TEXT("Assisted digital visit")},
                          {"home_visit", TEXT("Home visit")},
                          {"computer", TEXT("Computer")},
                          {"tablet", TEXT("Tablet")},
                          {"room", TEXT("Group room")},
                          {"studio", TEXT("Studio")}}))
            .listed()
            .filter()
            .usually("guidance"),
        long_text("about", TEXT("What residents read"), longest_about),
        terms("lengths", TEXT("How long it takes"), length_choices)
            .required()
            .hint(TEXT("Of several, residents choose. The shortest stands first.")),
        terms("topics", TEXT("Topics"), taxonomy::topic_choices),
        function_field().hint(TEXT("Needed, for its rota says when; not for computers, tablets, rooms and studios.")),
        place_field(TEXT("Wherever the rota says")),
        unit_of_place(),
        whole_number("lead_hours", TEXT("Hours before that it is booked at least"), 0, 720)
            .hint(TEXT("Without a number: 2.")),
        whole_number("horizon_days", TEXT("Days ahead that it can be booked"), 1, 365)
            .hint(TEXT("Without a number: 60.")),
        whole_number("rest_minutes", TEXT("Minutes of rest after it"), 0, 120),
        whole_number("travel_minutes", TEXT("Minutes on the way there, and back"), 0, 180),
        whole_number("drop_in_percent", TEXT("Share of the staffed time kept for drop-in"), 0, 100)
            .hint(TEXT("In percent. That time is never booked by residents.")),
        flag("is_after_introduction", TEXT("Only after an introduction")),
        flag("is_published", TEXT("Shown to residents"), TEXT("Shown to residents"), TEXT("Only for staff"))
            .listed()
            .filter()};
}

}  // namespace

Register offer_register(HeldByNobody held_by_nobody) {
    return {
        .key = "booking_offer",
        .table = "booking_offer",
        .names = {TEXT("What can be booked"), TEXT("Something to book")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/booking/offers",
        .above = {{TEXT("Bookings"), "/staff/bookings"}},
        .published = "is_published",
        .fields = fields_of_offer(),
        .rules = check_offer,
        .doubts =
            [held_by_nobody](const Checked& checked, Problems& problems) {
                doubt_holder(held_by_nobody(checked.record, checked.around), problems);
            },
        .words = {
            .about = TEXT(
                "What residents and staff can book. Times follow from the rota of the function, or from what "
                "there is of computers and rooms."),
            .caption = TEXT("What can be booked"),
            .add = TEXT("Add something to book")}};
}

Register rota_register(ShutBy shut_by, HeldByNobody held_by_nobody, TimesHitByLine times_hit) {
    return {
        .key = "rota",
        .table = "booking_rota",
        .names = {TEXT("Rota"), TEXT("Line of the rota")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/booking/rota",
        .above = {{TEXT("Bookings"), "/staff/bookings"}},
        .fields = {name_field(TEXT("Name")).from_address("title").hint(TEXT("Such as: Mondays at the library")),
                   function_field().required().from_address("function"), person_field(),
                   place_field(TEXT("No place")).required().from_address("place"),
                   unit_of_place(),
                   terms("weekdays", TEXT("Weekdays"), days_to_choose).required().listed(),
                   hours_field().required().from_address("hours"),
                   whole_number("people", TEXT("How many at once"), 1, 20)
                       .from_address("people")
                       .hint(TEXT("Without a number: 1.")),
                   period("first_day", "last_day", TEXT("Holds")).from_address("first_day"),
                   term("drop_in", TEXT("Drop-in"),
                        fixed_terms({{"yes", TEXT("Anybody may come without a time")},
                                     {"no", TEXT("Only with a booked time")}}))
                       .listed()
                       .filter()
                       .when_none(TEXT("As the place says")),
                   terms("topics", TEXT("What drop-in is for"), taxonomy::topic_choices)
                       .hint(TEXT("None: whatever is simple."))},
        .rules = check_line,
        .doubts =
            [shut_by, held_by_nobody, times_hit](const Checked& checked, Problems& problems) {
                doubt_hours(checked, problems);
                const auto line = line_of(checked.record);
                doubt_opening(shut_by(line, checked.around), problems);
                doubt_holder(held_by_nobody(checked.record, checked.around), problems);
                if (auto hit = times_hit(line, checked.around); !hit.empty())
                    problems.push_back({.input = "hours", .in_words = std::move(hit)});
            },
        .words = {.about = TEXT("Who is where each week. Public holidays are left out by themselves; what "
                                "holds instead on some "
                                "days stands among the exceptions."),
                  .caption = TEXT("The weekly pattern"),
                  .add = TEXT("Add a line of the rota")}};
}

Register exception_register(ShutBy shut_by, TimesHit times_hit) {
    return {
        .key = "rota_exception",
        .table = "booking_exception",
        .names = {TEXT("Exceptions of the rota"), TEXT("Exception of the rota")},
        .see = http::Role::guide,
        .change = http::Role::guide,
        .path = "/staff/booking/exceptions",
        .above = {{TEXT("Bookings"), "/staff/bookings"}},
        .fields = {name_field(TEXT("Name")).hint(TEXT("Such as: Course. Never why somebody is ill.")),
                   term("kind", TEXT("What holds"),
                        fixed_terms({{"away", TEXT("Away")}, {"instead", TEXT("There instead")}}))
                       .listed()
                       .filter()
                       .usually("away"),
                   person_field().when_none(TEXT("All of the function")), function_field().required(),
                   place_field(TEXT("Where the rota says")), unit_of_place(),
                   hours_field().hint(TEXT("Such as 9-12, 13-16.30. Needed where they are there instead; away without hours is "
                                           "all day.")),
                   period("first_day", "last_day", TEXT("Days"))
                       .required()
                       .hint(TEXT("Without a last day: one day."))},
        .rules = check_exception,
        .doubts =
            [shut_by, times_hit](const Checked& checked, Problems& problems) {
                doubt_hours(checked, problems);
                const auto exception = exception_of(checked.record);
                if (auto hit = times_hit(exception, checked.around); !hit.empty())
                    problems.push_back({.input = "first_day", .in_words = std::move(hit)});
                if (exception.kind == RotaException::Kind::instead)
                    doubt_opening(shut_by(line_of_exception(exception), checked.around), problems);
            },
        .complete = close_period,
        .words = {
            .about = TEXT(
                "Days on which somebody is away or elsewhere. Away without hours is all day. Times that are "
                "booked already stay: look at the day."),
            .caption = TEXT("Exceptions of the rota"),
            .add = TEXT("Add an exception")}};
}

Register resource_register(ShutBy shut_by) {
    return {
        .key = "resource",
        .table = "booking_resource",
        .names = {TEXT("Computers and rooms"), TEXT("Computer or room")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/booking/resources",
        .above = {{TEXT("Bookings"), "/staff/bookings"}},
        .fields =
            {name_field(TEXT("Name")),
             term("kind", TEXT("Kind"), kinds_of_things()).listed().filter().usually("computer"),
             place_field(TEXT("No place")).required(),
             unit_through({{"place", "directory.unit_of_place"}}),
             whole_number("number", TEXT("How many alike"), 1, 100)
                 .listed()
                 .hint(TEXT("Without a number: 1.")),
             whole_number("persons", TEXT("Room for so many people"), 1, 500),
             text("equipment", TEXT("Equipment")).listed().hint(TEXT("Such as: screen, camera, loudspeaker")),
             hours_field().hint(TEXT(
                 "From Monday to Friday, such as 9-12, 13-16.30. Without hours: when the place is open."))},
        .rules = check_resource,
        .doubts =
            [shut_by](const Checked& checked, Problems& problems) {
                doubt_hours(checked, problems);
                const auto hours = calendar::read_ranges(checked.record.text("hours")).value_or(calendar::TimeRanges{});
                doubt_opening(shut_by(line_of_thing(checked.record.text("place"), hours), checked.around), problems);
            },
        .words = {.about = TEXT("What is booked by the slot: only a code is kept, never who sits there."),
                  .caption = TEXT("Computers and rooms"),
                  .add = TEXT("Add a computer or room")}};
}

}  // namespace digilots::booking
