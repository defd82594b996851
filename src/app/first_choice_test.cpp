// A register of one record: of two who choose first the second is told, and what is pressed twice is done once.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "app/whole_site_for_tests.h"
#include "platform/testing/race.h"

namespace digilots::app {
namespace {

constexpr const char* municipality_of_two = "2281";

struct ChoiceOfTwo {
    std::string field, first, second;
};
/// What two people choose, by register; each whose record is not there from the beginning.
const std::map<std::string, ChoiceOfTwo> choices_of_two{{"released_tables", {"least_shown", "3", "4"}},
                                                       {"network_sharing", {"notes", "municipality", "public"}}};
/// A municipality is not there without it.
const std::set<std::string> from_the_beginning{"municipality"};

class FirstChoice : public ::testing::Test {
protected:
    std::vector<register_::Records*> registers_of_one() {
        std::vector<register_::Records*> found;
        for (auto* records : all_of(site.application->slices, &Slice::registers)) {
            if (records->declaration().size != register_::Size::one) continue;
            const std::string key(records->declaration().key);
            EXPECT_TRUE(choices_of_two.contains(key) || from_the_beginning.contains(key)) << key << ": say what two choose";
            if (choices_of_two.contains(key)) found.push_back(records);
        }
        return found;
    }
    WholeSite site;
};

TEST_F(FirstChoice, OfTwoAtOnceOneIsSavedAndTheOtherSeesBothAndChooses) {
    const auto all = registers_of_one();
    ASSERT_FALSE(all.empty());
    for (const auto* records : all) {
        const auto& [field, first, second] = choices_of_two.at(std::string(records->declaration().key));
        const auto url = "/sundsvall" + std::string(records->declaration().path);
        ASSERT_FALSE(records->find(municipality_of_two, municipality_of_two)) << url;
        std::vector<testing::PageClient> people{site.somebody(), site.somebody()};
        std::vector<testing::Page> forms{people[0].get(url), people[1].get(url)}, answers(2);
        EXPECT_TRUE(forms[0].says("name=\"seen\"")) << forms[0].html;
        const std::vector<std::string> typed{first, second};
        testing::race(2, [&](int runner) {
            const auto who = static_cast<std::size_t>(runner);
            answers[who] = people[who].submit(forms[who], {{field, typed[who]}}, "", url);
        });
        const std::size_t loser = answers[0].status == 409 ? 0 : 1, winner = 1 - loser;
        EXPECT_EQ(answers[winner].status, 200) << answers[winner].html;
        ASSERT_EQ(answers[loser].status, 409) << answers[loser].html;
        EXPECT_TRUE(answers[loser].says("keep." + field)) << answers[loser].html;
        EXPECT_EQ(records->find(municipality_of_two, municipality_of_two)->as_text(field), typed[winner]);
        const auto mine = people[loser].submit(answers[loser], {{"keep." + field, "mine"}}, "", url);
        EXPECT_EQ(mine.status, 200) << mine.html;
        EXPECT_EQ(records->find(municipality_of_two, municipality_of_two)->as_text(field), typed[loser]);
    }
}

TEST_F(FirstChoice, WhoSawThatNothingWasChosenReplacesNoChoiceOfToday) {
    for (const auto* records : registers_of_one()) {
        const auto& [field, first, second] = choices_of_two.at(std::string(records->declaration().key));
        const auto url = "/sundsvall" + std::string(records->declaration().path);
        auto early = site.somebody(), late = site.somebody();
        const auto seen = late.get(url);
        EXPECT_EQ(early.submit(early.get(url), {{field, first}}, "", url).status, 200);
        EXPECT_EQ(late.submit(seen, {{field, second}}, "", url).status, 409);
        EXPECT_EQ(records->find(municipality_of_two, municipality_of_two)->as_text(field), first);
    }
}

TEST_F(FirstChoice, AFormThatIsSentTwiceIsToldAsDone) {
    auto somebody = site.somebody();
    for (const auto* records : registers_of_one()) {
        const auto& [field, first, second] = choices_of_two.at(std::string(records->declaration().key));
        const auto url = "/sundsvall" + std::string(records->declaration().path);
        const auto form = somebody.get(url);
        for (int time = 0; time < 2; ++time) {
            const auto saved = somebody.submit(form, {{field, first}}, "", url);
            EXPECT_EQ(saved.status, 200) << time << saved.html;
            EXPECT_FALSE(saved.says("saved this")) << time;
        }
    }
    auto& functions = site.application->organisation.function_records();
    const auto id = functions.add(functions.around(municipality_of_two), {{"title", {"Handledare"}}}, "a")->id;
    const auto form = somebody.get("/sundsvall/staff/functions/" + id + "/change");
    for (int time = 0; time < 2; ++time) {
        const auto saved = somebody.submit(form, {{"note", "Tisdagar"}});
        EXPECT_EQ(saved.status, 200) << time << saved.html;
        EXPECT_FALSE(saved.says("saved this")) << time;
        EXPECT_EQ(functions.find(municipality_of_two, id)->text("note"), "Tisdagar") << time;
    }
    EXPECT_EQ(somebody.submit(form, {{"note", "Onsdagar"}}).status, 409) << "another content is another change";
}

}  // namespace
}  // namespace digilots::app
