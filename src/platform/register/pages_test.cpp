// What a person does with a register: look, search, add, change, end, delete; and two who do so at once.
#include "platform/register/pages.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/html/error_page.h"
#include "platform/html/form_again.h"
#include "platform/register/register_for_tests.h"
#include "platform/register/statements.h"

namespace digilots::register_ {
namespace {

constexpr const char* ring_list = "/sundsvall/staff/rings";

class RegisterPages : public ::testing::Test, protected RegisterWorld {
protected:
    http::Gatekeeper gatekeeper() {
        http::Gatekeeper keeper;
        keeper.find_tenant = [](std::string_view slug) -> std::optional<http::Tenant> {
            http::Tenant tenant{std::string(slug == "sundsvall" ? sundsvall : harnosand),
                                std::string(slug),
                                std::string(slug),
                                "Europe/Stockholm",
                                {"sv", "nb", "en"},
                                "",
                                false,
                                ""};
            if (slug == "sundsvall" || slug == "harnosand") return tenant;
            return std::nullopt;
        };
        keeper.find_session = [](std::string_view token, base::Instant) -> std::optional<http::Identity> {
            const int role = token.back() - '0';
            auto person = testing::person_with(static_cast<http::Role>(role));
            person.account_id = "anna";
            return person;
        };
        keeper.fill_again = html::form_again;
        keeper.has_changed_since = html::has_changed_since;
        keeper.last_change = [](std::string_view, std::string_view) {
            return http::LastChange{"Bo", testing::at("2026-11-26T09:00:00Z")};
        };
        return keeper;
    }

    testing::PageClient as(http::Role role) {
        testing::PageClient client(server);
        client.cookies()["session"] = "role-" + std::to_string(static_cast<int>(role));
        return client;
    }

    static http::Routes routes_of(Records& one, Records& other) {
        auto routes = register_routes(one);
        for (auto& route : register_routes(other)) routes.push_back(std::move(route));
        return routes;
    }

    std::string url(const Record& record, const char* rest = "") const {
        return std::string(partner_list) + "/" + record.id + rest;
    }

    http::ServerOptions without_limits() {
        http::ServerOptions options;
        options.rate_limits = false;
        return options;
    }
    http::Server server{without_limits(), routes_of(partners, rings), gatekeeper(), html::error_page, clock};
    testing::PageClient guide = as(http::Role::guide), coordinator = as(http::Role::coordinator),
                        administrator = as(http::Role::administrator);
};

TEST_F(RegisterPages, EachAddressOpensForItsRoleAlone) {
    const auto record = add(full_partner());
    EXPECT_EQ(guide.get(partner_list).status, 200);
    EXPECT_EQ(guide.get(url(record)).status, 200);
    EXPECT_EQ(guide.get(std::string(partner_list) + "/table").status, 200);
    for (const auto& address : {std::string(partner_list) + "/new", url(record, "/change"),
                                std::string(partner_list) + "/import"}) {
        EXPECT_EQ(guide.get(address).status, 404) << address;
        EXPECT_EQ(coordinator.get(address).status, 200) << address;
    }
    EXPECT_FALSE(guide.get(url(record)).says("/change"));
    EXPECT_TRUE(coordinator.get(url(record)).says("/change"));
    EXPECT_FALSE(coordinator.get(url(record)).says("/delete"));
    EXPECT_TRUE(administrator.get(url(record)).says("/delete"));
    EXPECT_EQ(coordinator.get(ring_list).status, 200);
    EXPECT_FALSE(coordinator.get(ring_list).says("name=\"title\""));
    administrator.submit(administrator.get(ring_list), {{"title", "Ett"}});
    const auto ring = rings.all(sundsvall).front().id;
    EXPECT_TRUE(administrator.get(ring_list).says(ring));
    const auto read = coordinator.get(coordinator.get(ring_list).link("Ett"));
    EXPECT_TRUE(read.says("Ett") && !read.says("name=\"title\"")) << "who may not change it reads it";
}

TEST_F(RegisterPages, EveryRouteNamesARole) {
    for (const auto& route : register_routes(partners)) {
        if (route.path.starts_with("/api/")) continue;
        const bool deletes = route.path.ends_with("/delete"), changes = route.method == http::Method::post;
        const auto least = deletes ? http::Access::administrator : http::Access::coordinator;
        if (changes) {
            EXPECT_EQ(route.access, least) << route.path;
        } else {
            EXPECT_TRUE(route.access == http::Access::guide || route.access == http::Access::coordinator)
                << route.path;
        }
    }
    EXPECT_EQ(register_routes(rings).size(), 8u);
}

TEST_F(RegisterPages, WhatIsFilledInIsShownInTheListAndOnItsPage) {
    const auto form = coordinator.get(std::string(partner_list) + "/new");
    EXPECT_TRUE(form.says("What they do")) << "a section";
    testing::FormFields fields;
    for (const auto& [input, values] : full_partner())
        for (const auto& value : values) fields.emplace_back(input, value);
    const auto asked = coordinator.submit(form, fields);
    EXPECT_TRUE(asked.says("“Åsa Folkhögskola” may be a person’s name")) << asked.html;
    const auto page = coordinator.submit(asked, {}, "", partner_list);
    EXPECT_EQ(page.status, 200) << page.html;
    EXPECT_TRUE(page.says("It is added."));
    EXPECT_EQ(page.heading(), "Åsa Folkhögskola");
    for (const char* shown :
         {"Kurser", "för alla", "ÅFH", "Folkis", "12", "1,250.50", "4 March 2026",
          "1 January 2026 to 31 December 2026", "School", "Company", "Study circle", "Bibliotekschefen",
          "060-19 10 00", "hej@folkis.example", "https://folkis.example/kurser", "#0055bb", "Yes", "No"})
        EXPECT_TRUE(page.says(shown)) << shown;
    EXPECT_TRUE(page.says("href=\"/sundsvall/staff/contacts/c1\"")) << page.html;
    EXPECT_TRUE(page.says("href=\"mailto:hej@folkis.example\""));
    EXPECT_TRUE(page.says("href=\"tel:"));
    EXPECT_TRUE(page.says("Anna")) << "who added it";
    const auto shown = guide.get(partner_list);
    EXPECT_TRUE(shown.says("Åsa Folkhögskola"));
    EXPECT_TRUE(shown.says("1 found"));
}

TEST_F(RegisterPages, AFormThatIsSentTwiceAddsOneAndAnotherContentAnother) {
    const auto form = coordinator.get(std::string(partner_list) + "/new");
    for (const char* name : {"Ett", "Ett", "Två", "Ett"}) {
        const auto page = coordinator.submit(form, {{"name", name}, {"kind", "school"}});
        EXPECT_EQ(page.heading(), name) << page.html;
    }
    EXPECT_EQ(partners.list(around(), {}, 10, 0).found, 2);
    const auto list = administrator.get(ring_list);
    for (int time = 0; time < 2; ++time) administrator.submit(list, {{"title", "Ring"}});
    EXPECT_EQ(rings.all(sundsvall).size(), 1u);
}

TEST_F(RegisterPages, WhatIsWrongIsSaidAtItsFieldAndStaysTyped) {
    auto form = coordinator.get(std::string(partner_list) + "/new");
    const auto page = coordinator.submit(form, {{"about", "Det jag skrev"},
                                                {"staff", "många"},
                                                {"rate", "dyrt"},
                                                {"met_on", "i går"},
                                                {"starts", "2026-02-02"},
                                                {"stops", "2026-01-01"},
                                                {"phone", "ring"},
                                                {"email", "a@b"},
                                                {"site", "javascript:alert(1)"},
                                                {"colour", "blå"}});
    EXPECT_EQ(page.status, 422);
    for (const char* said :
         {"Fill in this field.", "Write a whole number, such as 12.", "Write an amount in kronor",
          "Write a date, such as", "The last day comes before the first.", "Write one phone number",
          "Write one e-mail address", "Write the whole address", "Write the colour as #", "Det jag skrev",
          "många"})
        EXPECT_TRUE(page.says(said)) << said;
    EXPECT_EQ(partners.list(around(), {}, 10, 0).found, 0);
}

TEST_F(RegisterPages, TheListSearchesFiltersAndSorts) {
    add(full_partner());
    add({{"name", {"Beta"}}, {"kind", {"company"}}, {"staff", {"3"}}});
    auto page = guide.submit(guide.get(partner_list), {{"q", "folkhog"}});
    EXPECT_TRUE(page.says("Åsa Folkhögskola") && !page.says(">Beta<"));
    page = guide.submit(guide.get(partner_list), {{"kind", "company"}});
    EXPECT_TRUE(!page.says("Åsa Folkhögskola") && page.says(">Beta<"));
    const auto sorted = guide.get(guide.get(partner_list).link("People"));
    EXPECT_TRUE(sorted.says("aria-sort=\"ascending\""));
    EXPECT_LT(sorted.html.find(">Beta<"), sorted.html.find("Åsa Folk"));
    const auto turned = guide.get(sorted.link("People"));
    EXPECT_TRUE(turned.says("aria-sort=\"descending\""));
    EXPECT_GT(turned.html.find(">Beta<"), turned.html.find("Åsa Folk"));
    const auto filtered = guide.submit(turned, {{"kind", "school"}});
    EXPECT_NE(filtered.url.find("sort=-staff"), std::string::npos) << "the order stays when one filters";
}

TEST_F(RegisterPages, WhatNobodyCanChooseInAnAddressIsLeftOut) {
    add(full_partner());
    for (const char* query :
         {"?kind=nonsense", "?sort=about", "?sort=version;DROP", "?size=100000", "?page=99999999999",
          "?page=-1", "?starts=%01", "?q=%25", "?ended=2", "?name=Beta"})
        EXPECT_TRUE(guide.get(std::string(partner_list) + query).says("Åsa Folkhögskola")) << query;
}

TEST_F(RegisterPages, LongListsComeInPages) {
    for (int i = 0; i < 60; ++i) add({{"name", {"Partner " + std::to_string(100 + i)}}});
    auto first = guide.get(partner_list);
    EXPECT_TRUE(first.says("60 found"));
    EXPECT_TRUE(first.says("Partner 149") && !first.says("Partner 150"));
    const auto second = guide.get(first.link("Next"));
    EXPECT_TRUE(second.says("Partner 150") && !second.says("Partner 149"));
    EXPECT_TRUE(guide.get(std::string(partner_list) + "?size=100").says("Partner 159"));
    EXPECT_TRUE(guide.get(std::string(partner_list) + "?page=9").says("Partner 159"))
        << "beyond the end is the last";
}

TEST_F(RegisterPages, TheLaterSaveSeesBothAndChooses) {
    const auto record = add(full_partner());
    auto other = as(http::Role::coordinator);
    const auto early = coordinator.get(url(record, "/change")), late = other.get(url(record, "/change"));
    EXPECT_TRUE(coordinator.submit(early, {{"name", "Den första"}}).says("The change is saved."));
    const auto told = other.submit(late, {{"name", "Den andra"}});
    ASSERT_EQ(told.status, 409) << told.html;
    EXPECT_TRUE(told.says("theirs.name") && told.says("Den första") && told.says("Den andra") &&
                told.says("Bo"));
    EXPECT_EQ(partners.find(sundsvall, record.id)->text("name"), "Den första");
    const auto kept = other.submit(told, {{"keep.name", "mine"}});
    EXPECT_EQ(kept.status, 200) << kept.html;
    EXPECT_EQ(partners.find(sundsvall, record.id)->text("name"), "Den andra");
}

TEST_F(RegisterPages, WhatIsWrongIsToldTogetherWithWhatSomebodyElseSaved) {
    const auto record = add(full_partner());
    auto other = as(http::Role::coordinator);
    const auto early = coordinator.get(url(record, "/change")), late = other.get(url(record, "/change"));
    coordinator.submit(early, {{"name", "Den första"}});
    const auto told = other.submit(late, {{"name", "Den andra"}, {"staff", "many"}, {"rate", "dear"}});
    ASSERT_EQ(told.status, 409) << told.html;
    EXPECT_TRUE(told.says("theirs.name") && told.says("Den första") && told.says("Den andra") && told.says("Bo")) << told.html;
    for (const char* field : {"href=\"#staff\"", "href=\"#rate\""}) EXPECT_TRUE(told.says(field)) << field << told.html;
    EXPECT_TRUE(told.says("many"));
    EXPECT_EQ(partners.find(sundsvall, record.id)->text("name"), "Den första");
}

TEST_F(RegisterPages, WhatIsDeletedMeanwhileLeavesWhatWasTyped) {
    const auto record = add(full_partner());
    const auto open = coordinator.get(url(record, "/change"));
    EXPECT_TRUE(partners.remove(around(), record.id, "bo", base::Seen::anything()));
    const auto told = coordinator.submit(open, {{"about", "Skrivet länge"}});
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("Skrivet länge"));
}

TEST_F(RegisterPages, ARecordIsEndedUsedAgainAndDeletedAfterAQuestion) {
    const auto record = add(full_partner());
    auto page = administrator.submit(administrator.get(url(record)), {}, "", "/end");
    EXPECT_TRUE(page.says("It has ended"));
    EXPECT_FALSE(guide.get(partner_list).says("Åsa Folkhögskola"));
    EXPECT_TRUE(guide.submit(guide.get(partner_list), {{"ended", "1"}}).says("(ended)"));
    page = administrator.submit(page, {}, "", "/use");
    EXPECT_TRUE(guide.get(partner_list).says("Åsa Folkhögskola"));
    const auto asked = administrator.submit(page, {}, "", "/delete");
    EXPECT_TRUE(asked.says("Delete “Åsa Folkhögskola”?"));
    EXPECT_TRUE(partners.find(sundsvall, record.id)) << "not yet";
    EXPECT_TRUE(administrator.submit(asked, {}, "", "/delete").says("It is deleted."));
    EXPECT_FALSE(partners.find(sundsvall, record.id));
}

TEST_F(RegisterPages, AnotherMunicipalitysRecordIsNoPageHere) {
    auto draft = full_partner();
    draft.erase("contact");
    const auto theirs = add(draft, harnosand);
    for (const char* rest : {"", "/change"}) EXPECT_EQ(administrator.get(url(theirs, rest)).status, 404);
    EXPECT_EQ(administrator.get("/harnosand/staff/partners/" + theirs.id).status, 404)
        << "nor is their address mine";
    const auto form = administrator.get(std::string(partner_list) + "/new").html;
    const auto token = testing::find_form(form, {}, "/new")->values.front().second;
    for (const char* rest : {"/change", "/end", "/delete"}) {
        const auto answer = administrator.post_once(
            url(theirs, rest), {{"csrf_token", token}, {"name", "Min"}, {"kind", "school"}, {"sure", "yes"}});
        EXPECT_TRUE(answer.status == 404 || answer.status == 409) << rest << " " << answer.status;
    }
    EXPECT_EQ(*partners.find(harnosand, theirs.id), theirs);
}

TEST_F(RegisterPages, FewAreAddedBelowTheirListAndPutInOrder) {
    const auto empty = administrator.get(ring_list);
    EXPECT_TRUE(empty.says("There is nothing here yet."));
    EXPECT_TRUE(administrator.submit(empty, {{"title", "Ett"}}).says("It is added."));
    administrator.submit(administrator.get(ring_list), {{"title", "Två"}});
    EXPECT_EQ(administrator.submit(administrator.get(ring_list), {{"title", ""}}).status, 422);
    const auto last = rings.all(sundsvall).back();
    const auto form = administrator.get(std::string(ring_list) + "/" + last.id);
    EXPECT_TRUE(administrator.submit(form, {{"position", "1"}}).says("The change is saved."));
    EXPECT_EQ(rings.all(sundsvall).front().text("title"), "Två");
}

TEST_F(RegisterPages, PagesAreReadInSwedishAndNorwegian) {
    const auto record = add(full_partner());
    for (const char* language : {"/sv", "/nb"}) {
        for (const auto& address : {std::string(partner_list), url(record), url(record, "/change"),
                                    std::string(partner_list) + "/import"}) {
            const auto page = coordinator.get(language + address);
            EXPECT_EQ(page.status, 200) << language << address;
            for (const char* english :
                 {"found<", "Download as a table (CSV)", "Back without saving", "What has happened", "Look at it first"})
                EXPECT_FALSE(page.says(english)) << language << address << " " << english;
        }
    }
}

}  // namespace
}  // namespace digilots::register_
