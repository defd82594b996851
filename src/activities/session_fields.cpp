#include "activities/session_fields.h"

#include <algorithm>

#include "activities/foreseen.h"
#include "platform/base/clock_time.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/web_address.h"
#include "platform/base/whole_number.h"
#include "platform/register/pages.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using html::components::Field;

constexpr std::size_t longest_address = 200;
constexpr int most_days_before = 60;

Field typed_field(const char* name, std::string label, const http::Fields& typed, std::string hint = "") {
    return {.name = name,
            .label = std::move(label),
            .value = std::string(typed.get(name)),
            .hint = std::move(hint),
            .autocomplete = "off"};
}

std::optional<std::int64_t> number_typed(const http::Fields& typed, const char* name, int least, int most,
                                         html::FormErrors& errors, const html::Page& page) {
    const auto text = base::trim(typed.get(name));
    if (text.empty()) return std::nullopt;
    const auto number = base::whole_number(text, least, most);
    if (!number)
        errors.add(name, page.t("Write a whole number from {least} to {most}, or nothing.",
                                {{"least", std::to_string(least)}, {"most", std::to_string(most)}}));
    return number ? std::optional<std::int64_t>(*number) : std::nullopt;
}

std::string line_typed(const http::Fields& typed, const char* name, html::FormErrors& errors,
                       const html::Page& page) {
    auto text = base::clean(typed.get(name).substr(0, 8 * longest_address));
    if (base::length(text) > longest_address) errors.add(name, page.t("Write at most 200 characters."));
    return text;
}

std::string name_of_function_field(int at) { return "held_by_" + std::to_string(at); }
std::string name_of_number_field(int at) { return "held_number_" + std::to_string(at); }

std::vector<register_::Choice> functions_to_choose(const Pages& pages, const http::Request& request) {
    const auto& records = pages.activities.activities();
    const auto& links = records.others().links;
    const auto source = links.find("organisation.function");
    if (source == links.end()) return {};
    return source->second.choices(register_::around_of(records, request));
}

/// A function each, with how many; one more than is chosen.
void add_function_fields(std::vector<Field>& fields, const Pages& pages, const http::Fields& typed, const html::FormErrors& errors,
                         const html::Page& page) {
    const auto functions = functions_to_choose(pages, page.request());
    if (functions.empty()) return;
    for (int at = 1; at <= most_held_by; ++at) {
        const auto name = name_of_function_field(at), number = name_of_number_field(at);
        const auto chosen = typed.get(name);
        Field function{.name = name,
                       .label = at == 1 ? page.t("Function that holds it: its time is taken")
                                        : page.t("Function {n} that holds it", {{"n", std::to_string(at)}}),
                       .optional = true};
        function.options.push_back({"", page.t("No function"), chosen.empty()});
        for (const auto& one : functions) function.options.push_back({one.key, one.label, one.key == chosen});
        Field people{.name = number,
                     .label = page.t("How many of them ({n})", {{"n", std::to_string(at)}}),
                     .value = typed.get(number).empty() ? "1" : std::string(typed.get(number)),
                     .input_mode = "numeric"};
        fields.push_back(function.with(errors));
        fields.push_back(people.with(errors));
        if (chosen.empty() && at > 1) break;
    }
}

std::vector<HeldBy> held_by_typed(const Pages& pages, const http::Fields& typed, html::FormErrors& errors, const html::Page& page) {
    std::vector<HeldBy> held;
    const auto functions = functions_to_choose(pages, page.request());
    for (int at = 1; at <= most_held_by; ++at) {
        const std::string chosen(typed.get(name_of_function_field(at)));
        if (chosen.empty()) continue;
        if (!base::find_in(functions, chosen, &register_::Choice::key))
            errors.add(name_of_function_field(at), page.t("Choose a function from the list."));
        const auto people = base::whole_number(base::trim(typed.get(name_of_number_field(at))), 1, most_people_of_function);
        if (!people)
            errors.add(name_of_number_field(at), page.t("Write a whole number from {least} to {most}.",
                                                        {{"least", "1"}, {"most", std::to_string(most_people_of_function)}}));
        held.push_back({chosen, people.value_or(1)});
    }
    return held;
}

bool lacks(const directory::Place& place, const std::string& aid) {
    if (aid == "wifi") return place.wifi != directory::Answer::yes;
    return std::ranges::none_of(place.aids, [&](const directory::Aid& one) { return one.type == aid; });
}

}  // namespace

std::vector<Field> when_fields(const http::Fields& typed, const html::FormErrors& errors,
                               const html::Page& page) {
    auto day = typed_field("day", page.t("Day"), typed);
    day.type = "date";
    auto starts = typed_field("starts", page.t("Begins"), typed, page.t("Such as 14:00"));
    auto ends = typed_field("ends", page.t("Ends"), typed);
    return {day.with(errors), starts.with(errors), ends.with(errors)};
}

std::vector<Field> where_fields(const Pages& pages, const http::Fields& typed, const html::FormErrors& errors,
                                const html::Page& page) {
    Field place = typed_field("place", page.t("Place"), typed);
    place.options.push_back({"", page.t("No place of the directory"), typed.get("place").empty()});
    for (const auto held = Inside::of(pages.activities).neighbours.directory.snapshot(page.request().tenant->id);
         const auto& one : held->places)
        if (one.listed() || one.id == typed.get("place"))
            place.options.push_back({one.id, one.name, one.id == typed.get("place")});
    auto address = typed_field("address", page.t("Room or address"), typed);
    auto remote = typed_field("remote", page.t("Web address to take part from home"), typed);
    auto led_by = typed_field("led_by", page.t("Who is there"), typed,
                              page.t("Functions, never names: “two guides, a librarian”"));
    for (auto* one : {&address, &remote, &led_by}) one->optional = true;
    std::vector<Field> fields{place.with(errors), address.with(errors), remote.with(errors), led_by.with(errors)};
    add_function_fields(fields, pages, typed, errors, page);
    return fields;
}

std::vector<Field> seat_fields(const http::Fields& typed, const html::FormErrors& errors,
                               const html::Page& page) {
    auto capacity = typed_field("capacity", page.t("Seats"), typed, page.t("Nothing: there is no limit."));
    auto minimum = typed_field("minimum", page.t("How many are needed at least"), typed);
    auto decide = typed_field("decide_before", page.t("Decided how many days before"), typed);
    for (auto* one : {&capacity, &minimum, &decide}) {
        one->optional = true;
        one->input_mode = "numeric";
    }
    return {capacity.with(errors), minimum.with(errors), decide.with(errors)};
}

NewSession session_in(const Pages& pages, const http::Fields& typed, html::FormErrors& errors,
                      const html::Page& page) {
    NewSession session;
    const auto& self = Inside::of(pages.activities);
    const auto& tenant = *page.request().tenant;
    const auto day = base::parse_date(typed.get("day"));
    const auto starts = base::read_clock_time(typed.get("starts")),
               ends = base::read_clock_time(typed.get("ends"));
    if (!day) errors.add("day", page.t("Write the day as 2026-11-22."));
    if (!starts || *starts > 1439) errors.add("starts", page.t("Write a time such as 14:00."));
    if (!ends) errors.add("ends", page.t("Write a time such as 15:30."));
    if (day && starts && ends && *starts <= 1439) {
        session.starts = calendar::wall_time(*day, *starts);
        session.ends = *ends == 1440 ? calendar::wall_time(base::add_days(*day, 1), 0)
                                     : calendar::wall_time(*day, *ends);
        if (session.ends <= session.starts)
            errors.add("ends", page.t("It ends before it begins. Correct the times."));
        else if (calendar::to_instant(session.starts, tenant.zone) <= self.clock.now())
            errors.add("day", page.t("That time is past. Choose a day to come."));
        else if (is_too_far(session.starts, tenant.zone, self.clock.now()))
            errors.add("day", page.t("That is more than ten years ahead. Correct the day."));
        else if (calendar::to_wall(calendar::to_instant(session.starts, tenant.zone), tenant.zone) !=
                 session.starts)
            errors.add("starts",
                       words_of(Dates{.fault = SeriesFault::no_time, .day = day}, page.translator()));
    }
    session.place = std::string(typed.get("place"));
    if (!session.place.empty()) {
        const auto directory = self.neighbours.directory.snapshot(tenant.id);
        const auto* place = directory->place(session.place);
        if (!place)
            errors.add("place", page.t("Choose a place from the list."));
        else
            session.place = place->id;
    }
    session.address = line_typed(typed, "address", errors, page);
    session.led_by = line_typed(typed, "led_by", errors, page);
    session.held_by = held_by_typed(pages, typed, errors, page);
    session.remote = line_typed(typed, "remote", errors, page);
    if (!session.remote.empty() && !session.remote.starts_with("https://") &&
        !session.remote.starts_with("http://"))
        errors.add("remote", page.t("Write the whole address, such as https://example.org/meet."));
    if (is_nowhere(session) && errors.message("place").empty() && errors.message("remote").empty())
        errors.add("place", page.t(where_it_is_missing));
    session.capacity = number_typed(typed, "capacity", 1, Activities::most_capacity, errors, page);
    session.minimum = number_typed(typed, "minimum", 1, Activities::most_capacity, errors, page);
    const auto before = number_typed(typed, "decide_before", 0, most_days_before, errors, page);
    if (session.minimum && session.capacity && *session.minimum > *session.capacity)
        errors.add("minimum", page.t("There are fewer seats than are needed at least. Correct one of them."));
    if (session.minimum && day)
        session.decide_on = base::add_days(*day, -static_cast<int>(before.value_or(0)));
    return session;
}

std::vector<std::string> warnings_about(const Pages& pages, const Activity& activity,
                                        std::string_view place_id, bool is_remote, const html::Page& page) {
    const auto snapshot =
        Inside::of(pages.activities).neighbours.directory.snapshot(page.request().tenant->id);
    const auto* place = place_id.empty() ? nullptr : snapshot->place(place_id);
    if (!place) return {};
    std::vector<std::string> missing;
    const auto needs = [&](const std::string& aid, const std::string& label) {
        if (lacks(*place, aid) && !base::holds(missing, label)) missing.push_back(label);
    };
    const auto label_of = [&](const std::string& aid) {
        return taxonomy::label(taxonomy::List::aid, aid, page.translator());
    };
    for (const auto& aid : activity.equipment) needs(aid, label_of(aid));
    if (is_remote) needs("wifi", label_of("wifi"));
    if (place->step_free != directory::Answer::yes) missing.push_back(page.t("a step-free entrance"));
    if (missing.empty()) return {};
    std::vector<std::string> better;
    for (const auto& other : snapshot->places) {
        if (better.size() == 3 || !other.listed() || other.id == place->id ||
            other.step_free != directory::Answer::yes)
            continue;
        const auto has_all = std::ranges::none_of(activity.equipment,
                                                  [&](const std::string& aid) { return lacks(other, aid); });
        if (has_all && (!is_remote || !lacks(other, "wifi"))) better.push_back(other.name);
    }
    auto text = page.t("The directory does not say that {place} has: {what}. Ask there, or take it along.",
                       {{"place", place->name}, {"what", base::joined(missing, ", ")}});
    if (!better.empty())
        text += " " + page.t("These places have it: {places}.", {{"places", base::joined(better, ", ")}});
    return {std::move(text)};
}

std::string held_by_text(const Pages& pages, const Session& session, const html::Page& page) {
    const auto functions = functions_to_choose(pages, page.request());
    std::vector<std::string> texts;
    for (const auto& one : session.held_by) {
        const auto* known = base::find_in(functions, one.function, &register_::Choice::key);
        const auto title = known ? known->label : page.t("A function that is not there any more");
        texts.push_back(one.people == 1 ? title : std::to_string(one.people) + " × " + title);
    }
    return base::joined(texts, ", ");
}

NewSession as_new(const Session& session, std::string_view zone) {
    return {.starts = calendar::to_wall(session.starts, zone),
            .ends = calendar::to_wall(session.ends, zone),
            .place = session.place,
            .address = session.address,
            .remote = session.remote,
            .led_by = session.led_by,
            .capacity = session.capacity,
            .minimum = session.minimum,
            .decide_on = base::parse_date(session.decide_on),
            .held_by = session.held_by};
}

http::Fields fields_of(const Session& session, std::string_view zone) {
    const auto first = base::to_civil(session.starts, zone), last = base::to_civil(session.ends, zone);
    http::Fields fields;
    const auto add = [&](const char* name, std::string value) {
        fields.pairs.emplace_back(name, std::move(value));
    };
    add("day", base::format_date(first.date));
    add("starts", base::clock_time(first.hour, first.minute));
    add("ends", base::clock_time(last.hour, last.minute));
    add("place", session.place);
    add("address", session.address);
    add("remote", session.remote);
    add("led_by", session.led_by);
    for (std::size_t at = 0; at < session.held_by.size(); ++at) {
        fields.pairs.emplace_back(name_of_function_field(static_cast<int>(at) + 1), session.held_by[at].function);
        fields.pairs.emplace_back(name_of_number_field(static_cast<int>(at) + 1), std::to_string(session.held_by[at].people));
    }
    add("capacity", session.capacity ? std::to_string(*session.capacity) : "");
    add("minimum", session.minimum ? std::to_string(*session.minimum) : "");
    const auto decided = base::parse_date(session.decide_on);
    add("decide_before", decided ? std::to_string(base::days_between(*decided, first.date)) : "");
    return fields;
}

}  // namespace digilots::activities
