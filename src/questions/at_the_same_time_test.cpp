// Two servers: who answers, asks and closes at the same moment.
#include <algorithm>
#include <array>
#include <atomic>

#include "platform/base/form_key.h"
#include "platform/testing/race.h"
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

struct TwoServers {
    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};
    testing::SharedDatabase servers;
    Server first{*servers.first, clock}, second{*servers.second, clock};

    TwoServers() {
        open_municipalities(first);
        refresh();
    }
    void refresh() {
        first.versions.refresh();
        second.versions.refresh();
    }
    base::Seen seen(const std::string& id) {
        const auto& records = first.questions.questions();
        return base::Seen::mark(records.mark_of(*records.find(here, id)));
    }
    Server& of(int runner) { return runner % 2 == 0 ? first : second; }
};

TEST(QuestionsAtTheSameTime, OfTwoWhoAnswerOneDoesAndItCountsOnce) {
    TwoServers two;
    for (int round = 0; round < 6; ++round) {
        two.first.ask("Question " + std::to_string(round) + "?");
        const auto id = two.first.only_waiting();
        const auto seen = two.first.questions.questions().mark_of(*two.first.questions.questions().find(here, id));
        const int answered = testing::count_winners(2, [&](int runner) {
            return two.of(runner).answer(id, "Answer of " + std::to_string(runner), "anna", base::Seen::mark(seen)) ==
                   Answering::done;
        });
        EXPECT_EQ(answered, 1) << round;
        two.refresh();
    }
    const measures::Query query{{here}, {base::parse_date("2026-11-25").value(), base::parse_date("2026-11-25").value()}, {}, {}};
    const auto share = two.first.questions.measures(two.first.directory)[1].figures(query);
    ASSERT_EQ(share.size(), 1U);
    EXPECT_EQ(share.front().value, measures::Value(6, 6));
}

TEST(QuestionsAtTheSameTime, OfTwoWhoMakeAQuestionOfOneEntryTheOtherIsTold) {
    TwoServers two;
    for (int round = 0; round < 4; ++round) {
        std::array<bool, 2> was_told{};
        const auto entry = "entry-" + std::to_string(round);
        const int made = testing::count_winners(2, [&](int runner) {
            const Asking asking{.question = "Words of " + std::to_string(runner) + "?", .entry = entry};
            const auto asked = two.of(runner).questions.ask(sundsvall, asking, i18n::translator("en"));
            if (!asked) was_told[static_cast<std::size_t>(runner)] = asked.error().has_one;
            return asked.has_value();
        });
        EXPECT_EQ(made, 1) << round;
        EXPECT_EQ(std::ranges::count(was_told, true), 1) << round;
        two.refresh();
        EXPECT_EQ(two.first.questions.waiting(here)->questions.size(), static_cast<std::size_t>(round) + 1);
    }
}

TEST(QuestionsAtTheSameTime, OneFormSentToTwoServersAsksOnce) {
    TwoServers two;
    for (int round = 0; round < 6; ++round) {
        const auto key = base::form_key_for("", two.clock.now());
        std::vector<std::string> codes(4);
        testing::race(4, [&](int runner) {
            codes[static_cast<std::size_t>(runner)] = two.of(runner).ask("How do I print?", ReplyBy::none, "", key).code;
        });
        for (const auto& code : codes) EXPECT_EQ(code, codes.front());
        two.refresh();
        EXPECT_EQ(two.first.questions.waiting(here)->questions.size(), static_cast<std::size_t>(round) + 1);
    }
}

TEST(QuestionsAtTheSameTime, AProgramsKeyAsksOnceAndOfTwoContentsOne) {
    TwoServers two;
    for (int round = 0; round < 4; ++round) {
        const auto key = "3b24110" + std::to_string(round) + "-e2bb-4255-8caf-4136c566a962";
        const auto other = "4c24110" + std::to_string(round) + "-e2bb-4255-8caf-4136c566a962";
        std::array<std::string, 6> codes;
        std::atomic<int> first = 0, asked = 0, reused = 0;
        testing::race(6, [&](int runner) {
            const Asking same{.question = "How do I print?", .channel = "api", .form_key = key};
            const auto once = two.of(runner).questions.ask(sundsvall, same, i18n::translator("en"));
            if (once) codes[static_cast<std::size_t>(runner)] = once->code;
            if (once && !once->is_repeated) ++first;
            const Asking own{.question = "Words of " + std::to_string(runner), .channel = "api", .form_key = other};
            const auto one = two.of(runner).questions.ask(sundsvall, own, i18n::translator("en"));
            if (one) ++asked;
            else if (one.error().is_key_reused) ++reused;
        });
        EXPECT_EQ(first, 1);
        for (const auto& code : codes) EXPECT_EQ(code, codes.front());
        EXPECT_EQ(asked, 1);
        EXPECT_EQ(reused, 5);
        two.refresh();
        EXPECT_EQ(two.first.questions.waiting(here)->questions.size(), 2 * (static_cast<std::size_t>(round) + 1));
    }
}

TEST(QuestionsAtTheSameTime, OneFormThatSaysItHelpedCountsOnce) {
    TwoServers two;
    for (int round = 0; round < 4; ++round) {
        const auto key = base::form_key_for("", two.clock.now());
        testing::race(6, [&](int runner) { two.of(runner).questions.note_helped(here, "answer", true, key); });
        EXPECT_EQ(two.first.questions.helped(here, "answer").yes, round + 1);
    }
}

TEST(QuestionsAtTheSameTime, OfTwoWhoGiveANewCodeOneDoesAndItIsTheOneThatHolds) {
    TwoServers two;
    for (int round = 0; round < 4; ++round) {
        const auto before = two.first.ask("Question " + std::to_string(round) + "?", ReplyBy::phone, "060-19 10 00").code;
        two.refresh();
        const auto id = two.first.only_waiting();
        const auto mark = two.first.questions.questions().mark_of(*two.first.questions.questions().find(here, id));
        std::array<Questions::NotedReach, 2> given;
        testing::race(2, [&](int runner) {
            auto& server = two.of(runner);
            given[static_cast<std::size_t>(runner)] =
                server.questions.new_code(server.around(), sundsvall, id, base::form_key_for("", two.clock.now()), "anna",
                                          base::Seen::mark(mark));
        });
        EXPECT_NE(given[0].code.empty(), given[1].code.empty());
        const auto& code = given[0].code.empty() ? given[1].code : given[0].code;
        EXPECT_TRUE(two.first.questions.follow(sundsvall, code));
        EXPECT_FALSE(two.first.questions.follow(sundsvall, before));
        two.first.questions.close(two.first.around(), id, "anna", base::Seen::anything());
        two.refresh();
    }
}

TEST(QuestionsAtTheSameTime, WhatWaitsIsNeverOldOnAnyServer) {
    TwoServers two;
    for (int round = 0; round < 6; ++round) {
        two.first.ask("Question " + std::to_string(round) + "?");
        two.refresh();
        const auto id = two.first.only_waiting();
        testing::race(3, [&](int runner) {
            if (runner == 0) two.first.answer(id, "Answer", "anna");
            else if (runner == 1) two.second.ask("Meanwhile " + std::to_string(round) + "?");
            else two.first.questions.waiting(here);
        });
        two.refresh();
        for (auto* server : {&two.first, &two.second}) {
            const auto waiting = server->questions.waiting(here)->questions;
            ASSERT_EQ(waiting.size(), 1U) << round;
            EXPECT_NE(waiting.front().id, id);
            EXPECT_EQ(waiting.front().promised_at, server->questions.promised_at(here, waiting.front().asked_at));
        }
        two.first.questions.close(two.first.around(), two.first.only_waiting(), "anna", base::Seen::anything());
        two.refresh();
    }
}

TEST(QuestionsAtTheSameTime, OfOneWhoClosesAndOneWhoAnswersOneDoesAndNothingIsLost) {
    TwoServers two;
    for (int round = 0; round < 6; ++round) {
        two.first.ask("Question?", ReplyBy::phone, "060-19 10 00");
        two.refresh();
        const auto id = two.first.only_waiting();
        const auto seen = two.seen(id);
        Answering answered = Answering::not_there, closed = Answering::not_there;
        testing::race(2, [&](int runner) {
            if (runner == 0) answered = two.first.answer(id, "Answer", "anna", seen);
            else closed = two.second.questions.close(two.second.around(), id, "bo", seen);
        });
        EXPECT_NE(answered, closed) << "who comes second is told";
        two.refresh();
        const auto stands = two.first.questions.questions().find(here, id);
        ASSERT_TRUE(stands);
        EXPECT_EQ(stands->text("answer"), answered == Answering::done ? "Answer" : "") << "acknowledged is kept";
        EXPECT_EQ(stands->text("state"), closed == Answering::done ? "closed" : "answered");
        EXPECT_EQ(two.first.questions.contact_of(here, id).value, closed == Answering::done ? "" : "060-19 10 00");
        two.first.questions.close(two.first.around(), id, "anna", base::Seen::anything());
    }
}

TEST(QuestionsAtTheSameTime, OfTwoWhoTakeOneOneHasItAndTheOtherIsTold) {
    TwoServers two;
    for (int round = 0; round < 6; ++round) {
        two.first.ask("Question " + std::to_string(round) + "?");
        two.refresh();
        const auto id = two.first.only_waiting();
        const auto seen = two.seen(id);
        const std::vector<std::string> people{"anna", "bo"};
        std::vector<Answering> came_of(2, Answering::not_there);
        testing::race(2, [&](int runner) {
            const auto who = static_cast<std::size_t>(runner);
            came_of[who] = two.of(runner).questions.take(two.of(runner).around(), id, people[who], seen);
        });
        ASSERT_NE(came_of[0], came_of[1]) << round;
        const auto winner = came_of[0] == Answering::done ? 0u : 1u;
        EXPECT_EQ(came_of[1 - winner], Answering::changed);
        EXPECT_EQ(two.first.questions.questions().find(here, id)->text("person"), people[winner]);
        two.first.questions.close(two.first.around(), id, "anna", base::Seen::anything());
        two.refresh();
    }
}

/// A chat that waits; its id.
std::string open_chat(TwoServers& two) {
    const Asking asking{.question = "Is anybody there?", .channel = "chat"};
    EXPECT_TRUE(two.first.questions.ask(sundsvall, asking, i18n::translator("en")));
    two.refresh();
    return two.first.only_waiting();
}

TEST(QuestionsAtTheSameTime, LinesSentSeveralTimesAtOnceStandOnceEach) {
    TwoServers two;
    const auto id = open_chat(two);
    constexpr int keys = 20, copies = 4;
    std::vector<std::string> form_keys;
    for (int key = 0; key < keys; ++key) form_keys.push_back(base::form_key_for("", two.clock.now()));
    std::atomic<int> kept = 0;
    testing::race(copies * 2, [&](int runner) {
        for (int key = runner % 2; key < keys; key += 2) {
            const auto words = "Line " + std::to_string(key);
            const auto& form_key = form_keys[static_cast<std::size_t>(key)];
            const auto said = two.of(runner / 2).questions.say(sundsvall, id, "anna", words, form_key, i18n::translator("en"));
            kept += said.came_of == Said::kept ? 1 : 0;
        }
    });
    EXPECT_EQ(kept, keys * copies);
    EXPECT_EQ(two.first.questions.talk_of(here, id)->lines.size(), static_cast<std::size_t>(keys));
}

TEST(QuestionsAtTheSameTime, ALineThatIsAcknowledgedStandsInTheAnswerOfTheClosedChat) {
    TwoServers two;
    for (int round = 0; round < 6; ++round) {
        const auto id = open_chat(two);
        two.first.questions.say(sundsvall, id, "anna", "Yes", base::form_key_for("", two.clock.now()), i18n::translator("en"));
        auto said = Said::wrong;
        auto closed = Answering::not_there;
        testing::race(2, [&](int runner) {
            if (runner == 0)
                said = two.first.questions.say(sundsvall, id, "anna", "Late", base::form_key_for("", two.clock.now()),
                                               i18n::translator("en")).came_of;
            else
                closed = two.second.questions.answer(two.second.around(), sundsvall, id, {"Yes", ReplyWay::page, true}, "bo",
                                                     base::Seen::anything());
        });
        ASSERT_EQ(closed, Answering::done);
        two.refresh();
        const auto answer = two.first.questions.questions().find(here, id)->text("answer");
        EXPECT_EQ(answer, said == Said::kept ? "Yes\n\nLate" : "Yes") << round;
    }
}

}  // namespace
}  // namespace digilots::questions
