// The report of a year, as its page, as files, and limited to a place or a topic.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/measures/time.h"
#include "platform/testing/pdf_reader.h"
#include "statistics/report.h"
#include "statistics/statistics_for_tests.h"

namespace digilots::statistics {
namespace {

using base::parse_date;

struct LogLine {
    const char *day, *place, *topic, *channel, *outcome, *barrier;
    std::int64_t number;
};

/// The log of one place in 2025 and of two in 2026.
const std::vector<LogLine>& lines_of_log() {
    static const std::vector<LogLine> all{
        {"2025-01-08", "library", "bank", "visit", "answered", "", 10},
        {"2025-11-10", "library", "bank", "visit", "answered", "no_e_id", 30},
        {"2025-12-10", "library", "bank", "visit", "answered", "", 7},
        {"2026-03-02", "library", "bank", "visit", "answered", "no_e_id", 71},
        {"2026-03-09", "library", "mobile", "phone", "referred", "language", 23},
        {"2026-11-20", "hall", "mobile", "visit", "", "", 26},
    };
    return all;
}

std::string value_of_line(const LogLine& entry, const std::string& dimension) {
    if (dimension == "place") return entry.place;
    if (dimension == "topic") return entry.topic;
    if (dimension == "channel") return entry.channel;
    if (dimension == "outcome") return entry.outcome;
    if (dimension == "barrier") return entry.barrier;
    if (dimension == "hour") return "10";
    return measures::time_key(dimension, entry.day);
}

measures::Measure of_entries(const char* key, i18n::Text title, std::string_view outcome = "",
                              const char* since = "2025-01-01") {
    auto measure = made_up_measure();
    measure.key = key;
    measure.title = title;
    const auto the = measure.dimensions[0].label;
    measure.dimensions = {{"topic", TEXT("Topic"), the}, {"channel", TEXT("Channel"), the}, {"outcome", TEXT("Outcome"), the},
                          {"barrier", TEXT("What stood in the way"), the}, {"hour", TEXT("Hour"), the}};
    measure.dimensions.push_back({"place", TEXT("Place"), the, [](std::string_view) {
                                      return std::vector<std::string>{"library", "hall"};
                                  }});
    measure.last_day = [](std::string_view) { return parse_date("2026-11-20"); };
    measure.figures = [outcome = std::string(outcome), since = parse_date(since).value()](const measures::Query& query) {
        std::map<std::map<std::string, std::string>, std::int64_t> sums;
        for (const auto& entry : lines_of_log()) {
            const auto day = parse_date(entry.day).value();
            if (day < since || day < query.period.from || day > query.period.to) continue;
            if (!outcome.empty() && entry.outcome != outcome) continue;
            const auto fits = [&](const auto& wanted) { return value_of_line(entry, wanted.first) == wanted.second; };
            if (!std::ranges::all_of(query.where, fits)) continue;
            std::map<std::string, std::string> where;
            for (const auto& dimension : query.by) where[dimension] = value_of_line(entry, dimension);
            sums[where] += entry.number;
        }
        std::vector<measures::Row> rows;
        for (const auto& [where, sum] : sums) rows.push_back({where, sum});
        return rows;
    };
    return measure;
}

/// Visitors were never counted.
std::vector<measures::Measure> log_of_two_years(const char* since = "2025-01-01") {
    auto visitors = of_entries("visitors", TEXT("Visitors"), "nobody");
    std::erase_if(visitors.dimensions, [](const measures::Dimension& one) { return one.key != "place"; });
    return {of_entries("inquiries", TEXT("Inquiries"), "", since),
            of_entries("answered_at_first_contact", TEXT("Answered at first contact"), "answered", since), visitors};
}

Around what_was_then() {
    return {.staffed = [](const http::Tenant&, const periods::Period&,
                          std::string_view) { return std::vector<StaffedHour>{{.weekday = 0, .hour = 10, .minutes = 600}}; },
            .circumstances = [](const http::Tenant&, const periods::Period&, const i18n::Translator&) {
                return Circumstances{{"Campaign: Go online week", periods::read("2026-10").value(), true}};
            }};
}

constexpr const char* report_page_url = "/en/sundsvall/staff/statistics/report";

TEST(ReportOfTheYear, SaysInSentencesWhatTheNumbersAre) {
    World world(log_of_two_years(), what_was_then());
    world.aim_at({{"share", {"answered_at_first_contact"}}, {"year", {"2026"}}, {"direction", {"least"}}, {"percent", {"90"}}});
    const auto page = world.as("coordinator").get(report_page_url);
    ASSERT_EQ(page.status, 200) << page.html;
    for (const char* said : {"Report for 2026: Sundsvall", "1 January 2026 – 22 November 2026", "120 inquiries were logged.",
                             "That is 80 more than in the same days of 2025, when there were 40.",
                             "The most common way in was “the visit”: 80.8", "97 of 120.",
                             "What was asked about most was “the bank”: 59.2", "71 of 120.",
                             "What stood in the way most often was “the no_e_id”",
                             "Answered at first contact, of all whose outcome is stated: 75.5", "71 of 94.",
                             "The target “At least 90 %” is not reached.", "Campaign: Go online week", "nobody",
                             "Visitors: nothing was reported.", "A dash means not known. It is never zero."})
        EXPECT_TRUE(page.says(said)) << said << "\n" << page.html;
    EXPECT_FALSE(page.says("Visitors as far as they were counted"));
}

TEST(ReportOfTheYear, AMonthBeforeTheLogBeganIsNoZero) {
    const auto measures = log_of_two_years("2025-11-01");
    World world(measures);
    const auto tenant = world.municipalities.find_tenant("sundsvall").value();
    const ReportSource source{.measures = measures,
                              .around = world.around,
                              .own_topics = world.own_topics.of("2281"),
                              .targets = {},
                              .tenant = tenant,
                              .translator = i18n::translator("en"),
                              .who = World::person("guide"),
                              .today = parse_date("2026-11-22").value()};
    const auto report = year_report(source, {.year = 2026});
    const auto months = std::ranges::find(report.sections, "Month by month", &ReportSection::title)->months;
    ASSERT_EQ(months.size(), 11U);
    EXPECT_EQ(months[2].label, "March 2026");
    EXPECT_EQ(months[2].now, 94.0);
    EXPECT_EQ(months[2].before, std::nullopt);
    EXPECT_EQ(months[3].now, 0.0) << "the log was kept, and nobody asked";
    EXPECT_EQ(months[10].before, 30.0);
    const auto& said = report.sections.front().sentences;
    EXPECT_NE(std::ranges::find(said, "The log begins in November 2025, so 2025 is known only in part and is not compared."),
              said.end());
    const auto& ways = std::ranges::find(report.sections, "How people asked", &ReportSection::title)->tables.front();
    EXPECT_EQ(ways.rows.front().back().text, "–") << "no zero where nothing was logged yet";
    const auto first = world.as("guide").get(std::string(report_page_url) + "?year=2025");
    EXPECT_TRUE(first.says("Of 2024 nothing is known, so there is nothing to compare with.")) << first.html;
    EXPECT_TRUE(first.says("37 inquiries were logged."));
    EXPECT_TRUE(world.as("guide").get(std::string(report_page_url) + "?year=2010")
                    .says("Nothing is known of what was asked: no inquiry was logged."));
}

TEST(ReportOfTheYear, OfAPlaceAndATopicCountsThatAlone) {
    World world(log_of_two_years(), what_was_then());
    const std::string url = std::string(report_page_url) + "?year=2026&place=library&topic=bank";
    const auto page = world.as("guide").get(url);
    EXPECT_TRUE(page.says("71 inquiries were logged.")) << page.html;
    EXPECT_TRUE(page.says("Place: the library") && page.says("Topic: the bank"));
    EXPECT_FALSE(page.says("Inquiries by topic")) << "the report is of one";
    EXPECT_TRUE(page.says("Visitors: not known by Topic.")) << "all visitors beside the questions of one topic say too much";
    EXPECT_TRUE(world.as("guide").get(std::string(report_page_url) + "?place=the%20hall").says("26 inquiries were logged."));
    const auto figures = world.as("guide").get("/en/sundsvall/staff/statistics?place=library&period=2026-11");
    EXPECT_EQ(figures.link("Report of the year"), std::string(report_page_url) + "?year=2026&place=library");
}

TEST(ReportOfTheYear, SaysWhatIsWrongAndHasNoFileOfIt) {
    World world(log_of_two_years());
    for (const char* wrong : {"year=2027", "year=soon", "year=1999", "place=nowhere", "topic=haircolour"}) {
        const auto page = world.as("guide").get_once(std::string(report_page_url) + "?" + wrong);
        EXPECT_EQ(page.status, 422) << wrong;
        EXPECT_TRUE(page.says("<h1")) << wrong;
    }
    for (const char* ending : {".pdf", ".odt", ".xlsx"})
        EXPECT_EQ(world.as("guide").get_once(report_page_url + std::string(ending) + "?year=soon").status, 400) << ending;
    EXPECT_EQ(world.as("viewer").get_once(report_page_url).status, 404);
}

TEST(ReportOfTheYear, IsATaggedPdfInBothLanguagesAndSizes) {
    World world(log_of_two_years(), what_was_then());
    auto client = world.as("guide");
    for (const auto& [language, title] :
         {std::pair("sv", "Rapport för 2026: Sundsvall"), std::pair("nb", "Rapport for 2026: Sundsvall")}) {
        for (const char* size : {"", "&size=large"}) {
            const auto file = client.get(std::string("/") + language + "/sundsvall/staff/statistics/report.pdf?year=2026" + size);
            ASSERT_EQ(file.status, 200) << file.html;
            const auto read = testing::read_pdf(file.html);
            EXPECT_EQ(read.title, title);
            EXPECT_EQ(read.language, language);
            EXPECT_TRUE(read.tree.starts_with("Document(H1 P P H2 L(")) << read.tree;
            EXPECT_NE(read.tree.find("Figure"), std::string::npos) << read.tree;
            EXPECT_EQ(read.alternatives.size(), 1U);
            EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
            EXPECT_TRUE(read.fonts_missing.empty());
            EXPECT_NE(read.text.find("120"), std::string::npos);
        }
    }
}

TEST(ReportOfTheYear, IsADocumentToChangeAndASpreadsheetOfNumbers) {
    World world(log_of_two_years(), what_was_then());
    auto client = world.as("guide");
    const auto document = client.get(std::string(report_page_url) + ".odt?year=2026");
    EXPECT_TRUE(document.html.starts_with("PK"));
    EXPECT_NE(document.header("Content-Disposition").find("report-2026-sundsvall.odt"), std::string::npos);
    const auto sheets = client.get(std::string(report_page_url) + ".xlsx?year=2026");
    EXPECT_TRUE(sheets.html.starts_with("PK"));
    EXPECT_NE(sheets.header("Content-Disposition").find("report-2026-sundsvall.xlsx"), std::string::npos);
}

}  // namespace
}  // namespace digilots::statistics
