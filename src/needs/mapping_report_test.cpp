// What a report tells: nothing is lost, nothing unknown is said to be none, and who reads it knows how it was found out.
#include "needs/world_for_tests.h"

#include "platform/files/files_for_tests.h"
#include "platform/testing/pdf_reader.h"
#include "platform/testing/upload.h"

namespace digilots::needs {
namespace {

const std::string needs_pages = "/sundsvall/staff/needs", mark_of_mapping = "?mark=tusen-vagar-in-2022";

TEST_F(Needs, AnAnswerUnderAQuestionOfAnotherRoundIsRefusedAndAnOldOneIsNotLost) {
    const auto one = add("mapping_round", {{"title", {"Spring"}}}), other = add("mapping_round", {{"title", {"Autumn"}}});
    const register_::Draft draft{
        {"title", {"At the bus"}}, {"round", {one}}, {"area", {"support"}}, {"question", {question(other, "N1")}}};
    EXPECT_EQ(add("mapping_answer", draft), "") << "it would be seen in neither round";
    auto& kind = records("mapping_answer");
    const auto around = kind.around(sundsvall);
    auto answer = register_::blank_record(kind.declaration(), around);
    answer.id = "at-the-bus";
    answer.columns["title"] = std::string("At the bus");
    answer.columns["round"] = one;
    answer.columns["area"] = std::string("support");
    answer.columns["question"] = question(other, "N1");
    answer.columns["state"] = std::string("done");
    const bool is_put = database->write(
        [&](db::Connection& connection) {
            return kind.put_in(connection, around, answer, "anna", base::Seen::anything()).has_value();
        },
        db::Isolation::deciding);
    ASSERT_TRUE(is_put);
    auto client = someone(http::Role::guide);
    const auto coverage = client.get(needs_pages + "/coverage?round=" + one);
    EXPECT_TRUE(coverage.says("0 of 72 questions have an answer")) << coverage.html;
    EXPECT_TRUE(coverage.says("1 answer")) << "under no heading";
    EXPECT_TRUE(client.get(needs_pages + "/report?round=" + one).says("At the bus"));
}

TEST_F(Needs, WhatIsNotDoneSaysSoInTheReport) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}});
    const auto say = [&](const char* title, const char* state) {
        add("mapping_answer", {{"title", {title}}, {"round", {round}}, {"area", {"support"}}, {"state", {state}}});
    };
    say("Typed by link", "draft");
    say("Looked over by two", "done");
    auto client = someone(http::Role::guide);
    const auto report = client.get(needs_pages + "/report?round=" + round);
    EXPECT_TRUE(report.says("Typed by link [Draft]")) << report.html;
    EXPECT_FALSE(report.says("Looked over by two ["));
    EXPECT_TRUE(report.says("1 finding is a draft"));
    EXPECT_TRUE(client.get(needs_pages + "/coverage?round=" + round).says("1 finding is a draft"));
}

TEST_F(Needs, WhetherAResidentWasAskedIsUnknownUntilSomebodySaysIt) {
    take_mapping_in();
    const auto coverage = someone(http::Role::guide, kramfors).get(needs_pages + "/coverage?round=tusen-vagar-in");
    EXPECT_TRUE(coverage.says("Of 11 findings nobody has said whether a resident was asked.")) << coverage.html;
    EXPECT_FALSE(coverage.says("0 of 11 findings"));
    auto client = someone(http::Role::guide);
    const auto joint = client.get(needs_pages + "/joint-report" + mark_of_mapping);
    EXPECT_TRUE(joint.says("0 of 19 findings have a resident among those who were asked.")) << joint.status << joint.html;
    EXPECT_TRUE(joint.says("Of 51 findings nobody has said whether a resident was asked."));
    EXPECT_TRUE(joint.says("Sollefteå: 0 of ")) << "each municipality has its own";
    const auto round = add("mapping_round", {{"title", {"Autumn"}}});
    for (const char* said : {"yes", "no", ""})
        add("mapping_answer", {{"title", {"Finding"}}, {"round", {round}}, {"area", {"support"}}, {"resident_asked", {said}}});
    for (const auto& [asked, found] : {std::pair("yes", "1 of 1 findings"), std::pair("no", "0 of 1 findings"),
                                       std::pair("unknown", "Of 1 finding nobody")})
        EXPECT_TRUE(client.get(needs_pages + "/coverage?round=" + round + "&residents=" + asked).says(found)) << asked;
}

TEST_F(Needs, TheJointReportSaysHowItWasDoneAndWhatEachHas) {
    take_mapping_in();
    auto client = someone(http::Role::coordinator);
    const auto page = client.get(needs_pages + "/joint-report" + mark_of_mapping);
    EXPECT_TRUE(page.says("Projekt TEO")) << "how the report begins";
    EXPECT_TRUE(page.says("Nordanstig: Intervjuer med dem som ansvarar för e-tjänster"));
    EXPECT_TRUE(page.says("Örnsköldsvik: Not stated"));
    EXPECT_TRUE(page.says("Digital salong")) << "good examples";
    EXPECT_TRUE(page.says("Support: which questions are answered"));
    EXPECT_TRUE(page.says("Sections of the reports, as they state them"));
    EXPECT_TRUE(page.says("No section")) << "Sundsvall has none of recommendations for residents";
    EXPECT_TRUE(client.submit(page, {}, "", "/report/editions").says("of several municipalities"));
    EXPECT_EQ(records("mapping_round").files_of(sundsvall, "tusen-vagar-in").size(), 1U);
    EXPECT_FALSE(someone(http::Role::guide).get(needs_pages + "/joint-report" + mark_of_mapping).says("Keep it as an edition"));
    const auto coverage = client.get(needs_pages + "/coverage?round=tusen-vagar-in");
    EXPECT_TRUE(coverage.says("What residents learn: no section of recommendations, and no recommendation.") ||
                coverage.says("What residents learn: there are recommendations here, and the report has no section of them."))
        << coverage.html;
}

TEST_F(Needs, SeveralRoundsOfOneMarkTellHowEachWasDone) {
    for (const char* how : {"Interviews", "A survey"})
        add("mapping_round", {{"title", {std::string("Round of ") + how}}, {"mark", {"autumn"}}, {"method", {how}}});
    const auto page = someone(http::Role::guide).get(needs_pages + "/joint-report?mark=autumn");
    for (const char* how : {"Interviews", "A survey"})
        EXPECT_TRUE(page.says("Round of " + std::string(how) + ": " + how)) << page.html;
}

TEST_F(Needs, AJointReportAsksInOnesOwnWords) {
    const auto of_them = std::pair(kramfors, "A question of theirs"), of_us = std::pair(sundsvall, "What we asked");
    for (const auto& [municipality, words] : {of_them, of_us}) {
        const auto round = add("mapping_round",
                               {{"title", {"Autumn"}}, {"mark", {"autumn"}}, {"shared", {"all"}}, {"begins_with", {"nothing"}}},
                               municipality);
        ASSERT_NE(add("mapping_question",
                      {{"round", {round}}, {"code", {"E1"}}, {"part", {"current"}}, {"title", {words}}}, municipality),
                  "");
    }
    const auto page = someone(http::Role::guide).get(needs_pages + "/joint-report?mark=autumn");
    EXPECT_TRUE(page.says("What we asked")) << page.html;
    EXPECT_FALSE(page.says("A question of theirs")) << "the one that sorts first";
}

TEST_F(Needs, AReportBeginsWithWordsOfOnesOwnAndEndsWithWhatWasAsked) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}, {"intro", {"The council wanted to know"}}});
    add("good_example", {{"title", {"Coffee with the phone"}}});
    add("good_example", {{"title", {"After another"}}, {"credit", {"Kramfors"}}});
    const auto report = someone(http::Role::guide).get(needs_pages + "/report?round=" + round);
    EXPECT_TRUE(report.says("The council wanted to know")) << report.html;
    EXPECT_TRUE(report.says("Coffee with the phone"));
    EXPECT_FALSE(report.says("After another"));
    EXPECT_TRUE(report.says("Which questions are answered, by area"));
    EXPECT_TRUE(report.says("What was asked"));
}

TEST_F(Needs, EvidenceHasACaptionAndASourceAndStandsInTheReport) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}});
    const auto id = add("mapping_answer", {{"title", {"The sign is too high"}}, {"round", {round}}, {"area", {"support"}}});
    auto client = someone(http::Role::editor);
    const auto form = client.get(needs_pages + "/answers/" + id + "/files/new");
    ASSERT_EQ(form.status, 200) << form.html;
    const testing::FormFields said{{"name", "Entrance"},
                                   {"alternative_text", "A sign above a door"},
                                   {"caption", "Nobody in a wheelchair can read it"},
                                   {"source", "Visit in May"}};
    const auto after = testing::upload(client, form, said, {"file", "a.jpg", files::jpeg(64, 48, 1)});
    EXPECT_TRUE(after.says("Nobody in a wheelchair can read it")) << after.html;
    const auto report = client.get(needs_pages + "/report?round=" + round);
    EXPECT_TRUE(report.says("The sign is too high: Entrance. Nobody in a wheelchair can read it")) << report.html;
    EXPECT_TRUE(report.says("Source: Visit in May"));
    EXPECT_TRUE(report.says("alt=\"A sign above a door\"")) << "the picture itself";
}

TEST_F(Needs, PicturesOfEvidenceStandInThePrintedReport) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}});
    const auto id = add("mapping_answer", {{"title", {"The sign is too high"}}, {"round", {round}}, {"area", {"support"}}});
    auto client = someone(http::Role::editor);
    const auto hang = [&](const char* name, const std::string& file, const std::string& bytes) {
        const auto form = client.get(needs_pages + "/answers/" + id + "/files/new");
        const testing::FormFields said{{"name", name},
                                       {"alternative_text", "A sign above a door"},
                                       {"caption", "Nobody can read it"},
                                       {"source", "A visit"}};
        testing::upload(client, form, said, {"file", file, bytes});
    };
    hang("Entrance", "a.jpg", files::jpeg(64, 48, 1));
    hang("Handbook", "b.pdf", files::pdf());
    const auto of_report = [&](const char* ending) {
        return client.get(needs_pages + "/report" + ending + "?round=" + round);
    };
    auto read = testing::read_pdf(of_report(".pdf").html);
    EXPECT_EQ(read.alternatives, std::vector<std::string>{"A sign above a door"});
    EXPECT_NE(read.text.find("Handbook"), std::string::npos) << "what is no picture is named";
    EXPECT_EQ(read.text.find("by its name alone"), std::string::npos) << read.text;
    const auto odt = of_report(".odt").html;
    EXPECT_NE(odt.find("Pictures/1.jpg"), std::string::npos);
    hang("Poster", "c.webp", files::webp(64, 48));
    read = testing::read_pdf(of_report(".pdf").html);
    EXPECT_EQ(read.alternatives.size(), 1U);
    EXPECT_NE(read.text.find("Poster"), std::string::npos);
    EXPECT_NE(read.text.find("by its name alone"), std::string::npos) << "what is left out is said: " << read.text;
}

TEST_F(Needs, AReportHoldsNoMorePicturesThanAServerBears) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}});
    auto& kind = records("mapping_answer");
    for (int number = 0; number < 23; ++number) {
        const auto id = add("mapping_answer", {{"title", {"Finding " + std::to_string(number)}},
                                               {"round", {round}},
                                               {"area", {"support"}}});
        const auto media = files::read_media("a.jpg", files::jpeg(64 + number, 48, 1));
        ASSERT_TRUE(media);
        ASSERT_TRUE(kind.add_file(kind.around(sundsvall), id, {.name = "Picture", .alternative_text = "A sign"}, *media, "anna"));
    }
    const auto url = needs_pages + "/report.pdf?round=" + round;
    const auto read = testing::read_pdf(someone(http::Role::guide).get(url).html);
    EXPECT_EQ(read.alternatives.size(), 20U);
    EXPECT_NE(read.text.find("3 pictures stand here by their names alone"), std::string::npos) << read.text;
}

TEST_F(Needs, WhatTheMappingSaysBesideItsAnswersComesInOnce) {
    for (int time = 0; time < 2; ++time) {
        take_mapping_in();
        const auto number = [&](const char* key) { return records(key).list(records(key).around(kramfors), {}, 1, 0).found; };
        EXPECT_EQ(number("challenge"), 6);
        EXPECT_EQ(number("informal_help"), 4);
        EXPECT_EQ(number("needs_inventory"), 3);
        EXPECT_EQ(number("insight"), 8);
    }
    const auto topics = records("needs_inventory").find(kramfors, "tusen-vagar-in-topics");
    ASSERT_TRUE(topics);
    EXPECT_EQ(topics->list("results").size(), 8U);
    EXPECT_EQ(topics->text("round"), "tusen-vagar-in");
    const auto barrier = records("challenge").find(kramfors, "tusen-vagar-in-3");
    ASSERT_TRUE(barrier);
    EXPECT_EQ(barrier->text("title"), "Med kollektivtrafiken når många inte centrum");
    const auto share = records("insight").find(kramfors, "tusen-vagar-in-no_digital_identity");
    ASSERT_TRUE(share);
    EXPECT_EQ(share->whole("year"), 2019);
}

TEST_F(Needs, TwoAreReadBesideEachOtherAndAllIsSearched) {
    take_mapping_in();
    auto client = someone(http::Role::guide);
    const std::string url = needs_pages + "/beside-others" + mark_of_mapping + "&area=support&question=N6";
    EXPECT_TRUE(client.get(url).says("<h2>Örnsköldsvik</h2>"));
    const auto two = client.get(url + "&municipality=2282&beside=2283");
    EXPECT_TRUE(two.says("<h2>Kramfors</h2>")) << two.html;
    EXPECT_FALSE(two.says("<h2>Örnsköldsvik</h2>"));
    const auto found = client.get(url + "&q=campus");
    EXPECT_TRUE(found.says("Kramfors, Support, N6: ")) << found.html;
    const auto all = client.get(needs_pages + "/beside-others" + mark_of_mapping + "&area=support&question=*&municipality=2282");
    EXPECT_TRUE(all.says("Kramfors, Support, N1: ") && all.says("Kramfors, Support, N6: ")) << all.html;
    EXPECT_FALSE(all.says("Kramfors, What residents learn, "));
    EXPECT_TRUE(client.get(url + "&q=" + "nothinglikethis").says("0 answers found"));
    EXPECT_TRUE(client.get(url + "&certainty=hearsay").says("Without a finding as certain as that"));
}

TEST_F(Needs, HowCertainItIsHoldsForTheTablesToo) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}, {"mark", {"autumn"}}, {"shared", {"all"}}});
    const auto say = [&](const char* code, const char* certainty, const char* resident) {
        add("mapping_answer", {{"title", {std::string("Said of ") + code}},
                               {"round", {round}},
                               {"area", {"support"}},
                               {"question", {question(round, code)}},
                               {"certainty", {certainty}},
                               {"resident_asked", {resident}},
                               {"state", {"done"}}});
    };
    say("N1", "confirmed", "yes");
    say("N2", "assumed", "");
    auto client = someone(http::Role::guide);
    const auto all = client.get(needs_pages + "/beside-others?mark=autumn&area=support");
    EXPECT_TRUE(all.says("Findings with a resident among those asked") && all.says("1 of 1")) << all.html;
    EXPECT_TRUE(all.says("Said of N1") && all.says("Said of N2")) << "all questions, where none is asked for";
    EXPECT_TRUE(all.says(">2</td>")) << "two questions have an answer";
    const auto confirmed = client.get(needs_pages + "/beside-others?mark=autumn&area=support&certainty=confirmed");
    EXPECT_TRUE(confirmed.says("Only what is: Confirmed.") && confirmed.says("has none as certain as that")) << confirmed.html;
    EXPECT_FALSE(confirmed.says(">2</td>"));
    EXPECT_FALSE(confirmed.says("1 of 1")) << "of a part of the findings it is not counted";
}

TEST_F(Needs, ARoundThatIsDoneTakesNoAnswersInByLink) {
    register_::Draft draft{{"title", {"Autumn"}}, {"begins_with", {"template"}}};
    const auto round = add("mapping_round", draft);
    const register_::Draft invitation{
        {"title", {"School"}}, {"round", {round}}, {"area", {"internal"}}, {"open_until", {"2026-12-01"}}};
    const auto id = add("mapping_invitation", invitation);
    ASSERT_NE(id, "");
    draft["state"] = {"done"};
    auto& kind = records("mapping_round");
    ASSERT_TRUE(kind.change(kind.around(sundsvall), round, draft, "anna", base::Seen::anything()));
    EXPECT_EQ(add("mapping_invitation", {{"title", {"Home care"}}, {"round", {round}}, {"area", {"internal"}},
                                         {"open_until", {"2026-12-01"}}}),
              "");
    const auto secret = records("mapping_invitation").find(sundsvall, id)->text("secret");
    server.person.reset();
    EXPECT_EQ(server.client().get_once("/en/sundsvall/needs/" + secret).status, 410);
}

TEST_F(Needs, ATopicOfWhichNothingIsSaidIsNoGap) {
    auto client = someone(http::Role::guide);
    const auto heading = "<h2>Nobody answers for</h2>";
    EXPECT_FALSE(client.get(needs_pages + "/topics-by-function").says(heading)) << "nothing is said yet";
    ASSERT_NE(add("responsibility", {{"title", {"Bank"}}, {"topic", {"bank"}}, {"part", {"nobody"}}}), "");
    const auto said = client.get(needs_pages + "/topics-by-function");
    EXPECT_TRUE(said.says(heading)) << said.html;
    EXPECT_TRUE(said.says("Nothing is said yet of")) << "of the others";
}

TEST_F(Needs, ChangesAreOfWhatIsDone) {
    const auto round_with = [&](const char* title, const char* state) {
        const auto round = add("mapping_round", {{"title", {title}}, {"last_day", {title}}});
        add("mapping_answer", {{"title", {"At the bus"}},
                               {"round", {round}},
                               {"area", {"support"}},
                               {"question", {question(round, "N1")}},
                               {"state", {state}}});
        return round;
    };
    const auto before = round_with("2025-10-01", "draft"), now = round_with("2026-10-01", "done");
    const auto page = someone(http::Role::guide).get(needs_pages + "/changes?round=" + now + "&before=" + before);
    EXPECT_TRUE(page.says("Questions with an answer, counted in each area: 1 now, 0 before.")) << page.html;
    EXPECT_TRUE(page.says("<h3>Said anew</h3><ul><li>At the bus</li></ul>"));
    EXPECT_TRUE(page.says("Answered now, not before: Support N1."));
}

TEST_F(Needs, WhatIsMoreCertainThanBeforeIsAChange) {
    const auto round_with = [&](const char* day, const char* certainty) {
        const auto round = add("mapping_round", {{"title", {day}}, {"last_day", {day}}});
        add("mapping_answer", {{"title", {"At the bus"}},
                               {"round", {round}},
                               {"area", {"support"}},
                               {"question", {question(round, "N1")}},
                               {"certainty", {certainty}},
                               {"state", {"done"}}});
        return round;
    };
    const auto before = round_with("2025-10-01", "assumed"), now = round_with("2026-10-01", "confirmed");
    auto client = someone(http::Role::guide);
    const auto url = needs_pages + "/changes?round=" + now + "&before=" + before;
    const auto page = client.get(url);
    EXPECT_TRUE(page.says("At the bus (Assumed before, Confirmed now)")) << page.html;
    EXPECT_FALSE(page.says("1 finding as before"));
    const auto confirmed = client.get(url + "&certainty=confirmed");
    EXPECT_TRUE(confirmed.says("<h3>Said anew</h3><ul><li>At the bus</li></ul>")) << confirmed.html;
}

}  // namespace
}  // namespace digilots::needs
