// What a network is, who does what in it, what it talks about, what it was told to do, and who sees it.
#include "network/network.h"
#include "network/signing.h"
#include "network/terms.h"
#include "platform/register/types.h"

namespace digilots::network {

namespace {

using namespace register_;

void check_profile(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about", "afterwards"});
}

void check_note(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about", "place", "credit"});
    if (checked.record.text("kind") == "meeting" && checked.record.is_unknown("day"))
        problems.push_back({"day", TEXT("Write the day of the meeting.")});
    need_unit(checked, problems);
}

void check_role(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about"});
    need_unit(checked, problems);
}

void check_mandate(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "about", "decided_by"});
    const auto first = checked.record.date("day"), last = checked.record.date("last_day");
    if (first && last && *last < *first)
        problems.push_back({"last_day", TEXT("The last day is before the day of the decision.")});
    need_unit(checked, problems);
}

void check_key(const Checked& checked, Problems& problems) {
    if (!is_public_key(checked.record.text("public_key")))
        problems.push_back({"public_key", TEXT("Copy the whole line that “digilots network key” prints.")});
}

void name_key(const Writing&, Record& record) {
    record.columns["key_id"] = key_id_of(record.text("public_key"));
}

void check_feedback(const Checked& checked, Problems& problems) {
    refuse_people(checked, problems, {"title", "answer"});
    if (checked.record.text("state") == "not_done" && checked.record.text("answer").empty())
        problems.push_back({"answer", TEXT("Say why nothing came of it.")});
}

Field level_of_kind(std::string_view name, i18n::Text title, Choices choices = levels_from_a_unit()) {
    return term(name, title, std::move(choices)).usually("network");
}

}  // namespace

Register profile_register() {
    return {.key = "network_profile",
            .table = "network_profile",
            .names = {TEXT("What our networks are for"), TEXT("What a network is for")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/network/profiles",
            .above = {to_networks},
            .fields = {name_field(TEXT("In one sentence"), 300),
                       network_field(),
                       long_text("about", TEXT("What the members do together"), longest_text),
                       function_field(TEXT("Whom to ask")),
                       date("project_ends", TEXT("The project ends on")).listed(),
                       long_text("afterwards", TEXT("How it goes on after the project"), longest_text),
                       level_field().usually("public")},
            .rules = check_profile,
            .words = {.about = TEXT("What stands first on a network’s own page: what the municipality that "
                                    "leads it says, else what the first member says."),
                      .caption = TEXT("Networks, in a sentence each"),
                      .empty = TEXT("Nothing is said of a network yet."),
                      .add = TEXT("Say what a network is for")}};
}

Register note_register() {
    return {.key = "network_note",
            .table = "network_note",
            .names = {TEXT("Topics, meetings, news and material"), TEXT("Topic, meeting, news or material")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/network/notes",
            .above = {to_networks},
            .fields = {name_field(TEXT("Heading"), 300),
                       term("kind", TEXT("Kind"), fixed_terms({{"topic", TEXT("Topic")},
                                                               {"meeting", TEXT("Meeting")},
                                                               {"news", TEXT("News")},
                                                               {"file", TEXT("File")},
                                                               {"idea", TEXT("Idea for an activity")},
                                                               {"template", TEXT("Template")},
                                                               {"answer", TEXT("Answer to a common question")},
                                                               {"resource", TEXT("Material to use")},
                                                               {"quality", TEXT("Quality goal")},
                                                               {"codes", TEXT("Code list")}}))
                           .usually("topic")
                           .listed()
                           .filter(),
                       network_field(),
                       date("day", TEXT("Day")).listed().newest_first().hint(TEXT("Needed for a meeting.")),
                       text("hours", TEXT("Time of day"), 60),
                       text("place", TEXT("Where"), 200),
                       long_text("about", TEXT("What it is about"), longest_text),
                       web_links("links", TEXT("Links")),
                       flag("is_pinned", TEXT("Keep it at the top")),
                       text("credit", TEXT("Whose it is"), 200).hint(TEXT("Empty: our own.")),
                       level_from_a_unit_field(), unit_field(), stored("copied_from", TEXT("Copied from")),
                       stored("copied_as", TEXT("Version that was copied"))},
            .rules = check_note,
            .attachments = Attachments{.is_shown = [](const Record& note) { return note.text("level") == "public"; }},
            .kept_to_unit = "level",
            .words = {.about = TEXT("What members talk about, when they meet, what is new, and what one of them has made "
                                    "that others may use. Files that are to be shown are open to whoever sees the note."),
                      .caption = TEXT("Notes, the newest first"),
                      .empty = TEXT("There is no note yet."),
                      .add = TEXT("Add a note")}};
}

Register role_register() {
    return {.key = "network_role",
            .table = "network_role",
            .names = {TEXT("Our roles in networks"), TEXT("Role in a network")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/network/roles",
            .above = {to_networks},
            .fields = {name_field(TEXT("Role")).hint(TEXT("Such as: contact, chair, steering group")),
                       network_field(), function_field(TEXT("Function that has it")),
                       long_text("about", TEXT("What it means"), longest_text), level_from_a_unit_field(),
                       unit_field()},
            .rules = check_role,
            .kept_to_unit = "level",
            .words = {.about = TEXT("Which function does what in a network: functions stay when people leave."),
                      .caption = TEXT("Roles"),
                      .empty = TEXT("There is no role yet."),
                      .add = TEXT("Add a role in a network")}};
}

Register mandate_register(const municipality::Municipalities& municipalities) {
    return {.key = "network_mandate",
            .table = "network_mandate",
            .names = {TEXT("Mandates and decisions"), TEXT("Mandate or decision")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/network/mandates",
            .above = {to_networks},
            .fields = {name_field(TEXT("What was decided"), 300),
                       term("kind", TEXT("Kind"), kinds_of_mandates())
                           .usually("decision")
                           .listed()
                           .filter(),
                       network_field(),
                       date("day", TEXT("Decided on the")).listed().newest_first(),
                       date("last_day", TEXT("Holds until")).listed().hint(TEXT("Not needed. Never before the decision.")),
                       text("decided_by", TEXT("Who decided"), 200).listed(),
                       terms("covers", TEXT("Whom it covers"), members_near(municipalities)),
                       long_text("about", TEXT("What it means"), longest_text),
                       web_links("links", TEXT("Links")), level_from_a_unit_field(), unit_field()},
            .rules = check_mandate,
            .kept_to_unit = "level",
            .words = {.about = TEXT("What gives a network its task: letters of intent and decisions, and which "
                                    "municipalities they cover."),
                      .caption = TEXT("Mandates, the newest first"),
                      .empty = TEXT("There is no mandate yet."),
                      .add = TEXT("Add a mandate")}};
}

Register feedback_register() {
    return {.key = "network_feedback",
            .table = "network_feedback",
            .names = {TEXT("What networks are told"), TEXT("What a network was told")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/network/feedback",
            .above = {to_networks},
            .fields = {name_field(TEXT("What was said"), longest_feedback), network_field(),
                       date("day", TEXT("Day")).required().listed().newest_first(),
                       state_field({{"new", TEXT("Nothing yet")},
                                    {"taken_up", TEXT("Taken up")},
                                    {"done", TEXT("Done")},
                                    {"not_done", TEXT("Nothing came of it")}},
                                   "new"),
                       long_text("answer", TEXT("What came of it"), longest_text).hint(TEXT("Needed where nothing came of it."))},
            .rules = check_feedback,
            .words = {.about = TEXT("What members and residents say on the page of a network that we lead. Nobody is named, and "
                                    "nobody gets an answer: what came of it stands here."),
                      .caption = TEXT("What was said, the newest first"),
                      .empty = TEXT("Nobody has said anything yet."),
                      .add = TEXT("Add what was said")}};
}

Register sharing_register() {
    return {.key = "network_sharing",
            .table = "network_sharing",
            .names = {TEXT("Who sees what we share"), TEXT("Who sees what we share")},
            .see = http::Role::coordinator,
            .change = http::Role::coordinator,
            .path = "/staff/network/sharing",
            .fields = {level_of_kind("notes", TEXT("Topics, meetings, news and material")),
                       level_of_kind("roles", TEXT("Our roles in networks")),
                       level_of_kind("mandates", TEXT("Mandates and decisions")),
                       level_of_kind("theme_groups", TEXT("Theme groups and what they do"), levels()),
                       level_of_kind("systems", TEXT("Systems that several share")),
                       level_of_kind("visits", TEXT("Study visits")),
                       level_of_kind("starts", TEXT("Starting up"), levels()),
                       level_of_kind("examples", TEXT("Examples from outside"))},
            .size = Size::one,
            .endings = Endings::none,
            .words = {.saved = TEXT("It is saved and holds for all that says nothing else itself.")}};
}

Register key_register(const municipality::Municipalities& municipalities) {
    return {.key = "network_key",
            .table = "network_key",
            .names = {TEXT("Keys of members"), TEXT("Key of a member")},
            .see = http::Role::administrator,
            .change = http::Role::administrator,
            .path = "/staff/network/keys",
            .above = {to_networks},
            .fields = {name_field(TEXT("What it is called")).hint(TEXT("Such as: Härnösand, from 2026")),
                       network_field(),
                       term("member", TEXT("Whose key it is"), members_near(municipalities)).required().listed().filter(),
                       text("public_key", TEXT("Public key"), 60)
                           .required()
                           .not_asked_about()
                           .hint(TEXT("The line that “digilots network key” prints where the member runs it.")),
                       web_address("address", TEXT("Address of its own installation"))
                           .hint(TEXT("Not needed. Where it is known, its figures can be fetched there.")),
                       stored("key_id", TEXT("Number of the key"))},
            .rules = check_key,
            .complete = name_key,
            .words = {.about = TEXT("A member with an installation of its own signs what it sends. Its key holds "
                                    "where your municipality leads the network, until its use is ended: add the "
                                    "new one, then end the old one."),
                      .caption = TEXT("Keys"),
                      .empty = TEXT("There is no key yet."),
                      .add = TEXT("Add a key")}};
}

}  // namespace digilots::network
