// What is left of who answered, when and in which order: nothing, in the bytes that are stored.
#include "surveys/codes.h"
#include "surveys/spooled.h"
#include "surveys/sql.h"
#include "surveys/world_for_tests.h"

namespace digilots::surveys {
namespace {

constexpr db::Statement waiting_number{"test/waiting", "SELECT COUNT(*) AS number FROM surveys_spool",
                                       "SELECT COUNT(*) AS number FROM surveys_spool"};
constexpr db::Statement moved_number{"test/moved", "SELECT COUNT(*) AS number FROM surveys_answer",
                                     "SELECT COUNT(*) AS number FROM surveys_answer"};
constexpr db::Statement sealed_of_all{"test/sealed", "SELECT sealed, key_day FROM surveys_spool",
                                      "SELECT sealed, key_day FROM surveys_spool"};
/// PostgreSQL: by how many transactions rows were written, and how many stand out of the order of their random key.
constexpr db::Statement ages{"test/ages", "SELECT 1 AS number",
                             "SELECT COUNT(DISTINCT xmin::text) AS number FROM surveys_answer"};
constexpr db::Statement out_of_order{"test/order", "SELECT 0 AS number",
                                     "SELECT COUNT(*) AS number FROM (SELECT id, LAG(id) OVER (ORDER BY ctid) AS before FROM "
                                     "surveys_answer) o WHERE before > id"};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Anonymous : SurveysWorld {
    const std::string survey = open_survey();

    void answer(int number, const std::string& words = "") {
        for (int at = 0; at < number; ++at) {
            Answers answers{{"q1", {at % 2 == 0 ? "c1" : "c2"}}, {"q2", {std::to_string(at % 5 + 1)}}};
            if (!words.empty()) answers["q3"] = {words + std::to_string(at)};
            EXPECT_EQ(take_one(survey, answers), Taken::taken);
        }
    }
    std::vector<std::pair<std::string, std::string>> sealed() {
        std::vector<std::pair<std::string, std::string>> all;
        database->read([&](db::Connection& connection) {
            all.clear();
            for (const auto row : connection.query(sealed_of_all)) all.emplace_back(row.text("sealed"), row.text("key_day"));
        });
        return all;
    }
    /// What a backup holds (SQLite).
    std::string backup() {
        const auto file = folder.path() / "copy.db";
        database->copy_to(file.string());
        return bytes_of(file);
    }
};

TEST_F(Anonymous, AnswersWaitForTheNextDayAndForFourOthers) {
    answer(4);
    EXPECT_EQ(surveys.move(), 0);
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 0) << "four are too few";
    answer(1);
    EXPECT_EQ(surveys.move(), 0) << "the fifth came today";
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 5);
    EXPECT_EQ(number(waiting_number), 0);
    answer(2);
    clock.set(testing::at("2026-12-21T10:00:00Z"));
    EXPECT_EQ(surveys.move(), 2) << "the round is over: the rest";
    EXPECT_EQ(number(moved_number), 7);
}

TEST_F(Anonymous, ASealedAnswerIsPlainTextNowhereAndItsKeyIsDestroyed) {
    answer(6, "Hemliga ord ");
    const auto before = sealed();
    ASSERT_EQ(before.size(), 6u);
    EXPECT_TRUE(self.keys.open(day_key_name(before[0].second), before[0].first)) << "today's key is there";
    if (database->engine() == db::Engine::sqlite) {
        EXPECT_EQ(backup().find("Hemliga ord"), std::string::npos);
    }
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 6);
    EXPECT_FALSE(self.keys.has(day_key_name(before[0].second)));
    for (const auto& [text, day] : before) EXPECT_FALSE(self.keys.open(day_key_name(day), text)) << "an old copy opens no more";
    if (database->engine() != db::Engine::sqlite) return;
    const auto after = backup();
    EXPECT_NE(after.find("Hemliga ord"), std::string::npos) << "the answer itself is there";
    for (const auto& [text, day] : before)
        EXPECT_EQ(after.find(text.substr(0, 200)), std::string::npos) << "what was sealed is overwritten";
}

TEST_F(Anonymous, CodesAreUsedOnceAndStandNowhereAsTheyAre) {
    const auto coded = add_survey({{"title", {"Med kod"}}, {"needs_code", {"1"}}});
    add_round(coded, "Hösten", "once", "2026-11-01", "2026-12-20");
    ask(coded);
    const auto list = self.list(sundsvall);
    const auto codes = make_codes(self, sundsvall, *find_survey(*list, coded), 6, "coordinator");
    for (const auto& code : codes) EXPECT_EQ(take_one(coded, {{"q1", {"c1"}}}, once_of_code(code)), Taken::taken);
    EXPECT_EQ(take_one(coded, {{"q1", {"c1"}}}, once_of_code(codes[0])), Taken::used_before);
    EXPECT_EQ(take_one(coded, {{"q1", {"c1"}}}, once_of_code("k7m2-9xqd-4tfh")), Taken::no_such_code);
    EXPECT_EQ(number(waiting_number), 6) << "what is refused leaves nothing";
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 6);
    if (database->engine() != db::Engine::sqlite) return;
    const auto stored = backup();
    for (const auto& code : codes) {
        EXPECT_EQ(stored.find(code), std::string::npos);
        EXPECT_EQ(stored.find(base::hash_of_code(code_kind, code)), std::string::npos) << "not even without a key";
    }
}

TEST_F(Anonymous, RowsTellNeitherWhenNorInWhichOrderTheyCame) {
    for (int day = 0; day < 3; ++day) {
        answer(20);
        clock.advance(std::chrono::hours(24));
        EXPECT_EQ(surveys.move(), 20);
    }
    EXPECT_EQ(number(ages), 1) << "all as old as each other";
    EXPECT_EQ(number(out_of_order), 0) << "laid down by their random key";
    const auto stored = database->read([&](db::Connection& connection) {
        std::vector<std::string> contents;
        for (const auto row : connection.query(sql::answers_of_survey, sundsvall, survey))
            contents.push_back(row.text("content"));
        return contents;
    });
    ASSERT_EQ(stored.size(), 60u);
    for (const auto& content : stored) {
        EXPECT_EQ(content.size(), padded_to) << "of one length";
        EXPECT_EQ(content.find("2026-"), std::string::npos) << "no day";
    }
}

TEST_F(Anonymous, PairsAreToldInStepsAndPseudonymsGoAtClosing) {
    const auto paired = add_survey({{"title", {"Före och efter"}}, {"is_paired", {"1"}}});
    add_round(paired, "Före", "before", "2026-11-30", "2026-12-05");
    add_round(paired, "Efter", "after", "2026-12-10", "2026-12-20");
    ask(paired);
    const auto facts = [](int person) { return tidy_facts({std::string(1, static_cast<char>('a' + person)), "s", "7", "2"}); };
    for (int person = 0; person < 7; ++person) EXPECT_EQ(take_one(paired, {{"q2", {"2"}}}, "", facts(person)), Taken::taken);
    EXPECT_EQ(take_one(paired, {{"q2", {"1"}}}, "", facts(6)), Taken::taken) << "two with one code: neither is matched";
    clock.set(testing::at("2026-12-10T10:00:00Z"));
    EXPECT_EQ(surveys.move(), 8);
    for (int person = 0; person < 8; ++person)
        EXPECT_EQ(take_one(paired, {{"q2", {person < 5 ? "4" : "2"}}}, "", facts(person)), Taken::taken);
    clock.set(testing::at("2026-12-11T10:00:00Z"));
    EXPECT_EQ(surveys.move(), 8);
    const auto told = database->read([&](db::Connection& connection) { return told_change(connection, sundsvall, paired); });
    ASSERT_EQ(told.size(), 2u);
    EXPECT_EQ(told[0].number, 6) << "seven less the doubled one; the eighth has no before";
    EXPECT_EQ(told[1].sum_before, 12);
    EXPECT_EQ(told[1].sum_after, 22);
    EXPECT_EQ(told[1].higher, 5);
    const auto list = self.list(sundsvall);
    close_for_good(self, sundsvall, *find_survey(*list, paired), "coordinator");
    EXPECT_FALSE(self.keys.has(secret_name(paired)));
    const auto left = database->read(
        [&](db::Connection& connection) { return connection.query(sql::paired_answers, sundsvall, paired).size(); });
    EXPECT_EQ(left, 0u);
    EXPECT_EQ(self.list(sundsvall)->size(), 2u);
    EXPECT_TRUE(find_survey(*self.list(sundsvall), paired)->is_closed);
}

}  // namespace
}  // namespace digilots::surveys
