// Whom the desk sends on, what is done with a topic, and why an entry is changed.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"
#include "inquiries/hand_overs.h"
#include "platform/register/records.h"
#include "platform/testing/html_form.h"

namespace digilots::inquiries {
namespace {

constexpr const char* list = "/sundsvall/staff/referrals";
constexpr const char* the_day = "2026-11-22";

std::string refer_somebody(DeskWorld& world, const char* handover = "warm") {
    auto visit = a_visit({"bank"});
    visit.outcome = "referred";
    visit.referred_to = "place:sundsvall-kommunhuset";
    const testing::FormFields typed{{"topic", "bank"}, {"outcome", "referred"}, {"referred_to", visit.referred_to},
                                    {"handover", handover}, {"referral_reason", "competence"},
                                    {"place", "sundsvall-kulturmagasinet"}};
    EXPECT_TRUE(world.client.submit(world.client.get("/sundsvall/staff/"), typed, "", "/staff/inquiries").says("Logged"));
    return world.referral.recent(sundsvall).at(0).inquiry_id;
}

TEST(Referrals, AreToldOfWithOneTapFromTheEntry) {
    DeskWorld world;
    const auto id = refer_somebody(world);
    const auto referred = world.referral.recent(sundsvall).at(0);
    EXPECT_EQ(referred.handover, referral::Handover::warm);
    EXPECT_EQ(referred.reason, "competence");
    const auto entry = world.client.get("/sundsvall/staff/inquiries/" + id);
    EXPECT_TRUE(entry.says("How did the referral go?")) << entry.html;
    const auto after = world.client.submit(entry, {}, "outcome=answered", "/outcome");
    EXPECT_EQ(after.status, 200);
    EXPECT_EQ(world.referral.recent(sundsvall).at(0).outcome, referral::ReferralOutcome::answered);
    EXPECT_TRUE(world.client.submit(after, {}, "outcome=unknown", "/outcome").says("Not known")) << "and taken back";
    EXPECT_EQ(world.referral.recent(sundsvall).at(0).outcome, referral::ReferralOutcome::unknown);
}

TEST(Referrals, AreToldOfByTheDeskThatReceived) {
    DeskWorld world;
    refer_somebody(world);
    EXPECT_TRUE(world.client.get(std::string(list) + "?desk=sundsvall-kommunhuset").says("1 referral"));
    EXPECT_TRUE(world.client.get(std::string(list) + "?desk=sundsvall-kulturmagasinet").says("1 referral")) << "and that sent";
    EXPECT_TRUE(world.client.get(std::string(list) + "?target=place:sundsvall-kulturmagasinet").says("0 referrals"));
    const auto open = world.client.get(std::string(list) + "?desk=sundsvall-kommunhuset&outcome=unknown");
    const auto after = world.client.submit(open, {}, "outcome=bounced", "/outcome");
    EXPECT_TRUE(after.says("Noted how it went")) << after.html;
    EXPECT_TRUE(after.says("0 referrals")) << "the list stays limited to open ones";
    const auto late = world.client.submit(open, {}, "outcome=reached", "/outcome");
    EXPECT_TRUE(late.says("Somebody told otherwise meanwhile")) << late.html;
    EXPECT_EQ(world.referral.recent(sundsvall).at(0).outcome, referral::ReferralOutcome::bounced) << "what was told first stands";
    EXPECT_EQ(world.client.get(std::string(list) + "?from=yesterday").status, 422);
    world.client.cookies()["session"] = "neighbour";
    EXPECT_EQ(world.client.get(list).status, 404);
}

TEST(Referrals, ThatWereSentBackStayOpenUntilThePersonIsReferredOn) {
    DeskWorld world;
    const auto entry = refer_somebody(world, "cold");
    const auto first = world.referral.recent(sundsvall).at(0);
    const std::string open = std::string(list) + "?outcome=open";
    const auto back = world.client.submit(world.client.get(open), {}, "outcome=bounced", "/outcome");
    EXPECT_TRUE(back.says("1 referral") && back.says("Refer on")) << back.html;
    const std::string choice = "onward_" + first.id;
    const auto page = "/sundsvall/staff/inquiries/" + entry;
    const auto opened = world.client.get(page), beside = world.client.get(page);
    world.log.clock.advance(std::chrono::minutes(1));
    EXPECT_TRUE(world.client.submit(back, {{choice, ""}}, "", "/onward").says("Choose to whom"));
    EXPECT_EQ(world.referral.recent(sundsvall).size(), 1U);
    const auto on = world.client.submit(opened, {{choice, "place:sundsvall-mobidig"}}, "", "/onward");
    EXPECT_TRUE(on.says("referred on to Mobidig")) << "the entry tells it" << on.html;
    const auto all = world.referral.recent(sundsvall);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].follows, first.id);
    EXPECT_EQ(all[0].inquiry_id, entry) << "one entry, one person";
    EXPECT_EQ(all[1].outcome, referral::ReferralOutcome::bounced) << "what was told stands";
    EXPECT_TRUE(world.client.get(std::string(list) + "?desk=sundsvall-mobidig").says("sent back: the same person"));
    EXPECT_TRUE(world.client.get(open).says("1 referral")) << "the second alone waits";
    const auto again = world.client.submit(beside, {{choice, "place:sundsvall-mobidig"}}, "", "/onward");
    EXPECT_TRUE(again.says("referred on to Mobidig") && !again.says("Somebody told")) << "pressed twice" << again.html;
    EXPECT_EQ(world.referral.recent(sundsvall).size(), 2U);
    const auto read = world.read("/api/v1/sundsvall/inquiries/" + entry + "/referral");
    EXPECT_TRUE(read.says(R"("referred_to":"place:sundsvall-mobidig")")) << read.html;
    EXPECT_TRUE(read.says(R"("referred_to":"place:sundsvall-kommunhuset","outcome":"bounced"})")) << read.html;
    const auto undone = world.client.submit(world.client.get(page), {}, "", "/onward/undo");
    EXPECT_FALSE(undone.says("referred on to Mobidig")) << undone.html;
    EXPECT_EQ(world.referral.recent(sundsvall).size(), 1U);
    EXPECT_TRUE(world.client.get(open).says("Refer on")) << "and it is open again";
    const auto from_list = world.client.submit(world.client.get(open), {{choice, "place:sundsvall-mobidig"}}, "", "/onward");
    EXPECT_TRUE(from_list.says("Referred on to Mobidig")) << "to whom" << from_list.html;
    EXPECT_EQ(from_list.status, 200) << "nothing of the list’s choice is wrong";
    const auto back_again = world.client.submit(from_list, {}, "", "/onward/undo");
    EXPECT_TRUE(back_again.says("Taken back") && back_again.url.contains("outcome=open")) << back_again.url;
    EXPECT_EQ(world.referral.recent(sundsvall).size(), 1U);
}

TEST(Referrals, AreToldOfByPrograms) {
    DeskWorld world;
    const auto url = "/api/v1/sundsvall/inquiries/" + refer_somebody(world) + "/referral";
    const auto tell = [&](const std::string& body) {
        return world.client.send(http::Method::post, url, body,
                                 {{"Authorization", "Bearer t"}, {"Content-Type", "application/json"}});
    };
    const auto read = world.read(url);
    EXPECT_EQ(read.status, 200) << read.html;
    for (const char* said : {R"("referred_to":"place:sundsvall-kommunhuset")", R"("from_place":"sundsvall-kulturmagasinet")",
                             R"("topic":"bank")", R"("handover":"warm")", R"("referral_reason":"competence")",
                             R"("outcome":"unknown")"})
        EXPECT_TRUE(read.says(said)) << said << read.html;
    EXPECT_TRUE(tell(R"({"outcome":"reached"})").says(R"("outcome":"reached")"));
    EXPECT_EQ(tell(R"({"outcome":"reached"})").status, 200) << "sent again";
    EXPECT_EQ(tell(R"({"outcome":"bounced"})").status, 409) << "told otherwise meanwhile";
    EXPECT_EQ(world.referral.recent(sundsvall).at(0).outcome, referral::ReferralOutcome::reached);
    EXPECT_EQ(tell(R"({"outcome":"bounced","seen":"reached"})").status, 200);
    EXPECT_EQ(world.referral.recent(sundsvall).at(0).outcome, referral::ReferralOutcome::bounced);
    EXPECT_EQ(tell("reached").status, 400);
    for (const char* wrong : {R"({})", R"({"outcome":"lost"})", R"({"outcome":1})", R"({"outcome":"reached","note":"x"})"})
        EXPECT_EQ(tell(wrong).status, 422) << wrong;
    const auto nobody = world.log.inquiries.log(sundsvall, a_visit(), "guide", "", "")->id;
    EXPECT_EQ(world.read("/api/v1/sundsvall/inquiries/" + nobody + "/referral").status, 404) << "it refers to nobody";
    EXPECT_EQ(world.client.send(http::Method::get, url).status, 401);
    EXPECT_EQ(world.read("/api/v1/harnosand/inquiries/" + nobody + "/referral").status, 404);
}

TEST(Referrals, OfAnEntryStandWithHowToReachWhomItRefersToAndWhoIsNext) {
    DeskWorld world;
    const auto fallback = world.referral.fallback(sundsvall, i18n::translator("en"));
    ASSERT_FALSE(fallback.title.empty());
    const auto visit = [](const char* target) {
        auto entry = a_visit();
        entry.outcome = "referred";
        entry.referred_to = target;
        return entry;
    };
    const auto id = world.log.inquiries.log(sundsvall, visit("place:sundsvall-mobidig"), "guide", "", "")->id;
    const auto page = world.client.get("/sundsvall/staff/inquiries/" + id);
    const auto card = page.html.substr(page.html.find("id=\"sent-to\""));
    for (const auto& said : {std::string("Mobidig"), std::string("Otherwise:"), fallback.title})
        EXPECT_NE(card.find(said), card.npos) << said << card;
    EXPECT_EQ(card.find("data-refer="), card.npos) << "nobody is referred there again";
    const auto logged = world.client.get("/sundsvall/staff/?logged=" + id);
    EXPECT_TRUE(logged.says("Otherwise:") && logged.says(fallback.title)) << "after logging too";
    const auto nobody = world.log.inquiries.log(sundsvall, a_visit(), "guide", "", "")->id;
    EXPECT_FALSE(world.client.get("/sundsvall/staff/inquiries/" + nobody).says("id=\"sent-to\""));
}

TEST(Referrals, OfAUnitAreThoseFromAndToItsPlaces) {
    DeskWorld world;
    refer_somebody(world);
    world.client.cookies()["session"] = "coordinator-of-elsewhere";
    EXPECT_TRUE(world.client.get(list).says("0 referrals"));
    const auto id = world.referral.recent(sundsvall).at(0).id;
    const auto token = testing::find_form(world.client.get("/sundsvall/staff/").html, {{"csrf_token", ""}}, "");
    testing::FormFields fields{{"outcome", "reached"}, {"was", "unknown"}};
    for (const auto& [name, value] : token->values)
        if (name == "csrf_token") fields.emplace_back(name, value);
    EXPECT_EQ(world.client.post_once(std::string(list) + "/" + id + "/outcome", fields).status, 404);
    EXPECT_EQ(world.referral.recent(sundsvall).at(0).outcome, referral::ReferralOutcome::unknown);
}

TEST(Referrals, FollowTheEntryWhenItIsCorrected) {
    DeskWorld world;
    const auto id = refer_somebody(world, "cold");
    auto entry = *world.log.inquiries.find(sundsvall, id);
    const auto page = world.client.get("/sundsvall/staff/inquiries/" + id);
    EXPECT_EQ(world.client.submit(page, {{"handover", "warm"}, {"referral_reason", ""}}, "", "/inquiries/" + id).status, 200);
    ASSERT_EQ(world.referral.recent(sundsvall).size(), 1u);
    EXPECT_EQ(world.referral.recent(sundsvall)[0].handover, referral::Handover::warm);
    EXPECT_EQ(world.referral.recent(sundsvall)[0].reason, "");
    ASSERT_TRUE(world.log.inquiries.remove(sundsvall, id, "guide"));
}

TEST(Referrals, AreFiguresByTargetAndHowTheyWent) {
    DeskWorld world;
    refer_somebody(world);
    refer_somebody(world, "");
    world.referral.set_outcome(sundsvall, world.referral.recent(sundsvall)[0].id, referral::ReferralOutcome::unknown,
                               referral::ReferralOutcome::reached);
    const auto measures = world.referral.measures();
    const periods::Period day{base::parse_date(the_day).value(), base::parse_date(the_day).value()};
    const auto figures = [&](std::size_t measure, std::vector<std::string> by, std::map<std::string, std::string> where = {}) {
        return measures.at(measure).figures({{"2281"}, day, std::move(by), std::move(where)});
    };
    ASSERT_EQ(figures(0, {"target"}).size(), 1u);
    EXPECT_EQ(figures(0, {"target"})[0].value.amount, 2);
    EXPECT_EQ(figures(0, {"handover"}).size(), 2u) << "warm, and what nobody said";
    EXPECT_EQ(figures(0, {}, {{"how_it_went", "unknown"}})[0].value.amount, 1);
    EXPECT_EQ(figures(1, {})[0].value, measures::Value(1, 1)) << "of those that somebody has told of";
    EXPECT_EQ(measures[0].find("target")->label("place:sundsvall-kommunhuset", "2281", i18n::translator("en")),
              world.log.directory.snapshot("2281")->place("sundsvall-kommunhuset")->name);
}

TEST(HandOvers, AreLateAndATaskOfTheDeskUntilSomebodyTellsHowTheyWent) {
    DeskWorld world;
    auto& clock = world.log.clock;
    const auto refer = [&](std::string from, referral::Handover handover) {
        return world.referral.record(sundsvall, {.id = "",
                                                 .at = clock.now(),
                                                 .from_place = std::move(from),
                                                 .target_kind = "place",
                                                 .target_id = "sundsvall-kommunhuset",
                                                 .target_title = "Kommunhuset",
                                                 .topic = "bank",
                                                 .handover = handover,
                                                 .reason = "",
                                                 .inquiry_id = ""});
    };
    const auto warm = refer("sundsvall-mobidig", referral::Handover::warm);
    const auto unstated = refer("sundsvall-mobidig", referral::Handover::unstated);
    refer("sundsvall-mobidig", referral::Handover::cold);
    const auto kind = duty_to_find_out({world.log.inquiries, world.referral});
    EXPECT_TRUE(kind.now("2281").empty()) << "the promise of an answer has not passed";
    EXPECT_FALSE(world.client.get("/sundsvall/staff/referrals?outcome=unknown").says("Nothing here"));
    clock.advance(std::chrono::days(7));
    const auto duties = kind.now("2281");
    ASSERT_EQ(duties.size(), 1U) << "one for the desk, however many it handed over";
    EXPECT_EQ(duties.front().id, "sundsvall-mobidig");
    EXPECT_EQ(duties.front().responsible, hand_over_owner);
    EXPECT_EQ(duties.front().why.front().facts.front().second, "2") << "whoever was only told where to go is nobody's to ask";
    EXPECT_TRUE(kind.now("2280").empty());

    clock.advance(std::chrono::days(33));
    const auto list = world.client.get("/sundsvall" + duties.front().path);
    EXPECT_TRUE(list.says(warm) && list.says(unstated)) << "also what is older than the list usually goes back";
    EXPECT_TRUE(world.referral.set_outcome(sundsvall, warm, referral::ReferralOutcome::unknown,
                                           referral::ReferralOutcome::answered));
    EXPECT_EQ(kind.now("2281").size(), 1U);
    EXPECT_TRUE(world.referral.set_outcome(sundsvall, unstated, referral::ReferralOutcome::unknown,
                                           referral::ReferralOutcome::bounced));
    EXPECT_TRUE(kind.now("2281").empty());
}

TEST(TopicRules, StandAtTheDeskWithTheirTopicAndWhoItIsHandedTo) {
    DeskWorld world;
    const auto contact = world.log.directory.snapshot("2281")->contacts.at(0);
    auto& records = world.referral.rule_records();
    const auto around = records.around(sundsvall.id);
    ASSERT_TRUE(records.add(around, {{"topic", {"bank"}}, {"handling", {"both"}}, {"rule", {"Only help to ring the bank."}},
                                     {"contact", {contact.id}}, {"needs_skill", {"1"}}}, "anna"));
    EXPECT_FALSE(records.add(around, {{"topic", {"bank"}}, {"handling", {"here"}}, {"rule", {"Twice."}}}, "anna"));
    EXPECT_FALSE(records.add(around, {{"handling", {"here"}}, {"rule", {"Of nothing."}}}, "anna"));
    const auto chosen = world.client.get("/sundsvall/staff/?topic=bank");
    EXPECT_TRUE(chosen.says("data-rule-topics=\"bank\" data-rule-bodies=\"\">")) << "shown";
    EXPECT_TRUE(chosen.says("data-refer=\"contact:" + contact.id));
    const auto other = world.client.get("/sundsvall/staff/?topic=print");
    EXPECT_TRUE(other.says("data-rule-topics=\"bank\" data-rule-bodies=\"\" hidden>")) << "kept ready for desk.js";
    EXPECT_TRUE(world.client.get("/sundsvall/staff/?q=bank").says("Only help to ring the bank."));
}

TEST(TopicRules, OfABodyStandWithWhatIsThatBodysByItself) {
    DeskWorld world;
    auto& records = world.referral.rule_records();
    const auto around = records.around(sundsvall.id);
    const auto add = [&](std::string topic, std::string body, std::string rule) {
        return bool(records.add(around, {{"topic", {topic}}, {"body", {body}}, {"handling", {"both"}}, {"rule", {rule}},
                                         {"needs_skill", {"1"}}}, "anna"));
    };
    ASSERT_TRUE(add("", "migration", "Our officer there is met by appointment."));
    ASSERT_TRUE(add("authority_forms", "migration", "Only help to find the form."));
    const auto is_shown = [](const testing::Page& page, const std::string& rule) { return page.says(rule + "\">"); };
    const std::string of_any = R"(data-rule-topics="" data-rule-bodies="migration)";
    const std::string of_forms = R"(data-rule-topics="authority_forms" data-rule-bodies="migration)";
    const auto asked = [&](const std::string& query) { return world.client.get("/sundsvall/staff/?" + query); };
    for (const auto* about : {"q=migrationsverket", "q=uppeh%C3%A5llstillst%C3%A5nd", "topic=migration"}) {
        EXPECT_TRUE(is_shown(asked(about), of_any)) << about;
        EXPECT_TRUE(is_shown(asked(about), of_forms)) << about;
    }
    for (const auto* about : {"q=bank", "topic=bank"}) EXPECT_FALSE(is_shown(asked(about), of_any)) << about;
    ASSERT_TRUE(add("social_services", "municipality", "Only on Tuesdays."));
    const std::string of_permits = R"(data-rule-topics="social_services" data-rule-bodies="municipality)";
    EXPECT_TRUE(is_shown(asked("topic=social_services"), of_permits));
    EXPECT_FALSE(is_shown(asked("topic=preschool"), of_permits)) << "another topic of the municipality";
    // Who says whose question it is knows better.
    auto visit = a_visit();
    visit.topics = {"migration"};
    for (const auto* body : {"", "migration", "police"}) {
        visit.body = body;
        const auto id = world.log.inquiries.log(sundsvall, visit, "guide", "", "")->id;
        EXPECT_EQ(is_shown(world.client.get("/sundsvall/staff/inquiries/" + id), of_any), visit.body != "police") << body;
    }
}

TEST(EServiceQuestions, TellWhoAnswersForItWhatStoodInTheWayAndWhatWasNoted) {
    DeskWorld world;
    const auto e_service = world.log.directory.snapshot("2280")->e_services.at(0);
    auto visit = a_visit(), other = a_visit();
    visit.place = other.place = "";
    visit.e_service = e_service.id;
    visit.barrier = "no_e_id";
    visit.further.problem = "form";
    visit.further.feedback = "complaint";
    visit.note = "Bilagan gick inte att ladda upp";
    world.log.inquiries.log(harnosand, visit, "guide", "", "");
    world.log.inquiries.log(harnosand, other, "guide", "", "");
    const std::string url = "/harnosand/staff/e-service-questions?e_service=" + e_service.id;
    EXPECT_EQ(world.client.get("/sundsvall/staff/e-service-questions").status, 200) << "guides read it";
    world.client.cookies()["session"] = "neighbour";
    const auto page = world.client.get(url);
    for (const char* said :
         {"1 entry", "No e-identification", "Form or attachment", "Complaint", "Bilagan gick inte att ladda upp"})
        EXPECT_TRUE(page.says(said)) << said;
    EXPECT_EQ(world.client.get(url + "&from=spring").status, 422);
}

TEST(EServiceQuestions, SayWherePeopleGetStuckHereAndAtTheDesk) {
    DeskWorld world;
    auto& e_services = world.log.directory.records(directory::RecordKind::e_service);
    const register_::Draft applying{{"name", {"Ansök om förskola"}}, {"url", {"https://example.org/"}}, {"status", {"open"}},
                                   {"reapply_rule", {"Every year"}}};
    const auto e_service = e_services.add(e_services.around("2281"), applying, "anna").value();
    bool has_rule = true;
    world.log.inquiries.know(FormHelp{.notes =
                                          [&](std::string_view municipality, std::string_view id) {
                                              std::vector<FormHelp::Note> notes;
                                              if (municipality == "2281" && id == e_service.id)
                                                  notes.push_back({"3. Income", "Before *tax*", "", "/staff/stuck-points/7",
                                                                  TEXT("Outcome")});
                                              return notes;
                                          },
                                      .renewals =
                                          [&](std::string_view id, const html::Page&) {
                                              std::vector<FormHelp::Renewal> found;
                                              if (id == e_service.id && has_rule)
                                                  found.push_back({"Place", "Each term", "/sundsvall/apply-again", {"Ring us"}});
                                              return found;
                                          },
                                      .add_path = "/staff/stuck-points/new?e_service="});
    auto visit = a_visit();
    visit.e_service = e_service.id;
    visit.note = "Own note";
    world.log.inquiries.log(sundsvall, visit, "guide", "", "");
    visit.note = "Note of another";
    world.log.inquiries.log(sundsvall, visit, "somebody", "", "");
    const auto page = world.client.get("/sundsvall/staff/e-service-questions?e_service=" + e_service.id);
    EXPECT_TRUE(page.says("3. Income") && page.says("Before <em>tax</em>") && page.says("2 entries")) << page.html;
    EXPECT_TRUE(page.says("3. Income</a> · Outcome")) << "with what makes it hard";
    EXPECT_TRUE(page.says("Own note") && !page.says("Note of another")) << page.html;
    EXPECT_FALSE(page.link("Add where people get stuck").empty());
    const auto looked_for = "/sundsvall/staff/?q=" + html::url_encode(e_service.text("name"));
    const auto desk = world.client.get(looked_for);
    EXPECT_TRUE(desk.says("1 place in the form where people get stuck") && desk.says("3. Income")) << desk.html;
    EXPECT_EQ(desk.link("Place. Each term"), "/sundsvall/apply-again") << desk.html;
    EXPECT_TRUE(desk.says("Ring us") && !desk.says("Every year")) << "one truth, as on its own page";
    has_rule = false;
    EXPECT_TRUE(world.client.get(looked_for).says("Every year")) << "its own words where no rule says it";
}

TEST(WhyItIsChanged, IsAskedOfAnothersEntryAndStandsInTheHistory) {
    DeskWorld world;
    const auto id = world.log.inquiries.log(sundsvall, a_visit(), "guide", "", "")->id;
    const std::string url = "/sundsvall/staff/inquiries/" + id;
    EXPECT_FALSE(world.client.get(url).says("name=\"reason\"")) << "one's own of today";
    world.client.cookies()["session"] = "coordinator";
    const auto page = world.client.get(url);
    EXPECT_EQ(world.client.submit(page, {{"channel", "phone"}}).status, 422);
    EXPECT_EQ(world.client.submit(page, {{"channel", "phone"}, {"reason", "Ring 070-123 45 67"}}).status, 422);
    EXPECT_EQ(world.log.inquiries.find(sundsvall, id)->channel, "visit");
    EXPECT_EQ(world.client.submit(page, {{"channel", "phone"}, {"reason", "It was a call"}}).status, 200);
    EXPECT_TRUE(world.client.get(url).says("It was a call"));
    const auto question = world.client.get(url + "/delete");
    EXPECT_EQ(world.client.submit(question, {{"reason", ""}}).status, 422);
    EXPECT_EQ(world.client.submit(question, {{"reason", "Logged twice"}}).status, 200);
    EXPECT_FALSE(world.log.inquiries.find(sundsvall, id));
}

TEST(WhyItIsChanged, IsAskedTogetherWithWhatSomebodyElseSaved) {
    DeskWorld world;
    const auto id = world.log.inquiries.log(sundsvall, a_visit(), "guide", "", "")->id;
    const std::string url = "/sundsvall/staff/inquiries/" + id;
    world.client.cookies()["session"] = "coordinator";
    const auto early = world.client.get(url), late = world.client.get(url), question = world.client.get(url + "/delete");
    EXPECT_EQ(world.client.submit(early, {{"channel", "phone"}, {"reason", "It was a call"}}).status, 200);
    const auto told = world.client.submit(late, {{"channel", "chat"}, {"minutes", "many"}});
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("keep.channel")) << told.html;
    for (const char* field : {"href=\"#reason\"", "href=\"#minutes\""}) EXPECT_TRUE(told.says(field)) << field << told.html;
    EXPECT_EQ(world.log.inquiries.find(sundsvall, id)->channel, "phone");
    const auto asked = world.client.submit(question, {{"reason", ""}});
    EXPECT_EQ(asked.status, 409);
    EXPECT_TRUE(asked.says("href=\"#reason\"")) << asked.html;
    EXPECT_TRUE(world.log.inquiries.find(sundsvall, id));
}

TEST(WhyItIsChanged, IsAskedOfYesterdaysToo) {
    DeskWorld world;
    const auto id = world.log.inquiries.log(sundsvall, a_visit(), "guide", "", "")->id;
    const auto before = world.client.get("/sundsvall/staff/");
    world.log.clock.advance(std::chrono::hours(24));
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries/" + id).says("name=\"reason\""));
    EXPECT_TRUE(world.client.submit(before, {}, "", "/undo").says("name=\"reason\""));
    EXPECT_TRUE(world.log.inquiries.find(sundsvall, id)) << "nothing goes without why";
}

}  // namespace
}  // namespace digilots::inquiries
