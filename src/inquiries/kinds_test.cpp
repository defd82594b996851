// What an entry counts: a tap, a pair or a group, who asked; in the API, at the desk, in lists, tables and figures.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"
#include "platform/base/typed_json.h"

namespace digilots::inquiries {
namespace {

constexpr const char* november_from = "2026-11-01";
constexpr const char* november_to = "2026-11-30";

base::Json answer_of(const testing::Page& page) { return base::parse_json(page.html).value_or(base::Json()); }

/// What is read back of what was posted.
base::Json read_back(DeskWorld& world, const std::string& body) {
    const auto posted = world.post(body);
    EXPECT_EQ(posted.status, 201) << posted.html;
    return answer_of(world.read(posted.header("Location")));
}

std::vector<std::string> texts_in(const base::Json& list) {
    std::vector<std::string> texts;
    for (const auto& one : list.items()) texts.push_back(one.as_string().value_or(""));
    return texts;
}

std::string refused_field(DeskWorld& world, const std::string& body) {
    const auto refused = world.post(body);
    EXPECT_EQ(refused.status, 422) << body << refused.html;
    std::string fields;
    const auto answer = answer_of(refused);
    for (const auto& [name, message] : answer["errors"].members()) fields += name + " ";
    return fields;
}

std::map<std::string, std::int64_t> by(DeskWorld& world, const char* measure, const char* dimension,
                                       std::map<std::string, std::string> where = {}) {
    std::map<std::string, std::int64_t> found;
    for (const auto& row : world.log.figures(measure, november_from, november_to, {dimension}, std::move(where)))
        found[row.dimensions.at(dimension)] = row.value.amount;
    return found;
}

using Counts = std::map<std::string, std::int64_t>;
using Keys = std::vector<std::string>;

TEST(Kinds, WhomEmployeesAndPartnersWereSentOnToIsInNoFigure) {
    DeskWorld world;
    const auto posted = world.post(R"({"topics":["bank"],"channel":"visit","outcome":"referred","asker":"partner",
        "referred_to":"place:sundsvall-kommunhuset"})");
    ASSERT_EQ(posted.status, 201) << posted.html;
    const auto id = answer_of(posted)["id"].as_string().value_or("");
    auto referred = world.referral.referral_of(sundsvall, id).value();
    const auto bounced = referral::ReferralOutcome::bounced;
    ASSERT_TRUE(world.referral.set_outcome(sundsvall, referred.id, referral::ReferralOutcome::unknown, bounced));
    auto& guide = world.client;
    guide.submit(guide.get("/sundsvall/staff/referrals"), {{"onward_" + referred.id, "place:sundsvall-mobidig"}}, "", "/onward");
    const auto figures = [&] {
        std::vector<std::int64_t> sums;
        for (const auto& measure : world.referral.measures()) {
            std::int64_t sum = 0;
            for (const auto& row : measure.figures({{"2281"}, {base::parse_date(november_from).value(),
                                                               base::parse_date(november_to).value()}, {}, {}}))
                sum += row.value.amount + row.value.of;
            sums.push_back(sum);
        }
        return sums;
    };
    EXPECT_EQ(figures(), (std::vector<std::int64_t>{0, 0})) << "nor when referred on";
    const auto say_asker = [&](const std::string& asker) {
        auto page = guide.get("/sundsvall/staff/inquiries/" + id);
        guide.submit(page, {{"asker", asker}, {"reason", "Rätt frågare"}}, "", "/inquiries/" + id);
    };
    world.client.cookies()["session"] = "coordinator";
    say_asker("resident");
    EXPECT_EQ(figures(), (std::vector<std::int64_t>{2, 1})) << "both of the chain";
    say_asker("employee");
    EXPECT_EQ(figures(), (std::vector<std::int64_t>{0, 0}));
}

TEST(Kinds, WhoAskedReadsBackAsItWasGiven) {
    DeskWorld world;
    for (const char* asker : {"resident", "employee", "partner"}) {
        const auto read = read_back(world, R"({"topics":["bank"],"channel":"visit","outcome":"answered","asker":")" +
                                               std::string(asker) + R"("})");
        EXPECT_EQ(read["asker"].as_string(), asker);
    }
}

TEST(Kinds, TheEntriesBehindTheFigureOfStaffAreThose) {
    DeskWorld world;
    for (const char* asker : {"resident", "employee", "partner"})
        world.post(R"({"topics":["bank"],"channel":"visit","outcome":"answered","asker":")" + std::string(asker) + R"("})");
    world.client.cookies()["session"] = "coordinator";
    const measures::Query november{
        {"2281"}, {base::parse_date(november_from).value(), base::parse_date(november_to).value()}, {}, {}};
    const auto entries = [&](const char* measure, std::map<std::string, std::string> where) {
        auto query = november;
        query.where = std::move(where);
        return world.client.get("/sundsvall" + world.log.measure(measure).rows_url(query));
    };
    EXPECT_TRUE(entries("from_staff", {}).says("2 entries"));
    EXPECT_TRUE(entries("from_staff", {{"asker", "partner"}}).says("1 entry"));
    EXPECT_TRUE(entries("inquiries", {}).says("1 entry"));
    const auto table = world.client.get("/sundsvall/staff/inquiries/table?asker=staff&from=2026-11-01&to=2026-11-30");
    EXPECT_TRUE(table.says("Employee") && table.says("Partner") && !table.says("Resident")) << table.html;
}

TEST(Kinds, AnOrdinaryVisitReadsBackAsOne) {
    DeskWorld world;
    const auto read = read_back(world, visit_without_time());
    EXPECT_EQ(read["kind"].as_string(), "visit");
    EXPECT_TRUE(read["persons"].is_null());
    EXPECT_TRUE(read["e_service"].is_null());
    EXPECT_EQ(read["asker"].as_string(), "resident");
    EXPECT_EQ(texts_in(read["barriers"]), Keys{});
    EXPECT_EQ(texts_in(read["target_groups"]), Keys{});
}

TEST(Kinds, ATallyNeedsTopicsAloneAndHasNoOutcome) {
    DeskWorld world;
    const auto read = read_back(world, R"({"kind":"tally","topics":["print"]})");
    EXPECT_EQ(read["kind"].as_string(), "tally");
    EXPECT_TRUE(read["outcome"].is_null());
    EXPECT_TRUE(read["channel"].is_null());
    EXPECT_EQ(refused_field(world, R"({"kind":"tally","topics":["print"],"outcome":"answered"})"), "outcome ");
    EXPECT_EQ(refused_field(world, R"({"kind":"tally"})"), "topics ");
    EXPECT_EQ(refused_field(world, R"({"topics":["print"]})"), "channel outcome ");
    EXPECT_EQ(refused_field(world, R"({"kind":"heap","topics":["print"],"channel":"visit","outcome":"answered"})"), "kind ");
    EXPECT_EQ(by(world, "inquiries", "outcome"), (Counts{{"", 1}})) << "not stated, and not answered";
    EXPECT_EQ(world.log.total("answered_at_first_contact", november_from, november_to), 0);
}

TEST(Kinds, AGroupReadsBackWithWhatWasCountedAndNoMore) {
    DeskWorld world;
    const auto read = read_back(world, R"({"kind":"group","topics":["bank"],"channel":"outreach","outcome":"answered",
        "persons":{"women":4,"men":0,"boys":null},"barrier":"cost","barriers":["no_skill","cost"],
        "target_groups":["older","foreign_born"],"follow_up":true})");
    EXPECT_EQ(read["persons"]["women"].as_integer(), 4);
    EXPECT_EQ(read["persons"]["men"].as_integer(), 0);
    EXPECT_TRUE(read["persons"]["boys"].is_null()) << "unknown is never zero";
    EXPECT_EQ(read["barrier"].as_string(), "cost");
    EXPECT_EQ(texts_in(read["barriers"]), (Keys{"no_skill", "cost"}));
    EXPECT_EQ(texts_in(read["target_groups"]), (Keys{"older", "foreign_born"}));
    EXPECT_EQ(read["follow_up"].as_bool(), true);
}

TEST(Kinds, RefusesPersonsThatCannotBe) {
    DeskWorld world;
    const auto with = [](const std::string& rest) {
        return R"({"topics":["bank"],"channel":"visit","outcome":"answered",)" + rest + "}";
    };
    EXPECT_EQ(refused_field(world, with(R"("persons":{"women":1})")), "persons ");
    EXPECT_EQ(refused_field(world, with(R"("kind":"group","persons":{"women":501})")), "persons ");
    EXPECT_EQ(refused_field(world, with(R"("kind":"group","persons":{"women":-1})")), "persons ");
    EXPECT_EQ(refused_field(world, with(R"("kind":"group","persons":{"women":0,"men":0})")), "persons ");
    EXPECT_EQ(refused_field(world, with(R"("kind":"group","persons":{"children":2})")), "persons ");
    EXPECT_EQ(refused_field(world, with(R"("kind":"group","persons":{"women":1.5})")), "persons ");
    EXPECT_EQ(refused_field(world, with(R"("kind":"group","persons":3)")), "persons ");
    EXPECT_EQ(refused_field(world, with(R"("e_service":"nowhere")")), "e_service ");
    EXPECT_EQ(refused_field(world, with(R"("barriers":["x"],"target_groups":"older","asker":"cat")")),
              "target_groups barriers asker ");
    EXPECT_EQ(world.log.total("inquiries", november_from, november_to), 0);
}

TEST(Kinds, AnEServiceIsKeptByItsIdHoweverItIsNamed) {
    LogForTests log;
    const auto directory = log.directory.snapshot(harnosand.id);
    ASSERT_FALSE(directory->e_services.empty());
    const auto& e_service = directory->e_services.front();
    for (const auto& name : {e_service.slug, e_service.id}) {
        Inquiry inquiry = a_visit();
        inquiry.place = "";
        inquiry.e_service = name;
        EXPECT_EQ(log.inquiries.validate(harnosand, inquiry, i18n::translator("en")), FieldErrors{});
        EXPECT_EQ(log.inquiries.validate(sundsvall, inquiry, i18n::translator("en")).size(), 1u) << "another municipality's";
        const auto id = log.inquiries.log(harnosand, inquiry, "anna", "", "")->id;
        EXPECT_EQ(log.inquiries.find(harnosand, id)->e_service, e_service.id);
    }
}

TEST(Kinds, TheSameKeyGivesTheSameAnswerWithItsWarnings) {
    DeskWorld world;
    const std::string group = R"({"kind":"group","topics":["bank"],"channel":"visit","outcome":"answered","persons":{"men":2},
        "note":"Anna Berg bor på Storgatan 12 B"})";
    const auto first = world.post(group, "g1"), again = world.post(group, "g1");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.html, first.html);
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    const auto warnings = answer_of(again)["warnings"];
    ASSERT_EQ(warnings.items().size(), 2u);
    EXPECT_EQ(warnings.items()[0]["code"].as_string(), "name");
    EXPECT_EQ(warnings.items()[1]["code"].as_string(), "address");
    EXPECT_FALSE(first.says("Anna")) << "the answer does not repeat it";
    const std::string other = R"({"kind":"group","topics":["bank"],"channel":"visit","outcome":"answered","persons":{"men":3}})";
    EXPECT_EQ(world.post(other, "g1").status, 409);
}

TEST(Kinds, FiguresCountEachOnceAndSumWhatWasCounted) {
    DeskWorld world;
    const auto post = [&](const std::string& rest) {
        const std::string all = R"({"topics":["bank"],"channel":"visit","place":"sundsvall-kulturmagasinet",)" + rest + "}";
        EXPECT_EQ(world.post(all).status, 201);
    };
    post(R"("outcome":"answered","barrier":"cost")");
    post(R"("outcome":"answered","gender":"women")");
    post(R"("kind":"tally")");
    post(R"("kind":"group","outcome":"answered","persons":{"women":4,"men":2},"target_groups":["older","foreign_born"])");
    post(R"("kind":"group","outcome":"referred","barriers":["cost","no_skill"],"target_groups":["older"])");
    post(R"("outcome":"answered","asker":"employee","target_groups":["staff"])");
    EXPECT_EQ(world.log.total("inquiries", november_from, november_to), 5) << "residents";
    EXPECT_EQ(by(world, "inquiries", "kind"), (Counts{{"visit", 2}, {"tally", 1}, {"group", 2}}));
    EXPECT_EQ(by(world, "inquiries", "target_group"), (Counts{{"older", 2}, {"foreign_born", 1}, {"", 3}}));
    EXPECT_EQ(by(world, "inquiries", "barrier"), (Counts{{"cost", 2}, {"no_skill", 1}, {"", 3}}));
    EXPECT_EQ(by(world, "inquiries", "kind", {{"kind", "visit"}}), (Counts{{"visit", 2}}));
    EXPECT_EQ(world.log.total("inquiries", november_from, november_to, {{"barrier", "cost"}}), 2);
    EXPECT_EQ(world.log.total("inquiries", november_from, november_to, {{"barrier", "cost"}, {"kind", "group"}}), 1)
        << "from the rows";
    EXPECT_EQ(by(world, "inquiries", "target_group", {{"kind", "group"}}), (Counts{{"older", 2}, {"foreign_born", 1}}));
    EXPECT_EQ(world.log.total("persons", november_from, november_to), 6);
    EXPECT_EQ(by(world, "persons", "gender"), (Counts{{"women", 4}, {"men", 2}}));
    EXPECT_EQ(by(world, "inquiries", "gender"), (Counts{{"women", 1}, {"", 4}})) << "persons are no inquiries";
    EXPECT_EQ(by(world, "persons", "topic"), (Counts{{"bank", 6}}));
    const measures::Query november{
        {"2281"}, {base::parse_date(november_from).value(), base::parse_date(november_to).value()}, {}, {}};
    EXPECT_EQ(world.log.measure("persons").stated(november), (std::pair<std::int64_t, std::int64_t>{1, 2}));
    auto two = november;
    two.by = {"gender", "topic"};
    EXPECT_FALSE(world.log.measure("persons").can_answer(two));
    EXPECT_EQ(world.log.total("from_staff", november_from, november_to), 1);
    EXPECT_EQ(by(world, "from_staff", "asker"), (Counts{{"employee", 1}}));
    EXPECT_EQ(by(world, "from_staff", "topic"), (Counts{{"bank", 1}}));
    EXPECT_TRUE(world.log.inquiries.check_counts().empty());
}

TEST(Kinds, TheCommonestEntryCostsNoLineMore) {
    Cells cells;
    StoredInquiry visit{a_visit({"print"}), {}, 10, {}, "anna"};
    add_to_cells(cells, visit);
    EXPECT_EQ(cells.size(), 2u * 13u + 9u)
        << "the total, four single ones, four pairs, a topic with its three pairs; day and month; what is kept of months alone";
}

TEST(Kinds, ATallyIsOpenedAtTheDeskAndGrowsIntoAnEntry) {
    DeskWorld world;
    const testing::FormFields tap{{"topic", "bank"}, {"kind", "tally"}};
    auto page = world.client.submit(world.client.get("/sundsvall/staff/"), tap, "", "/staff/inquiries");
    EXPECT_TRUE(page.says("Logged")) << page.html;
    EXPECT_TRUE(page.says("Counted only"));
    EXPECT_EQ(by(world, "inquiries", "kind"), (Counts{{"tally", 1}}));
    const auto entry = world.client.get(page.link("Correct it"));
    EXPECT_EQ(entry.status, 200);
    page = world.client.submit(entry, {{"outcome", "answered"}, {"target_groups", "older"}, {"minutes", "10"}});
    EXPECT_TRUE(page.says("corrected")) << page.html;
    EXPECT_EQ(by(world, "inquiries", "kind"), (Counts{{"visit", 1}}));
    EXPECT_EQ(by(world, "inquiries", "target_group"), (Counts{{"older", 1}}));
    EXPECT_TRUE(world.log.inquiries.check_counts().empty());
}

TEST(Kinds, TheDeskAsksForAGroupAndSaysWhatIsWrongWithIt) {
    DeskWorld world;
    const testing::FormFields group{{"topic", "bank"}, {"kind", "group"}, {"persons_women", "4"}, {"persons_men", "två"}};
    auto page = world.client.submit(world.client.get("/sundsvall/staff/"), group, "", "/staff/inquiries");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("value=\"två\"")) << "as it was typed";
    page = world.client.submit(page, {{"persons_men", "2"}}, "", "/staff/inquiries");
    EXPECT_TRUE(page.says("6 people")) << page.html;
    page = world.client.submit(page, {{"topic", "bank"}, {"persons_women", "4"}}, "", "/staff/inquiries");
    EXPECT_EQ(page.status, 422) << "persons of one matter";
}

TEST(Kinds, TheListIsFilteredByThem) {
    DeskWorld world;
    world.client.cookies()["session"] = "coordinator";
    world.post(R"({"kind":"tally","topics":["print"]})");
    world.post(R"({"kind":"group","topics":["bank"],"channel":"visit","outcome":"answered","target_groups":["low_income"]})");
    world.post(R"({"topics":["bank"],"channel":"visit","outcome":"answered","asker":"partner"})");
    const auto found = [&](const std::string& query) {
        const auto page = world.client.get("/sundsvall/staff/inquiries?" + query);
        for (const int n : {0, 1, 2, 3})
            if (page.says(std::to_string(n) + (n == 1 ? " entry" : " entries"))) return n;
        return -1;
    };
    EXPECT_EQ(found(""), 3);
    EXPECT_EQ(found("kind=tally"), 1);
    EXPECT_EQ(found("target_group=low_income"), 1);
    EXPECT_EQ(found("target_group=low"), 0);
    EXPECT_EQ(found("asker=resident"), 2);
    EXPECT_EQ(found("asker=staff"), 1) << "employees and partners together";
    EXPECT_EQ(found("asker=partner"), 1);
    const auto table = world.client.get("/sundsvall/staff/inquiries/table?from=2026-11-01&to=2026-11-30&kind=group");
    EXPECT_TRUE(table.says("Low income")) << table.html;
    EXPECT_FALSE(table.says("Counted only"));
}

}  // namespace
}  // namespace digilots::inquiries
