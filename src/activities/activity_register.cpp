// An activity and those who arrange it together, said once.
#include "activities/campaigns.h"
#include "platform/base/marks.h"
#include "platform/base/text.h"
#include "platform/personal/personal_data.h"
#include "platform/register/through.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using namespace register_;

constexpr std::size_t longest_slug_of_activity = 60;

/// Stays when the activity gets another name: who has the link finds it.
void name_activity(const Writing&, Record& activity) {
    if (!activity.text("slug").empty()) return;
    auto slug = base::slug(activity.text("title")).substr(0, longest_slug_of_activity);
    while (slug.ends_with('-')) slug.pop_back();
    activity.columns["slug"] =
        slug + "-" + (activity.id.size() > 8 ? activity.id.substr(activity.id.size() - 8) : activity.id);
}

Choices role_groups_of() {
    return fixed_terms({{"guardian", TEXT("Legal guardians")},
                        {"relative", TEXT("Relatives")},
                        {"parent", TEXT("Parents")},
                        {"care", TEXT("Staff in home care and residential homes")},
                        {"school", TEXT("Staff of preschools and schools")},
                        {"association", TEXT("Leaders of associations")},
                        {"volunteer", TEXT("Volunteers")},
                        {"business", TEXT("Small businesses")}});
}

void check_activity(const Checked& checked, Problems& problems) {
    for (const auto* field : {"title", "about", "for_whom", "held_at", "notes"}) {
        const auto fault = fault_of_note(checked.record.text(field));
        if (fault.id[0]) problems.push_back({field, fault});
    }
}

std::vector<Field> what_it_is() {
    return {text("title", TEXT("Name"))
                .required()
                .from_address("title")
                .listed()
                .searched()
                .sorted()
                .hint(TEXT("As people would say it: “Help with your phone”"))
                .when_missing(TEXT("Write what it is called.")),
            term("kind", TEXT("Kind"), taxonomy::choices_of(taxonomy::List::activity_kind)).required().listed().filter(),
            term("purpose", TEXT("What it is counted as"),
                 fixed_terms({{"support", TEXT("Support to residents")},
                              {"competence", TEXT("Competence development")}}))
                .listed()
                .filter()
                .usually("support")
                 .from_address("purpose")
                 .hint(TEXT("Statistics keep the two apart. What was held already stays counted as it was.")),
            formatted_text("about", TEXT("What happens there")).searched(),
            terms("topics", TEXT("Topics"), taxonomy::topic_choices).filter(),
            terms("target_groups", TEXT("Target groups"), taxonomy::choices_of(taxonomy::List::target_group)).filter(),
            term("role_group", TEXT("Course for a role"), role_groups())
                .filter()
                .when_none(TEXT("For everyone"))
                .hint(TEXT("Where it is aimed at people in one role, such as legal guardians. Who came is then counted for "
                           "that role.")),
            web_links("material", TEXT("Material"))
                .hint(TEXT("One link a line: what it leads to, then its address. An answer, a step guide, a paper to print.")),
            text("for_whom", TEXT("For whom, in words")).searched(),
            terms("languages", TEXT("Languages"), taxonomy::language_choices).filter(),
            money("price", TEXT("Price")).when_none(TEXT("Free of charge")).hint(TEXT("Nothing here: it is free, and says so."))};
}

Field all_along_field() {
    return flag("all_along",
                TEXT("One is with it all the way: one sign-up for all its days"),
                TEXT("One is with it all the way"), TEXT("One comes to the days that one likes"))
        .hint(TEXT("Such as a study circle: who signs up has a seat on every day to come, under one code, and cancels them all "
                   "at once."));
}

std::vector<Field> how_it_is_held() {
    return {
        term("leader", TEXT("Who leads it"),
             fixed_terms({{"guide", TEXT("A guide")},
                          {"peer", TEXT("Somebody in the same situation")},
                          {"newcomer", TEXT("Somebody new in the country")},
                          {"senior", TEXT("A senior")},
                          {"mother_tongue", TEXT("A mother-tongue teacher")},
                          {"participant", TEXT("A participant who teaches")}}))
            .filter()
            .usually("guide"),
        text("host", TEXT("Who arranges it")).hint(TEXT("An organisation, never a person.")),
        link("place", TEXT("Usual place"), "directory.place")
            .listed()
            .filter()
            .when_none(TEXT("No place"))
            .when_wrong(TEXT("Choose a place from the list.")),
        terms("equipment", TEXT("Equipment that is needed"), taxonomy::choices_of(taxonomy::List::aid)),
        campaign_field("campaign", TEXT("Campaign or theme week"))
            .filter()
            .searched()
            .from_address("campaign")
            .hint(TEXT("Weeks are entered under “Campaign weeks”.")),
        whole_number("per_term", TEXT("Sessions a term where no dates are set"), 1, 100)
            .hint(TEXT("“About four a term” is said like that; no dates are made up.")),
        text("frequency", TEXT("How often, in words"))
            .hint(TEXT("As those say it who arrange it: “every Wednesday, 10–12”.")),
        text("held_at", TEXT("Where it is held, in words"), 400)
            .not_asked_about()
            .searched()
            .hint(TEXT("Villages and meeting places, where it is at no place of the directory.")),
        term("state", TEXT("How it stands"),
             fixed_terms({{"planned", TEXT("Planned")}, {"paused", TEXT("Paused")}}))
            .listed()
            .filter()
            .when_none(TEXT("It is held")),
        flag("needs_sign_up", TEXT("People sign up"), TEXT("People sign up"), TEXT("People just come"))
            .usually("1"),
        all_along_field(),
        flag("cancels_itself",
             TEXT("A session with too few is cancelled by itself on the day it is decided"))
            .hint(TEXT("Where one is with it all the way, no day is cancelled by itself: staff get a task, once for all days.")),
        flag("discreet", TEXT("Discreet: listed nowhere, and nobody gives a name"), TEXT("Discreet"),
             TEXT("Listed")),
        link("unit", TEXT("Unit"), "organisation.unit")
            .listed()
            .filter()
            .when_none(TEXT("No unit"))
            .not_checked(),
        flag("is_published", TEXT("Shown to residents"), TEXT("Shown to residents"), TEXT("Only for staff"))
            .listed()
            .filter()
            .not_checked(),
        long_text("notes", TEXT("Notes for staff")).not_checked(),
        stored("slug", {}),
        stored("source", {}),
        stored("moved_from", {}),
        stored("import_version", {}, Storage::whole)};
}

std::vector<Field> fields_of_activity() {
    auto fields = what_it_is();
    for (auto& field : how_it_is_held()) fields.push_back(std::move(field));
    return fields;
}

}  // namespace

Choices role_groups() { return role_groups_of(); }

std::string role_group_text(std::string_view key, const i18n::Translator& words) {
    Surroundings around;
    around.words = &words;
    const auto choices = role_groups_of()(around);
    const auto* choice = find_choice(choices, key);
    return choice ? choice->label : "";
}

i18n::Text fault_of_note(std::string_view text) {
    if (base::piles_marks(text))
        return TEXT("No language has so many marks on one letter. Write it with ordinary letters.");
    using personal::PersonalData;
    const auto found = personal::find_personal_data(text);
    // A desk's own number or address may stand here.
    if (found == PersonalData::none || found == PersonalData::phone_number || found == PersonalData::email)
        return {};
    return TEXT(
        "There is something here that looks like a number of a person, a card or an account. Take it out.");
}

Register activity_register(Beside beside, Together together) {
    return {
        .key = "activity",
        .table = "activities_activity",
        .names = {TEXT("Activities"), TEXT("Activity")},
        .see = http::Role::guide,
        .change = http::Role::guide,
        .path = "/staff/activities",
        .above = {},
        .published = "is_published",
        .fields = fields_of_activity(),
        .rules = check_activity,
        .together = std::move(together),
        .complete = name_activity,
        .beside = std::move(beside),
        .kept = kept_activities,
        .words = {.about = TEXT("What is arranged, once or again and again. Its sessions stand on its page."),
                  .caption = TEXT("Activities"),
                  .empty = TEXT("There are no activities yet."),
                  .add = TEXT("New activity"),
                  .added = TEXT("The activity is added. Now add its sessions."),
                  .saved = TEXT("The activity is saved.")}};
}

Register partner_register() {
    return {.key = "activity_partner",
            .table = "activities_partner",
            .names = {TEXT("Who arranges with us"), TEXT("Who arranges with us")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/activity-partners",
            .fields = {text("title", TEXT("Organisation"))
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .when_missing(TEXT("Write the name of the organisation, never of a person.")),
                       link("activity", TEXT("Activity"), "activities.activity")
                           .required()
                           .listed()
                           .filter()
                           .from_address("activity")
                           .when_wrong(TEXT("Choose an activity from the list.")),
                       unit_through({{"activity", "activities.unit_of_activity"}}),
                       term("kind", TEXT("Kind"),
                            fixed_terms({{"association", TEXT("Association")},
                                         {"company", TEXT("Company")},
                                         {"authority", TEXT("Authority")},
                                         {"church", TEXT("Church or faith community")},
                                         {"school", TEXT("School or study association")},
                                         {"other", TEXT("Other")}}))
                           .listed()
                           .filter()
                           .usually("association"),
                       term("role", TEXT("What they do"),
                            fixed_terms({{"speaker", TEXT("Speaks")},
                                         {"funder", TEXT("Pays")},
                                         {"room", TEXT("Has the room")},
                                         {"recruiter", TEXT("Tells people of it")}}))
                           .listed()
                           .filter()
                           .usually("speaker")},
            .kept = "activity_partner",
            .words = {.about = TEXT("Associations, companies and others that take part in an activity."),
                      .caption = TEXT("Who arranges with us"),
                      .empty = TEXT("Nobody is entered yet."),
                      .add = TEXT("Add one")}};
}

}  // namespace digilots::activities
