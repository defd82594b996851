// Whoever is limited to a unit opens no form of another unit's record; and where one became another's while its form stood
// open, all that was typed is on the page that says so. Walks all routes: a new one is held to it, too.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

#include "app/arranged_session_for_tests.h"
#include "app/town_for_tests.h"
#include "platform/register/through.h"
#include "platform/testing/html_form.h"

namespace digilots::app {
namespace {

/// Nothing is typed there.
const std::set<std::string> are_buttons{"delete", "end", "undo", "use"};

constexpr const char *town_of_two = "2281", *typed_words = "Orden som skrevs";

class OtherUnitsForms : public ::testing::Test, public TownForTests {
protected:
    OtherUnitsForms() {
        auto& units = application.organisation.unit_records();
        ours = units.add(units.around(town_of_two), {{"name", {"Library"}}}, "admin")->id;
        theirs = units.add(units.around(town_of_two), {{"name", {"School"}}}, "admin")->id;
        pages_of_a_session(application);
        for (auto* records : all_of(application.slices, &Slice::registers)) {
            const auto* unit = records->declaration().find("unit");
            if (unit == nullptr || unit->source.empty() || records->declaration().key == "unit") continue;
            for (const auto& one : records->list(records->around(town_of_two), {}, 3, 0).records) give(*records, one.id, theirs);
        }
        application.refresh();
        const auto programme = application.activities.programme(town_of_two);
        for (const auto& activity : programme->activities)
            for (const auto& session : activity.sessions) {
                ids.push_back(session.id);
                for (const auto& one : application.activities.signed_up(town_of_two, session.id)) ids.push_back(one.id);
            }
        auto keeper = gatekeeper();
        keeper.find_session = [&, before = keeper.find_session](std::string_view session, base::Instant now) {
            auto identity = before(session, now);
            identity->unit = ours;
            identity->only_unit = true;
            return identity;
        };
        for_limited = std::make_unique<http::Server>(http::ServerOptions{}, application.routes(), keeper,
                                                     error_page_for(application.routes(), application.municipalities), clock);
        limited = std::make_unique<testing::PageClient>(*for_limited);
        limited->cookies()["session"] = "administrator";
    }

    void give(register_::Records& records, const std::string& id, const std::string& unit) {
        EXPECT_TRUE(records.take_step(records.around(town_of_two), id, {"changed", {{"unit", unit}}}, "admin")) << id;
        ids.push_back(id);
    }
    /// Of one record, such as "/{municipality}/staff/sessions/{session}/cancel".
    static bool is_of_one(const http::Route& route, http::Method method) {
        const std::string before = "/{municipality}/staff/";
        if (route.method != method || !route.path.starts_with(before)) return false;
        return std::ranges::count(route.path, '{') == 2;
    }
    static std::string last_of(const std::string& url) { return url.substr(url.rfind('/') + 1); }
    static std::string address_of(std::string path, const std::string& id) {
        path.replace(0, std::string("/{municipality}").size(), "/sundsvall");
        const auto open = path.find('{');
        return path.replace(open, path.find('}') - open + 1, id);
    }
    std::string token() {
        const auto form = testing::find_form(limited->get("/sundsvall/staff/settings/tokens").html, {{"csrf_token", ""}}, "");
        for (const auto& [name, value] : form->values)
            if (name == "csrf_token") return value;
        return "";
    }

    std::string ours, theirs;
    std::vector<std::string> ids;
    std::unique_ptr<http::Server> for_limited;
    std::unique_ptr<testing::PageClient> limited;
};

TEST_F(OtherUnitsForms, OpenForNobodyWhoIsLimited) {
    std::set<std::string> posts;
    for (const auto& route : application.routes())
        if (is_of_one(route, http::Method::post)) posts.insert(route.path);
    int opened = 0, refused = 0;
    for (const auto& route : application.routes()) {
        if (!is_of_one(route, http::Method::get) || !posts.contains(route.path)) continue;
        for (const auto& id : ids) {
            const auto url = address_of(route.path, id);
            const auto page = limited->get(url);
            opened += page.status == 200 ? 1 : 0;
            refused += page.status == 403 ? 1 : 0;
            EXPECT_TRUE(page.status != 200 || !page.says("action=\"" + url + "\"")) << url << " stands open as a form";
        }
    }
    EXPECT_GT(refused, 10);
}

TEST_F(OtherUnitsForms, SentAllTheSameChangeNothingAndKeepWhatWasTyped) {
    const auto csrf = token();
    int refused = 0;
    for (const auto& route : application.routes()) {
        if (!is_of_one(route, http::Method::post)) continue;
        for (const auto& id : ids) {
            const auto url = address_of(route.path, id);
            testing::FormFields fields{{"csrf_token", csrf}, {"sure", "yes"}, {"seen", "x"}, {"step", "add"}};
            for (const char* name : {"reason", "note", "title", "text", "name", "led_by"}) fields.emplace_back(name, typed_words);
            const auto answer = limited->post_once(url, fields);
            EXPECT_TRUE(answer.status >= 400 || are_buttons.contains(last_of(url))) << url << ": " << answer.status;
            if (answer.status != 403 || are_buttons.contains(last_of(url))) continue;
            ++refused;
            EXPECT_TRUE(answer.says(typed_words)) << url << " loses what was typed";
        }
    }
    EXPECT_GT(refused, 20);
}

TEST_F(OtherUnitsForms, OfNumbersSayItBeforeAnybodyTypesAndKeepThemForTheRightPlace) {
    const auto places = application.directory.snapshot(town_of_two)->places;
    change("places", places[0].id, {{"unit", ours}});
    change("places", places[1].id, {{"unit", theirs}});
    const std::string sheet = "/en/sundsvall/staff/counts/sheet";
    const auto own = limited->get(sheet);
    EXPECT_TRUE(own.says("Save the sheet") && own.says("value=\"" + places[0].id + "\" selected")) << own.html;
    EXPECT_FALSE(own.says("value=\"" + places[1].id + "\"")) << "places of other units are not offered";
    const auto other = limited->get(sheet + "?place=" + places[1].id);
    EXPECT_TRUE(other.says("The place belongs to another unit") && !other.says("Save the sheet")) << other.html;
    const auto visitors = limited->get("/en/sundsvall/staff/counts/visitors?place=" + places[1].id);
    EXPECT_TRUE(visitors.says("The place belongs to another unit") && !visitors.says("name=\"more\"")) << visitors.html;
    // It becomes another unit's while the sheet is filled in.
    change("places", places[0].id, {{"unit", theirs}});
    change("places", places[1].id, {{"unit", ours}});
    const auto kept = limited->submit(own, {{"v0", "31"}}, "", "/counts/sheet");
    EXPECT_TRUE(kept.status == 422 && kept.says("name=\"v0\" value=\"31\"") && kept.says("belongs to another unit")) << kept.html;
    EXPECT_TRUE(limited->submit(kept, {{"place", places[1].id}}, "", "/counts/sheet").says("The sheet is saved."));
}

}  // namespace
}  // namespace digilots::app
