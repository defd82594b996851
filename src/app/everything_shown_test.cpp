// What a form asks is shown: every field of every form is filled in and found where it is said to be shown. Fields come
// from the forms themselves: one that is added and shown nowhere fails here.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/town_for_tests.h"
#include "platform/testing/html_form.h"
#include "platform/testing/html_reader.h"

namespace digilots::app {
namespace {

/// Hidden fields that nobody fills in.
bool is_of_the_form(std::string_view name) {
    return name == "csrf_token" || name == "form_key" || name == "form_of" || name == "seen" || name == "shown";
}

using testing::FormFields;

const std::pair<std::string, std::string> note{"notes", "Prov av anteckning"};

/// A field that is filled in by itself, or seen elsewhere than as its own words on the record's own page.
struct Special {
    std::string field;
    FormFields given;           // what is filled in
    std::string page;           // where it is looked for; "": the record's own page
    std::string shown;          // what stands there
    bool by_staff = false;
};

struct FormOfKind {
    std::string folder;         // of the form: "places"
    FormFields needed;          // without which nothing can be saved
    std::vector<Special> specials;
};

/// The words of a choice as the form shows them.
std::string label_of(const std::string& html, const std::string& field, const std::string& value) {
    const auto page = testing::read_html(html);
    std::string id;
    for (const auto& read : page.elements) {
        const auto& element = read.element;
        if (element.name == "input" && element.attribute("name") == field && element.attribute("value") == value) {
            id = element.attribute("id");
        }
    }
    for (std::size_t at = 0; at < page.elements.size(); ++at) {
        const auto& element = page.elements[at].element;
        if (element.name == "label" && !id.empty() && element.attribute("for") == id) return element.text;
        if (element.name != "option" || element.attribute("value") != value) continue;
        for (int up = page.elements[at].parent; up >= 0; up = page.elements[static_cast<std::size_t>(up)].parent) {
            if (page.elements[static_cast<std::size_t>(up)].element.attribute("name") == field) return element.text;
        }
    }
    return "";
}

std::string text_of(const testing::Page& page) {
    const auto all = page.all("html");
    return all.empty() ? "" : all.front().text;
}

class EverythingShown : public ::testing::Test, public TownForTests {
protected:
    std::string own_page(const std::string& folder, const std::string& id) {
        const auto snapshot = application.directory.snapshot("2281");
        if (folder == "places") return "/sundsvall/places/" + snapshot->place(id)->slug;
        if (folder == "services") return "/sundsvall/services/" + snapshot->service(id)->slug;
        if (folder == "e-services") return "/sundsvall/e-services/" + snapshot->e_service(id)->slug;
        return "/sundsvall/contacts/" + snapshot->contact(id)->slug;
    }

    void expect(const std::string& field, const std::string& page, const std::string& shown, bool by_staff = false) {
        const auto found = (by_staff ? staff : visitor).get(page);
        const bool is_shown = found.says(shown) || text_of(found).find(shown) != std::string::npos;
        EXPECT_TRUE(is_shown) << field << " is not shown on " << page << ": " << shown;
    }

    /// The unit that a record belongs to stands in its list.
    Special of_unit(const std::string& folder) {
        auto& units = application.organisation.unit_records();
        const auto unit = units.add(units.around("2281"), {{"name", {"Provenheten"}}}, "a");
        return {"unit", {{"unit", unit ? unit->id : ""}}, "/sundsvall/staff/directory/" + folder, "Provenheten", true};
    }

    void fill_and_find(const FormOfKind& kind) {
        const auto page = staff.get("/sundsvall/staff/directory/" + kind.folder + "/new");
        const auto form = testing::find_form(page.html, {}, "/directory/" + kind.folder + "/new");
        ASSERT_TRUE(form);
        FormFields given = kind.needed;
        std::vector<std::pair<std::string, std::string>> expected = kind.needed;
        for (const auto& name : form->names) {
            const auto is_given = [&](const auto& field) { return field.first == name; };
            if (is_of_the_form(name) || std::ranges::any_of(given, is_given)) continue;
            if (std::ranges::find(kind.specials, name, &Special::field) != kind.specials.end()) continue;
            const auto choices = form->choices.find(name);
            std::string value = "Prov av " + name;
            if (choices != form->choices.end()) {
                const auto is_one = [](const auto& choice) { return !choice.empty(); };
                const auto chosen = std::ranges::find_if(choices->second, is_one);
                ASSERT_NE(chosen, choices->second.end()) << name;
                value = *chosen;
            }
            given.emplace_back(name, value);
            expected.emplace_back(name, choices == form->choices.end() ? value : label_of(page.html, name, value));
            EXPECT_FALSE(expected.back().second.empty()) << name << " has no words";
        }
        const auto id = add(kind.folder, given);
        for (const auto& [field, shown] : expected) expect(field, own_page(kind.folder, id), shown);
        int number = 0;
        for (const auto& special : kind.specials) {
            if (special.given.empty()) continue;
            auto fields = special.given;
            for (auto needed : kind.needed) {
                needed.second += " " + std::to_string(++number);
                fields.push_back(std::move(needed));
            }
            const auto one = add(kind.folder, fields);
            const auto where = special.page.empty() ? own_page(kind.folder, one) : special.page;
            expect(special.field, where, special.shown, special.by_staff);
        }
    }

    /// The parts of a week: each is a question of its own.
    static void add_hours(std::vector<Special>& specials) {
        const auto mode = [](const char* name) { return std::pair<std::string, std::string>("hours_mode", name); };
        specials.push_back({"hours_mode", {}, "", ""});
        for (int day = 0; day < 7; ++day) {
            const auto name = "hours_day_" + std::to_string(day);
            specials.push_back({name, {mode("weekly"), {name, "7.41-15.37"}}, "", "07:41"});
        }
        const std::pair<std::string, std::string> exception{"hours_exceptions", "2026-11-25 12.31-13.07"};
        specials.push_back({"hours_exceptions", {mode("weekly"), {"hours_day_0", "9-12"}, exception}, "", "12:31"});
        const std::pair<std::string, std::string> days{"hours_days_per_week", "3"};
        specials.push_back({"hours_days_per_week", {mode("incomplete"), days}, "", "3 days a week"});
        specials.push_back({"hours_opens", {mode("incomplete"), days, {"hours_opens", "10.07"}}, "", "10:07"});
        specials.push_back({"hours_closes", {mode("incomplete"), days, {"hours_closes", "15.09"}}, "", "15:09"});
        specials.push_back({"hours_rule", {mode("notation"), {"hours_rule", "Mo-Su 07:53-15:37"}}, "", "07:53"});
        specials.push_back({"hours_note",
                            {mode("weekly"), {"hours_day_0", "9-12"}, {"hours_note", "Prov av tider"}}, "", "Prov av tider"});
    }
};

TEST_F(EverythingShown, EveryFieldOfAPlace) {
    FormOfKind kind{"places", {{"name", "Provhuset"}}, {}};
    auto& specials = kind.specials;
    specials = {{"status", {{"status", "planned"}}, "", "Planned"},
                {"opens_from", {{"status", "planned"}, {"opens_from", "2027-03"}}, "", "March 2027"},
                {"phone", {{"phone", "060-55 12 34"}}, "", "060-55 12 34"},
                {"latitude", {{"latitude", "62.4017"}, {"longitude", "17.3011"}}, "/api/v1/sundsvall/places", "62.4017"},
                {"longitude", {{"latitude", "62.4017"}, {"longitude", "17.3012"}}, "/api/v1/sundsvall/places", "17.3012"},
                {"limitations", {{"limitations", "no_wifi"}}, "", "No public wifi"},
                {"topics", {{"topics", "bank"}}, "/sundsvall/places?topic=bank", "Provhuset"},
                {"mobile", {{"mobile", "1"}}, "", "Moves around."},
                {"collective", {{"collective", "1"}}, "", "This stands for several places."},
                {"operator", {{"operator", "Provbolaget"}, {"operator_type", "company"}}, "", "Provbolaget"},
                {"operator_type", {{"operator", "Provbolaget"}, {"operator_type", "company"}}, "", "Company"},
                {"notes", {note}, "/sundsvall/staff/?q=provhuset", note.second, true}};
    const std::pair<const char*, const char*> answers[] = {
        {"wifi", "Free wifi"}, {"printing", "You can print"}, {"copying", "You can copy"}, {"scanning", "You can scan"},
        {"drop_in", "Come without an appointment"}, {"step_free", "Step-free entrance"}, {"evening", "Open in the evening"},
        {"weekend", "Open at weekends"}};
    for (const auto& [field, shown] : answers) specials.push_back({field, {{field, "yes"}}, "", shown});
    for (const std::string row : {"aid_0_", "aid_1_", "aid_2_"}) {
        const std::pair<std::string, std::string> type{row + "type", "printer"};
        specials.push_back({row + "type", {type}, "", "Printer"});
        specials.push_back({row + "name", {type, {row + "name", "Prov av skrivare"}}, "", "Prov av skrivare"});
        specials.push_back({row + "count", {type, {row + "count", "37"}}, "", "37"});
        specials.push_back({row + "bookable", {type, {row + "bookable", "1"}}, "", "can be booked"});
    }
    add_hours(specials);
    specials.push_back(of_unit("places"));
    fill_and_find(kind);
}

TEST_F(EverythingShown, EveryFieldOfAService) {
    const std::pair<std::string, std::string> there{"place_id", "sundsvall-kommunhuset"};
    FormOfKind kind{"services", {{"title", "Provtjänsten"}}, {}};
    kind.specials = {{"status", {{"status", "planned"}}, "", "Planned, not open yet"},
                     {"place_id", {there}, "/sundsvall/places/kommunhuset", "Provtjänsten"},
                     {"topics", {{"topics", "bank"}, there}, "/sundsvall/places?topic=bank", "Kommunhuset"},
                     {"price", {{"price", "40"}}, "", "Price: 40 kr"},
                     {"price", {{"price", "41.50"}}, "", "41.50 kr"},
                     {"notes", {note}, "/sundsvall/staff/?q=provtj%C3%A4nsten", note.second, true}};
    add_hours(kind.specials);
    kind.specials.push_back(of_unit("services"));
    fill_and_find(kind);
}

TEST_F(EverythingShown, EveryFieldOfAnEService) {
    const auto answers = add("contacts", {{"title", "Provkontakten"}});
    FormOfKind kind{"e-services", {{"name", "Provansökan"}}, {}};
    kind.specials = {{"url", {{"url", "https://e.sundsvall.example/prov"}}, "", "https://e.sundsvall.example/prov"},
                     {"status", {{"status", "planned"}}, "", "Planned, not open yet"},
                     {"e_id_required", {{"e_id_required", "yes"}}, "", "Only with e-identification"},
                     {"e_id_possible", {{"e_id_possible", "yes"}}, "", "E-identification, such as BankID, can be used"},
                     {"paper_form", {{"paper_form", "yes"}}, "", "There is a paper form."},
                     {"digital_only", {{"digital_only", "1"}}, "", "You can get help to do it digitally."},
                     {"contact_id", {{"contact_id", answers}}, "", "Provkontakten"},
                     {"contact_role", {{"contact_id", answers}, {"contact_role", "Prov av roll"}}, "", "Prov av roll"},
                     {"topics", {{"topics", "bank"}}, "/sundsvall/e-services?topic=bank", "Provansökan"},
                     {"words", {{"words", "provordet"}}, "/sundsvall/search?q=provordet", "Provansökan"},
                     {"notes", {note}, "/sundsvall/staff/?q=provans%C3%B6kan", note.second, true},
                     of_unit("e-services")};
    fill_and_find(kind);
}

TEST_F(EverythingShown, EveryFieldOfAContact) {
    FormOfKind kind{"contacts", {{"title", "Provjouren"}}, {}};
    kind.specials = {{"phone", {{"phone", "060-55 12 34"}}, "", "060-55 12 34"},
                     {"email", {{"email", "prov@sundsvall.example"}}, "", "prov@sundsvall.example"},
                     {"fallback_place", {{"fallback_place", "sundsvall-kommunhuset"}}, "", "Kommunhuset"},
                     {"words", {{"words", "provordet"}}, "/sundsvall/search?q=provordet", "Provjouren"},
                     {"staff_only", {{"staff_only", "1"}}, "/sundsvall/staff/?q=provjouren", "/sundsvall/staff/contacts/", true},
                     {"status", {{"status", "paused"}}, "", "Closed for the time being"},
                     {"notes", {note}, "/sundsvall/staff/?q=provjouren", note.second, true}};
    add_hours(kind.specials);
    for (auto& special : kind.specials) {
        const bool is_hours = special.field.starts_with("hours_") && !special.given.empty();
        if (is_hours) special.given.emplace_back("phone", "060-55 12 34");
    }
    kind.specials.push_back(of_unit("contacts"));
    fill_and_find(kind);
}

TEST_F(EverythingShown, EverySettingOfTheMunicipality) {
    settings({{"phone", "060-19 10 01"}, {"phone_day_0", "7.41-16.43"}, {"phone_day_1", "7.42-16.43"},
              {"phone_day_2", "7.44-16.43"}, {"phone_day_3", "7.45-16.43"}, {"phone_day_4", "7.41-15.09"},
              {"phone_day_5", "9.11-10.12"}, {"phone_day_6", "9.13-10.14"},
              {"fallback_place", "sundsvall-kommunhuset"}, {"response_limit", "3"},
              {"response_unit", "days"}, {"page_languages", "sv"}, {"page_languages", "en"}, {"page_languages", "nb"},
              {"default_language", "nb"}, {"zone", "Europe/Oslo"}, {"primary_colour", "#005b99"},
              {"accessibility_reviewed", "2026-02-03"}, {"figures_hold", "3"}});
    const std::vector<Special> seen{{"phone", {}, "/sundsvall/", "060-19 10 01"},
                                    {"phone_day_0", {}, "/sundsvall/places/kommunhuset", "07:41–16:43"},
                                    {"phone_day_1", {}, "/sundsvall/places/kommunhuset", "07:42–16:43"},
                                    {"phone_day_2", {}, "/sundsvall/places/kommunhuset", "07:44–16:43"},
                                    {"phone_day_3", {}, "/sundsvall/", "closes at 16:43"},
                                    {"phone_day_4", {}, "/sundsvall/places/kommunhuset", "07:41–15:09"},
                                    {"phone_day_5", {}, "/sundsvall/places/kommunhuset", "09:11–10:12"},
                                    {"phone_day_6", {}, "/sundsvall/places/kommunhuset", "09:13–10:14"},
                                    {"fallback_place", {}, "/sundsvall/search?q=xyzzy", "Kommunhuset"},
                                    {"response_limit", {}, "/sundsvall/", "We answer e-mails and letters within 3 days."},
                                    {"response_unit", {}, "/sundsvall/", "3 days."},
                                    {"page_languages", {}, "/sundsvall/", "/nb/sundsvall/"},
                                    {"accessibility_reviewed", {}, "/sundsvall/accessibility", "3 February 2026"},
                                    {"primary_colour", {}, "/sundsvall/", "theme.css?v=005b99"}};
    const auto page = staff.get("/sundsvall/staff/settings");
    const auto form = testing::find_form(page.html, {}, "/staff/settings");
    ASSERT_TRUE(form);
    for (const auto& name : form->names) {
        if (is_of_the_form(name)) continue;
        if (name == "zone" || name == "default_language" || name == "figures_hold") continue;     // the three below
        const auto found = std::ranges::find(seen, name, &Special::field);
        ASSERT_NE(found, seen.end()) << name << ": where is it shown?";
        expect(name, found->page, found->shown);
    }
    testing::PageClient stranger{server};
    stranger.accept_language = "fi";
    EXPECT_TRUE(stranger.get("/sundsvall/").says("<html lang=\"nb\"")) << "default_language";
    EXPECT_EQ(application.municipalities.find_tenant("sundsvall")->zone, "Europe/Oslo") << "zone";
    EXPECT_EQ(application.municipalities.settings("2281").figures_hold, 3);
}

TEST_F(EverythingShown, EveryFieldOfAnOwnTopic) {
    const std::string url = "/sundsvall/staff/settings/topics";
    staff.submit(staff.get(url), {{"label", "Provämnet"}, {"maps_to", "bank"}, {"words", "provordet"},
                 {"list_code", "4.2.17"}}, "", "/topics");
    const auto list = staff.get(url);
    const auto topic = list.link("Provämnet");
    const auto form = testing::find_form(staff.get(topic).html, {}, "/topics/");
    ASSERT_TRUE(form);
    const std::vector<Special> seen{{"label", {}, "/sundsvall/staff/", "Provämnet", true},
                                    {"maps_to", {}, url, "Banking", true},
                                    {"words", {}, "/sundsvall/staff/?q=provordet", "Provämnet", true},
                                    {"list_code", {}, url, "4.2.17", true},
                                    {"position", {}, "/sundsvall/staff/", "Provämnet", true},
                                    {"hidden", {}, url, "Hidden", true}};
    for (const auto& name : form->names) {
        if (is_of_the_form(name)) continue;
        const auto found = std::ranges::find(seen, name, &Special::field);
        ASSERT_NE(found, seen.end()) << name << ": where is it shown?";
        if (name == "hidden") staff.submit(staff.get(topic), {{"hidden", "1"}}, "", "/topics/");
        expect(name, found->page, found->shown, found->by_staff);
    }
    EXPECT_FALSE(visitor.get("/sundsvall/search?q=provordet").says("Provämnet")) << "hidden";
}

}  // namespace
}  // namespace digilots::app
