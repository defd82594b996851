#include "municipality/settings.h"

#include <algorithm>


namespace digilots::municipality {

namespace {

using register_::Record;

constexpr int longest_promise = 365, longest_hold = 50;

struct UnitWord {
    PromiseUnit unit;
    std::string_view word;
};
constexpr UnitWord unit_words[] = {{PromiseUnit::working_days, "working_days"},
                                   {PromiseUnit::days, "days"},
                                   {PromiseUnit::hours, "hours"}};

std::vector<register_::Choice> zones(const register_::Surroundings&) {
    return {{"Europe/Stockholm", "Europe/Stockholm"}, {"Europe/Oslo", "Europe/Oslo"}};
}

std::vector<register_::Field> phone_fields() {
    using namespace register_;
    return {phone("phone", TEXT("Phone number for residents"))
                .required()
                .section(TEXT("Phone"))
                .hint(TEXT("Contact centre or switchboard. It is shown on every page."))
                .when_missing(TEXT("Write the phone number that residents can call.")),
            phone_hours("phone_hours", TEXT("Phone hours"))
                .section(TEXT("Phone hours"),
                         TEXT("Shown to residents, with whether somebody answers now. The phone counts as closed on public "
                              "holidays. Leave both times empty where it is not answered or not known."))};
}

std::vector<register_::Field> service_fields() {
    using namespace register_;
    return {link("fallback_place", TEXT("Desk where every search ends"), desk_source)
                .section(TEXT("What residents are promised"))
                .hint(TEXT("Shown when nothing else fits."))
                .when_none(TEXT("The proposed one: contact centre, citizens’ office or main library")),
            whole_number("response_limit", TEXT("We answer within"), 1, longest_promise)
                .hint(TEXT("A number. Residents read it as a promise for e-mails, letters and what they ask here. Without it "
                           "they are promised 2 working days once a function sees to questions, and nothing before.")),
            term("response_unit", TEXT("Unit of the promise"),
                 fixed_terms({{"working_days", TEXT("working days")}, {"days", TEXT("days")}, {"hours", TEXT("hours")}}))
                .required(),
            date("accessibility_reviewed", TEXT("Last gone through by the municipality"))
                .section(TEXT("Accessibility statement"))
                .hint(TEXT("The date on which somebody of you last read the statement against the pages. Without a date it "
                           "says that you have not done so yet.")),
            whole_number("figures_hold", TEXT("Figures are possibly outdated after so many years"), 1, longest_hold)
                .section(TEXT("Statistics"))
                .hint(TEXT("Older figures, yours and those of others to compare with, are marked as possibly outdated. Left "
                           "empty: five years."))};
}

std::vector<register_::Field> look_fields() {
    using namespace register_;
    return {page_languages("languages", TEXT("Languages of the pages")).section(TEXT("Language, time and look")),
            term("zone", TEXT("Time zone"), zones).required(),
            colour("primary_colour", TEXT("Colour of buttons"), ColourUse::carries_white_text)
                .hint(TEXT("Such as #005b99. White text on it must be easy to read; the contrast is checked."))};
}

void check_review(const register_::Checked& checked, register_::Problems& problems) {
    const auto reviewed = checked.record.date("accessibility_reviewed");
    if (reviewed && *reviewed > checked.around.today)
        problems.push_back({"accessibility_reviewed", TEXT("Write the date of today or of an earlier day.")});
}

std::vector<html::components::Notice> phone_notices(const std::string& phone, const html::Page& page) {
    using html::components::NoticeKind;
    if (phone.empty())
        return {{.text = page.t("Until you have filled one in, residents see the number of the switchboard where there is one, "
                                "else only the desk."),
                 .kind = NoticeKind::warning,
                 .title = page.t("The phone number is missing")}};
    if (!is_example_phone(phone)) return {};
    return {{.text = page.t("The number is from a series kept for fiction. Nobody answers there. Fill in the real one before "
                            "residents use the pages."),
             .kind = NoticeKind::warning,
             .title = page.t("The phone number is an example")}};
}

}  // namespace

register_::Register settings_register() {
    auto fields = phone_fields();
    for (const auto& more : {service_fields(), look_fields()}) fields.insert(fields.end(), more.begin(), more.end());
    return {.key = "municipality",
            .table = "municipality_settings",
            .names = {TEXT("Settings"), TEXT("Settings")},
            .see = http::Role::administrator,
            .change = http::Role::administrator,
            .path = "/staff/settings",
            .fields = std::move(fields),
            .rules = check_review,
            .size = register_::Size::one,
            .endings = register_::Endings::none,
            .traces = {.added = "municipality activated", .changed = "settings changed"},
            .words = {.save = TEXT("Save settings"), .saved = TEXT("The settings are saved.")}};
}

std::vector<register_::Choice> desk_choices(const std::vector<DeskChoice>& desks, const register_::Surroundings& around) {
    std::vector<register_::Choice> choices;
    for (const auto& desk : desks)
        choices.push_back({desk.id, desk.is_open ? desk.name
                                                 : around.words->t(TEXT("{place} (not open: choose another one)"),
                                                                   {{"place", desk.name}})});
    return choices;
}

register_::AroundOnly around_settings(const Record& record, const std::vector<Network>& networks, const html::Page& page) {
    register_::AroundOnly::Part part{page.t("Networks"), page.t("The municipality is in no network.")};
    for (const auto& network : networks)
        if (std::ranges::find(network.members, record.id) != network.members.end()) part.lines.push_back(network.name);
    if (!part.lines.empty())
        part.text = page.t("These networks see one total of inquiries for each period, never under 5. The operator of the "
                           "installation changes them.");
    auto links = page.menu(http::MenuPlace::settings);
    links.push_back({page.t("The accessibility statement as residents read it"), page.tenant_url("/accessibility")});
    return {.notices = phone_notices(record.text("phone"), page),
            .links = std::move(links),
            .below = {std::move(part)}};
}

Settings settings_of(const Record& record) {
    Settings settings;
    settings.languages = record.list("languages");
    settings.zone = record.text("zone");
    settings.phone = record.text("phone");
    settings.phone_is_example = is_example_phone(settings.phone);
    settings.phone_hours = record.text("phone_hours");
    settings.primary_colour = record.text("primary_colour");
    if (const auto limit = record.whole("response_limit")) settings.response_limit = static_cast<int>(*limit);
    const auto* unit = std::ranges::find(unit_words, record.text("response_unit"), &UnitWord::word);
    if (unit != std::end(unit_words)) settings.response_unit = unit->unit;
    settings.fallback_place = record.text("fallback_place");
    settings.accessibility_reviewed = record.date("accessibility_reviewed");
    if (const auto years = record.whole("figures_hold")) settings.figures_hold = static_cast<int>(*years);
    return settings;
}

Record record_of(std::string_view municipality_id, const Settings& settings) {
    const auto* unit = std::ranges::find(unit_words, settings.response_unit, &UnitWord::unit);
    const auto& reviewed = settings.accessibility_reviewed;
    Record record;
    record.id = municipality_id;
    record.columns = {{"languages", register_::joined_list(settings.languages)},
                      {"zone", settings.zone},
                      {"phone", settings.phone},
                      {"phone_hours", settings.phone_hours},
                      {"primary_colour", settings.primary_colour},
                      {"response_limit", db::to_value(settings.response_limit)},
                      {"response_unit", std::string(unit->word)},
                      {"fallback_place", settings.fallback_place},
                      {"accessibility_reviewed", reviewed ? base::format_date(*reviewed) : std::string()},
                      {"figures_hold", std::int64_t{settings.figures_hold}}};
    return record;
}

std::string promise_text(const Settings& settings, const i18n::Translator& translator) {
    if (!settings.response_limit) return "";
    const std::int64_t limit = *settings.response_limit;
    switch (settings.response_unit) {
        case PromiseUnit::hours: return translator.tn("We answer e-mails and letters within {n} hour.",
                                     "We answer e-mails and letters within {n} hours.", limit);
        case PromiseUnit::days: return translator.tn("We answer e-mails and letters within {n} day.",
                                     "We answer e-mails and letters within {n} days.", limit);
        case PromiseUnit::working_days: break;
    }
    return translator.tn("We answer e-mails and letters within {n} working day.",
                         "We answer e-mails and letters within {n} working days.", limit);
}

}  // namespace digilots::municipality
