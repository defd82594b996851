// Authorities, brands and errands that people name lead somewhere in every municipality; views and faults to who takes them.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/embedded.h"
#include "platform/base/text.h"
#include "referral/coverage.h"
#include "referral/demo_municipalities_test.h"
#include "referral/intent.h"

namespace digilots::referral {
namespace {

constexpr const char* all_municipalities[] = {"sundsvall", "harnosand", "kramfors", "nordanstig", "ange", "timra"};

DemoMunicipalities& demo_of_names() {
    static DemoMunicipalities demo;
    return demo;
}

struct NamesOfTopic {
    std::string topic, source;
    std::vector<std::string> words;
};

std::vector<NamesOfTopic> names_in_questions() {
    std::vector<NamesOfTopic> rows;
    const auto table = base::embedded_file("data/names_in_questions.csv").value_or("");
    for (const auto line : base::split(table, '\n')) {
        if (line.empty() || line.starts_with('#')) continue;
        const auto columns = base::split(line, ';');
        auto& row = rows.emplace_back(NamesOfTopic{std::string(columns[2]), std::string(columns[3]), {}});
        for (const auto word : base::split(columns[0], '|')) row.words.emplace_back(word);
    }
    return rows;
}

TEST(NamesInQuestions, EachLeadsToItsTopic) {
    std::size_t names = 0;
    for (const auto& row : names_in_questions()) {
        EXPECT_NE(taxonomy::find(taxonomy::List::topic, row.topic), nullptr) << row.topic;
        EXPECT_FALSE(row.source.empty()) << row.topic;
        for (const auto& word : row.words) {
            ++names;
            const auto intent = read_intent(word, true);
            EXPECT_TRUE(intent.has_topic(row.topic)) << word << " is no " << row.topic;
        }
    }
    EXPECT_GE(names, 60U);
}

TEST(NamesInQuestions, WhateverIsNamedThereIsATopicOrTheDeskInEveryMunicipality) {
    for (const auto* slug : all_municipalities) {
        for (const auto& row : names_in_questions()) {
            const auto answer = demo_of_names().search(slug, row.words.front());
            ASSERT_FALSE(answer.topics.empty()) << slug << " " << row.words.front();
            EXPECT_TRUE(std::ranges::count(answer.topics, row.topic) > 0) << slug << " " << row.words.front();
            EXPECT_FALSE(answer.hits.empty() && answer.fallback.title.empty()) << slug << " " << row.words.front();
            EXPECT_EQ(answer.corrected, "") << row.words.front();
        }
    }
}

/// "Answers only questions of its own field" of a place that is shown for something else.
bool answers_for_its_field_alone(const DemoMunicipalities& demo, const ReferralHit& hit) {
    if (hit.kind != "place") return false;
    for (const auto* slug : all_municipalities) {
        const auto snapshot = demo.directory->snapshot(demo.tenant(slug).id);
        const auto* place = snapshot->place(hit.id);
        if (place)
            return std::ranges::count(place->limitations, std::string("own_questions_only"), &directory::CodedNote::code) > 0;
    }
    return false;
}

TEST(NamesInQuestions, ViewsAndFaultsAreLedToWhoTakesThemInAndToNobodyOfOneFieldAlone) {
    constexpr const char* said[] = {"klaga", "synpunkt", "felanmälan gata", "vattenläcka", "klagomål", "beröm", "tycka till",
                                    "medborgarförslag", "trasig bänk", "skadegörelse", "hål i vägen", "trasig gatlykta",
                                    "klotter",
                                    "snöröjning", "klage på kommunen", "vannlekkasje", "innspill", "synspunkt", "hærverk",
                                    "ødelagt benk", "meld feil", "hull i veien", "gatelys", "si din mening"};
    for (const auto* slug : all_municipalities) {
        for (const auto* text : said) {
            const auto answer = demo_of_names().search(slug, text);
            EXPECT_TRUE(std::ranges::count(answer.topics, "report_issue") > 0) << text;
            const auto first = std::ranges::find(answer.hits, "place", &ReferralHit::kind);
            if (first == answer.hits.end()) continue;
            EXPECT_FALSE(answers_for_its_field_alone(demo_of_names(), *first)) << demo_of_names().hits(slug, text);
            EXPECT_FALSE(first->why.empty());
        }
    }
}

/// A place as it would be in a catalogue.
Entry place_for(directory::Place& place) {
    place.status = directory::Status::open;
    Entry entry;
    entry.kind = "place";
    entry.place = &place;
    return entry;
}

TEST(NamesInQuestions, WhoAnswersForOneFieldAloneTakesInFaultsOfThatFieldAlone) {
    directory::Place tip, bus, desk;
    tip.kind = "recycling_centre";
    tip.support = {{"information", ""}, {"case_specific_help", ""}};
    tip.limitations = {{"own_questions_only", ""}};
    bus.kind = "mobile_library";
    bus.support = {{"information", ""}, {"referral", ""}};
    desk.kind = "citizens_office";
    desk.support = {{"referral", ""}};
    auto of_desk = place_for(desk), of_company = place_for(tip);
    of_desk.topics = {"report_issue"};
    of_company.topics = {"report_issue", "waste"};
    const auto at_desk = coverage(of_desk, "report_issue");
    EXPECT_GT(at_desk.points, coverage(place_for(bus), "report_issue").points + 10);
    EXPECT_GT(at_desk.points, coverage(place_for(tip), "report_issue").points + 10);
    EXPECT_GT(at_desk.points, coverage(of_company, "report_issue").points + 10) << "of its own tenants or bins";
    EXPECT_EQ(at_desk.reason.kind, ReasonKind::topic);
    EXPECT_GT(coverage(of_company, "waste").points, 60) << "its own field";
    EXPECT_LT(coverage(place_for(tip), "building_permit").points, 20);
}

TEST(NamesInQuestions, WhoAnswersForItsOwnBodiesAloneStandsBehindTheDeskForAllOthers) {
    directory::Place office, desk;
    office.kind = "state_office";
    office.support = {{"own_agencies", ""}, {"authority_matters", ""}, {"form_filling", ""}, {"guidance_in_e_service", ""}};
    office.limitations = {{"own_questions_only", ""}};
    desk.kind = "citizens_office";
    desk.support = {{"authority_navigation", ""}, {"form_filling", ""}, {"guidance_in_e_service", ""}};
    auto of_office = place_for(office);
    of_office.agencies = {"social_insurance", "employment_service"};
    of_office.topics = {"pension", "authority_forms", "interpret_decision"};
    for (const auto* topic : {"tax", "driving_licence", "migration", "police", "authority_forms", "interpret_decision"})
        EXPECT_GT(coverage(place_for(desk), topic).points, coverage(of_office, topic).points + 10) << topic;
    for (const auto* topic : {"social_insurance", "employment_service", "pension"})
        EXPECT_GT(coverage(of_office, topic).points, coverage(place_for(desk), topic).points) << topic;
}

}  // namespace
}  // namespace digilots::referral
