// What few entries say: on the form, by programs, in tables and figures alike.
#include "inquiries/further.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "inquiries/asked_fields.h"
#include "inquiries/desk_for_tests.h"
#include "inquiries/inquiry_columns.h"
#include "platform/base/json.h"

namespace digilots::inquiries {
namespace {

constexpr const char* the_day = "2026-11-22";

/// Every question is asked.
void ask_all(DeskWorld& world) {
    ASSERT_TRUE(save_desk_settings(Inside::service(world.log.inquiries), sundsvall.id, "", DeskSettings{}, "anna",
                                   base::Seen::anything()));
}

std::string logged_id(const testing::Page& page) {
    const auto from = page.html.find("\"id\":\"") + 6;
    return page.html.substr(from, page.html.find('"', from) - from);
}

TEST(FurtherWords, StandAsTextAndComeBack) {
    Inquiry said;
    EXPECT_EQ(further_text(said), "");
    said.further.problem = "tool";
    said.further.feedback = "complaint";
    said.further.rules_followed = true;
    said.further.consent = false;
    said.returning = false;
    const auto text = further_text(said);
    Inquiry read;
    take_further(text, read);
    EXPECT_EQ(read.further, said.further);
    EXPECT_EQ(read.returning, false);
    EXPECT_EQ(further_key(text, "feedback"), "complaint");
    EXPECT_EQ(further_key(text, "device"), "");
    Inquiry unheard_of;
    take_further(",unheard_of:x,nonsense,", unheard_of);
    EXPECT_EQ(unheard_of.further, Further{});
    EXPECT_FALSE(unheard_of.returning.has_value());
}

TEST(FurtherWords, OfAProgramAreReadBackAndAWrongOneIsNamed) {
    DeskWorld world;
    const auto logged = world.post(
        R"({"topics":["bank"],"channel":"visit","outcome":"answered","problem":"identification","interpreter":"missing",)"
        R"("device":"own_phone","identity_proof":"id_card","feedback":"complaint","rules_followed":true})");
    ASSERT_EQ(logged.status, 201) << logged.html;
    const auto read = world.read("/api/v1/sundsvall/inquiries/" + logged_id(logged));
    for (const char* said : {R"("problem":"identification")", R"("interpreter":"missing")", R"("identity_proof":"id_card")",
                             R"("feedback_status":"new")", R"("rules_followed":true)", R"("found_us":null)",
                             R"("consent":null)", R"("returning":null)"})
        EXPECT_NE(read.html.find(said), std::string::npos) << said << read.html;
    for (const char* wrong : {R"("problem":"weather")", R"("feedback_status":"new")", R"("consent":true)", R"("handover":"warm")",
                              R"("rules_followed":"yes")"})
        EXPECT_EQ(world.post(R"({"topics":["bank"],"channel":"visit","outcome":"answered",)" + std::string(wrong) + "}")
                      .status,
                  422)
            << wrong;
}

TEST(FurtherWords, AreCountedWhereTheyAreSaid) {
    DeskWorld world;
    auto visit = a_visit();
    visit.further.problem = "tool";
    world.log.inquiries.log(sundsvall, visit, "guide", "", "");
    world.log.inquiries.log(sundsvall, a_visit(), "guide", "", "");
    EXPECT_EQ(world.log.total("inquiries", the_day, the_day, {{"problem", "tool"}}), 1);
    EXPECT_EQ(world.log.total("inquiries", the_day, the_day, {{"problem", ""}}), 1);
    EXPECT_EQ(world.log.total("inquiries", the_day, the_day, {{"problem", "tool"}, {"topic", "print"}}), 1) << "from the rows";
    EXPECT_EQ(world.log.total("inquiries", the_day, the_day, {{"problem", "tool"}, {"topic", "bank"}}), 0);
    EXPECT_TRUE(world.log.inquiries.check_counts().empty());
}

TEST(FurtherWords, OfAFormHangOnWhatTheyBelongTo) {
    DeskWorld world;
    ask_all(world);
    const auto desk = world.client.get("/sundsvall/staff/");
    EXPECT_TRUE(world.client.submit(desk, {{"topic", "bank"}, {"feedback", "praise"}, {"handover", "warm"}, {"consent", "1"},
                                           {"problem", "form"}}, "", "/staff/inquiries").says("Logged"));
    const auto page = world.client.get("/sundsvall/staff/inquiries?feedback=praise&feedback_status=new");
    EXPECT_TRUE(page.says("1 entry")) << page.html;
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries?feedback=complaint").says("0 entries"));
    const auto stored = Inside::service(world.log.inquiries).database.read([&](db::Connection& connection) {
        return store::list_recorded(connection, sundsvall.id, -1, {}, 10);
    });
    ASSERT_EQ(stored.size(), 1u);
    Further expected;
    expected.feedback = "praise";
    expected.feedback_status = "new";
    expected.problem = "form";
    EXPECT_EQ(stored[0].inquiry.further, expected) << "who is not referred is not handed over, nobody sent anything in";
}

base::Json json_in(const testing::Page& page) { return base::parse_json(page.html).value_or(base::Json()); }

const char* const asked_of_people[] = {"consent", "rules_followed", "returning"};

TEST(FurtherWords, WhoeverWasNotAskedHasNotSaidNo) {
    DeskWorld world;
    ask_all(world);
    const auto read = [&](const std::string& id) { return json_in(world.read("/api/v1/sundsvall/inquiries/" + id)); };
    EXPECT_TRUE(world.client.submit(world.client.get("/sundsvall/staff/"), {{"topic", "bank"}}, "", "/staff/inquiries")
                    .says("Logged"));
    const std::string start = R"({"topics":["bank"],"channel":"visit","outcome":"answered")";
    const auto id = logged_id(world.post(start + R"(,"consent":null,"rules_followed":null,"returning":null})"));
    const auto said = logged_id(world.post(start + R"(,"consent":false,"rules_followed":false,"returning":false})"));
    const auto listed = json_in(world.read("/api/v1/sundsvall/inquiries"));
    for (const auto* name : asked_of_people) {
        EXPECT_TRUE(listed["inquiries"].items().at(0)[name].is_null()) << "left alone at the desk: " << name;
        EXPECT_TRUE(read(id)[name].is_null()) << name;
        EXPECT_EQ(read(said)[name].as_bool(), false) << "what was said is read back: " << name;
    }
    EXPECT_EQ(world.log.total("returning", the_day, the_day), 0);
    world.client.cookies()["session"] = "coordinator";
    const auto entry = world.client.get("/sundsvall/staff/inquiries/" + said);
    EXPECT_EQ(world.client.submit(entry, {{"channel", "phone"}, {"reason", "Rätt väg"}}, "", "/inquiries/" + said).status, 200);
    EXPECT_EQ(read(said)["channel"].as_string(), "phone");
    for (const auto* name : asked_of_people)
        EXPECT_EQ(read(said)[name].as_bool(), false) << "mending another field keeps it: " << name;
    EXPECT_TRUE(world.log.inquiries.check_counts().empty());
}

TEST(FurtherWords, ThatNobodySaidAreEmptyInTables) {
    DeskWorld world;
    auto asked = a_visit();
    asked.returning = true;
    asked.further.rules_followed = false;
    world.log.inquiries.log(sundsvall, asked, "guide", "", "");
    world.log.inquiries.log(sundsvall, a_visit(), "guide", "", "");
    Service& service = Inside::service(world.log.inquiries);
    const register_::Surroundings around{.municipality_id = sundsvall.id, .words = &i18n::translator("en"),
                                         .zone = sundsvall.zone};
    const auto declared = inquiry_declaration(service);
    std::vector<std::vector<std::string>> rows;
    for (const auto& stored : service.database.read([&](db::Connection& connection) {
             return store::list_recorded(connection, sundsvall.id, -1, {}, 10);
         })) {
        const auto record = record_of(stored.inquiry, service, around);
        EXPECT_EQ(inquiry_of(record, nullptr, service, around).returning, stored.inquiry.returning);
        EXPECT_EQ(inquiry_of(record, nullptr, service, around).further, stored.inquiry.further) << "and comes back from there";
        auto& row = rows.emplace_back();
        for (const auto* name : asked_of_people)
            for (const auto& field : declared.fields)
                if (field.name == name) row.emplace_back(field.type->cell(field, 0, record, around).text());
    }
    std::ranges::sort(rows);
    EXPECT_EQ(rows, (std::vector<std::vector<std::string>>{{"", "", ""}, {"", "No", "Yes"}}));
}

TEST(FurtherWords, FollowAComplaintUntilItIsAnswered) {
    DeskWorld world;
    auto visit = a_visit();
    visit.further.feedback = "complaint";
    const auto id = world.log.inquiries.log(sundsvall, visit, "guide", "", "")->id;
    ASSERT_EQ(world.log.inquiries.find(sundsvall, id)->further.feedback_status, "new");
    const auto entry = world.client.get("/sundsvall/staff/inquiries/" + id);
    EXPECT_EQ(world.client.submit(entry, {{"feedback_status", "answered"}}).status, 200);
    EXPECT_EQ(world.log.inquiries.find(sundsvall, id)->further.feedback_status, "answered");
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries/" + id).says("What became of it"));
}

}  // namespace
}  // namespace digilots::inquiries
