// Where people get stuck in the forms of e-services, and what helps there. For staff: read by every guide at the desk.
#include <array>

#include "everyday/pages.h"
#include "inquiries/inquiries.h"
#include "platform/base/lists.h"
#include "platform/personal/personal_data.h"
#include "platform/register/through.h"
#include "platform/register/types.h"

namespace digilots::everyday {

namespace {

using namespace register_;

constexpr std::size_t longest_step = 120, longest_help = 2000;
constexpr std::int64_t most_beside_a_hit = 20;

std::vector<Choice> languages_of_help(const Surroundings&) {
    std::vector<Choice> choices;
    for (const auto& language : i18n::languages()) choices.push_back({language.code, language.own_name});
    return choices;
}

/// Complaints about an e-service, told apart.
constexpr std::array<std::pair<std::string_view, i18n::Text>, 4> troubles{{
    {"hard_language", TEXT("The text is hard to understand")},
    {"hard_form", TEXT("The form is hard to fill in")},
    {"one_language", TEXT("It is in one language only")},
    {"technical_steps", TEXT("Technical steps: signing in, signing, attaching")},
}};

std::vector<FixedTerm> trouble_terms() {
    std::vector<FixedTerm> terms;
    for (const auto& [key, label] : troubles) terms.push_back({key, label});
    return terms;
}

i18n::Text trouble_named(std::string_view key) {
    const auto* found = base::find_in(troubles, key, &std::pair<std::string_view, i18n::Text>::first);
    return found ? found->second : i18n::Text{};
}

void check_stuck_point(const Checked& checked, Problems& problems) {
    for (const auto* field : {"step", "help"}) {
        const auto found = personal::find_personal_data(checked.record.text(field));
        // A desk's own number or address may stand in what helps.
        const bool is_allowed = found == personal::PersonalData::none || found == personal::PersonalData::phone_number ||
                                found == personal::PersonalData::email;
        if (!is_allowed)
            problems.push_back(
                {field, TEXT("There is something here that looks like a number of a person, a card or an account. Take "
                             "it out.")});
    }
}

}  // namespace

Register stuck_point_register() {
    return {.key = "stuck_point",
            .table = "everyday_stuck_point",
            .names = {TEXT("Where people get stuck"), TEXT("Place in a form where people get stuck")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/stuck-points",
            .fields = {text("step", TEXT("Field or step of the form"), longest_step)
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .hint(TEXT("As the form calls it, with its number if it has one: 3. Income."))
                           .when_missing(TEXT("Write which field or step people fail at.")),
                       link("e_service", TEXT("E-service"), "everyday.e_service")
                           .required()
                           .from_address("e_service")
                           .listed()
                           .filter()
                           .when_missing(TEXT("Choose the e-service whose form it is."))
                           .when_wrong(TEXT("Choose an e-service from the list.")),
                       term("trouble", TEXT("What makes it hard"), fixed_terms(trouble_terms()))
                           .listed()
                           .filter()
                           .when_none(TEXT("Not said")),
                       unit_through({{"e_service", "directory.unit_of_e_service"}}),
                       formatted_text("help", TEXT("What helps"), longest_help)
                           .required()
                           .searched()
                           .hint(TEXT("What people misunderstand there, and what to say or press instead."))
                           .when_missing(TEXT("Write what helps there.")),
                       term("language", TEXT("Language of what helps"), languages_of_help)
                           .listed()
                           .filter()
                           .when_none(TEXT("The municipality’s own"))},
            .rules = check_stuck_point,
            .remove = http::Role::editor,
            .words = {.about = TEXT("Which fields of e-services’ forms people fail at, and what helps there. All staff read "
                                    "it at the desk, residents do not. Say nothing of single persons."),
                      .caption = TEXT("Places in forms where people get stuck"),
                      .add = TEXT("Add where people get stuck")}};
}

inquiries::FormHelp form_help(const std::shared_ptr<Kinds>& kinds, const base::Clock& clock) {
    return {.notes =
                [kinds](std::string_view municipality, std::string_view e_service) {
                    const auto& records = kinds->stuck_points;
                    const ListQuery query{.filters = {{"e_service", std::string(e_service)}}};
                    std::vector<inquiries::FormHelp::Note> notes;
                    for (const auto& one : records.list(records.around(municipality), query, most_beside_a_hit, 0).records)
                        notes.push_back({one.text("step"), one.text("help"), one.text("language"),
                                         std::string(records.declaration().path) + "/" + one.id,
                                         trouble_named(one.text("trouble"))});
                    return notes;
                },
            .renewals =
                [kinds, &clock](std::string_view e_service, const html::Page& page) {
                    std::vector<inquiries::FormHelp::Renewal> found;
                    for (auto& rule : rules_of_e_service(kinds->renewals, clock, e_service, page))
                        found.push_back({std::move(rule.title), std::move(rule.when), std::move(rule.url),
                                         std::move(rule.reminder)});
                    return found;
                },
            .add_path = std::string(kinds->stuck_points.declaration().path) + "/new?e_service="};
}

More more_of_stuck_point(const Record& note, const html::Page& page) {
    More more;
    more.links.push_back({page.t("What is asked about the e-service"),
                          page.tenant_url("/staff/e-service-questions?e_service=" + html::url_encode(note.text("e_service")))});
    return more;
}

}  // namespace digilots::everyday
