// What members share, by whom it is seen; figures that are approved, locked and corrected; members beside each other.
#include "app/networks_for_tests.h"
#include "platform/files/media.h"
#include "platform/register/every_statement_for_tests.h"

namespace digilots::app {
namespace {

constexpr const char *timra = "2262", *sundsvall = "2281", *kramfors = "2282", *period = "2026-Q3";

struct Networks : ::testing::Test {
    base::TestClock clock{testing::at("2026-10-12T09:00:00Z")};
    InstallationForTests here{clock, {timra, sundsvall, kramfors}};

    Networks() { here.application->municipalities.save_network({"teo", "TEO", {timra, sundsvall}, timra}); }

    std::string share(const char* title, const char* level, const char* network = "teo", const char* kind = "network_note") {
        return here.add(kind, sundsvall, {{"title", {title}}, {"network", {network}}, {"level", {level}}});
    }
    bool is_seen(const std::string& title, const std::string& url, const std::string& session) {
        return here.as(session).get_once(url).says(title);
    }
    void log_and_release() {
        for (const char* day : {"2026-07-15", "2026-08-14", "2026-09-15"})
            for (const char* id : {timra, sundsvall}) here.log(id, day, 40, "print");
        here.release();
    }
    testing::Page press(const std::string& session, const std::string& slug, const std::string& action,
                        const testing::FormFields& fields = {{"reason", ""}}) {
        auto client = here.as(session);
        const auto page = client.get("/" + slug + "/staff/networks/teo/figures?period=2026-Q3");
        return client.submit(page, fields, "", action);
    }
};

TEST_F(Networks, EveryStatementOfEveryRegisterRuns) {
    for (const auto& slice : here.application->slices)
        if (slice.name == "network")
            for (const auto* one : slice.registers) register_::run_every_statement(*one, one->around(sundsvall));
}

TEST_F(Networks, WhatIsSharedIsSeenByThoseItIsSharedWith) {
    share("Kept at home", "municipality");
    share("Told to members", "network");
    share("Told to all", "public");
    share("Nothing said", "");
    share("Of no network", "public", "");
    const std::string open = "/networks/teo", api = "/api/v1/networks/teo", member = "/timra/staff/networks/teo";
    for (const auto& [title, to_members, to_all] : {std::tuple("Kept at home", false, false), {"Told to members", true, false},
                                                    {"Told to all", true, true}, {"Nothing said", true, false},
                                                    {"Of no network", false, false}}) {
        EXPECT_EQ(is_seen(title, member, "2262/guide"), to_members) << title;
        EXPECT_EQ(is_seen(title, open, ""), to_all) << title;
        EXPECT_EQ(is_seen(title, api, ""), to_all) << title;
    }
    EXPECT_EQ(here.as("2282/administrator").get_once("/kramfors/staff/networks/teo").status, 404) << "no member";
    EXPECT_EQ(here.as("2282/administrator").get_once("/timra/staff/networks/teo").status, 404);
    EXPECT_TRUE(is_seen("Told to members", "/staff/network/teo", "viewer/teo"));
    EXPECT_FALSE(is_seen("Kept at home", "/staff/network/teo", "viewer/teo"));
    EXPECT_EQ(here.as("viewer/norr").get_once("/staff/network/teo").status, 404) << "of another network";
    EXPECT_EQ(here.as("").get_once(open).status, 200);
    EXPECT_EQ(here.as("").get_once("/networks/none").status, 404);
}

TEST_F(Networks, FilesOfANoteAreOpenToWhoeverReadsTheNote) {
    auto& notes = here.records("network_note");
    const std::string open = "/networks/teo", member = "/timra/staff/networks/teo";
    for (const auto& [level, to_all, to_members] :
         {std::tuple("public", 200, 200), {"network", 404, 200}, {"municipality", 404, 404}}) {
        const auto id = share(level, level);
        const auto add = [&](const char* name, bool is_shown) {
            const auto added = notes.add_file(notes.around(sundsvall), id, {.name = name, .is_shown = is_shown},
                                              {files::media_type("text/plain"), std::string("words of ") + name}, "anna");
            EXPECT_TRUE(added);
            return "/files/2281/" + id + "/" + added->id + "/" + added->file_name();
        };
        const auto shown = add("Karta", true), kept = add("Utkast", false);
        EXPECT_EQ(here.as("").get_once(open + shown).status, to_all) << level;
        EXPECT_EQ(here.as("2262/guide").get_once(member + shown).status, to_members) << level;
        EXPECT_EQ(here.as("").get_once(open).says(shown), to_all == 200) << level;
        EXPECT_EQ(here.as("2262/guide").get_once(member).says(shown), to_members == 200) << level;
        EXPECT_EQ(here.as("2262/guide").get_once(member + kept).status, 404) << "kept to its owner";
        EXPECT_EQ(here.as("2282/guide").get_once("/kramfors/staff/networks/teo" + shown).status, 404) << "no member";
    }
}

TEST_F(Networks, GoodExamplesOfMembersStandOnTheirPage) {
    for (const char* shared : {"own", "network", "all"})
        here.add("good_example", sundsvall, {{"title", {std::string("Done for ") + shared}}, {"shared", {shared}}});
    here.add("good_example", kramfors, {{"title", {"Of no member"}}, {"shared", {"all"}}});
    const std::string open = "/networks/teo", member = "/timra/staff/networks/teo";
    EXPECT_TRUE(is_seen("Done for all", open, "") && is_seen("Done for all", member, "2262/guide"));
    EXPECT_TRUE(is_seen("Done for network", member, "2262/guide"));
    EXPECT_FALSE(is_seen("Done for network", open, ""));
    for (const char* title : {"Done for own", "Of no member"})
        EXPECT_FALSE(is_seen(title, open, "") || is_seen(title, member, "2262/guide")) << title;
}

TEST_F(Networks, AKindIsSharedAsItsMunicipalityChose) {
    share("News of Sundsvall", "");
    share("A decision", "", "teo", "network_mandate");
    auto& sharing = here.records("network_sharing");
    auto client = here.as("2281/coordinator");
    const auto form = client.get("/sundsvall/staff/network/sharing");
    client.submit(form, {{"notes", "public"}, {"mandates", "municipality"}});
    ASSERT_TRUE(sharing.find(sundsvall, sundsvall));
    EXPECT_TRUE(is_seen("News of Sundsvall", "/networks/teo", ""));
    EXPECT_FALSE(is_seen("A decision", "/timra/staff/networks/teo", "2262/guide"));
}

TEST_F(Networks, AMandateSaysWhoIsNotCoveredAndAStartWhatIsLeft) {
    here.add("network_mandate", sundsvall,
             {{"title", {"One way in"}}, {"kind", {"letter_of_intent"}}, {"network", {"teo"}}, {"day", {"2026-09-01"}},
              {"last_day", {"2028-12-31"}}, {"decided_by", {"The board"}}, {"covers", {sundsvall}}, {"level", {"public"}}});
    here.add("network_start", sundsvall,
             {{"title", {"Timrå begins"}}, {"network", {"teo"}}, {"done", {"function"}}, {"level", {"public"}}});
    const auto group =
        here.add("network_group", sundsvall, {{"title", {"Learning"}}, {"network", {"teo"}}, {"level", {"public"}}});
    here.add("network_action", sundsvall, {{"title", {"A course for all"}}, {"of_group", {group}}});
    const auto page = here.as("").get("/networks/teo");
    for (const char* said : {"Letter of intent", "The board", "Covers: Sundsvall", "Does not cover: Timrå", "Holds until ",
                             "Left to do: Phone, hours and promise are set", "Planned · Learning"})
        EXPECT_TRUE(page.says(said)) << said << page.html;
}

TEST_F(Networks, WhoLeavesTakesAlongWhatItSaid) {
    share("Told to all", "public");
    here.application->municipalities.save_network({"teo", "TEO", {timra, kramfors}});
    EXPECT_FALSE(is_seen("Told to all", "/networks/teo", ""));
    EXPECT_EQ(here.application->municipalities.network("teo")->lead, timra) << "whoever leads it goes on";
}

TEST_F(Networks, FiguresAreApprovedLockedAndCorrectedWhereEverybodySeesIt) {
    log_and_release();
    EXPECT_TRUE(press("2281/coordinator", "sundsvall", "/figures").says("Our figures of this period are approved."));
    EXPECT_TRUE(press("2281/coordinator", "sundsvall", "/figures").says("Nothing has changed since they were approved."));
    EXPECT_TRUE(press("2262/coordinator", "timra", "/lock", {{"period", period}}).says("The period is locked."));
    EXPECT_EQ(here.as("2281/guide").get("/sundsvall/staff/networks/teo/figures").says("Lock it"), false);
    here.log(sundsvall, "2026-08-20", 30, "print");
    here.application->releases.revise(2026, "August had a sheet more");
    const auto refused = press("2281/coordinator", "sundsvall", "/figures", {{"reason", "Ring 070-123 45 67"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Ring 070-123 45 67")) << "nothing typed is lost";
    EXPECT_EQ(press("2281/coordinator", "sundsvall", "/figures").status, 422) << "what is corrected after the lock says why";
    EXPECT_TRUE(press("2281/coordinator", "sundsvall", "/figures", {{"reason", "A sheet more"}}).says("approved"));
    const auto page = here.as("").get("/networks/teo/figures?period=2026-Q3");
    EXPECT_TRUE(page.says("150, revision 2 after the lock. A sheet more")) << page.html;
    EXPECT_TRUE(page.says("120 when it was locked, 150 since")) << "what was locked stays in its place";
    EXPECT_TRUE(page.says("not reported")) << "not unknown, and no zero";
    EXPECT_TRUE(page.says("1 member has not said anything: that is not zero."));
}

TEST_F(Networks, CampaignsThatEverybodyMayKnowStandBesideTheFiguresOfTheirTime) {
    log_and_release();
    register_::Draft campaign{{"title", {"Not told yet"}}, {"first_day", {"2026-09-14"}}, {"last_day", {"2026-09-20"}}};
    ASSERT_NE(here.add("campaign", sundsvall, campaign), "");
    campaign["title"] = {"Dare more"};
    campaign["is_published"] = {"1"};
    ASSERT_NE(here.add("campaign", sundsvall, campaign), "");
    for (const auto* url : {"/en/networks/teo/figures?period=2026-Q3", "/en/sundsvall/statistics?period=2026-Q3",
                            "/en/statistics?of=network:teo&period=2026-Q3"}) {
        const auto page = here.as("").get_once(url);
        EXPECT_TRUE(page.says("Campaign “Dare more”, 14 September 2026 – 20 September 2026")) << url << page.html;
        EXPECT_FALSE(page.says("Not told yet")) << url;
    }
    EXPECT_FALSE(here.as("").get_once("/en/timra/statistics?period=2026-Q3").says("Dare more"));
    EXPECT_TRUE(here.as("").get_once("/api/v1/released-statistics?of=all&period=2026-Q3").says("Dare more"));
}

TEST_F(Networks, OnlyWhoLeadsLocksAndOnlyWhatIsOver) {
    log_and_release();
    auto client = here.as("2281/coordinator");
    EXPECT_FALSE(client.get("/sundsvall/staff/networks/teo/figures").says("Lock it"));
    EXPECT_FALSE(here.application->municipalities.network("teo")->lead == sundsvall);
    EXPECT_EQ(here.as("").get("/api/v1/networks/teo/completeness?period=yesterday").status, 400);
    EXPECT_TRUE(here.as("").get_once("/api/v1/networks/teo/completeness?period=2026-Q3").says("\"locked_at\":null"));
    EXPECT_TRUE(here.as("").get_once("/networks/teo/figures").says(period)) << "the newest quarter";
    EXPECT_TRUE(here.as("").get("/en/networks/teo/figures?period=2027-99").says("the period that you asked for"));
    const auto silent = here.as("").get("/en/networks/teo/figures?period=2026-Q3");
    EXPECT_TRUE(silent.says("2 members have not said anything: that is not zero.")) << silent.html;
    EXPECT_FALSE(silent.says("questions in what is told")) << "nobody has told a number";
}

TEST_F(Networks, WhatANationalBodyPublishesIsThereFromTheFirstDay) {
    auto& municipalities = here.application->municipalities;
    municipalities.save_network({"sverige", "Sverige", {sundsvall}, sundsvall, "SE"});
    share("Quality goals of the nation", "network", "sverige");
    const std::string page = "/harnosand/staff/networks/sverige";
    municipalities.activate("2280", municipality::default_settings(*municipalities.about("2280")));
    here.application->refresh();
    EXPECT_TRUE(is_seen("Quality goals of the nation", page, "2280/guide"));
    municipalities.save_network({"sverige", "Sverige", {sundsvall}, sundsvall, "SE", {"2280"}});
    here.application->refresh();
    EXPECT_EQ(here.as("2280/guide").get_once(page).status, 404) << "its membership is ended";
}

TEST_F(Networks, MembersStandBesideEachOtherAndTheUnknownIsSaid) {
    auto& municipalities = here.application->municipalities;
    auto settings = municipalities.settings(timra);
    settings.response_limit = 2;
    settings.phone_hours = "Mo-Th 08:00-17:00; Fr 08:00-16:00; PH off";
    municipalities.save_settings(timra, settings);
    municipalities.save_network({"teo", "TEO", {timra, sundsvall, "2280"}});
    auto& units = here.application->organisation.unit_records();
    ASSERT_TRUE(units.add(units.around(timra), {{"name", {"Bokhuset"}}, {"kind", {"library"}}}, "anna"));
    auto& functions = here.application->organisation.function_records();
    ASSERT_TRUE(functions.add(functions.around(timra), {{"title", {"Vägvisare"}}, {"kind", {"guide"}}}, "anna"));
    here.application->refresh();
    const auto page = here.as("").get("/en/networks/teo/comparison");
    EXPECT_TRUE(page.says("Library (1)")) << page.html;
    EXPECT_TRUE(page.says("Guides residents (1)"));
    EXPECT_FALSE(page.says("Bokhuset")) << "compared by what all share, not by what each calls it";
    EXPECT_TRUE(page.says("2 working days")) << page.html;
    EXPECT_TRUE(page.says("08:00-17:00")) << page.html;
    EXPECT_TRUE(page.says("unknown"));
    EXPECT_TRUE(page.says("Served elsewhere")) << "Härnösand is not served here";
}

TEST_F(Networks, WhatMembersOfferIsBesideWhatNobodySaysTheyHave) {
    here.application->municipalities.save_network({"teo", "TEO", {timra, sundsvall, "2280"}});
    const auto page = here.as("").get("/en/networks/teo/offers");
    EXPECT_TRUE(page.says("What nobody says they have")) << page.html;
    EXPECT_TRUE(page.says("Gives advice"));
    EXPECT_TRUE(page.says("Where help is near"));
    EXPECT_TRUE(page.says("Härnösand")) << "on the map, of which nothing is known";
    EXPECT_TRUE(page.says("Served elsewhere"));
    EXPECT_TRUE(here.as("").get("/en/networks/teo").says("What there is, and what is missing"));
    EXPECT_EQ(here.as("").get_once("/en/networks/none/offers").status, 404);
}

TEST_F(Networks, MaterialIsCopiedWithCreditAndWhatChangesIsOffered) {
    register_::Draft idea{{"title", {"Coffee with the phone"}}, {"kind", {"idea"}}, {"network", {"teo"}}, {"level", {"network"}}};
    const auto id = here.add("network_note", sundsvall, idea);
    auto client = here.as("2262/coordinator");
    const std::string url = "/timra/staff/networks/teo";
    const auto page = client.get(url);
    ASSERT_TRUE(page.says("Copy it")) << page.html;
    for (int time = 0; time < 2; ++time)
        EXPECT_TRUE(client.submit(page, {}, "", "/copies").says("It stands in your own list now"));
    auto& notes = here.records("network_note");
    const auto own = [&] { return notes.list(notes.around(timra), {}, 10, 0); };
    ASSERT_EQ(own().found, 1) << "one copy of each";
    EXPECT_EQ(own().records.front().text("credit"), "Sundsvall");
    EXPECT_EQ(own().records.front().text("level"), "municipality") << "shared with nobody until somebody says so";
    EXPECT_FALSE(client.get(url).says("Its owner has changed it"));
    idea["title"] = {"Coffee with two phones"};
    ASSERT_TRUE(notes.change(notes.around(sundsvall), id, idea, "anna", base::Seen::anything()));
    const auto newer = client.get(url);
    EXPECT_TRUE(newer.says("Its owner has changed it")) << newer.html;
    EXPECT_EQ(own().records.front().text("title"), "Coffee with the phone") << "never forced";
    EXPECT_TRUE(client.submit(newer, {}, "", "/copies").says("Coffee with two phones"));
    EXPECT_FALSE(client.get(url).says("Its owner has changed it"));
    EXPECT_FALSE(here.as("2281/coordinator").get("/sundsvall/staff/networks/teo").says("Copy it")) << "nobody copies their own";
}

TEST_F(Networks, AVisitIsAskedForAnsweredOnceAndReadByBoth) {
    const auto id = here.add("network_visit", sundsvall,
                             {{"title", {"The evening desk"}}, {"network", {"teo"}}, {"direction", {"we_visit"}},
                              {"state", {"asked"}}, {"member", {timra}}, {"level", {"network"}}});
    ASSERT_NE(id, "");
    const std::string below = "/staff/networks/teo", question = below + "/visits/2281/" + id;
    auto client = here.as("2262/coordinator");
    EXPECT_TRUE(client.get("/en/timra" + below).says("Sundsvall asks us for a visit: The evening desk"));
    const auto form = client.get("/en/timra" + question);
    EXPECT_TRUE(form.says("Sundsvall visits Timrå.")) << form.html;
    EXPECT_EQ(here.as("2281/coordinator").get_once("/en/sundsvall" + question).status, 404) << "nobody answers themselves";
    EXPECT_EQ(client.get_once("/en/timra" + below + "/visits/2281/none").status, 404);
    EXPECT_TRUE(client.submit(form, {{"answer", "declined"}}, "", "/visits/").says("Say why not, in a word or two."));
    EXPECT_TRUE(client.submit(form, {{"answer", "agreed"}}, "", "/visits/").says("Write the day of the visit."));
    for (int time = 0; time < 2; ++time)
        client.submit(form, {{"answer", "agreed"}, {"day", "2026-11-12"}, {"word", "Come at ten"}}, "", "/visits/");
    auto& visits = here.records("network_visit");
    const auto late = client.submit(form, {{"answer", "declined"}, {"word", "The room is being painted"}}, "", "/visits/");
    EXPECT_EQ(late.status, 422) << "somebody else answered while this stood open";
    EXPECT_TRUE(late.says("Somebody has answered this already, and otherwise.")) << late.html;
    EXPECT_TRUE(late.html.contains("The room is being painted")) << "what was typed stays";
    EXPECT_EQ(visits.list(visits.around(timra), {}, 10, 0).found, 1) << "one answer";
    const auto asker = here.as("2281/coordinator").get("/en/sundsvall/staff/network/visits/" + id);
    EXPECT_TRUE(asker.says("What Timrå answers") && asker.says("Come at ten")) << asker.html;
    const auto shared = here.as("2281/guide").get("/en/sundsvall" + below);
    EXPECT_TRUE(shared.says("Agreed") && !shared.says("Come at ten")) << shared.html;
    EXPECT_FALSE(client.get("/en/timra" + below).says("asks us for a visit"));
}

TEST_F(Networks, WhatWorksIsSaidWithoutANameToWhoLeads) {
    auto client = here.as("");
    const auto form = client.get("/en/networks/teo/feedback");
    const auto refused = client.submit(form, {{"said", "Ring 070-123 45 67"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Ring 070-123 45 67")) << "nothing typed is lost";
    for (int time = 0; time < 2; ++time)
        EXPECT_TRUE(client.submit(form, {{"said", "Meet more often"}}).says("Whoever leads the network reads it."));
    auto& told = here.records("network_feedback");
    EXPECT_EQ(told.list(told.around(timra), {}, 10, 0).found, 1) << "sent twice";
    EXPECT_EQ(told.list(told.around(sundsvall), {}, 10, 0).found, 0) << "who leads reads it";
    EXPECT_TRUE(here.as("2262/guide").get("/timra/staff/network/feedback").says("Meet more often"));
    here.application->municipalities.save_network({"norr", "Norr", {kramfors}});
    EXPECT_TRUE(client.get("/en/networks/norr/feedback").says("Nobody here leads this network"));
}

TEST_F(Networks, WhoeverSendsWithoutEndWaitsAndLosesNothing) {
    InstallationForTests limited{clock, {timra}, true};
    limited.application->municipalities.save_network({"teo", "TEO", {timra}, timra});
    auto client = limited.as("");
    testing::Page last;
    for (int time = 0; time < 12 && last.status != 429; ++time)
        last = client.submit(client.get("/en/networks/teo/feedback"), {{"said", "Number " + std::to_string(time)}});
    EXPECT_EQ(last.status, 429);
    EXPECT_TRUE(last.says("So much was sent from here") && last.says("Number 10")) << last.html;
    EXPECT_FALSE(last.header("Retry-After").empty());
}

TEST_F(Networks, ResidentsFindWhatTheirMunicipalityShares) {
    const auto add = [&](const char* title, const char* level, const char* member) {
        here.add("network_system", sundsvall,
                 {{"title", {title}},
                  {"network", {"teo"}},
                  {"level", {level}},
                  {"members", {member}},
                  {"url", {"https://shared.example/"}}});
    };
    add("One chat for two", "public", timra);
    add("Only among us", "network", timra);
    const auto page = here.as("").get("/en/timra/together");
    EXPECT_TRUE(page.says("One chat for two") && page.says("https://shared.example/")) << page.html;
    EXPECT_FALSE(page.says("Only among us"));
    EXPECT_FALSE(page.says("/staff/network/")) << "no way into lists of staff";
    EXPECT_FALSE(here.as("").get("/en/sundsvall/together").says("One chat for two")) << "it names who uses it";
    EXPECT_TRUE(here.as("").get("/en/timra/").says("Together with others"));
    EXPECT_FALSE(here.as("").get("/en/kramfors/").says("Together with others")) << "in no network";
}

TEST_F(Networks, OfFewNothingIsSaidByInhabitant) {
    for (const char* day : {"2026-07-15", "2026-08-14", "2026-09-15"}) {
        here.log(sundsvall, day, 40, "print");
        here.log(timra, day, 9, "print");
    }
    here.release();
    for (const auto& [session, slug] : {std::pair("2281/coordinator", "sundsvall"), {"2262/coordinator", "timra"}})
        press(session, slug, "/figures");
    const auto page = here.as("").get("/en/networks/teo/figures?period=2026-Q3");
    EXPECT_TRUE(page.says("For 1,000 inhabitants")) << page.html;
    EXPECT_TRUE(page.says("1.2")) << "120 of 99,000";
    EXPECT_TRUE(page.says("unknown")) << "nobody has said how many live in Timrå: no zero, and no rate";
}

}  // namespace
}  // namespace digilots::app
