// From what was found to what is done: obstacles with their measures, findings that become recommendations and examples.
#include "needs/world_for_tests.h"

namespace digilots::needs {
namespace {

const std::string own_pages = "/sundsvall/staff/needs";

TEST_F(Needs, AnObstacleStandsWithWhomItMeetsAndWhatIsDecided) {
    auto client = someone(http::Role::guide);
    EXPECT_FALSE(client.get(own_pages + "/barriers").says("Nothing is decided about")) << "it meets nobody that is known";
    add("needs_group", {{"title", {"Older in villages"}}, {"barriers", {"no_e_id"}}});
    add("challenge", {{"title", {"Banks close"}}, {"barriers", {"no_e_id"}}});
    const auto page = client.get(own_pages + "/barriers");
    EXPECT_TRUE(page.says("Older in villages") && page.says("Banks close (Open)")) << page.html;
    EXPECT_TRUE(page.says("/staff/needs/groups?barriers=no_e_id"));
    EXPECT_TRUE(page.says("Nothing is decided about"));
    EXPECT_TRUE(page.says("unknown")) << "nobody has said how often the log notes it";
    const auto round = add("mapping_round", {{"title", {"Autumn"}}});
    add("recommendation", {{"title", {"Help to get an e-ID"}},
                           {"round", {round}},
                           {"area", {"support"}},
                           {"kind", {"decision"}},
                           {"state", {"decided"}},
                           {"due", {"2027-02-01"}},
                           {"barriers", {"no_e_id"}}});
    const auto decided = client.get(own_pages + "/barriers");
    EXPECT_TRUE(decided.says("Help to get an e-ID (Decided)")) << decided.html;
    EXPECT_FALSE(decided.says("Nothing is decided about"));
}

TEST_F(Needs, AFindingIsOneStepFromWhatIsDoneAboutIt) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}});
    const auto id = add("mapping_answer", {{"title", {"Nobody helps on Fridays"}}, {"round", {round}}, {"area", {"residents"}}});
    auto client = someone(http::Role::editor);
    const auto answer = client.get(own_pages + "/answers/" + id);
    const auto recommending = client.get(answer.link("Recommend something because of it"));
    EXPECT_TRUE(recommending.says("Nobody helps on Fridays")) << recommending.html;
    const auto saved = client.submit(recommending, {{"kind", "idea"}});
    EXPECT_EQ(saved.status, 200) << saved.html;
    auto& kind = records("recommendation");
    const auto all = kind.list(kind.around(sundsvall), {}, 10, 0).records;
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].text("round"), round);
    EXPECT_EQ(all[0].text("area"), "residents");
    EXPECT_TRUE(client.get(answer.link("Show it as a good example")).says("Nobody helps on Fridays"));
    const auto read = someone(http::Role::guide).get(own_pages + "/answers/" + id);
    EXPECT_FALSE(read.says("Recommend something because of it")) << "whoever may not add is not led there";
}

}  // namespace
}  // namespace digilots::needs
