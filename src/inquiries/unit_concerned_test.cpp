// The unit of the municipality that a question concerns, beside whose question it is.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"
#include "inquiries/further.h"
#include "inquiries/units.h"
#include "platform/html/writer.h"

namespace digilots::inquiries {
namespace {

class UnitConcerned : public ::testing::Test, protected DeskWorld {
protected:
    UnitConcerned() { client.accept_language = "en"; }
    std::string add_unit(const std::string& name, const std::string& parent) {
        auto& records = log.organisation.unit_records();
        return records.add(records.around("2281"), {{"name", {name}}, {"parent", {parent}}}, "admin")->id;
    }
    std::string add(const std::string& unit) {
        Inquiry inquiry = a_visit();
        inquiry.further.body_unit = unit;
        return log.inquiries.log(sundsvall, inquiry, "guide", "", "")->id;
    }
    testing::Page as(const std::string& person, const std::string& path) {
        client.cookies()["session"] = person;
        return client.get("/sundsvall/staff/" + path);
    }
    Inquiry found(const std::string& id) { return *log.inquiries.find(sundsvall, id); }
    void give_contact_to(const std::string& unit) {
        auto& contacts = log.directory.records(directory::RecordKind::contact);
        contact = log.directory.snapshot("2281")->contacts.front().id;
        ASSERT_TRUE(contacts.take_step(contacts.around("2281"), contact, {"changed", {{"unit", unit}}}, "admin"));
    }

    std::string building = add_unit("Building", ""), permits = add_unit("Permits", building), schools = add_unit("Schools", "");
    std::string contact;
};

TEST_F(UnitConcerned, IsReadBackByProgramsAndMakesItTheMunicipalitysQuestion) {
    const auto with = [&](const std::string& said) {
        return post(R"({"topics":["bank"],"channel":"visit","outcome":"answered",)" + said + "}");
    };
    const auto logged = with("\"body_unit\":\"" + permits + "\"");
    ASSERT_EQ(logged.status, 201) << logged.html;
    const auto from = logged.html.find("\"id\":\"") + 6;
    const auto read_back = read("/api/v1/sundsvall/inquiries/" + logged.html.substr(from, logged.html.find('"', from) - from));
    EXPECT_TRUE(read_back.says("\"body_unit\":\"" + permits + "\"")) << read_back.html;
    EXPECT_TRUE(read_back.says("\"body\":\"municipality\"")) << read_back.html;
    EXPECT_EQ(with("\"body_unit\":null").status, 201);
    EXPECT_TRUE(with("\"body_unit\":\"made-up\"").says("body_unit"));
    EXPECT_EQ(with("\"body_unit\":7").status, 422);
    EXPECT_TRUE(with("\"body\":\"tax\",\"body_unit\":\"" + permits + "\"").says("belongs to the municipality"));
}

TEST_F(UnitConcerned, IsChosenAtTheDeskAndOnThePageThatCorrects) {
    auto page = as("guide", "");
    ASSERT_TRUE(page.says("Unit that it concerns"));
    page = client.submit(page, {{"topic", "print"}, {"body_unit", permits}});
    const auto id = page.html.substr(page.html.find("data-entry=\"") + 12, 36);
    EXPECT_EQ(found(id).further.body_unit, permits);
    const std::string url = "/sundsvall/staff/inquiries/" + id;
    client.submit(client.get(url), {{"body_unit", schools}}, "", url);
    EXPECT_EQ(found(id).further.body_unit, schools);
    EXPECT_TRUE(client.get(url).says("Unit that it concerns"));
    EXPECT_EQ(client.submit(client.get(url), {{"body", "tax"}}, "", url).status, 422) << "a unit is the municipality's";
    client.submit(client.get(url), {{"body_unit", ""}, {"body", "tax"}}, "", url);
    EXPECT_EQ(found(id).further.body_unit, "");
    EXPECT_EQ(found(id).body, "tax");
}

TEST_F(UnitConcerned, OfTheContactThatIsReferredToStandsAsAChoice) {
    give_contact_to(permits);
    const auto page = as("guide", "?refer=contact:" + contact);
    EXPECT_TRUE(page.says("value=\"" + permits + "\" selected")) << "without scripts, too";
    EXPECT_TRUE(page.says("contact:" + contact + "=" + permits)) << "for scripts";
    EXPECT_FALSE(as("guide", "").says("value=\"" + permits + "\" selected")) << "unknown is unknown";
}

TEST_F(UnitConcerned, AFunctionSaysWhenItAnswers) {
    const auto function = log.directory.snapshot("2281")->contacts.front();
    const auto asked = "?q=" + html::url_encode(function.title);
    auto& contacts = log.directory.records(directory::RecordKind::contact);
    ASSERT_TRUE(contacts.take_step(contacts.around("2281"), function.id,
                                   {"changed", {{"hours_rule", "Mo-Fr 10:00-11:30"}, {"hours_complete", std::int64_t{1}}}},
                                   "admin"));
    const auto page = as("guide", asked);
    EXPECT_TRUE(page.says("Answers: Mon")) << function.title << page.html;
    EXPECT_TRUE(page.says("10"));
}

TEST_F(UnitConcerned, IsNotAskedWhereTheMunicipalityHasNoUnits) {
    client.cookies()["session"] = "neighbour";
    EXPECT_FALSE(client.get("/harnosand/staff/").says("name=\"body_unit\""));
}

TEST_F(UnitConcerned, IsCountedListedAndInTheTable) {
    add(permits);
    add(permits);
    add(schools);
    add("");
    std::map<std::string, std::int64_t> by_unit;
    for (const auto& row : log.figures("inquiries", "2026-11-01", "2026-11-30", {"body_unit"}))
        by_unit[row.dimensions.at("body_unit")] = row.value.amount;
    EXPECT_EQ(by_unit, (std::map<std::string, std::int64_t>{{permits, 2}, {schools, 1}, {"", 1}}));
    EXPECT_EQ(log.total("inquiries", "2026-11-01", "2026-11-30", {{"body_unit", permits}, {"topic", "print"}}), 2);
    EXPECT_TRUE(log.inquiries.check_counts().empty());
    EXPECT_EQ(log.measure("inquiries").find("body_unit")->label(permits, "2281", i18n::translator("en")), "Building › Permits");
    EXPECT_TRUE(as("coordinator", "inquiries?body_unit=" + permits).says("2 entries"));
    EXPECT_TRUE(as("coordinator", "inquiries?body_unit=" + schools).says("1 entry"));
    const auto list = as("coordinator", "inquiries?body_unit=" + schools);
    const auto table = client.get(list.link("Download as a table (CSV)")).html;
    EXPECT_NE(table.find("Schools"), table.npos);
    EXPECT_EQ(table.find("Permits"), table.npos);
}

TEST_F(UnitConcerned, StandsBesideOtherFiltersOfTheList) {
    auto entry = a_visit();
    entry.further.problem = "tool";
    entry.further.feedback = "complaint";
    entry.further.body_unit = permits;
    log.inquiries.log(sundsvall, entry, "guide", "", "");
    const std::string all = "inquiries?problem=tool&feedback=complaint&feedback_status=new&body_unit=";
    EXPECT_TRUE(as("coordinator", all + permits).says("1 entry"));
    EXPECT_TRUE(as("coordinator", all + schools).says("No entries in this period."));
    EXPECT_TRUE(as("coordinator", "inquiries?problem=content&body_unit=" + permits).says("No entries in this period."));
}

}  // namespace
}  // namespace digilots::inquiries
