// Statistics Norway's PxWeb as its documentation describes it. Every figure here is MADE UP for the tests.
#include <gtest/gtest.h>

#include <fstream>

#include "indicators/figures/kostra_source.h"
#include "indicators/figures/played_kolada_for_tests.h"

namespace digilots::indicators {
namespace {

/// Three places (the whole country, Vestvågøy, Nesseby), two contents, two years: made-up figures.
const std::string cube = R"~({"class":"dataset","version":"2.0","label":"Prøvetall","source":"made-up test figures",
 "id":["KOKkommuneregion0000","ContentsCode","Tid"],"size":[3,2,2],
 "dimension":{
  "KOKkommuneregion0000":{"label":"region","category":{"index":{"EAK":0,"1860":1,"5636":2},
    "label":{"EAK":"Landet","1860":"Vestvågøy","5636":"Nesseby"}}},
  "ContentsCode":{"label":"statistikkvariabel","category":{"index":["KOSandel0000","KOSantall0000"],
    "label":{"KOSandel0000":"Andel med plass (prosent)","KOSantall0000":"Barn (antall)"}}},
  "Tid":{"label":"år","category":{"index":{"2023":0,"2024":1}}}},
 "value":[1,2,3,4, 91.5,92.5,null,0, null,null,null,12],
 "status":{"6":":","8":".","9":"...","10":"?"},
 "role":{"time":["Tid"],"geo":["KOKkommuneregion0000"],"metric":["ContentsCode"]},
 "extension":{"px":{"tableid":"99999"}}})~";

struct KostraWorld : FigureWorld {
    testing::TemporaryFolder folder;

    ImportReport import(const std::string& content) {
        const auto path = (folder.path() / "12272.json").string();
        std::ofstream(path) << content;
        auto report = import_files(*database, clock, *kostra_source(""), {path});
        return report;
    }
    Standing standing(const std::string& municipality, const std::string& indicator, int year) {
        Question question{indicator};
        question.year = year;
        return indicators.standing(municipality, question);
    }
    void expect_figures() {
        EXPECT_EQ(standing("NO-1860", "kostra:99999:KOSandel0000", 2024).value, 92.5);
        EXPECT_EQ(standing("NO-1860", "kostra:99999:KOSantall0000", 2024).value, 0);
        EXPECT_EQ(standing("NO-1860", "kostra:99999:KOSantall0000", 2023).missing, Missing::secret);
        EXPECT_EQ(standing("5636", "kostra:99999:KOSandel0000", 2023).missing, Missing::not_applicable);
        EXPECT_EQ(standing("5636", "kostra:99999:KOSandel0000", 2024).missing, Missing::not_published);
        EXPECT_EQ(standing("5636", "kostra:99999:KOSantall0000", 2024).value, 12);
        EXPECT_EQ(standing("1860", "kostra:99999:KOSandel0000", 2024).year, 0) << "Laxå in Sweden has the same number";
        const auto indicator = indicators.find("kostra:99999:KOSandel0000");
        EXPECT_EQ(indicator->title_nb, "Andel med plass (prosent)");
        EXPECT_EQ(indicator->unit, "percent");
        EXPECT_EQ(indicator->country, "NO");
    }
};

TEST(Kostra, AFileGivesNorwegianMunicipalitiesFigures) {
    KostraWorld world;
    const auto report = world.import(cube);
    EXPECT_EQ(report.files[0].error, "");
    EXPECT_EQ(report.files[0].left_out, 4) << "the whole country";
    EXPECT_EQ(report.run.indicators_added, 2);
    EXPECT_EQ(report.run.values_added, 4);
    EXPECT_EQ(report.run.unknown_statuses, 1);
    world.expect_figures();
    EXPECT_EQ(world.import(cube).run.values_added, 0);
}

std::string changed(std::string text, const std::string& part, const std::string& instead) {
    return text.replace(text.find(part), part.size(), instead);
}

const std::string values_of_cube = R"("value":[1,2,3,4, 91.5,92.5,null,0, null,null,null,12])";

TEST(Kostra, NumbersWrittenAsTextAreNumbers) {
    KostraWorld world;
    world.import(cube);
    const auto report = world.import(changed(
        cube, values_of_cube, R"("value":["1","2","3","4","91.5","92,5",null,"0",null,null,null,"12"])"));
    EXPECT_EQ(report.files[0].error, "");
    EXPECT_EQ(report.run.values_withdrawn, 0) << "a whole table went";
    EXPECT_EQ(report.run.values_revised, 0);
    world.expect_figures();
}

TEST(Kostra, ASignInPlaceOfTheNumberSaysWhyThereIsNone) {
    KostraWorld world;
    const auto text =
        changed(changed(cube, values_of_cube,
                        R"("value":["1","2","3","4","91.5","92.5",":","0",".","...","?","12"])"),
                R"("status":{"6":":","8":".","9":"...","10":"?"},)", "");
    const auto report = world.import(text);
    EXPECT_EQ(report.files[0].error, "");
    EXPECT_EQ(report.files[0].refused, 1) << "“?” is neither a number nor a sign";
    EXPECT_EQ(report.files[0].refusals.at(0).where, "12272.json, cell 11");
    world.expect_figures();
}

TEST(Kostra, OneStatusForAllIsTheReasonOfEachMissingFigure) {
    KostraWorld world;
    world.import(changed(cube, R"("status":{"6":":","8":".","9":"...","10":"?"})", R"("status":":")"));
    EXPECT_EQ(world.standing("NO-1860", "kostra:99999:KOSantall0000", 2023).missing, Missing::secret);
    EXPECT_EQ(world.standing("5636", "kostra:99999:KOSandel0000", 2023).missing, Missing::secret);
    EXPECT_EQ(world.standing("NO-1860", "kostra:99999:KOSandel0000", 2024).value, 92.5);
}

TEST(Kostra, AValueThatIsNothingKnownWithdrawsNothing) {
    KostraWorld world;
    world.import(cube);
    const auto report = world.import(changed(cube, values_of_cube, R"("value":[1,2,3,4,"abc",true,null,{},null,null,null,12])"));
    EXPECT_EQ(report.run.values_withdrawn, 0);
    EXPECT_EQ(report.files[0].refused, 3);
    world.expect_figures();
}

TEST(Kostra, WhatIsNoCubeWritesNothing) {
    const auto without = [](std::string text, const std::string& part, const std::string& instead) {
        return text.replace(text.find(part), part.size(), instead);
    };
    for (const auto& wrong : {std::string("<html></html>"), std::string("{}"), cube.substr(0, 400),
                              without(cube, "\"size\":[3,2,2]", "\"size\":[3,2,3]"), without(cube, "91.5,", ""),
                              without(cube, "\"Tid\"],\"size\"", "\"Other\"],\"size\""),
                              without(cube, "[3,2,2]", "[3,200000,20000]")}) {
        KostraWorld world;
        EXPECT_NE(world.import(wrong).files[0].error, "") << wrong.substr(0, 80);
        EXPECT_TRUE(world.indicators.years("kostra:99999:KOSandel0000").empty());
    }
}

}  // namespace
}  // namespace digilots::indicators
