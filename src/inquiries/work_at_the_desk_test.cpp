// What a guide in a rush may count on: nothing invented, nothing moved, nothing lost.
#include <gtest/gtest.h>

#include <array>

#include "inquiries/desk_for_tests.h"
#include "platform/base/json.h"
#include "platform/base/time.h"
#include "platform/testing/race.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {
namespace {

constexpr const char* today = "2026-11-22";

const measures::Measure& measure_of(const std::vector<measures::Measure>& measures, std::string_view key) {
    for (const measures::Measure& one : measures) {
        if (one.key == key) return one;
    }
    throw std::runtime_error("no such measure");
}

testing::Page log_topic(DeskWorld& world, testing::FormFields fields) {
    return world.client.submit(world.client.get("/sundsvall/staff/"), fields, "", "/staff/inquiries");
}

/// The topics of the tiles, in the order of their keys.
std::vector<std::string> tiles_of(const testing::Page& page) {
    std::vector<std::string> topics;
    for (const auto& input : page.all("input")) {
        const bool is_other = input.attribute("value").empty();
        if (input.attribute("name") == "topic" && !is_other) topics.emplace_back(input.attribute("value"));
    }
    return topics;
}

std::string chosen(const testing::Page& page, std::string_view select) {
    const std::string name = "name=\"" + std::string(select) + "\"";
    const std::size_t from = page.html.find(name), to = page.html.find("</select>", from);
    const std::string part = page.html.substr(from, to - from);
    const std::size_t selected = part.find(" selected");
    if (selected == std::string::npos) return "";
    const std::size_t value = part.rfind("value=\"", selected) + 7;
    return part.substr(value, part.find('"', value) - value);
}

Inquiry only_entry(DeskWorld& world) {
    const auto stored = world.log.database->read([](db::Connection& connection) {
        store::Filter filter;
        filter.until = testing::at("2030-01-01T00:00:00Z");
        return store::list_filtered(connection, "2281", filter, 10, 0);
    });
    return stored.size() == 1 ? stored.front().inquiry : Inquiry{};
}

std::map<std::string, std::int64_t> by_hour(DeskWorld& world) {
    const periods::Period all{base::parse_date("2026-11-01").value(), base::parse_date("2026-11-30").value()};
    std::map<std::string, std::int64_t> hours;
    const auto measures = world.log.inquiries.measures();
    for (const auto& row : measure_of(measures, "inquiries").figures({{"2281"}, all, {"hour"}, {}}))
        hours[row.dimensions.at("hour")] += row.value.amount;
    return hours;
}

TEST(WorkAtTheDesk, InventsNoMinutesAndSaysHowManyAreStated) {
    DeskWorld world;
    log_topic(world, {{"topic", "bank"}});
    EXPECT_FALSE(only_entry(world).minutes.has_value());
    log_topic(world, {{"topic", "bank"}, {"minutes", "0"}});
    log_topic(world, {{"topic", "mobile"}, {"minutes", "12"}});
    const auto measures = world.log.inquiries.measures();
    const auto& minutes = measure_of(measures, "help_minutes");
    measures::Query query{{"2281"}, {base::parse_date(today).value(), base::parse_date(today).value()}, {}, {}};
    EXPECT_EQ(minutes.stated(query), std::pair(2L, 3L)) << "nought is stated, too";
    query.where = {{"topic", "bank"}};
    EXPECT_EQ(minutes.stated(query), std::pair(1L, 2L));
    query.where = {{"topic", "bank"}, {"gender", ""}};
    EXPECT_EQ(minutes.stated(query), std::pair(1L, 2L)) << "from the rows";
    EXPECT_TRUE(world.log.inquiries.check_counts().empty());
    EXPECT_FALSE(measure_of(measures, "inquiries").stated) << "every entry counts";
}

TEST(WorkAtTheDesk, GoesBackToTheDesksPlaceAndChannelUnlessTheyArePinned) {
    DeskWorld world;
    const auto fresh = world.client.get("/sundsvall/staff/");
    const std::string place = chosen(fresh, "place");
    ASSERT_EQ(chosen(fresh, "channel"), "visit");
    EXPECT_LT(fresh.html.find("name=\"place\""), fresh.html.find("Log it")) << "beside the button";
    log_topic(world, {{"topic", "bank"}, {"place", ""}, {"channel", "phone"}});
    EXPECT_EQ(chosen(world.client.get("/sundsvall/staff/"), "channel"), "visit");
    EXPECT_EQ(chosen(world.client.get("/sundsvall/staff/"), "place"), place);
    log_topic(world, {{"topic", "bank"}, {"place", ""}, {"channel", "phone"}, {"pinned", "place"}, {"pinned", "channel"}});
    EXPECT_EQ(chosen(world.client.get("/sundsvall/staff/"), "channel"), "phone");
    EXPECT_EQ(chosen(world.client.get("/sundsvall/staff/"), "place"), "");
    log_topic(world, {{"topic", "bank"}, {"channel", "email"}, {"language", "ar"}, {"pinned", "language"}});
    EXPECT_EQ(chosen(world.client.get("/sundsvall/staff/"), "channel"), "visit") << "each is kept by itself";
    EXPECT_EQ(chosen(world.client.get("/sundsvall/staff/"), "language"), "ar");
    world.client.cookies()["desk_pin"] = "channel:pigeon.place:a-place-that-is-gone.x.:";
    EXPECT_EQ(chosen(world.client.get("/sundsvall/staff/"), "channel"), "visit");
    EXPECT_EQ(chosen(world.client.get("/sundsvall/staff/"), "place"), place);
}

TEST(WorkAtTheDesk, LogsEachContentOfOneFormOnceHoweverOftenItIsSent) {
    DeskWorld world;
    const auto form = world.client.get("/sundsvall/staff/");
    const auto send = [&](const char* topic) {
        return world.client.submit(form, {{"topics", topic}}, "", "/staff/inquiries").status;
    };
    for (const auto* topic : {"print", "scan", "scan", "print", "scan", "bank", "scan"}) EXPECT_EQ(send(topic), 200) << topic;
    EXPECT_EQ(world.log.total("inquiries", today, today), 3);
    EXPECT_TRUE(world.log.inquiries.check_counts().empty());
}

TEST(WorkAtTheDesk, LogsASecondContentOnceWhereItIsSentAtTheSameMoment) {
    DeskWorld world;
    const auto form = world.client.get("/sundsvall/staff/");
    world.client.submit(form, {{"topics", "print"}}, "", "/staff/inquiries");
    std::array<testing::PageClient, 4> clients{world.client, world.client, world.client, world.client};
    testing::race(4, [&](int runner) {
        clients[static_cast<std::size_t>(runner)].submit(form, {{"topics", "scan"}}, "", "/staff/inquiries");
    });
    EXPECT_EQ(world.log.total("inquiries", today, today), 2);
}

TEST(WorkAtTheDesk, KeepsEveryKeyWhereItStands) {
    DeskWorld world;
    const auto before = tiles_of(world.client.get("/sundsvall/staff/"));
    ASSERT_EQ(before.size(), 10u);
    for (int i = 0; i < 3; ++i) log_topic(world, {{"topics", "cv"}});
    for (int i = 0; i < 3; ++i) log_topic(world, {{"topic", before.back()}});
    EXPECT_EQ(tiles_of(world.client.get("/sundsvall/staff/")), before);
    const auto other = world.client.get("/sundsvall/staff/?topic=cv");
    EXPECT_EQ(tiles_of(other), before) << "a topic from a search takes no key from another";
    EXPECT_EQ(chosen(other, "topics"), "cv");
}

TEST(WorkAtTheDesk, ChoosesATopicFromTheSearchWithoutScripts) {
    DeskWorld world;
    const auto found = world.client.get("/sundsvall/staff/?q=cv");
    EXPECT_LT(found.html.find("topic-hits"), found.html.find("data-refer=\"place:")) << "topics stand first";
    const auto chosen_one = world.client.submit(found, {}, "refer= cv", "/staff/inquiries");
    EXPECT_EQ(chosen(chosen_one, "topics"), "cv") << "from the list of all topics, for it is no button";
    world.client.submit(chosen_one, {}, "", "/staff/inquiries");
    EXPECT_EQ(only_entry(world).topics, (std::vector<std::string>{"cv"}));
}

TEST(WorkAtTheDesk, PutsAnyTopicRightAndLosesNoneOfSeveral) {
    DeskWorld world;
    const auto own = world.log.own_topics.add(sundsvall.id, {"", "Skoterleder", "bus_card", {}, false}, "admin").value();
    const auto after = log_topic(world, {{"topic", "bank"}, {"topics", "cv"}, {"topics", "scan"}});
    EXPECT_EQ(only_entry(world).topics.size(), 3u);
    const auto entry = world.client.get(after.link("Correct it"));
    world.client.submit(entry, {{"channel", "phone"}}, "", "/staff/inquiries/");
    EXPECT_EQ(only_entry(world).topics.size(), 3u) << "another field was corrected";
    world.client.submit(world.client.get(entry.url), {{"topic", ""}, {"topics", own}}, "", "/staff/inquiries/");
    EXPECT_TRUE(world.client.get(entry.url).says("Skoterleder"));
    EXPECT_EQ(chosen(world.client.get(entry.url), "topics"), own) << "from the list, for nobody gave it a button";
    const std::string many = R"({"topics":["print","bank","cv","scan","health"],"channel":"visit","outcome":"answered"})";
    const std::string id = base::parse_json(world.post(many).html).value()["id"].as_string().value();
    world.client.cookies()["session"] = "coordinator";
    world.client.accept_language = "en";
    const auto of_program = world.client.get("/sundsvall/staff/inquiries/" + id);
    world.client.submit(of_program, {{"channel", "phone"}}, "", "/staff/inquiries/");
    EXPECT_EQ(world.log.inquiries.find(sundsvall, id)->topics.size(), 5u);
}

TEST(WorkAtTheDesk, TakesTheTimeOfNowForAnEntryOfTodayEvenBeforeNoon) {
    DeskWorld world;
    world.log.clock.set(testing::at("2026-11-22T06:10:00Z"));
    const auto after = log_topic(world, {{"topic", "bank"}, {"date", today}});
    EXPECT_TRUE(after.says("Logged: Banking"));
    EXPECT_EQ(only_entry(world).at, testing::at("2026-11-22T06:10:00Z"));
}

TEST(WorkAtTheDesk, KeepsItsTimeWhereOnlyTheTimeFieldIsEmptied) {
    DeskWorld world;
    const auto entry = world.client.get(log_topic(world, {{"topic", "bank"}}).link("Correct it"));
    const base::Instant at = only_entry(world).at;
    world.log.clock.advance(std::chrono::hours{2});
    world.client.submit(entry, {{"time", ""}, {"topic", "mobile"}}, "", "/staff/inquiries/");
    EXPECT_EQ(only_entry(world).at, at);
    world.client.submit(world.client.get(entry.url), {{"date", "2026-11-20"}, {"time", ""}}, "", "/staff/inquiries/");
    EXPECT_TRUE(only_entry(world).no_time);
    EXPECT_TRUE(world.client.get(entry.url).says("no time given"));
    EXPECT_EQ(by_hour(world), (std::map<std::string, std::int64_t>{{"", 1}})) << "nobody knows when it was";
    world.client.submit(world.client.get(entry.url), {{"note", "Visade bankappen"}}, "", "/staff/inquiries/");
    EXPECT_TRUE(only_entry(world).no_time) << "what was not touched stays as it was";
    world.client.submit(world.client.get(entry.url), {{"date", today}, {"time", ""}}, "", "/staff/inquiries/");
    EXPECT_EQ(only_entry(world).at, world.log.clock.now());
    EXPECT_FALSE(only_entry(world).no_time);
    EXPECT_EQ(by_hour(world).count(""), 0u);
}

TEST(WorkAtTheDesk, LetsAGuideMendEntriesOfTheLastSevenDays) {
    DeskWorld world;
    const auto entry = log_topic(world, {{"topic", "bank"}}).link("Correct it");
    world.log.clock.advance(std::chrono::hours{24 * 7});
    const auto list = world.client.get("/sundsvall/staff/inquiries");
    EXPECT_TRUE(list.says("1 entry"));
    EXPECT_TRUE(list.says(entry));
    const auto mended = world.client.submit(world.client.get(entry), {{"topic", "mobile"}, {"reason", "Wrong topic"}}, "",
                                            "/staff/inquiries/");
    EXPECT_TRUE(mended.says("corrected"));
    const auto open_still = world.client.get(entry);
    world.log.clock.advance(std::chrono::hours{24});
    EXPECT_EQ(world.client.get_once(entry).status, 404);
    const auto late = world.client.submit(open_still, {{"note", "satt vid skärmen"}}, "", "/staff/inquiries/");
    EXPECT_EQ(late.status, 403);
    EXPECT_TRUE(late.says("The entry is there") && late.says("satt vid skärmen")) << "not gone, and nothing typed is lost";
    EXPECT_FALSE(late.says("not here any more"));
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries?from=2026-11-01").says("No entries"));
    world.client.cookies()["session"] = "coordinator";
    EXPECT_EQ(world.client.get_once(entry).status, 200);
}

TEST(WorkAtTheDesk, AsksOnceToWhomSomebodyWasReferred) {
    DeskWorld world;
    const auto asked = log_topic(world, {{"topic", "bank"}, {"outcome", "referred"}, {"note", "satt vid skärmen"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("To whom was the person referred?") && asked.says("satt vid skärmen")) << asked.html;
    EXPECT_EQ(world.log.total("inquiries", today, today), 0);
    EXPECT_TRUE(world.client.submit(asked, {}, "", "/staff/inquiries").says("receiver not noted"));
    const auto id = only_entry(world).id;
    const std::string url = "/sundsvall/staff/inquiries/" + id;
    EXPECT_EQ(world.log.total("referred_without_receiver", today, today), 1);
    EXPECT_EQ(world.log.total("referred_without_receiver", today, today, {{"topic", "bank"}}), 1);
    EXPECT_EQ(world.log.total("referred_without_receiver", today, today, {{"topic", "print"}}), 0);
    const auto measure = world.log.measure("referred_without_receiver");
    const auto rows = measure.rows_url({{"2281"}, {base::parse_date(today).value(), base::parse_date(today).value()}, {}, {}});
    EXPECT_TRUE(world.client.get("/sundsvall" + rows).says(id)) << rows;
    EXPECT_EQ(world.client.submit(world.client.get(url), {{"minutes", "7"}}, "", "/staff/inquiries/").status, 200)
        << "what stands already is not asked about";
    EXPECT_EQ(only_entry(world).minutes, 7);
    world.client.submit(world.client.get(url), {{"outcome", "answered"}}, "", "/staff/inquiries/");
    EXPECT_EQ(world.client.submit(world.client.get(url), {{"outcome", "referred"}}, "", "/staff/inquiries/").status, 422);
    EXPECT_EQ(only_entry(world).outcome, "answered");
    EXPECT_EQ(world.log.total("referred_without_receiver", today, today), 0);
    EXPECT_FALSE(world.client.get("/sundsvall" + rows).says(id));
}

TEST(WorkAtTheDesk, ListsTodaysEntryOfYesterdaysVisitForTheDay) {
    DeskWorld world;
    const auto after = log_topic(world, {{"topic", "bank"}, {"date", "2026-11-21"}, {"time", "14:00"}});
    EXPECT_TRUE(after.says("Logged by you today <span class=\"muted\">(1)"));
    EXPECT_TRUE(after.says("<span>yesterday, 14:00</span>"));
    const auto earlier = log_topic(world, {{"topic", "mobile"}, {"date", "2026-11-18"}, {"time", ""}});
    EXPECT_TRUE(earlier.says("<span>18 Nov</span>")) << earlier.html;
}

TEST(WorkAtTheDesk, UndoTakesNothingAwayThatSomebodyElseHasPutRight) {
    DeskWorld world;
    const auto after = log_topic(world, {{"topic", "bank"}});
    auto entry = only_entry(world);
    entry.topics = {"print"};
    ASSERT_TRUE(world.log.inquiries.correct(sundsvall, entry, "coordinator", base::Seen::anything(), {}, "it was printing"));
    const auto undone = world.client.submit(after, {}, "", "/undo");
    EXPECT_FALSE(undone.says("Undone"));
    EXPECT_TRUE(undone.url.ends_with("/delete")) << "what stands there now comes first: " << undone.url;
    EXPECT_EQ(only_entry(world).topics, std::vector<std::string>{"print"});
}

TEST(WorkAtTheDesk, UndoesAnEntryAndGivesBackWhatStoodInIt) {
    DeskWorld world;
    const auto after = log_topic(world, {{"topic", "bank"}, {"note", "Visade bankappen"}, {"channel", "phone"}});
    const auto undone = world.client.submit(after, {}, "", "/undo");
    const auto bank = taxonomy::label(taxonomy::List::topic, "bank", i18n::translator("en"));
    EXPECT_TRUE(undone.says("Undone: ") && undone.says(", " + bank + " is gone from the log.")) << undone.html;
    EXPECT_TRUE(undone.says("Visade bankappen"));
    EXPECT_EQ(chosen(undone, "channel"), "phone");
    EXPECT_EQ(world.log.total("inquiries", today, today), 0);
    EXPECT_EQ(world.client.submit(after, {}, "", "/undo").status, 200) << "pressed twice";
    world.client.submit(undone, {}, "", "/staff/inquiries");
    EXPECT_EQ(only_entry(world).note, "Visade bankappen") << "logged again as it was";
    world.client.cookies()["session"] = "neighbour";
    EXPECT_NE(world.client.submit(after, {}, "", "/undo").status, 200);
    EXPECT_EQ(world.log.total("inquiries", today, today), 1);
}

TEST(WorkAtTheDesk, LogsAnewWhatWasTakenBackAndSentAgain) {
    DeskWorld world;
    const auto form = world.client.get("/sundsvall/staff/");
    const auto after = world.client.submit(form, {{"topic", "bank"}, {"outcome", "answered"}}, "", "/staff/inquiries");
    ASSERT_EQ(world.log.total("inquiries", today, today), 1);
    world.client.submit(after, {}, "", "/undo");
    ASSERT_EQ(world.log.total("inquiries", today, today), 0);
    const std::vector<std::pair<std::string, std::string>> same{{"topic", "bank"}, {"outcome", "answered"}};
    const auto again = world.client.submit(form, same, "", "/staff/inquiries");
    EXPECT_TRUE(again.says("Logged: Banking")) << again.html;
    EXPECT_EQ(world.log.total("inquiries", today, today), 1) << "the form that the browser went back to";
    world.client.submit(form, same, "", "/staff/inquiries");
    EXPECT_EQ(world.log.total("inquiries", today, today), 1) << "pressed twice is once";
}

TEST(WorkAtTheDesk, TurnsTheKeysOffForOnePerson) {
    DeskWorld world;
    const auto desk = world.client.get("/sundsvall/staff/");
    EXPECT_TRUE(desk.says("data-keys=\"on\""));
    EXPECT_FALSE(desk.says("data-key=\"s")) << "no letter saves";
    EXPECT_TRUE(world.client.submit(desk, {}, "", "/desk-keys").says("data-keys=\"off\""));
    EXPECT_TRUE(world.client.get("/sundsvall/staff/").says("Turn the keys on"));
    world.client.cookies()["session"] = "coordinator";
    EXPECT_TRUE(world.client.get("/sundsvall/staff/").says("data-keys=\"on\""));
    world.client.cookies()["session"] = "guide";
    EXPECT_TRUE(world.client.submit(world.client.get("/sundsvall/staff/"), {}, "", "/desk-keys").says("data-keys=\"on\""));
}

TEST(WorkAtTheDesk, SaysWhoseQuestionATopicIsWhereItCanBeChanged) {
    DeskWorld world;
    const auto desk = world.client.get("/sundsvall/staff/?topic=tax");
    EXPECT_TRUE(desk.says("migration:migration")) << "desk_body.js fills it in";
    EXPECT_TRUE(desk.says("<option value=\"tax\" selected>"));
    EXPECT_FALSE(world.client.get("/sundsvall/staff/?topic=print").says("<option value=\"tax\" selected>"));
    world.client.submit(desk, {{"outcome", "answered"}, {"body", "court"}}, "", "/staff/inquiries");
    EXPECT_EQ(only_entry(world).body, "court") << "whoever knows better says so";
}

TEST(WorkAtTheDesk, PointsToWhoAnswersAboutCareOnlineWhereThatIsTheTopic) {
    DeskWorld world;
    const auto pointer = [&](const std::string& query) {
        const auto desk = world.client.get("/sundsvall/staff/?" + query);
        return desk.says("data-rule-topics=\"health e_health\" data-rule-bodies=\"\">");
    };
    EXPECT_TRUE(pointer("topic=e_health"));
    EXPECT_FALSE(pointer("topic=bank"));
    for (const auto* words : {"egenv%C3%A5rd", "egenmonitorering", "levnadsvanor", "egenmestring"})
        EXPECT_TRUE(world.client.get(std::string("/sundsvall/staff/?q=") + words).says("1177.se, phone 1177")) << words;
}

TEST(WorkOverTheApi, RecordsAReferralOnce) {
    DeskWorld world;
    constexpr const char* referred =
        R"({"place":"sundsvall-kulturmagasinet","topics":["bank"],"channel":"visit","outcome":"referred",)"
        R"("referred_to":"topic:bank"})";
    EXPECT_EQ(world.post(referred, "k1").status, 201);
    EXPECT_EQ(world.post(referred, "k1").status, 201);
    const auto referrals = world.referral.recent(sundsvall);
    ASSERT_EQ(referrals.size(), 1u);
    EXPECT_EQ(referrals[0].target_kind, "topic");
    EXPECT_EQ(referrals[0].from_place, "sundsvall-kulturmagasinet");
    EXPECT_EQ(referrals[0].inquiry_id, only_entry(world).id);
    EXPECT_EQ(world.post(visit_without_time()).status, 201);
    EXPECT_EQ(world.referral.recent(sundsvall).size(), 1u);
}

TEST(WorkOverTheApi, KnowsATargetByItsSlugAndKeepsItsId) {
    DeskWorld world;
    const auto refer = [&](const std::string& target) {
        return world.post(R"({"place":"kulturmagasinet","topics":["bank"],"channel":"visit",)"
                          R"("outcome":"referred","referred_to":")" +
                          target + "\"}").status;
    };
    EXPECT_EQ(refer("place:kommunhuset"), 201);
    EXPECT_EQ(only_entry(world).referred_to, "place:sundsvall-kommunhuset");
    EXPECT_EQ(refer("place:sundsvall-kommunhuset"), 201);
    EXPECT_EQ(refer("place:kulturmagasinet"), 422) << "where it was asked";
    EXPECT_EQ(refer("place:sundsvall-kulturmagasinet"), 422);
    const auto referrals = world.referral.recent(sundsvall);
    ASSERT_EQ(referrals.size(), 2u);
    for (const auto& one : referrals) EXPECT_EQ(one.target_id, "sundsvall-kommunhuset");
}

TEST(WorkAtTheDesk, KeepsTheIdOfATargetThatTheFormNamesByItsSlug) {
    DeskWorld world;
    log_topic(world, {{"topic", "bank"}, {"outcome", "referred"}, {"referred_to", "place:kommunhuset"}});
    auto entry = only_entry(world);
    EXPECT_EQ(entry.referred_to, "place:sundsvall-kommunhuset");
    ASSERT_EQ(world.referral.recent(sundsvall).size(), 1u);
    EXPECT_EQ(world.referral.recent(sundsvall).front().target_id, "sundsvall-kommunhuset");
    entry.referred_to = "place:kommunhuset";
    EXPECT_TRUE(world.log.inquiries.correct(sundsvall, entry, "guide"));
    EXPECT_EQ(only_entry(world).referred_to, "place:sundsvall-kommunhuset");
}

TEST(WorkOverTheApi, RefusesNineteenSeventyAndInventsNoMinutes) {
    DeskWorld world;
    const char* early = R"({"topics":["bank"],"channel":"visit","outcome":"answered","at":"1970-01-01T00:00:00Z"})";
    EXPECT_EQ(world.post(early).status, 422);
    EXPECT_EQ(world.log.total("inquiries", today, today), 0);
    EXPECT_EQ(world.post(visit_without_time()).status, 201);
    EXPECT_FALSE(only_entry(world).minutes.has_value());
    EXPECT_EQ(only_entry(world).at, world.log.clock.now());
}

}  // namespace
}  // namespace digilots::inquiries
