// Nobody who was told that the answer is taken is lost when a survey is closed or somebody wants to delete it.
#include <array>
#include <atomic>
#include <map>
#include <thread>

#include "platform/testing/race.h"
#include "surveys/codes.h"
#include "surveys/results.h"
#include "surveys/sql.h"
#include "surveys/world_for_tests.h"

namespace digilots::surveys {
namespace {

constexpr db::Statement spooled_number{"test/spooled", "SELECT COUNT(*) AS number FROM surveys_spool",
                                       "SELECT COUNT(*) AS number FROM surveys_spool"};
constexpr db::Statement counted_number{"test/counted", "SELECT COUNT(*) AS number FROM surveys_answer",
                                       "SELECT COUNT(*) AS number FROM surveys_answer"};
constexpr db::Statement pairs_left{"test/pairs", "SELECT COUNT(*) AS number FROM surveys_answer WHERE pair <> ''",
                                   "SELECT COUNT(*) AS number FROM surveys_answer WHERE pair <> ''"};

struct Closing : SurveysWorld {
    const std::string survey = open_survey();

    const Survey& asked() {
        list = self.list(sundsvall);
        return *find_survey(*list, survey);
    }
    /// By somebody who has the page open: also what has meanwhile been closed or deleted.
    Taken answer_as_seen(const Survey& seen, const std::string& once = "") {
        return take(self, sundsvall, seen, seen.rounds.at(0),
                    {{.answers = R"({"q1":["c1"],"q2":["3"]})", .pair = "", .once = once}});
    }
    std::shared_ptr<const List> list;
};

TEST_F(Closing, WhoeverWasToldThatTheAnswerIsTakenIsCounted) {
    const auto seen = asked();
    constexpr int before_closing = 20;
    std::atomic<int> taken = 0;
    testing::race(5, [&](int runner) {
        if (runner == 0) {
            while (taken < before_closing) std::this_thread::yield();
            close_for_good(self, sundsvall, seen, "coordinator");
            return;
        }
        for (;;) {
            const auto answered = answer_as_seen(seen);
            if (answered != Taken::taken) {
                EXPECT_EQ(answered, Taken::closed);
                return;
            }
            ++taken;
        }
    });
    EXPECT_EQ(number(spooled_number), 0);
    EXPECT_EQ(number(counted_number), taken);
}

TEST_F(Closing, ThatWasCutOffIsFinishedByTheNightsWork) {
    const auto seen = asked();
    for (int at = 0; at < 3; ++at) ASSERT_EQ(answer_as_seen(seen, std::string(sheet_once) + std::to_string(at)), Taken::taken);
    ASSERT_TRUE(self.keys.has(secret_name(survey)));
    database->write([&](db::Connection& connection) {
        connection.execute(sql::set_closed, sundsvall, survey, "2026-11-30", "2026-11-30T10:00:00Z");
        kept::raise(connection, "survey", sundsvall);
    });
    surveys.move();
    EXPECT_EQ(number(spooled_number), 0);
    EXPECT_EQ(number(counted_number), 3);
    EXPECT_EQ(number(pairs_left), 0);
    EXPECT_FALSE(self.keys.has(secret_name(survey)));
}

TEST_F(Closing, NothingIsDeletedAwayFromAnswers) {
    const auto seen = asked();
    auto& rounds = surveys.rounds();
    const auto& id = seen.rounds.at(0).id;
    const auto remove = [&] { return rounds.remove(rounds.around(sundsvall), id, "eva", base::Seen::anything()); };
    ASSERT_EQ(answer_as_seen(seen), Taken::taken);
    EXPECT_FALSE(remove());
    auto& surveys_of = surveys.surveys();
    EXPECT_FALSE(surveys_of.remove(surveys_of.around(sundsvall), survey, "eva", base::Seen::anything()));
    auto somebody = client("administrator");
    const auto record = somebody.get("/en/sundsvall/staff/survey-rounds/" + seen.rounds.at(0).id);
    const auto page = somebody.submit(record, {}, "", "/delete");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("1 answer")) << page.html;
    clock.set(testing::at("2026-12-21T10:00:00Z"));
    ASSERT_EQ(surveys.move(), 1);
    EXPECT_FALSE(remove()) << "how many answered what stays";
}

TEST_F(Closing, ARoundIsDeletedOrAnsweredNeverBoth) {
    auto& rounds = surveys.rounds();
    for (int turn = 0; turn < 8; ++turn) {
        const auto name = "Omgång " + std::to_string(turn);
        const auto other = add_survey({{"title", {name}}});
        const auto round = add_round(other, name.c_str(), "once", "2026-11-01", "2026-12-20");
        ask(other);
        const auto all = self.list(sundsvall);
        const auto& seen = *find_survey(*all, other);
        bool is_taken = false, is_deleted = false;
        testing::race(2, [&](int runner) {
            if (runner == 0) is_taken = answer_as_seen(seen) == Taken::taken;
            else is_deleted = rounds.remove(rounds.around(sundsvall), round, "eva", base::Seen::anything());
        });
        EXPECT_NE(is_taken, is_deleted) << turn;
    }
}

TEST_F(SurveysWorld, PageFileAndProgramsTellTheSameOfEachRound) {
    const auto survey = add_survey();
    const auto before = add_round(survey, "Före", "before", "2026-11-30", "2026-12-05");
    const auto after = add_round(survey, "Efter", "after", "2026-12-10", "2026-12-20");
    Definition four;
    four.questions = {{.key = "q1", .kind = Kind::choice, .label = {{"sv", "Hur ofta?"}}}};
    for (const char* key : {"c1", "c2", "c3", "c4"}) four.questions[0].options.push_back({key, {{"sv", key}}});
    ask(survey, four);
    const auto answer_all = [&](std::array<int, 4> numbers) {
        for (std::size_t at = 0; at < 4; ++at)
            for (int one = 0; one < numbers[at]; ++one) take_one(survey, {{"q1", {"c" + std::to_string(at + 1)}}});
        clock.advance(std::chrono::hours(24));
        surveys.move();
    };
    answer_all({20, 7, 6, 0});
    clock.set(testing::at("2026-12-10T10:00:00Z"));
    answer_all({6, 15, 20, 4});
    auto guide = client("guide");
    const std::string url = "/sv/sundsvall/staff/surveys/" + survey;
    std::map<std::string, std::array<Figure, 4>> shown;
    for (const auto& round : {before, after, std::string()}) {
        const auto results = self.results.of(results_key(sundsvall, survey, round, ""));
        ASSERT_FALSE(results->is_too_few) << round;
        const auto csv = guide.get(url + "/results.csv?round=" + round).html;
        const auto page = guide.get(url + "/results?round=" + round);
        for (std::size_t at = 0; at < 4; ++at) {
            const auto& figure = results->asked[0].lines[at].figures[0];
            shown[round][at] = figure;
            if (!figure.is_hidden)
                EXPECT_NE(csv.find("c" + std::to_string(at + 1) + ";" + std::to_string(figure.count)), std::string::npos) << csv;
            else
                EXPECT_EQ(csv.find("c" + std::to_string(at + 1) + ";" + "4"), std::string::npos) << csv;
        }
        EXPECT_EQ(page.status, 200);
    }
    EXPECT_TRUE(shown[after][3].is_hidden);
    // All rounds less one: no answer is told in two of the three tables and hidden in the third where it is no zero.
    for (std::size_t at = 0; at < 4; ++at) {
        const int hidden = shown[before][at].is_hidden + shown[after][at].is_hidden + shown[""][at].is_hidden;
        EXPECT_NE(hidden, 1) << "answer " << at + 1;
    }
}

}  // namespace
}  // namespace digilots::surveys
