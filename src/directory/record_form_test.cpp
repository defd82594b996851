// What a person types in a record's form is kept or asked about, never changed without a word.
#include <gtest/gtest.h>

#include <algorithm>

#include "directory/editor_for_tests.h"
#include "directory/things_to_complete.h"
#include "platform/base/text.h"

namespace digilots::directory {
namespace {

class RecordForm : public EditorTest {
protected:
    /// Past the form, as an import or an earlier version has it.
    void store(const Facts& facts) {
        EXPECT_TRUE(change("2281", RecordKind::place, "sundsvall-kommunhuset", facts));
    }
    bool says_hours_are_missing() {
        const auto html = client.get("/sundsvall/places/kommunhuset").html;
        const auto begin = html.find("Det här framgår inte än: ");
        return begin != html.npos && html.find("öppettider", begin) < html.find("Ring och fråga", begin);
    }
};

TEST_F(RecordForm, AMissingSignBetweenTwoRulesIsSaidAndNothingIsSaved) {
    const auto wrong = client.submit(client.get(town_hall), {{"hours_mode", "notation"},
                                                             {"hours_rule", "Mo-Fr 08:00-16:00 Sa 10:00-14:00"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Ett ; saknas före Sa. Skriv Mo-Fr 08:00-16:30; Sa 10:00-14:00"));
    EXPECT_TRUE(wrong.says("value=\"Mo-Fr 08:00-16:00 Sa 10:00-14:00\""));
    EXPECT_TRUE(place("sundsvall-kommunhuset")->hours.rule.empty());
    EXPECT_TRUE(client.submit(wrong, {{"hours_rule", "Mo-Fr 08:00-12:00, We 14:00-16:00"}}).says("Sparat"));
}

TEST_F(RecordForm, HoursFromBeforeThatCannotBeReadAreNotStatedAndAreListedAsToComplete) {
    store({{"hours_complete", "1"}, {"hours_rule", "Mo-Fr 08:00-16:00 Sa 10:00-14:00"}});
    EXPECT_TRUE(says_hours_are_missing());
    const auto things = things_to_complete(*place("sundsvall-kommunhuset"));
    EXPECT_EQ(std::ranges::count(things, Task::hours, &Thing::task), 1);
    EXPECT_TRUE(client.get(town_hall).says("value=\"Mo-Fr 08:00-16:00 Sa 10:00-14:00\"")) << "to be mended";
    store({{"hours_rule", "Mo-Fr 08:00-16:00; Sa 10:00-14:00"}});
    EXPECT_EQ(std::ranges::count(things_to_complete(*place("sundsvall-kommunhuset")), Task::hours, &Thing::task), 0);
}

TEST_F(RecordForm, ClosedAllWeekIsKeptAndShownAsClosed) {
    digilots::testing::FormFields fields{{"hours_mode", "weekly"}};
    for (int day = 0; day < 7; ++day) fields.emplace_back("hours_day_" + std::to_string(day), day == 3 ? "Stängt" : "stängt");
    const auto saved = client.submit(client.get(town_hall), fields);
    EXPECT_TRUE(saved.says("Sparat"));
    EXPECT_TRUE(saved.says("Invånarna ser: stängt hela veckan"));
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "Mo-Su off");
    client.submit(client.get(town_hall), {{"address", "Norrmalmsgatan 4"}});
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "Mo-Su off") << "saved again without a change";
    const auto shown = client.get("/sundsvall/places/kommunhuset");
    EXPECT_TRUE(shown.says("Stängt"));
    EXPECT_FALSE(says_hours_are_missing());
    client.submit(client.get(town_hall), {{"hours_exceptions", "2026-12-23 10–14"}});
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "Mo-Su off; 2026 Dec 23 10:00-14:00");
    client.submit(client.get(town_hall), {{"hours_day_0", "8-12"}});
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "Mo 08:00-12:00; 2026 Dec 23 10:00-14:00");
}

TEST_F(RecordForm, EquipmentWithoutAKindIsAskedAboutAndNothingOfItIsLost) {
    const auto wrong = client.submit(client.get(town_hall), {{"aid_0_name", "Punktskriftsskrivare"}, {"aid_0_count", "2"},
                                                             {"aid_1_count", "många"}, {"aid_1_type", "tablet"},
                                                             {"aid_2_bookable", "1"}});
    EXPECT_EQ(wrong.status, 422);
    for (const char* at : {"aid_0_type", "aid_1_count", "aid_2_type"}) {
        EXPECT_TRUE(wrong.says("href=\"#" + std::string(at) + "\"")) << at;
        EXPECT_TRUE(wrong.says("id=\"" + std::string(at) + "-error\"")) << at;
    }
    EXPECT_TRUE(wrong.says("Välj vilken utrustning det är, eller töm resten av raden"));
    for (const char* typed : {"value=\"Punktskriftsskrivare\"", "value=\"2\"", "value=\"många\""}) {
        EXPECT_TRUE(wrong.says(typed)) << typed;
    }
    const auto saved = client.submit(wrong, {{"aid_0_type", "tablet"}, {"aid_1_count", "3"}, {"aid_2_type", "tablet"}});
    EXPECT_TRUE(saved.says("Sparat"));
    const auto aids = place("sundsvall-kommunhuset")->aids;
    ASSERT_EQ(aids.size(), 3u);
    EXPECT_EQ(aids[0].name, "Punktskriftsskrivare");
    EXPECT_EQ(aids[0].count, 2);
    EXPECT_EQ(aids[1].count, 3);
    EXPECT_EQ(aids[2].bookable, Answer::yes);
    client.submit(saved, {{"aid_0_type", ""}});
    EXPECT_EQ(place("sundsvall-kommunhuset")->aids.size(), 2u) << "None beside what stood there takes it away";
}

TEST_F(RecordForm, EquipmentTakenAwayStaysAwayWhereSomethingElseIsMended) {
    client.submit(client.get(town_hall), {{"aid_0_type", "tablet"}, {"aid_0_name", "Platta"},
                                          {"aid_1_type", "tablet"}, {"aid_1_name", "Skärm"}});
    const auto wrong = client.submit(client.get(town_hall), {{"aid_0_type", ""}, {"name", ""}});
    ASSERT_EQ(wrong.status, 422);
    client.submit(wrong, {{"name", "Kommunhuset"}});
    const auto aids = place("sundsvall-kommunhuset")->aids;
    ASSERT_EQ(aids.size(), 1u);
    EXPECT_EQ(aids[0].name, "Skärm");
}

TEST_F(RecordForm, WhatIsTooLongOrTooManyIsSaidAndNeverCut) {
    const auto many = [](int count, const std::string& text) {
        std::string all;
        for (int n = 0; n < count; ++n) all += text;
        return all;
    };
    std::string lines;
    for (int line = 0; line < 101; ++line) lines += "namn " + std::to_string(line) + "\n";
    struct Wrong {
        std::string field, text, message;
    };
    for (const auto& [field, text, message] : std::vector<Wrong>{
             {"hours_note", many(301, "a"), "Skriv högst 300 tecken."},
             {"alternative_names", lines, "Skriv högst 100 rader. Nu är det 101."},
             {"staff_roles", lines, "Skriv högst 100 rader. Nu är det 101."},
             {"alternative_names", many(201, "b"), "Skriv högst 200 tecken på en rad."},
             {"aid_0_name", many(101, "c"), "Skriv högst 100 tecken."},
             {"aid_0_name", "d" + many(101, "\u0316"), "Skriv högst 100 tecken."},
             {"address", "e" + many(201, "\u0316"), "Skriv högst 200 tecken."}}) {
        const auto wrong = client.submit(client.get(town_hall), {{field, text}, {"aid_0_type", "tablet"}});
        EXPECT_EQ(wrong.status, 422) << field;
        EXPECT_TRUE(wrong.says(message)) << field;
        EXPECT_TRUE(wrong.says(base::clean(text))) << field << " stands there as typed";
    }
    EXPECT_TRUE(place("sundsvall-kommunhuset")->aids.empty());
}

TEST_F(RecordForm, ANameOfNothingVisibleIsNoName) {
    for (const char* unseen : {"\u200b", "\u00ad", "\u034f", "\ufe0f", "\u2800", "\u3164", "\u0301"}) {
        const auto wrong = client.submit(client.get(town_hall), {{"name", unseen}});
        EXPECT_EQ(wrong.status, 422) << unseen;
        EXPECT_TRUE(wrong.says("Fyll i namnet")) << unseen;
    }
    EXPECT_EQ(place("sundsvall-kommunhuset")->name, "Kommunhuset");
}

TEST_F(RecordForm, AStatusThatIsToBeVerifiedStaysWhereItIsNotChanged) {
    store({{"status", "to_verify"}});
    const auto saved = client.submit(client.get(town_hall), {{"address", "Norrmalmsgatan 4"}});
    EXPECT_TRUE(saved.says("Sparat"));
    EXPECT_EQ(place("sundsvall-kommunhuset")->status, Status::to_verify);
    client.submit(client.get(town_hall), {{"status", "open"}});
    EXPECT_EQ(place("sundsvall-kommunhuset")->status, Status::open);
    EXPECT_FALSE(client.get(town_hall).says("value=\"to_verify\"")) << "nobody chooses it";
}

TEST_F(RecordForm, AFormThatIsSentTwiceAddsOneRecordOfEachContent) {
    for (const char* kind : {"places", "services", "e-services", "contacts"}) {
        const std::string url = "/sundsvall/staff/directory/" + std::string(kind) + "/new";
        const std::string name = kind == std::string("places") || kind == std::string("e-services") ? "name" : "title";
        const auto form = client.get(url);
        const auto first = client.submit(form, {{name, "Ny " + std::string(kind)}});
        EXPECT_TRUE(first.says("Sparat")) << kind;
        EXPECT_EQ(client.submit(form, {{name, "Ny " + std::string(kind)}}).url, first.url) << kind;
        const auto other = client.submit(form, {{name, "Annan " + std::string(kind)}});
        EXPECT_NE(other.url, first.url) << kind << ": changed after going back";
        EXPECT_EQ(client.submit(form, {{name, "Annan " + std::string(kind)}}).url, other.url) << kind;
        const auto wrong = client.submit(client.get(url), {{name, " "}});
        const auto mended = client.submit(wrong, {{name, "Tredje " + std::string(kind)}});
        EXPECT_EQ(client.submit(wrong, {{name, "Tredje " + std::string(kind)}}).url, mended.url) << kind;
    }
}

}  // namespace
}  // namespace digilots::directory
