#include <algorithm>

#include "everyday/everyday.h"
#include "everyday/pickup_fields.h"
#include "platform/base/months.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/personal/personal_data.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::everyday {

namespace {

using namespace register_;

constexpr std::size_t longest_text = 2000, longest_slug = 60, longest_reference = 40;

std::vector<Choice> all_languages(const Surroundings&) {
    std::vector<Choice> choices;
    for (const auto& language : i18n::languages()) choices.push_back({language.code, language.own_name});
    return choices;
}

Field unit_field() {
    return link("unit", TEXT("Unit"), "organisation.unit").listed().filter().when_none(TEXT("No unit")).not_checked();
}

Field published_field() {
    return flag("is_published", TEXT("Shown to residents"), TEXT("Shown to residents"), TEXT("Only for staff"))
        .listed()
        .filter()
        .not_checked();
}

bool tells_who(std::string_view text) {
    using personal::PersonalData;
    const auto found = personal::find_personal_data(text);
    // A desk's own number or address may stand in a guide.
    return found != PersonalData::none && found != PersonalData::phone_number && found != PersonalData::email;
}

void check_guide(const Checked& checked, Problems& problems) {
    for (const auto* field : {"title", "steps", "if_different"})
        if (tells_who(checked.record.text(field)))
            problems.push_back(
                {field, TEXT("There is something here that looks like a number of a person, a card or an account. Take "
                             "it out.")});
}

/// Stays when the guide gets another name: who has the link finds it.
void name_in_addresses(const Writing&, Record& guide) {
    if (!guide.text("slug").empty()) return;
    auto slug = base::slug(guide.text("title")).substr(0, longest_slug);
    while (slug.ends_with('-')) slug.pop_back();
    guide.columns["slug"] = slug + "-" + (guide.id.size() > 8 ? guide.id.substr(guide.id.size() - 8) : guide.id);
}

void check_renewal(const Checked& checked, Problems& problems) {
    if (checked.record.date("apply_by_again") && !checked.record.date("apply_by"))
        problems.push_back({"apply_by", TEXT("Write the last day to apply. It comes again each year.")});
}

void check_pickup(const Checked& checked, Problems& problems) {
    const auto reference = checked.record.text("reference");
    if (personal::find_personal_data(reference) != personal::PersonalData::none || !personal::doubts_about(reference).empty())
        problems.push_back(
            {"reference", TEXT("Write a number that tells nobody who it is for, never a name or a person’s number.")});
    const auto since = checked.record.date("since");
    if (since && *since > checked.around.today)
        problems.push_back({"since", TEXT("Write the date of today or of an earlier day.")});
}

void complete_pickup(const Writing& writing, Record& pickup) {
    const auto today = base::format_date(base::to_civil(writing.now, writing.around.zone).date);
    if (pickup.text("since").empty()) pickup.columns["since"] = today;
    if (pickup.text("state") == "waiting") pickup.columns["done_on"] = std::string();
    else if (pickup.text("done_on").empty()) pickup.columns["done_on"] = today;
    put_in_line(pickup, writing.around.zone);
}

}  // namespace

Register step_guide_register() {
    return {
        .key = "step_guide",
        .table = "everyday_step_guide",
        .names = {TEXT("Step guides"), TEXT("Step guide")},
        .see = http::Role::guide,
        .change = http::Role::guide,
        .path = "/staff/step-guides",
        .published = "is_published",
        .fields =
            {text("title", TEXT("What it helps with"))
                 .required()
                 .listed()
                 .searched()
                 .sorted()
                 .hint(TEXT("Such as: Log in with BankID for the first time")),
             term("topic", TEXT("Topic"), taxonomy::topic_choices).filter().when_none(TEXT("No topic")),
             term("device", TEXT("Device"),
                  fixed_terms({{"any", TEXT("Any device")},
                               {"phone", TEXT("Mobile phone")},
                               {"tablet", TEXT("Tablet")},
                               {"computer", TEXT("Computer")}}))
                 .listed()
                 .filter()
                 .usually("any"),
             term("language", TEXT("Language"), all_languages).listed().filter().when_none(TEXT("The municipality’s own")),
             lines("steps", TEXT("Step by step"), {.lines = 40, .characters = 300})
                 .required()
                 .searched()
                 .hint(TEXT("One step a line, so that it can be read out: what to press, and what is then to be seen. Never "
                            "“here” or “to the left”."))
                 .when_missing(TEXT("Write the steps, one a line.")),
             long_text("if_different", TEXT("If the screen looks different"), longest_text)
                 .hint(TEXT("What to ask, and where to begin again.")),
             unit_field(), published_field(), stored("slug", {}), stored("verified_on", TEXT("Checked"))},
        .rules = check_guide,
        .complete = name_in_addresses,
        .verified = "verified_on",
        .words = {
            .about = TEXT("Guides in steps that can be read out over the phone: they do not depend on both seeing the same "
                          "screen."),
            .caption = TEXT("Step guides"),
            .add = TEXT("New step guide")}};
}

Register system_register() {
    return {
        .key = "system",
        .table = "everyday_system",
        .names = {TEXT("Digital systems that residents must use"), TEXT("Digital system")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/systems",
        .published = "is_published",
        .fields = {text("title", TEXT("Name")).required().listed().searched().sorted(),
                   term("used_in", TEXT("Used in"),
                        fixed_terms({{"preschool", TEXT("Preschool")},
                                     {"school", TEXT("School")},
                                     {"care", TEXT("Care")},
                                     {"other", TEXT("Elsewhere")}}))
                       .listed()
                       .filter()
                       .usually("school"),
                   long_text("purpose", TEXT("What it is for"), longest_text)
                       .required()
                       .searched()
                       .when_missing(TEXT("Write what people must use it for.")),
                   web_address("website", TEXT("Web address")), terms("languages", TEXT("Languages"), taxonomy::language_choices),
                   link("function", TEXT("Function responsible for the system"), "organisation.function")
                       .listed()
                       .filter()
                       .when_none(TEXT("No function"))
                       .when_wrong(TEXT("Choose a function from the list."))
                       .not_checked(),
                   link("place", TEXT("Where there is help with it"), "directory.place")
                       .filter()
                       .when_none(TEXT("No place"))
                       .when_wrong(TEXT("Choose a place from the list.")),
                   long_text("start_help", TEXT("Help to begin"), longest_text)
                       .hint(TEXT("How one gets an account and logs in "
                                  "for the first time.")),
                   unit_field(), published_field(), stored("verified_on", TEXT("Checked"))},
        .verified = "verified_on",
        .words = {.about = TEXT("Systems that parents, relatives and others have to use, with who answers for them and where "
                                "there is help to begin."),
                  .caption = TEXT("Digital systems"),
                  .add = TEXT("New digital system")}};
}

Register renewal_register() {
    return {.key = "renewal",
            .table = "everyday_renewal",
            .names = {TEXT("To apply for again"), TEXT("Something to apply for again")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/renewals",
            .published = "is_published",
            .fields = {text("title", TEXT("What is applied for")).required().listed().searched().sorted().hint(
                           TEXT("Such as: Special diet at school")),
                       link("e_service", TEXT("E-service"), "everyday.e_service")
                           .filter()
                           .when_none(TEXT("No e-service"))
                           .when_wrong(TEXT("Choose an e-service from the list.")),
                       term("rule", TEXT("How often it is applied for"),
                            fixed_terms({{"term", TEXT("Each term")},
                                         {"school_year", TEXT("Each school year")},
                                         {"calendar_year", TEXT("Each calendar year")},
                                         {"none", TEXT("Once: it need not be applied for again")}}))
                           .listed()
                           .filter()
                           .usually("school_year"),
                       date("apply_by", TEXT("Last day to apply")).listed().hint(
                           TEXT("The same day comes again each year. Needed where the other term has a day.")),
                       date("apply_by_again", TEXT("Last day of the other term")),
                       long_text("reminder", TEXT("Reminder"), longest_text)
                           .hint(TEXT("What residents read. Without it: a plain sentence with the day.")),
                       unit_field(), published_field()},
            .rules = check_renewal,
            .words = {.about = TEXT("What has to be applied for again and when. Residents find the days, and a calendar to "
                                    "subscribe to."),
                      .caption = TEXT("What is applied for again"),
                      .add = TEXT("New rule")}};
}

Register pickup_register(UnitOfPlace unit_of_place) {
    return {.key = "pickup",
            .table = "everyday_pickup",
            .names = {TEXT("To be fetched"), TEXT("Something to be fetched")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/pickups",
            .fields = {text("reference", TEXT("Reference"), longest_reference)
                           .required()
                           .listed()
                           .searched()
                           .hint(TEXT("The number of the card or case. Never a name."))
                           .when_missing(TEXT("Write the number that it is found by.")),
                       term("what", TEXT("What it is"),
                            fixed_terms({{"library_card", TEXT("Library card")},
                                         {"bus_card", TEXT("Bus card")},
                                         {"key", TEXT("Key or tag")},
                                         {"decision", TEXT("Decision or document")},
                                         {"device", TEXT("Device")},
                                         {"other", TEXT("Something else")}}))
                           .listed()
                           .filter()
                           .usually("other"),
                       link("place", TEXT("Place"), "directory.place")
                           .listed()
                           .filter()
                           .when_none(TEXT("No place"))
                           .when_wrong(TEXT("Choose a place from the list.")),
                       waiting_time("line", TEXT("Has waited")).listed().sorted(),
                       date("since", TEXT("Waits since")).listed().hint(TEXT("Without a date: today.")),
                       term("state", TEXT("How it stands"),
                            fixed_terms({{"waiting", TEXT("Waits to be fetched")},
                                         {"fetched", TEXT("Fetched")},
                                         {"sent_back", TEXT("Sent back or destroyed")}}))
                           .listed()
                           .filter()
                           .usually("waiting"),
                       whole_number("reminders", TEXT("Reminders"), 0, 20).listed(),
                       date("reminded_on", TEXT("Last reminder")).listed(),
                       link("unit", TEXT("Unit"), "organisation.unit").filter().when_none(TEXT("No unit")),
                       stored("done_on", {})},
            .rules = check_pickup,
            .complete =
                [unit_of_place = std::move(unit_of_place)](const Writing& writing, Record& pickup) {
                    complete_pickup(writing, pickup);
                    if (pickup.text("unit").empty() && unit_of_place)
                        pickup.columns["unit"] = unit_of_place(writing.around.municipality_id, pickup.text("place"));
                },
            .endings = Endings::none,
            .words = {.about = TEXT(
                          "Cards and other things that were applied for digitally and are fetched in person. Whose they are "
                          "stands in the system that they come from, not here."),
                      .caption = TEXT("What waits to be fetched"),
                      .empty = TEXT("Nothing waits to be fetched."),
                      .add = TEXT("New thing to be fetched")}};
}

std::optional<base::Date> next_day(const Record& renewal, base::Date today) {
    std::optional<base::Date> next;
    if (renewal.text("rule") == "none") return next;
    for (const auto* field : {"apply_by", "apply_by_again"}) {
        const auto first = renewal.date(field);
        if (!first || (field != std::string_view("apply_by") && renewal.text("rule") != "term")) continue;
        auto day = *first;
        for (int year = 1; day < today && year <= 200; ++year) day = base::add_months(*first, 12 * year);
        if (!next || day < *next) next = day;
    }
    return next;
}

Others with_e_services(Others others, const directory::Directory& directory) {
    others.links["everyday.e_service"] = {
        .choices =
            [&directory](const Surroundings& around) {
                std::vector<Choice> choices;
                for (const auto held = directory.snapshot(around.municipality_id); const auto& one : held->e_services)
                    choices.push_back({.key = one.id, .label = one.name});
                return choices;
            },
        .path = ""};
    return others;
}

}  // namespace digilots::everyday
