// Links for owners, and what owners answer.
#include <array>

#include "owners/implementation.h"
#include "platform/base/uuid.h"
#include "platform/register/free_text.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::owners {

namespace {

using namespace register_;

constexpr auto longest_open = std::chrono::years(2);
constexpr std::size_t longest_title = 100, longest_words = 1000;

/// E-services of the municipality, then bodies.
Choices what_sends_people(const directory::Directory& directory) {
    return [&directory](const Surroundings& around) {
        std::vector<Choice> choices;
        for (const auto held = directory.snapshot(around.municipality_id); const auto& one : held->e_services)
            choices.push_back({.key = "e_service:" + one.id,
                               .label = one.name,
                               .is_offered = one.status != directory::Status::closed,
                               .group = around.t(TEXT("E-services"))});
        for (const auto& term : taxonomy::terms(taxonomy::List::body)) {
            if (term.key == "none") continue;
            choices.push_back(
                {.key = "body:" + term.key, .label = around.t(term.label), .group = around.t(TEXT("Whose question it is"))});
        }
        return choices;
    };
}

void check_link(const Checked& checked, Problems& problems) {
    const auto last = checked.record.date("open_until");
    const auto today = checked.around.today;
    if (last && !checked.record.has_ended() && (*last < today || *last > today + longest_open))
        problems.push_back({.input = "open_until", .text = TEXT("Choose a day from today on, at most two years ahead.")});
    check_no_person(checked, {"title"}, problems);
}

void make_secret(const Writing&, Record& record) {
    if (record.text("secret").empty()) record.columns["secret"] = base::random_token();
}

/// Whose link it was.
void note_link(const Writing& writing, Record& record) {
    if (!writing.before && writing.actor.starts_with(actor_of_link))
        record.columns["link"] = std::string(writing.actor.substr(actor_of_link.size()));
}

void check_answer(const Checked& checked, Problems& problems) {
    const auto& record = checked.record;
    const auto state = record.text("state");
    const auto day = record.date("on_day");
    if (state == "mended" && day && *day > checked.around.today)
        problems.push_back({.input = "on_day", .text = TEXT("Write the day on which it was mended: today or earlier.")});
    if (state == "cannot" && record.text("words").empty())
        problems.push_back({.input = "words", .text = TEXT("Write why it cannot be mended.")});
    check_no_person(checked, {"words"}, problems);
}

}  // namespace

Register link_register(const directory::Directory& directory) {
    return {.key = "owner_link",
            .table = "owners_link",
            .names = {TEXT("Links for owners"), TEXT("A link for an owner")},
            .see = http::Role::coordinator,
            .change = http::Role::coordinator,
            .path = "/staff/owners",
            .above = {{TEXT("What sends people to us"), "/staff/statistics/sent-here"}},
            .fields = {text("title", TEXT("What the link is called"), longest_title)
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .hint(TEXT("Who it is for, as a function or a body: never a name of a person.")),
                       term("about", TEXT("What it is about"), what_sends_people(directory))
                           .required()
                           .from_address("about")
                           .listed()
                           .filter()
                           .when_missing(TEXT("Choose the e-service or the body.")),
                       date("open_until", TEXT("Open until"))
                           .required()
                           .listed()
                           .hint(TEXT("The last day. To close a link before, end its use.")),
                       stored("secret", {})},
            .rules = check_link,
            .complete = make_secret,
            .words = {.about = TEXT("Who has the address of a link sees how many came to the desks because of one e-service or "
                                    "body, what stood in the way and where they were sent, of months that are released: "
                                    "counts alone, small ones hidden. They can answer what they have mended. Who opens it is "
                                    "not written down."),
                      .caption = TEXT("Links for owners"),
                      .add = TEXT("New link for an owner")}};
}

Register answer_register(const directory::Directory& directory) {
    return {.key = "owner_answer",
            .table = "owners_answer",
            .names = {TEXT("What owners answer"), TEXT("An owner’s answer")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/owner-answers",
            .above = {{TEXT("What sends people to us"), "/staff/statistics/sent-here"}},
            .fields = {term("about", TEXT("What it is about"), what_sends_people(directory))
                           .required()
                           .from_address("about")
                           .listed()
                           .filter()
                           .when_missing(TEXT("Choose the e-service or the body.")),
                       term("state", TEXT("What they answer"),
                            fixed_terms({{"mended", TEXT("It is mended")},
                                         {"cannot", TEXT("It cannot be mended")},
                                         {"will_be", TEXT("It will be mended")}}))
                           .required()
                           .listed()
                           .filter()
                           .when_missing(TEXT("Choose one of the three.")),
                       date("on_day", TEXT("On which day, or by which"))
                           .required()
                           .listed()
                           .newest_first()
                           .when_missing(TEXT("Write the day: when it was mended, will be, or it was found that it cannot.")),
                       long_text("words", TEXT("In their words"), longest_words)
                           .listed()
                           .searched()
                           .hint(TEXT("What is changed, and what to tell people at the desk. Nothing about single persons. "
                                      "Needed where it cannot be mended.")),
                       stored("link", {})},
            .rules = check_answer,
            .complete = note_link,
            .words = {.about = TEXT("What those who answer for e-services and bodies say that they have mended, will mend or "
                                    "cannot mend. They write it by their link; coordinators may put it right or take it back. "
                                    "It stands at the desk and in the figures, not on public pages."),
                      .caption = TEXT("What owners answer, the newest day first"),
                      .add = TEXT("Add what an owner answered")}};
}

}  // namespace digilots::owners
