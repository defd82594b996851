// Groups that meet, who sits in them, their meetings, what stands on the agenda, and what was decided.
#include "bodies/bodies.h"
#include "bodies/terms.h"
#include "platform/base/time.h"
#include "platform/register/free_text.h"

namespace digilots::bodies {

namespace {

using namespace register_;

Choices kinds_of_groups() {
    return fixed_terms({{"owners", TEXT("Owners")},
                        {"steering_group", TEXT("Steering group")},
                        {"project_group", TEXT("Project group")},
                        {"reference_group", TEXT("Reference group")},
                        {"secretariat", TEXT("Secretariat")},
                        {"working_group", TEXT("Working group")},
                        {"cross_department", TEXT("Working group across departments")},
                        {"forum", TEXT("Forum or network")},
                        {"standing_group", TEXT("Standing group")},
                        {"political", TEXT("Board or council")}});
}

Choices rhythms() {
    return fixed_terms({{"monthly", TEXT("Each month")},
                        {"quarterly", TEXT("About each quarter")},
                        {"half_yearly", TEXT("Twice a year")},
                        {"yearly", TEXT("Once a year")},
                        {"as_needed", TEXT("When it is needed")}});
}

void check_group(const Checked& checked, Problems& problems) {
    if (checked.record.text("kind") == "cross_department" && checked.record.text("purpose").empty())
        problems.push_back({"purpose", TEXT("A group across departments needs a mandate: write what it may decide.")});
}

/// Asked once: what is to be decided says what it means.
void ask_about_consequences(const Checked& checked, Problems& problems) {
    const auto& item = checked.record;
    if (item.text("kind") != "decision") return;
    for (const char* field : {"economic", "administrative"})
        if (item.text(field).empty())
            problems.push_back({field, TEXT("The proposal says nothing of this. Write “none” where there are none.")});
}

void check_meeting(const Checked& checked, Problems& problems) {
    const auto& meeting = checked.record;
    if (!meeting.text("begins").empty() && !minute_of_day(meeting.text("begins")))
        problems.push_back({"begins", TEXT("Write the time as 13.00.")});
    const auto day = meeting.date("day");
    if (meeting.text("state") == "held" && day && checked.around.today < *day)
        problems.push_back({"state", TEXT("Its day has not come yet: it cannot have been held.")});
    const auto minutes = meeting.text("minutes_state");
    const bool has_state = minutes == "draft" || minutes == "approved";
    if (has_state && meeting.text("minutes").empty())
        problems.push_back({"minutes", TEXT("Write the minutes, or say that there are none.")});
    if (!has_state && !meeting.text("minutes").empty())
        problems.push_back({"minutes_state", TEXT("There are minutes: say that they are a draft, or approved.")});
}

bool are_approved(const Record& meeting) {
    return meeting.text("minutes_state") == "approved";
}

/// What the group approved is changed only after it is a draft again.
void hold_approved_minutes(const Writing& writing, const Record& meeting, Problems& problems) {
    const auto* before = writing.before;
    if (before && are_approved(*before) && are_approved(meeting) && before->text("minutes") != meeting.text("minutes"))
        problems.push_back({"minutes", TEXT("The group has approved these minutes. Say that they are a draft to "
                                            "change them; what was approved is kept.")});
}

void keep_approved_minutes(const Writing& writing, Record& meeting) {
    const auto* before = writing.before;
    if (!before || !are_approved(*before) || are_approved(meeting)) return;
    auto& kept = meeting.columns["kept_minutes"];
    const auto earlier = before->text("kept_minutes");
    kept = earlier + (earlier.empty() ? "" : "\n\n") + base::format_date(writing.around.today) + "\n" + before->text("minutes");
}

void check_item(const Checked& checked, Problems& problems) {
    if (checked.record.text("kind") == "decision" && checked.record.text("proposal").empty())
        problems.push_back({"proposal", TEXT("Write what is proposed: it is to be decided.")});
}

void check_member(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"title"}, problems);
}

void check_decision(const Checked& checked, Problems& problems) {
    check_no_person(checked, {"title", "concerns", "basis", "outcome"}, problems);
    const auto& decision = checked.record;
    const auto state = decision.text("state");
    if (state == "open" && decision.is_unknown("due"))
        problems.push_back({"due", TEXT("Say by when it is to be done.")});
    if (state == "done" && decision.text("outcome").empty())
        problems.push_back({"outcome", TEXT("Say what came of it.")});
    const auto day = decision.date("day");
    if (day && checked.around.today < *day)
        problems.push_back({"day", TEXT("The day is still to come: what is decided has been decided.")});
}

Field economic_field() {
    return long_text("economic", TEXT("Consequences for the economy"), longest_text);
}
Field administrative_field() {
    return long_text("administrative", TEXT("Consequences for how work is done"), longest_text);
}

}  // namespace

std::optional<int> minute_of_day(std::string_view time) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (time.size() != 5 || (time[2] != '.' && time[2] != ':')) return std::nullopt;
    for (const std::size_t place : {0, 1, 3, 4})
        if (!is_digit(time[place])) return std::nullopt;
    const int hour = (time[0] - '0') * 10 + (time[1] - '0'), minute = (time[3] - '0') * 10 + (time[4] - '0');
    constexpr int hours = 24, minutes = 60;
    if (hour >= hours || minute >= minutes) return std::nullopt;
    return hour * minutes + minute;
}

std::optional<int> months_between(std::string_view rhythm) {
    constexpr std::pair<std::string_view, int> all[] = {
        {"monthly", 1}, {"quarterly", 3}, {"half_yearly", 6}, {"yearly", 12}};
    for (const auto& [key, months] : all)
        if (key == rhythm) return months;
    return std::nullopt;
}

Choices results_of_decisions() {
    return fixed_terms({{"adopted", TEXT("Decided as proposed")},
                        {"changed", TEXT("Decided with changes")},
                        {"rejected", TEXT("Turned down")},
                        {"postponed", TEXT("Put off")},
                        {"noted", TEXT("Taken note of")}});
}

Register group_register() {
    return {
        .key = "body_group",
        .table = "bodies_group",
        .names = {TEXT("Steering and working groups"), TEXT("Group with a mandate")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/bodies/steering-groups",
        .above = {to_bodies},
        .fields = {name_field(TEXT("Name")),
                   term("kind", TEXT("Kind of group"), kinds_of_groups()).required().listed().filter(),
                   long_text("purpose", TEXT("Mandate"), longest_text)
                       .hint(TEXT("What it may decide, and what it is for. Needed for a group across departments")),
                   text("concerns", TEXT("For which plan or project"), 200).listed().searched(),
                   part_field(),
                   term("rhythm", TEXT("How often it meets"), rhythms()).listed().filter(),
                   period("starts", "ends", TEXT("From when to when it sits")),
                   function_field(TEXT("Who is its secretary")),
                   flag("shares_days", TEXT("Partners may have its days of meeting in their calendars"))
                       .hint(TEXT(
                           "By a link that is not listed anywhere: day, time and place, never the agenda"))},
        .rules = check_group,
        .words = {.about = TEXT("Owners, steering, project, reference and working groups, forums and "
                                "networks: what for, how often, who sits in them."),
                  .caption = TEXT("Steering and working groups"),
                  .empty = TEXT("There is no group yet."),
                  .add = TEXT("Add a group")}};
}

Register member_register() {
    return {.key = "body_member",
            .table = "bodies_member",
            .names = {TEXT("Members of groups"), TEXT("Member of a group")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/bodies/members",
            .above = {to_bodies},
            .fields = {name_field(TEXT("Organisation or function"))
                           .hint(TEXT("Never a person’s name: who sits there changes")),
                       group_field().required(),
                       term("part", TEXT("Part in the group"),
                            fixed_terms({{"lead", TEXT("Leads it")},
                                         {"member", TEXT("Member")},
                                         {"secretary", TEXT("Secretary")},
                                         {"observer", TEXT("Observer")}}))
                           .usually("member")
                           .listed()
                           .filter(),
                       whole_number("percent", TEXT("Part of full time, per cent"), 0, 100).listed(),
                       function_field(TEXT("Function here"))},
            .rules = check_member,
            .words = {.about = TEXT("Organisations and functions, never persons."),
                      .caption = TEXT("Members of groups"),
                      .empty = TEXT("There is no member yet."),
                      .add = TEXT("Add a member")}};
}

Register meeting_register() {
    return {
        .key = "body_meeting",
        .table = "bodies_meeting",
        .names = {TEXT("Meetings"), TEXT("Meeting")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/bodies/meetings",
        .above = {to_bodies},
        .fields = {name_field(TEXT("Meeting")).hint(TEXT("Such as: Steering group, December")),
                   group_field().required(), date("day", TEXT("Day")).required().listed().newest_first(),
                   text("begins", TEXT("Begins at"), 5).hint(TEXT("Such as: 13.00")),
                   whole_number("minutes_long", TEXT("How many minutes"), 5, 720),
                   text("venue", TEXT("Where"), 200).not_asked_about(),
                   term("state", TEXT("How it stands"),
                        fixed_terms({{"planned", TEXT("It is planned")},
                                     {"held", TEXT("Held")},
                                     {"cancelled", TEXT("Called off")}}))
                       .usually("planned")
                       .listed()
                       .filter(),
                   long_text("minutes", TEXT("Minutes of the meeting"), longest_minutes)
                       .hint(TEXT("Needed once there are minutes: what was said that matters later. "
                                  "Decisions stand by themselves.")),
                   term("minutes_state", TEXT("How the minutes stand"),
                        fixed_terms({{"none", TEXT("No minutes yet")},
                                     {"draft", TEXT("A draft")},
                                     {"approved", TEXT("Approved by the group")}}))
                       .usually("none")
                       .filter()
                       .hint(TEXT("Needed where there are minutes")),
                   stored("kept_minutes", TEXT("Minutes that were approved before"))},
        .rules = check_meeting,
        .together = hold_approved_minutes,
        .complete = keep_approved_minutes,
        .attachments = Attachments{},
        .words = {
            .about = TEXT(
                "Each meeting with its agenda, papers and minutes. The pack puts all of it into one file."),
            .caption = TEXT("Meetings"),
            .empty = TEXT("There is no meeting yet."),
            .add = TEXT("Add a meeting")}};
}

Register item_register() {
    return {.key = "agenda_item",
            .table = "bodies_item",
            .names = {TEXT("Items of agendas"), TEXT("Item of an agenda")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/bodies/items",
            .above = {to_bodies},
            .fields = {name_field(TEXT("What it is about")), meeting_field().required(),
                       whole_number("place", TEXT("Number"), 1, 9999).required().listed(),
                       term("kind", TEXT("What it is for"),
                            fixed_terms({{"information", TEXT("Information")},
                                         {"discussion", TEXT("To be talked over")},
                                         {"decision", TEXT("To be decided")}}))
                           .usually("information")
                           .listed()
                           .filter(),
                       long_text("proposal", TEXT("Proposal"), longest_text)
                           .hint(TEXT("Needed where it is to be decided")),
                       long_text("paper", TEXT("Paper"), longest_minutes),
                       web_links("papers", TEXT("Further papers")), budget_field(), economic_field(),
                       administrative_field()},
            .rules = check_item,
            .doubts = ask_about_consequences,
            .words = {.about = TEXT("What stands on the agenda, in its order, each with its paper and, where "
                                    "it is to be decided, the proposal with its consequences."),
                      .caption = TEXT("Items of agendas"),
                      .empty = TEXT("There is nothing on an agenda yet."),
                      .add = TEXT("Add an item")}};
}

Register decision_register() {
    return {
        .key = "body_decision",
        .table = "bodies_decision",
        .names = {TEXT("Decision log"), TEXT("Decision of a group")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/bodies/decisions",
        .above = {to_bodies},
        .published = "is_published",
        .fields = {name_field(TEXT("What was decided"), 300).open(), group_field().required(),
                   meeting_field().when_none(TEXT("At no meeting that is here")),
                   date("day", TEXT("Day")).required().listed().newest_first().open(),
                   term("result", TEXT("Result"), results_of_decisions())
                       .usually("adopted")
                       .listed()
                       .filter()
                       .open(),
                   text("concerns", TEXT("Plan, project or budget that it is about"), 200).searched().open(),
                   part_field(), budget_field(),
                   text("basis", TEXT("What it rests on"), 300)
                       .open()
                       .hint(TEXT("Such as: memo, budget or plan with its edition")),
                   web_address("address", TEXT("Web address of the basis")).open(), economic_field(),
                   administrative_field(),
                   term("state", TEXT("Follow-up"),
                        fixed_terms({{"none", TEXT("Nothing more is to be done")},
                                     {"open", TEXT("Is to be done")},
                                     {"done", TEXT("Done")}}))
                       .usually("none")
                       .listed()
                       .filter()
                       .open(),
                   date("due", TEXT("By when")).listed().hint(TEXT("Needed where it is to be done")).open(),
                   function_field(TEXT("Who does it")),
                   long_text("outcome", TEXT("What came of it"), longest_text)
                       .open()
                       .hint(TEXT("Needed once it is done")),
                   flag("is_published", TEXT("Shown to everyone"))
                       .filter()
                       .hint(TEXT(
                           "For programs that read decisions. Its consequences and who does it stay here."))},
        .rules = check_decision,
        .words = {.about = TEXT("What was decided, by whom, on what basis, and what came of it. What is to "
                                "be done becomes a task."),
                  .caption = TEXT("Decision log"),
                  .empty = TEXT("There is no decision yet."),
                  .add = TEXT("Add a decision")}};
}

}  // namespace digilots::bodies
