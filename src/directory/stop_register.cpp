#include "directory/stop_register.h"

#include <algorithm>
#include <array>

#include "directory/stop.h"
#include "platform/base/text.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/register/through.h"
#include "platform/register/types.h"

namespace digilots::directory {

namespace {

using namespace register_;

constexpr std::size_t longest_stop = 120, longest_street = 200, longest_time = 40, longest_stop_note = 500;
constexpr LinesLimits days_left_out{.lines = 60, .characters = 60};
constexpr int last_minute = 24 * 60;
constexpr std::array day_keys{"mo", "tu", "we", "th", "fr", "sa", "su"};

std::vector<Choice> weekday_choices(const Surroundings& around) {
    std::vector<Choice> choices;
    for (std::size_t day = 0; day < day_keys.size(); ++day)
        choices.push_back({.key = day_keys[day], .label = around.words->weekday(static_cast<int>(day))});
    return choices;
}

Choices how_often() {
    return fixed_terms({{"1", TEXT("Every week")}, {"2", TEXT("Every second week")}, {"3", TEXT("Every third week")},
                        {"4", TEXT("Every fourth week")}});
}

void check_times(const Checked& checked, Problems& problems) {
    const auto text = checked.record.text("times");
    const auto ranges = calendar::read_ranges(text);
    if (text.empty()) return;
    if (!ranges || ranges->size() != 1) {
        problems.push_back({"times", TEXT("Write one time such as 14–14.45. A second time on the same day is a stop of its "
                                          "own.")});
    } else if (ranges->front().to > last_minute) {
        problems.push_back({"times", TEXT("The bus leaves before it comes. Write the earlier time first, such as 14–14.45.")});
    }
}

/// What would leave nothing out is asked about.
void check_left_out(const Stop& stop, const Checked& checked, Problems& problems) {
    for (const auto& line : checked.record.list("left_out")) {
        const auto read = calendar::read_exceptions(line + " closed", checked.around.country);
        if (!read || read->empty()) {
            problems.push_back({.input = "left_out", .in_words = checked.around.words->t(
                "“{line}” is no day that can be read. Write 2026-11-03, one a line.", {{"line", line}})});
            return;
        }
        const auto last = stop.ends.value_or(base::add_days(std::max(stop.starts, checked.around.today), 3 * 366));
        const auto days = days_of(stop, stop.starts, last);
        const auto has_effect = std::ranges::any_of(*read, [&](const auto& exception) {
            return std::ranges::any_of(days, [&](base::Date day) { return covers(exception, day); });
        });
        if (has_effect) continue;
        problems.push_back({.input = "left_out", .in_words = checked.around.words->t(
            "The bus does not come on {line} anyway. Correct the day, or remove the line.", {{"line", line}})});
        return;
    }
}

void check_stop(const Checked& checked, Problems& problems) {
    check_times(checked, problems);
    const bool has_only_an_end = checked.record.text("starts").empty() && !checked.record.text("ends").empty();
    if (has_only_an_end) problems.push_back({"starts", TEXT("Write the first day, such as 2026-09-01.")});
    if (!problems.empty()) return;
    const auto stop = read_stop(checked.record);
    if (!stop) return;
    if (stop->ends && days_of(*stop, stop->starts, *stop->ends).empty()) {
        problems.push_back({.input = "ends", .in_words = checked.around.words->t(
            "No {day} lies between these days. Correct the weekday or the days.",
            {{"day", checked.around.words->weekday(stop->weekday)}})});
        return;
    }
    check_left_out(*stop, checked, problems);
}

/// "14–14.45" is kept as "14:00-14:45".
void complete_stop(const Writing&, Record& record) {
    if (const auto ranges = calendar::read_ranges(record.text("times"))) record.columns["times"] = calendar::ranges_text(*ranges);
}

bool is_of_the_same_bus(const Record& added, const Record& there) {
    return added.text("place_id") == there.text("place_id") && added.text("weekday") == there.text("weekday");
}

}  // namespace

Register stop_register() {
    return {.key = "stop",
            .table = "directory_stop",
            .names = {TEXT("Stops"), TEXT("Stop")},
            .see = http::Role::editor,
            .change = http::Role::editor,
            .path = "/staff/directory/stops",
            .above = {{TEXT("Directory"), "/staff/directory"}},
            .fields = {text("name", TEXT("Where it stops"), longest_stop)
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .hint(TEXT("As people call it: the square, the school."))
                           .when_missing(TEXT("Write where it stops.")),
                       link("place_id", TEXT("The bus"), "directory.mobile_place")
                           .required()
                           .from_address("place")
                           .listed()
                           .filter()
                           .hint(TEXT("A place whose form says that it moves around."))
                           .when_missing(TEXT("Choose which bus stops there."))
                           .when_wrong(TEXT("Choose a place that moves around from the list.")),
                       unit_through({{"place_id", "directory.unit_of_place"}}),
                       text("address", TEXT("Address"), longest_street).searched().not_asked_about(),
                       term("weekday", TEXT("Weekday"), weekday_choices)
                           .required()
                           .listed()
                           .filter()
                           .section(TEXT("When it stops"))
                           .when_missing(TEXT("Choose the weekday.")),
                       term("every", TEXT("How often"), how_often()).usually("1").listed(),
                       text("times", TEXT("Time"), longest_time)
                           .required()
                           .listed()
                           .hint(TEXT("Such as 14–14.45."))
                           .when_missing(TEXT("Write the time, such as 14–14.45.")),
                       period("starts", "ends", TEXT("From and until"))
                           .required()
                           .listed()
                           .when_missing(TEXT("Write the first day, such as 2026-09-01.")),
                       lines("left_out", TEXT("Days on which it does not come"), days_left_out)
                           .hint(TEXT("One a line: 2026-11-03. Public holidays and their eves are left out by themselves.")),
                       flag("on_holidays", TEXT("It comes on public holidays too")),
                       long_text("note", TEXT("Good to know"), longest_stop_note).hint(TEXT("Shown to everybody."))},
            .rules = check_stop,
            .complete = complete_stop,
            .may_be_same = is_of_the_same_bus,
            .remove = http::Role::editor,
            .kept = "directory",
            .words = {.about = TEXT("Where a book bus or another place that moves around stops, and when. Residents see the next "
                                    "stops on its page, and can subscribe to them in their own calendar."),
                      .caption = TEXT("Stops"),
                      .empty = TEXT("There are no stops yet."),
                      .add = TEXT("New stop"),
                      .save = TEXT("Save"),
                      .added = TEXT("Saved. Residents see it now."),
                      .saved = TEXT("Saved. Residents see it now.")}};
}

register_::LinkSource mobile_places(const Directory& directory) {
    const auto choices = [&directory](const Surroundings& around) {
        std::vector<Choice> all;
        for (const auto held = directory.snapshot(around.municipality_id); const auto& place : held->places) {
            Choice choice{.key = place.id, .label = place.name};
            choice.is_offered = place.mobile && place.status != Status::closed;
            choice.refusal = around.words->t(
                place.mobile ? TEXT("{name} is closed for good. Choose another place.")
                             : TEXT("{name} does not move around. Tick that on its own form first."), {{"name", place.name}});
            all.push_back(std::move(choice));
        }
        return all;
    };
    return {choices, "/staff/directory/places/"};
}

}  // namespace digilots::directory
