#include "callbacks/registers.h"

#include "callbacks/callbacks.h"
#include "platform/register/promised.h"

namespace digilots::callbacks {

namespace {

using namespace register_;

/// What is closed is opened again before it is changed.
void check_call_back(const Checked& checked, Problems& problems) {
    const auto state = checked.record.text("state");
    if (!state.empty() && state != waiting)
        problems.push_back({"about", TEXT("The call-back is closed. Open it again before you change it.")});
    const auto contact = contact_typed(checked.record);
    if (contact && contact->way != "phone" && !checked.record.text("wished").empty())
        problems.push_back({"wished", TEXT("Only who is rung has a time for it: choose by phone, or as soon as possible.")});
}

std::vector<Field> fields_of_call_back(Behind& behind) {
    return {plain_line("about", TEXT("What it is about"), longest_about)
                .required()
                .listed()
                .searched()
                .hint(TEXT("In a few words. Never who asks: no name, no number, no address."))
                .when_missing(TEXT("Write in a few words what it is about.")),
            contact_field("contact", TEXT("How the person is reached"), std::move(behind.contact_of),
                          std::move(behind.may_see_contact))
                .hint(TEXT("It stands only here, and is deleted in time.")),
            wished_field("wished", TEXT("Wants to be rung"), behind.clock, std::move(behind.office))
                .listed()
                .hint(TEXT("A time chosen here is promised.")),
            lacking_field("lacking", TEXT("What is missing"), "contact"),
            state_of_promised("state", TEXT("How it stands"), behind.clock,
                              {.waits = TEXT("To get back to"),
                               .soon = TEXT("To get back to soon"),
                               .late = TEXT("Late: the promise is broken"),
                               .done = {{"closed", TEXT("Brought to an end")}}})
                .listed()
                .filter(),
            promise("place_in_line", TEXT("Promised no later than")).listed().sorted(),
            term("topic", TEXT("Topic"), std::move(behind.topics)).filter().from_address("topic").when_none(TEXT("No topic")),
            link("function", TEXT("Responsible function"), "organisation.function")
                .listed()
                .filter()
                .when_none(TEXT("No function"))
                .hint(TEXT("Better than a person: a colleague who holds it sees it tomorrow. Without one: that of the function "
                           "that sees to call-backs, or yours."))
                .when_wrong(TEXT("Choose a function from the list.")),
            link("person", TEXT("Taken by"), "accounts.person")
                .listed()
                .filter()
                .only_when_changed()
                .when_none(TEXT("Nobody yet"))
                .when_wrong(TEXT("Choose a person from the list.")),
            link("unit", TEXT("Unit"), "organisation.unit").listed().filter().when_none(TEXT("No unit")),
            read_moment("opened_at", TEXT("Written down")),
            tries("tries", TEXT("Tries")),
            outcome_field("outcome", TEXT("How it ended"), std::move(behind.name_of)).filter(),
            entry_field("entry", TEXT("Entry in the questions log"), std::move(behind.entry_words))
                .from_address("entry")
                .when_none(TEXT("None"))};
}

}  // namespace

Register call_back_register(Behind behind) {
    auto fields = fields_of_call_back(behind);
    return {.key = "call_back",
            .table = "callbacks_call_back",
            .names = {TEXT("Call-backs"), TEXT("Call-back")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/callbacks",
            .fields = std::move(fields),
            .rules = check_call_back,
            .complete = std::move(behind.complete),
            .beside = std::move(behind.beside),
            .endings = Endings::none,
            .is_deleted = false,
            .kept = kept_call_backs,
            .words = {.about = TEXT("People whom somebody has promised to get back to, what was promised first in front. What is "
                                    "late stands above all. Each has one who sees to it until the person has got an answer."),
                      .caption = TEXT("Call-backs, the most urgent first"),
                      .empty = TEXT("Nobody waits to be called back."),
                      .add = TEXT("We get back to you"),
                      .change = TEXT("Change the call-back"),
                      .added = TEXT("The call-back is written down, and its time runs."),
                      .saved = TEXT("The call-back is saved.")}};
}

}  // namespace digilots::callbacks
