// A request for an activity, said once.
#include "activities/requests.h"
#include "platform/base/time.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using namespace register_;

std::vector<FixedTerm> states_as_terms() {
    std::vector<FixedTerm> terms;
    for (const auto& state : request_states()) terms.push_back({state.key, state.label});
    return terms;
}

std::vector<FixedTerm> all_kinds_of_askers() {
    auto kinds = kinds_of_askers();
    kinds.push_back({"own", TEXT("Our own finding")});
    return kinds;
}

std::vector<Field> what_is_wished() {
    return {text("title", TEXT("What is wished for"), 120)
                .required()
                .from_address("title")
                .listed()
                .searched()
                .hint(TEXT("In a few words: “Digital salon in the village hall”"))
                .when_missing(TEXT("Write what is wished for.")),
            long_text("wish", TEXT("More about it"), longest_wish)
                .from_address("wish")
                .searched()
                .hint(TEXT("Without names of persons, and without their numbers.")),
            term("topic", TEXT("Topic"), taxonomy::choices_of(taxonomy::List::topic))
                .listed()
                .filter()
                .when_none(TEXT("No topic")),
            term("kind", TEXT("Kind"), taxonomy::choices_of(taxonomy::List::activity_kind))
                .filter()
                .when_none(TEXT("Not known yet")),
            text("locality", TEXT("Village or place"), 80)
                .not_asked_about()
                .required()
                .listed()
                .searched()
                .from_address("locality")
                .when_missing(TEXT("Write in which village or at which place.")),
            terms("languages", TEXT("Languages"), taxonomy::language_choices),
            text("suits", TEXT("When it would fit"), 300).hint(TEXT("“A weekday evening in spring”")),
            text("rooms", TEXT("Rooms and equipment there"), 300)
                .hint(TEXT("A hall, tables, a screen, coffee, a step-free entrance …")),
            whole_number("expected", TEXT("How many are expected"), 1, 5000)};
}

std::vector<Field> what_becomes_of_it() {
    return {term("state", TEXT("How it stands"), fixed_terms(states_as_terms())).listed().filter().usually("wished"),
            link("activity", TEXT("The activity it became"), "activities.activity")
                .when_none(TEXT("None yet"))
                .when_wrong(TEXT("Choose an activity from the list.")),
            long_text("answer", TEXT("Answer to who asked"), longest_wish)
                .hint(TEXT("Whoever asked reads this with the code, and gets it by e-mail. Needed where it is declined.")),
            long_text("outcome", TEXT("What came of it"), longest_wish),
            whole_number("plan_year", TEXT("Meant for the year"), 2000, 2100)
                .hint(TEXT("Needed where a month is chosen.")),
            term("plan_month", TEXT("Meant for the month"), fixed_terms(months_of_year())).when_none(TEXT("No month yet"))};
}

std::vector<Field> fields_of_request() {
    auto fields = what_is_wished();
    fields.push_back(term("asker_kind", TEXT("Who asks"), fixed_terms(all_kinds_of_askers()))
                         .from_address("asker_kind")
                         .filter()
                         .usually("association"));
    fields.push_back(text("asker", TEXT("Name of the organisation"), 120)
                         .listed()
                         .searched()
                         .hint(TEXT("An organisation, never a person.")));
    fields.push_back(term("source", TEXT("Where it came from"),
                          fixed_terms({{"form", TEXT("The form on our pages")},
                                       {"talk", TEXT("A talk")},
                                       {"partner_meeting", TEXT("A meeting with partners")},
                                       {"session", TEXT("A session that was held")},
                                       {"needs_inventory", TEXT("An inventory of needs")},
                                       {"signal", TEXT("A signal")},
                                       {"network_meeting", TEXT("A meeting of a network")},
                                       {"recommendation", TEXT("A recommendation of a mapping")}}))
                         .from_address("source")
                         .filter()
                         .usually("talk"));
    fields.push_back(text("found_in", TEXT("In which inventory, signal or meeting"), 200)
                         .from_address("found_in")
                         .hint(TEXT("As it is called. Never a person.")));
    for (auto& field : what_becomes_of_it()) fields.push_back(std::move(field));
    fields.push_back(link("unit", TEXT("Unit"), "organisation.unit").filter().when_none(TEXT("No unit")).not_checked());
    fields.push_back(link("function", TEXT("Function"), "organisation.function")
                         .when_none(TEXT("No function"))
                         .when_wrong(TEXT("Choose a function from the list.")));
    fields.push_back(date("asked_on", TEXT("Asked on")).listed().sorted());
    fields.push_back(stored("code_hash", {}));
    fields.push_back(stored("language", {}));
    return fields;
}

void check_request(const Checked& checked, Problems& problems) {
    for (const auto* field : {"title", "wish", "locality", "suits", "rooms", "asker", "found_in", "answer", "outcome"}) {
        const auto fault = fault_of_note(checked.record.text(field));
        if (fault.id[0]) problems.push_back({field, fault});
    }
    if (checked.record.text("state") == "declined" && checked.record.text("answer").empty())
        problems.push_back({"answer", TEXT("Write why not, or what there is instead: whoever asked reads it.")});
    if (!checked.record.text("plan_month").empty() && !checked.record.whole("plan_year"))
        problems.push_back({"plan_year", TEXT("Write the year that the month is in.")});
}

/// The same need of one inventory, signal or meeting.
bool found_in_the_same(const Record& added, const Record& there) {
    return !added.text("found_in").empty() && added.text("found_in") == there.text("found_in");
}

void note_when_asked(const Writing& writing, Record& request) {
    if (request.text("asked_on").empty()) request.columns["asked_on"] = base::format_date(writing.around.today);
}

}  // namespace

const std::vector<RequestState>& request_states() {
    static const std::vector<RequestState> states{
        {"wished", TEXT("Wished for"), TEXT("We have your request and look for who can come.")},
        {"found", TEXT("Who can do it is found"), TEXT("We have found who can come, and look for a day.")},
        {"planned", TEXT("Planned"), TEXT("It is planned.")},
        {"held", TEXT("Held"), TEXT("It has been held.")},
        {"declined", TEXT("Declined"), TEXT("We cannot do it this time.")}};
    return states;
}

const RequestState& request_state_of(std::string_view key) {
    for (const auto& state : request_states())
        if (state.key == key) return state;
    return request_states().front();
}

std::vector<FixedTerm> kinds_of_askers() {
    return {{"association", TEXT("Association")},
            {"church", TEXT("Church or faith community")},
            {"village", TEXT("Village")},
            {"school", TEXT("School or study association")},
            {"employer", TEXT("Employer")},
            {"residents", TEXT("A group of residents")}};
}

std::vector<FixedTerm> months_of_year() {
    return {{"01", TEXT("January")},   {"02", TEXT("February")}, {"03", TEXT("March")},    {"04", TEXT("April")},
            {"05", TEXT("May")},       {"06", TEXT("June")},     {"07", TEXT("July")},     {"08", TEXT("August")},
            {"09", TEXT("September")}, {"10", TEXT("October")},  {"11", TEXT("November")}, {"12", TEXT("December")}};
}

Register request_register(std::function<void(const Writing&, const Record&)> beside) {
    return {.key = "activity_request",
            .table = "activities_request",
            .names = {TEXT("Requests for activities"), TEXT("Request for an activity")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/activity-requests",
            .above = {{TEXT("The requests side by side"), "/staff/activity-requests/board"}},
            .fields = fields_of_request(),
            .rules = check_request,
            .complete = note_when_asked,
            .beside = std::move(beside),
            .may_be_same = found_in_the_same,
            .kept = kept_requests,
            .words = {.about = TEXT("What associations, churches, villages and others wish for, the oldest first. Whoever gave "
                                    "an e-mail address is written to when it is planned, declined or answered."),
                      .caption = TEXT("Requests for activities"),
                      .empty = TEXT("Nobody has asked for an activity."),
                      .add = TEXT("Write down a request"),
                      .added = TEXT("The request is added."),
                      .saved = TEXT("The request is saved.")}};
}

}  // namespace digilots::activities
