// Units answer by a link; how far it is to help; who answers for what; examples as a feed.
#include "needs/reach.h"

#include <algorithm>

#include "needs/world_for_tests.h"

namespace digilots::needs {
namespace {

TEST_F(Needs, AUnitAnswersByItsLinkWithoutAnAccountAndOnce) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}, {"begins_with", {"template"}}});
    const auto id = add("mapping_invitation", {{"title", {"Home care north"}}, {"round", {round}}, {"area", {"support"}},
                                               {"open_until", {"2026-12-01"}}});
    ASSERT_NE(id, "");
    const auto url = "/sundsvall/needs/" + records("mapping_invitation").find(sundsvall, id)->text("secret");
    server.person.reset();
    auto visitor = server.client();
    const auto form = visitor.get("/en" + url);
    ASSERT_EQ(form.status, 200) << form.html;
    EXPECT_TRUE(form.says("Home care north: Support"));
    const auto field = "answer_" + question(round, "N1");
    const auto refused = visitor.submit(form, {{"role", ""}, {field, "Most ring the switchboard"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Most ring the switchboard")) << "nothing typed is lost";
    EXPECT_EQ(visitor.submit(form, {{"role", "assistant nurse"}, {field, "Ring 070-123 45 67"}}).status, 422);
    const auto count = [&] {
        auto& kind = records("mapping_answer");
        return kind.list(kind.around(sundsvall), {}, 10, 0).found;
    };
    EXPECT_EQ(count(), 0);
    const auto miscounted = visitor.submit(form, {{"role", "assistant nurse"}, {"informants", "some"}, {field, "Most ring"}});
    EXPECT_EQ(miscounted.status, 422) << miscounted.html;
    const testing::FormFields said{{"role", "assistant nurse"}, {"resident_asked", "yes"}, {"certainty", "assumed"},
                                   {"informants", "4"}, {field, "Most ring the switchboard"}};
    EXPECT_TRUE(visitor.submit(form, said).says("Thank you."));
    EXPECT_TRUE(visitor.submit(form, said).says("Thank you."));
    EXPECT_EQ(count(), 1) << "sent twice it is one";
    auto& kind = records("mapping_answer");
    const auto answer = kind.list(kind.around(sundsvall), {}, 1, 0).records.front();
    EXPECT_EQ(answer.text("state"), "draft");
    EXPECT_EQ(answer.text("source"), "Home care north");
    EXPECT_EQ(answer.text("certainty"), "assumed") << "a guess is told apart";
    EXPECT_EQ(answer.whole("informants"), 4);
    clock.set(testing::at("2026-12-02T10:00:00Z"));
    EXPECT_EQ(visitor.get_once("/en" + url).status, 410);
    EXPECT_EQ(visitor.get_once("/en/sundsvall/needs/made-up").status, 404);
    const auto late = visitor.post_once("/en" + url, {{"role", "nurse"}, {field, "Late words"}});
    EXPECT_EQ(late.status, 410);
    EXPECT_TRUE(late.says("Late words")) << "what was typed is given back";
    EXPECT_EQ(count(), 1);
}

TEST_F(Needs, AnEndedInvitationAnswersNoMore) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}, {"begins_with", {"template"}}});
    const auto id = add("mapping_invitation", {{"title", {"School"}}, {"round", {round}}, {"area", {"internal"}},
                                               {"open_until", {"2026-12-01"}}});
    auto& links = records("mapping_invitation");
    const auto secret = links.find(sundsvall, id)->text("secret");
    ASSERT_TRUE(links.set_use(links.around(sundsvall), id, register_::Records::Use::ended, "anna", base::Seen::anything()));
    server.person.reset();
    EXPECT_EQ(server.client().get_once("/en/sundsvall/needs/" + secret).status, 410);
    server.tenant.id = kramfors;
    EXPECT_EQ(server.client().get_once("/en/sundsvall/needs/" + secret).status, 404) << "of another municipality";
}

TEST(Reach, KnowsWhatIsNearAndWhatItDoesNotKnow) {
    directory::Place library;
    library.name = "Library";
    library.locality = "Town";
    library.latitude = 62.39;
    library.longitude = 17.31;
    library.hours.rule = "Mo-Fr 10:00-18:00";
    directory::Aid printer;
    printer.type = "printer";
    library.aids = {printer};
    library.support = {{"form_filling", "Fills in forms"}};
    directory::Place planned = library;
    planned.name = "Planned";
    planned.status = directory::Status::planned;
    directory::Place hall;
    hall.locality = "Nowhere";
    directory::Snapshot snapshot;
    directory::Place recycling = library;
    recycling.name = "Recycling";
    recycling.support = {};
    recycling.latitude = 62.89;
    directory::Place somewhere = library;
    somewhere.name = somewhere.locality = "Somewhere";
    somewhere.approximate_position = true;
    snapshot.places = {library, planned, hall, recycling, somewhere};
    const std::vector<municipality::Settlement> settlements{{"Town", 62.40, 17.31}, {"Far", 62.90, 17.31}};
    const auto all = reached(settlements, snapshot, 10);
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].places, 1);
    EXPECT_EQ(all[0].minutes, 5 * 8 * 60);
    EXPECT_TRUE(all[0].aids.contains("printer"));
    EXPECT_TRUE(all[0].help.contains("form_filling"));
    EXPECT_TRUE(all[1].help.empty());
    EXPECT_NEAR(*all[0].kilometres, 1.11, 0.01);
    EXPECT_EQ(all[1].places, 0);
    EXPECT_EQ(all[1].nearest, "Library");
    EXPECT_NEAR(*all[1].kilometres, 56.7, 0.1);
    EXPECT_FALSE(all[2].has_point) << "unknown, not far";
    EXPECT_FALSE(all[3].has_point) << "the middle of the municipality is no point of a village";
    EXPECT_FALSE(all[2].kilometres);
}

TEST(Reach, TellsWhoseTaskItIsFromWhatIsDoneBesides) {
    directory::Place library;
    library.latitude = 62.39;
    library.longitude = 17.31;
    library.support = {{"form_filling", "Fills in forms"}};
    auto home_care = library;
    home_care.limitations = {{"unofficial_support", "Not their task"}};
    directory::Snapshot snapshot;
    snapshot.places = {library, home_care};
    const auto all = reached({{"Town", 62.40, 17.31}}, snapshot, 10);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].places, 2);
    EXPECT_EQ(all[0].besides, 1);
}

TEST(Reach, FindsTheNearestOfManyAsIfEachWereLookedAt) {
    directory::Snapshot snapshot;
    for (int number = 0; number < 400; ++number) {
        directory::Place place;
        place.name = std::to_string(number);
        place.support = {{"advice", ""}};
        place.latitude = 60 + (number * 37 % 100) * 0.031;
        place.longitude = 14 + (number * 53 % 90) * 0.047;
        snapshot.places.push_back(place);
    }
    std::vector<municipality::Settlement> settlements;
    for (int number = 0; number < 60; ++number)
        settlements.push_back({"S" + std::to_string(number), 59.5 + number * 0.07, 13.5 + (number * 7 % 60) * 0.09});
    const auto all = reached(settlements, snapshot, 25);
    ASSERT_EQ(all.size(), settlements.size());
    for (std::size_t at = 0; at < all.size(); ++at) {
        double best = 1e9;
        std::int64_t near = 0;
        for (const auto& place : snapshot.places) {
            const auto away = kilometres_between(settlements[at].latitude, settlements[at].longitude, *place.latitude,
                                                 *place.longitude);
            best = std::min(best, away);
            near += away <= 25 ? 1 : 0;
        }
        EXPECT_NEAR(*all[at].kilometres, best, 1e-6) << all[at].settlement;
        EXPECT_EQ(all[at].places, near) << all[at].settlement;
    }
}

TEST_F(Needs, ThePageOfDistancesSaysWhereThereIsNoHelp) {
    const auto page = someone(http::Role::guide).get("/sundsvall/staff/needs/reach?within=5");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("nothing is known of distances yet")) << page.html;
    EXPECT_FALSE(page.says("No help so near")) << "nobody has said where help is: unknown, not none";
    EXPECT_TRUE(page.says("What is within 5 km of each settlement"));
}

TEST_F(Needs, WhatNobodyAnswersForAndWhatSeveralDoIsSaid) {
    ASSERT_NE(add("responsibility", {{"title", {"Bank"}}, {"topic", {"bank"}}, {"part", {"answers"}}}), "");
    ASSERT_NE(add("responsibility", {{"title", {"Print"}}, {"topic", {"print"}}, {"part", {"helps"}}}), "");
    const auto page = someone(http::Role::guide).get("/sundsvall/staff/needs/topics-by-function");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Answers for it")) << page.html;
    EXPECT_TRUE(page.says("Nothing is said yet of"));
    EXPECT_TRUE(page.says("Nobody answers for"));
    EXPECT_FALSE(page.says("Several answer for"));
}

TEST_F(Needs, ExamplesOfANetworkAreAFeed) {
    municipalities.save_network({"teo", "TEO", {sundsvall}});
    add("good_example", {{"title", {"Coffee & phones <together>"}}, {"shared", {"all"}}});
    add("good_example", {{"title", {"Kept at home"}}, {"shared", {"own"}}});
    add("good_example", {{"title", {"Of another"}}, {"shared", {"all"}}}, kramfors);
    server.person.reset();
    auto visitor = server.client();
    const auto json = visitor.send(http::Method::get, "/api/v1/networks/teo/examples");
    EXPECT_TRUE(json.says("Coffee ")) << json.html;
    EXPECT_FALSE(json.says("Kept at home"));
    EXPECT_FALSE(json.says("Of another")) << "no member";
    const auto feed = visitor.send(http::Method::get, "/api/v1/networks/teo/examples.atom");
    EXPECT_TRUE(feed.says("<title>Coffee &amp; phones &lt;together&gt;</title>")) << feed.html;
    EXPECT_TRUE(feed.says("</feed>"));
    EXPECT_EQ(visitor.send(http::Method::get, "/api/v1/networks/none/examples").status, 404);
}

TEST_F(Needs, AnAnswerStandsUnderAQuestionOfItsRound) {
    const auto before = add("mapping_round", {{"title", {"Spring"}}}), now = add("mapping_round", {{"title", {"Autumn"}}});
    const auto answer = [&](const std::string& of) {
        return add("mapping_answer",
                   {{"title", {"At the library"}}, {"round", {now}}, {"area", {"support"}}, {"question", {question(of, "N1")}}});
    };
    EXPECT_EQ(answer(before), "") << "it would be seen in neither round";
    EXPECT_NE(answer(now), "");
}

TEST_F(Needs, TheCoverageOfANetworkSaysHowCertainItIsAndWhetherAResidentWasAsked) {
    const auto round = add("mapping_round",
                           {{"title", {"Autumn"}}, {"mark", {"autumn"}}, {"shared", {"all"}}, {"intro", {"Read this first."}}});
    const auto say = [&](const char* title, const char* asked, const char* state) {
        register_::Draft draft{{"title", {title}}, {"round", {round}}, {"area", {"support"}}, {"state", {state}}};
        draft["question"] = {question(round, std::string(state) == "done" ? "N1" : "N2")};
        if (*asked != '\0') draft["resident_asked"] = {asked};
        ASSERT_NE(add("mapping_answer", draft), "");
    };
    say("Nobody said", "", "done");
    municipalities.save_network({"teo", "TEO", {sundsvall}});
    auto client = someone(http::Role::guide);
    const auto api = [&] { return client.get_once("/api/v1/networks/teo/coverage?round=autumn"); };
    EXPECT_TRUE(api().says("\"municipalities\":[\"2281\"]")) << api().html;
    EXPECT_TRUE(api().says("\"certainty\":{\"stated\":1},\"resident_voice\":null")) << api().html;
    say("Residents said", "yes", "done");
    EXPECT_TRUE(api().says("\"answers\":2,\"certainty\":{\"stated\":2},\"resident_voice\":1")) << api().html;
    say("Typed by a unit", "no", "draft");
    EXPECT_FALSE(api().says("\"N2\",\"answers\"")) << "what is not done is shared with nobody";
    const auto coverage = client.get("/sundsvall/staff/needs/coverage?round=" + round);
    EXPECT_TRUE(coverage.says("1 of 2 findings have a resident")) << coverage.html;
    EXPECT_TRUE(coverage.says("Of 1 finding nobody has said"));
    EXPECT_TRUE(coverage.says("1 finding is a draft or being looked over"));
    const auto report = client.get("/sundsvall/staff/needs/report?round=" + round);
    EXPECT_TRUE(report.says("Typed by a unit [Draft]")) << report.html;
    EXPECT_TRUE(report.says("Read this first."));
}

TEST_F(Needs, ProgramsKnowWhatMembersAskBesideThe24) {
    take_mapping_in();
    municipalities.save_network({"teo", "TEO", {sundsvall, kramfors}});
    add("mapping_question",
        {{"title", {"Asked beside them"}}, {"code", {"E1"}}, {"part", {"current"}}, {"round", {"tusen-vagar-in"}}});
    server.person.reset();
    auto visitor = server.client();
    const std::string url = "/api/v1/networks/teo/coverage?round=tusen-vagar-in-2022";
    const auto coverage = visitor.send(http::Method::get, url);
    EXPECT_TRUE(coverage.says("{\"code\":\"E1\",\"part\":\"current\",\"text\":\"Asked beside them\"}")) << coverage.html;
    municipalities.save_network({"teo", "TEO", {kramfors}});
    EXPECT_FALSE(visitor.send(http::Method::get, url).says("Asked beside them")) << "no member asks it";
}

TEST_F(Needs, ProgramsReadAnswersOfAnImportPageByPage) {
    take_mapping_in();
    auto program = testing::person_with(http::Role::guide);
    program.account_id.clear();
    program.role.reset();
    program.token_id = "reader";
    program.scopes = {"needs:read"};
    server.person = program;
    auto client = server.client();
    const auto read = [&](const std::string& query) {
        return client.send(http::Method::get, "/api/v1/sundsvall/needs/answers?limit=2" + query, "", {{"Authorization", "Bearer x"}});
    };
    const auto first = read("");
    const std::string before = "\"next\":\"";
    const auto at = first.html.find(before + "tusen-vagar-in-");
    ASSERT_NE(at, std::string::npos) << first.html;
    const auto begin = at + before.size();
    EXPECT_EQ(read("&cursor=" + first.html.substr(begin, first.html.find('"', begin) - begin)).status, 200);
    EXPECT_EQ(read("&cursor=never-there").status, 400);
    EXPECT_FALSE(read("&certainty=hearsay").says("\"certainty\":\"stated\""));
}

TEST_F(Needs, ActivitiesAreCountedByTheStepThatTheyHelpWith) {
    const auto served = [&](std::int64_t with_skills) {
        const auto number = [=](const std::string&, const std::string& step) { return step == "skills" ? with_skills : 0; };
        const auto needs = slice(*database, clock, municipalities, directory, others(),
                                 {.activities_by_step = number, .requests_by_locality = nullptr, .contacts_by_barrier = nullptr});
        testing::PageServer beside{routes_of({needs}), clock};
        beside.person = testing::person_with(http::Role::guide);
        auto client = beside.client();
        client.accept_language = "en";
        return client.get("/sundsvall/staff/needs");
    };
    const auto page = served(3);
    EXPECT_TRUE(page.says("Activities by step of the stair") && page.says("/staff/activities?steps=skills")) << page.html;
    EXPECT_FALSE(served(0).says("Activities by step of the stair")) << "nobody has said it";
}

TEST_F(Needs, RequestsStandBesideTheirSettlementAndThoseOfNoRowAreSaid) {
    const auto requests = [](const std::string&) {
        return std::map<std::string, std::int64_t>{{"sundsvall", 7}, {"nowhere", 4}};
    };
    const auto needs = slice(*database, clock, municipalities, directory, others(),
                             {.activities_by_step = nullptr, .requests_by_locality = requests, .contacts_by_barrier = nullptr});
    testing::PageServer beside{routes_of({needs}), clock};
    beside.person = testing::person_with(http::Role::guide);
    auto client = beside.client();
    client.accept_language = "en";
    const auto page = client.get("/sundsvall/staff/needs/reach");
    EXPECT_TRUE(page.says("4 requests for activities come from places that have no row here.")) << page.html;
    EXPECT_TRUE(page.says("Inhabitants"));
}

TEST_F(Needs, GroupsWithNobodyToAskAreCounted) {
    add("needs_group", {{"title", {"Older in villages"}}, {"people", {"640"}}, {"year", {"2025"}}, {"has_somebody", {"no"}}});
    add("needs_group", {{"title", {"Young"}}, {"has_somebody", {"yes"}}});
    add("needs_group", {{"title", {"Not stated"}}});
    const auto page = someone(http::Role::guide).get("/sundsvall/staff/needs");
    EXPECT_TRUE(page.says("In 1 of 2 groups where it is stated, most have nobody to ask.")) << page.html;
    EXPECT_TRUE(page.says("about 640 people"));
    EXPECT_FALSE(page.says("Groups by step of the stair")) << "no group says where it stands";
    add("needs_group", {{"title", {"New to it"}}, {"steps", {"motivation", "access"}}});
    const auto stair = someone(http::Role::guide).get("/sundsvall/staff/needs");
    EXPECT_TRUE(stair.says("Groups by step of the stair")) << stair.html;
    EXPECT_TRUE(stair.says("/staff/needs/groups?steps=access"));
}

TEST_F(Needs, WhatBelongsToSomethingThatHasEndedCanStillBePutRight) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}, {"begins_with", {"template"}}});
    const auto asked = question(round, "N1");
    auto& rounds = records("mapping_round");
    ASSERT_TRUE(rounds.set_use(rounds.around(sundsvall), round, register_::Records::Use::ended, "anna", base::Seen::anything()));
    auto client = someone(http::Role::coordinator);
    const auto form = client.get("/sundsvall/staff/needs/questions/" + asked + "/change");
    ASSERT_EQ(form.status, 200) << form.html;
    EXPECT_EQ(client.submit(form, {{"title", "What do they meet first?"}}, "", "/change").status, 200);
    const auto changed = records("mapping_question").find(sundsvall, asked);
    EXPECT_EQ(changed->text("title"), "What do they meet first?");
    EXPECT_EQ(changed->text("round"), round) << "it stays where it belongs";
}

}  // namespace

}  // namespace digilots::needs
