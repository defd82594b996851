// Files as installations without outside access have them; those in ../shared/data/kolada are real recordings
// (another folder: DIGILOTS_SHARED). Tests of them say so and are skipped where it is not there.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "indicators/figures/played_kolada_for_tests.h"
#include "platform/tables/csv_reader.h"

namespace digilots::indicators {
namespace {

namespace files = std::filesystem;

struct ImportWorld : FigureWorld {
    testing::TemporaryFolder folder;

    ImportWorld() { know({"N00001", "N00002"}); }

    std::string file(const std::string& name, const std::string& content) {
        const auto path = folder.path() / name;
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }
    ImportReport import(const std::vector<std::string>& names) {
        clock.advance(std::chrono::minutes(1));
        auto report = import_files(*database, clock, *kolada_source(""), names);
        return report;
    }
    ImportReport import(const std::string& name, const std::string& content) { return import({file(name, content)}); }
};

std::string recorded() {
    const char* set = std::getenv("DIGILOTS_SHARED");
    const auto folder = std::string(set ? set : "../shared") + "/data/kolada";
    return files::exists(folder) ? folder : "";
}

#define NEEDS_RECORDINGS \
    if (recorded().empty()) GTEST_SKIP() << "../shared/data/kolada is not here (DIGILOTS_SHARED names another folder)"

std::vector<std::string> files_of(const std::string& folder) {
    std::vector<std::string> found;
    for (const auto& entry : files::directory_iterator(folder)) found.push_back(entry.path().string());
    std::ranges::sort(found);
    return found;
}

TEST(ImportFiles, TakesCsvWithCommasAndWithSemicolons) {
    ImportWorld world;
    const auto report = world.import("a.csv",
                                     "\xEF\xBB\xBF" "kpi;municipality;period;gender;value\r\n"
                                     "N00001;0114;2021;T;1234,5\r\nN00001;0115;2021;k; 2,5 \r\nN00001;0117;2021;T;\r\n");
    EXPECT_EQ(report.run.values_added, 2);
    EXPECT_EQ(world.value("0114", "N00001", 2021), 1234.5);
    EXPECT_FALSE(world.value("0117", "N00001", 2021).has_value());
    const auto second = world.import("b.csv", "value,gender,period,municipality,kpi,status\n-3e2,T,2020,2281,N00001,\n"
                                              ",T,2020,2280,N00001,Not applicable\n");
    EXPECT_EQ(second.run.values_added, 1);
    EXPECT_EQ(world.value("2281", "N00001", 2020), -300);
    Question question{"N00001"};
    question.year = 2020;
    EXPECT_EQ(world.indicators.standing("2280", question).missing, Missing::not_applicable);
}

TEST(ImportFiles, TellsRowsThatCannotBeUsedWithFileAndLine) {
    ImportWorld world;
    const auto report = world.import("a.csv",
                                     "kpi,municipality,period,gender,value\nN00001,0114,2021,T,1\nN00001,9999,2021,T,1\n"
                                     "N00001,0115,2021,X,1\nN00001,0000,2021,T,1\nN00001,0117,21,T,1\nN00001,0120,2021,T,one\n"
                                     "N00001,0123,2021,T,2\nN00001,0125,2021,T,3\nN00001,0126,2021,T,4\n");
    ASSERT_EQ(report.files.size(), 1u);
    const auto& file = report.files[0];
    EXPECT_EQ(file.error, "");
    EXPECT_EQ(file.refused, 4);
    EXPECT_EQ(file.left_out, 1) << "the whole country is known and no municipality";
    EXPECT_EQ(file.refusals[0].where, "a.csv:3");
    EXPECT_EQ(file.refusals[0].reason, "there is no municipality 9999");
    EXPECT_EQ(file.refusals[1].where, "a.csv:4");
    EXPECT_EQ(report.run.values_added, 4);
    EXPECT_EQ(report.run.rows_refused, 4);
}

TEST(ImportFiles, TakesWhatExcelLibreOfficeAndRSave) {
    const std::string rows = "\"N00001\";\"0114\";\"2021\";\"T\";\"1 234,5\"\r\n";
    const std::pair<const char*, std::string> files[] = {
        {"r.csv", "\"kpi\";\"municipality\";\"period\";\"gender\";\"value\"\n" + rows},
        {"excel.csv", "kpi;municipality;period;gender;value;;\r\nN00001;114;2021;T;1\xA0" "234,5;;\r\n;;;;;;\r\n;;;;;;\r\n"},
        {"swedish.csv", "kpi;kommun;\xE5r;k\xF6n;v\xE4rde\r\nN00001;0114;2021;T;1234,5\r\n"},
        {"tabs.txt", "kpi\tmunicipality\tperiod\tgender\tvalue\r\nN00001\t0114\t2021\tT\t1234,5\r\n"},
        {"sep.csv", "sep=;\r\nkpi;municipality;period;gender;value\r\nN00001;0114;2021;T;1234,5\r\n"},
        {"mac.csv", "kpi;municipality;period;gender;value\rN00001;0114;2021;T;1234,5\r"},
    };
    for (const auto& [name, content] : files) {
        ImportWorld world;
        const auto report = world.import(name, content);
        EXPECT_EQ(report.files[0].error, "") << name;
        EXPECT_EQ(report.files[0].refused, 0) << name;
        EXPECT_EQ(report.files[0].taken, 1) << name;
        EXPECT_EQ(world.value("0114", "N00001", 2021), 1234.5) << name;
    }
}

TEST(ImportFiles, TakesNoneOfTwoValuesForOneFigure) {
    ImportWorld world;
    const auto report = world.import("a.csv", "kpi,municipality,period,gender,value\nN00001,0114,2021,T,1\nN00001,0115,2021,T,5\n"
                                              "N00001,0115,2021,T,5.0\nN00001,0114,2021,T,2\nN00001,0117,2021,T,3\n"
                                              "N00001,0120,2021,T,4\nN00001,0123,2021,T,6\nN00001,0117,2021,K,8\n");
    const auto& file = report.files.at(0);
    EXPECT_EQ(file.error, "");
    EXPECT_EQ(file.refused, 2);
    ASSERT_EQ(file.refusals.size(), 2u);
    EXPECT_EQ(file.refusals[0].where, "a.csv:2");
    EXPECT_EQ(file.refusals[1].where, "a.csv:5");
    EXPECT_EQ(file.refusals[0].reason, "two values for one figure: row 2 says 1, row 5 says 2");
    EXPECT_FALSE(world.value("0114", "N00001", 2021));
    EXPECT_EQ(world.value("0115", "N00001", 2021), 5) << "twice the same is no contradiction";
    EXPECT_EQ(world.value("0117", "N00001", 2021), 3);
    EXPECT_EQ(report.run.values_added, 5);
    const auto json = world.import("a.json", R"({"values":[
        {"kpi":"N00001","municipality":"0114","period":2020,"values":[{"gender":"T","value":1},{"gender":"K","value":2}]},
        {"kpi":"N00001","municipality":"0115","period":2020,"values":[{"gender":"T","value":1},{"gender":"K","value":2}]},
        {"kpi":"N00001","municipality":"0114","period":2020,"values":[{"gender":"T","value":3}]}]})");
    EXPECT_EQ(json.files[0].refused, 2);
    EXPECT_EQ(json.files[0].refusals[0].where, "a.json, row 1");
    EXPECT_FALSE(world.value("0114", "N00001", 2020));
    EXPECT_EQ(world.value("0115", "N00001", 2020), 1);
}

TEST(ImportFiles, NamesAndCountsWhatTheCatalogueDoesNotHave) {
    ImportWorld world;
    const std::string figures = "kpi,municipality,period,gender,value\nN00001,0114,2021,T,1\nN77777,0114,2021,T,2\n"
                                "N77777,0115,2021,T,3\nN88888,0114,2021,T,4\nN00001,9999,2021,T,5\nN00001,0000,2021,T,6\n";
    const auto report = world.import("a.csv", figures);
    const auto& file = report.files.at(0);
    EXPECT_EQ(file.rows, 6);
    EXPECT_EQ(file.taken, 1);
    EXPECT_EQ(file.left_out, 1) << "the whole country";
    EXPECT_EQ(file.unknown_indicators, (std::map<std::string, std::int64_t>{{"N77777", 2}, {"N88888", 1}}));
    EXPECT_EQ(file.unknown_places, (std::map<std::string, std::int64_t>{{"9999", 1}}));
    EXPECT_EQ(report.run.values_added, 1);
    EXPECT_FALSE(world.indicators.find("N77777"));
    const auto changes = world.indicators.changes(report.run.id, 20);
    EXPECT_EQ(std::ranges::count(changes, "indicator unknown", &RunChange::kind), 2);
    // Its catalogue may be named after the figures.
    const auto known = world.import({world.file("a.csv", figures), world.file("kpi.json", R"({"values":[
        {"id":"N77777","title":"Ny","description":"","is_divided_by_gender":true,"operating_area":"A"}]})")});
    EXPECT_EQ(known.files.at(0).file, "a.csv");
    EXPECT_EQ(known.files.at(0).taken, 3);
    EXPECT_EQ(world.value("0115", "N77777", 2021), 3);
}

TEST(ImportFiles, AFileThatIsNotWhatItSaysWritesNothing) {
    const std::string head = "kpi,municipality,period,gender,value\n";
    const std::pair<const char*, std::string> wrong[] = {
        {"page.csv", "<!DOCTYPE html><html><body>Logga in</body></html>"},
        {"page.json", "<html></html>"},
        {"cut.json", R"({"values":[{"kpi":"N00001","period":2021,"municipality":"0114","values":[{"gender":"T","val)"},
        {"cut.csv", head + "N00001,0114,2021,T,1\nN00001,0115,20"},
        {"quoted.csv", head + "N00001,0114,2021,T,1\n\"N00001,0115,2021,T,2\n"},
        {"other.csv", "id,name\n1,x\n"},
        {"empty.csv", ""},
        {"numbers.csv", head + std::string("N00001,0114,2021,T,1\n\0\0\0", 25)},
        {"bad.csv", head + "N00001,0114,2021,T,1\nN00001,9999,2021,T,1\nN00001,9998,2021,T,1\n"},
        {"other.json", R"({"hello":1})"},
    };
    for (const auto& [name, content] : wrong) {
        ImportWorld world;
        const auto report = world.import(name, content);
        EXPECT_NE(report.files.at(0).error.find(name), std::string::npos) << name;
        EXPECT_EQ(report.run.outcome, "failed") << name;
        EXPECT_TRUE(world.indicators.years("N00001").empty()) << name;
    }
    ImportWorld world;
    EXPECT_NE(world.import({"/nowhere/at/all.csv"}).files[0].error, "");
}

TEST(ImportFiles, ReadsTheShapeOfVersionTwo) {
    ImportWorld world;
    const auto report = world.import("v2.json", R"~({"count":2,"next_page":"http://api.kolada.se/v2/kpi?page=2","values":[
        {"id":"N00001","title":"Gammal (-2019)","auspices":"E","is_divided_by_gender":1,"operating_area":"A","publ_period":2019},
        {"kpi":"N00001","municipality":"0114","period":"2019","values":[{"gender":"M","status":"","value":4},
        {"gender":"T","status":"","value":5}]}]})~");
    EXPECT_EQ(report.files[0].error, "");
    EXPECT_EQ(report.run.indicators_added, 1);
    EXPECT_TRUE(world.indicators.find("N00001")->by_gender);
    EXPECT_TRUE(world.indicators.find("N00001")->retired);
    EXPECT_EQ(world.value("0114", "N00001", 2019), 5);
}

TEST(ImportFiles, RepeatingChangesNothingAndRoundingIsNoRevision) {
    ImportWorld world;
    const std::string head = "kpi,municipality,period,gender,value\n";
    EXPECT_EQ(world.import("a.csv", head + "N00001,0114,2021,T,31.32959689\n").run.values_added, 1);
    EXPECT_EQ(world.import("a.csv", head + "N00001,0114,2021,T,31.32959689\n").run.values_revised, 0);
    EXPECT_EQ(world.import("a.csv", head + "N00001,0114,2021,T,31.329597\n").run.values_revised, 0);
    EXPECT_EQ(world.import("a.csv", head + "N00001,0114,2021,T,31.33\n").run.values_revised, 1);
    EXPECT_EQ(world.import("a.csv", head + "N00001,0114,2021,T,\n").run.values_withdrawn, 1);
}

TEST(ImportFiles, TheShippedTableGivesWayToEverythingElse) {
    ImportWorld world;
    EXPECT_TRUE(load_shipped_figures(*world.database, world.clock));
    EXPECT_FALSE(load_shipped_figures(*world.database, world.clock));
    EXPECT_NEAR(*world.value("0114", "N00209", 2013), 70.700637, 1e-9);
    const auto report = world.import("a.csv", "kpi,municipality,period,gender,value\nN00209,0114,2013,T,70.70063694\n");
    EXPECT_EQ(report.run.values_revised, 0);
    EXPECT_EQ(world.value("0114", "N00209", 2013), 70.70063694);
    EXPECT_EQ(world.indicators.find("N00209")->unit, "percent");
    Question newest{"N00209"};
    EXPECT_EQ(world.indicators.standing("2281", newest).year, 2022);
}

TEST(ImportFilesRecorded, TwoSnapshotsGiveExactlyTheEightRevisions) {
    NEEDS_RECORDINGS;
    std::ifstream in(recorded() + "/values/revisions_seen_between_2024-08_and_2026-03.csv");
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    std::string before = "kpi,municipality,period,gender,value\n", after = before;
    tables::CsvReader reader(text);
    reader.next();
    while (const auto row = reader.next()) {
        const auto key = (*row)[0] + "," + (*row)[1] + "," + (*row)[2] + "," + (*row)[3] + ",";
        before += key + (*row)[4] + "\n";
        after += key + (*row)[5] + "\n";
    }
    ImportWorld world;
    EXPECT_EQ(world.import("2024.csv", before).run.values_added, 167);
    const auto report = world.import("2026.csv", after);
    EXPECT_EQ(report.run.values_revised, 8);
    EXPECT_EQ(report.run.values_added + report.run.values_withdrawn, 0);
    for (const auto& change : world.indicators.changes(report.run.id, 20)) {
        EXPECT_EQ(change.kind, "value revised");
        EXPECT_EQ(change.indicator, "N03702");
        EXPECT_EQ(change.year, 2021);
    }
}

TEST(ImportFilesRecorded, EveryRecordedAnswerIsRead) {
    NEEDS_RECORDINGS;
    ImportWorld world;
    world.know({"N03700", "N00945"});
    auto names = files_of(recorded() + "/api_v3");
    for (const auto& name : files_of(recorded() + "/api_v2")) names.push_back(name);
    const auto report = world.import(names);
    for (const auto& file : report.files) {
        EXPECT_EQ(file.error, "");
        EXPECT_EQ(file.refused, 0) << file.file;
    }
    Question question{"N03700"};
    question.year = 2012;
    EXPECT_EQ(world.indicators.standing("0562", question).missing, Missing::not_applicable);
    Question empty{"N00945"};
    empty.year = 1996;
    EXPECT_EQ(world.indicators.standing("0180", empty).missing, Missing::not_reported) << "null is not zero";
    EXPECT_FALSE(world.indicators.standing("0180", empty).value.has_value());
}

TEST(ImportFilesRecorded, AllValuesOfTheCollection) {
    NEEDS_RECORDINGS;
    ImportWorld world;
    auto names = std::vector<std::string>{recorded() + "/catalogue/municipality_groups_2026-03-23.json",
                                          recorded() + "/catalogue/kpi_2026-03-23.json"};
    for (const char* name : {"digital_inclusion", "context", "agenda2030_part"}) {
        names.push_back(recorded() + "/values/" + name + ".csv");
    }
    const auto report = world.import(names);
    EXPECT_EQ(report.run.outcome, "done");
    EXPECT_GT(report.run.values_added, 250'000);
    EXPECT_EQ(world.value("2281", "N01951", 1994).has_value(), true);
    const auto groups = world.indicators.groups("2281");
    EXPECT_TRUE(std::ranges::any_of(groups, [](const auto& group) {
        return group.title.find("grundskola, Sundsvall") != std::string::npos;
    }));
}

TEST(ImportFilesRecorded, TheCatalogueIsFoundByWordsOfEveryday) {
    NEEDS_RECORDINGS;
    ImportWorld world;
    EXPECT_EQ(world.import({recorded() + "/catalogue/kpi_2026-03-23.json"}).run.indicators_added, 6099);
    EXPECT_NE(world.indicators.definition("N00945").find("föräldrapenning"), std::string::npos);
    const auto says = [&](const char* words, std::initializer_list<const char*> parts, std::size_t first) {
        const auto found = world.indicators.search(words, 10);
        std::size_t fitting = 0;
        for (std::size_t at = 0; at < std::min(first, found.size()); ++at) {
            const auto title = base::lower(found[at].title_sv);
            fitting += std::ranges::any_of(parts, [&](const char* part) { return title.find(part) != std::string::npos; });
        }
        std::string titles;
        for (const auto& one : found) titles += "\n" + one.id + " " + one.title_sv;
        EXPECT_EQ(fitting, first) << words << ":" << titles;
    };
    says("bredband", {"bredband"}, 4);   // there are four
    says("e-tjänster", {"e-tjänst", "digital", "automatiserad"}, 9);
    says("äldre", {"äldre", "65"}, 9);
    says("skolresultat", {"betyg", "meritvärde", "kunskapskrav", "resultat", "behöriga"}, 9);
    for (const char* words : {"bredband", "äldre", "skolresultat"}) {
        const auto found = world.indicators.search(words, 10);
        EXPECT_FALSE(std::ranges::any_of(found, &Indicator::retired)) << words << ": what is no longer updated comes last";
    }
}

}  // namespace
}  // namespace digilots::indicators
