#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/json.h"
#include "platform/testing/pdf_reader.h"
#include "progress/progress_world.h"
#include "progress/subject.h"

namespace digilots::progress {

namespace {

using testing::Page;

std::size_t links_with_class(const Page& page, std::string_view wanted) {
    const auto links = page.all("a");
    return static_cast<std::size_t>(std::ranges::count_if(links, [&](const auto& link) {
        return link.attribute("class").find(wanted) != std::string_view::npos;
    }));
}

}  // namespace

TEST(WheelPage, HoldsEveryTargetInThePictureAndInTheTable) {
    const auto page = read_world().visitor().get("/overkalix/progress/wheel?year=2022");
    ASSERT_EQ(page.status, 200);
    const auto wheel = read_world().progress.wheel(overkalix, 2022);
    std::size_t targets = 0;
    for (const auto& goal : wheel.goals) {
        for (const auto& target : goal.targets) {
            ++targets;
            EXPECT_TRUE(page.says(target.target->id + " " + target.target->title_en)) << target.target->id;
        }
    }
    EXPECT_EQ(links_with_class(page, "wheel-target"), targets);
    EXPECT_EQ(links_with_class(page, "wheel-ring"), 3U);
    EXPECT_TRUE(page.says("Source: Kolada"));
    EXPECT_TRUE(page.says("are not the source’s"));
}

TEST(WheelPage, OnAMunicipalitysOwnHostThoseOfOthersAreNotThere) {
    const auto at = [](const char* host) {
        http::Request request;
        request.parameters["slug"] = "overkalix";
        request.host_tenant = host;
        return subject_of(request, read_world().municipalities).has_value();
    };
    EXPECT_TRUE(at(""));
    EXPECT_TRUE(at("overkalix"));
    EXPECT_FALSE(at("timra")) << "its pages are at the common host";
}

TEST(WheelPage, EveryPartOfThePictureSaysItsFactsInWords) {
    const auto page = read_world().visitor().get("/overkalix/progress/wheel?year=2022");
    for (const auto& link : page.all("a")) {
        if (link.attribute("class").find("wheel-target") == std::string_view::npos) continue;
        const std::string name(link.attribute("aria-label"));
        const bool says_colour =
            name.find(": green, ") != std::string::npos || name.find(": yellow, ") != std::string::npos ||
            name.find(": red, ") != std::string::npos || name.find(": grey, ") != std::string::npos;
        EXPECT_TRUE(says_colour) << name;
    }
}

TEST(WheelPage, AYearWithoutFiguresGivesTheNearestBefore) {
    EXPECT_EQ(read_world().visitor().get("/overkalix/progress/wheel?year=2199").heading(),
              "The wheel of Överkalix 2022");
    EXPECT_EQ(read_world().visitor().get("/overkalix/progress/wheel?year=2016").heading(),
              "The wheel of Överkalix 2016");
    EXPECT_EQ(read_world().visitor().get("/overkalix/progress/wheel?year=abc").status, 200);
}

TEST(WheelPage, EveryMunicipalityOfTheCountryHasAWheel) {
    auto client = read_world().visitor();
    for (const char* slug : {"stockholm", "bjurholm", "ydre", "kiruna"}) {
        const auto page = client.get("/wheels/" + std::string(slug));
        EXPECT_EQ(page.status, 200) << slug;
        EXPECT_GE(links_with_class(page, "wheel-target"), 20U) << slug;
        EXPECT_TRUE(page.says("shows a proposal")) << slug;
    }
    EXPECT_EQ(client.get("/wheels/nowhere").status, 404);
    EXPECT_EQ(client.get("/wheels/sundsvall").url, "/sundsvall/progress/wheel");
    const auto all = client.get("/wheels").html;
    EXPECT_LT(all.find("Blekinge län"), all.find("Västra Götalands län"));
    EXPECT_LT(all.find("Västra Götalands län"), all.find("Agder")) << "the reader's own country first";
}

TEST(WheelPage, ComparesWithAMunicipalityOrTheMiddleOfAGroup) {
    auto client = read_world().visitor();
    const auto other = client.get("/overkalix/progress/wheel?compare=Kalix");
    EXPECT_TRUE(other.says("Överkalix and Kalix"));
    EXPECT_TRUE(client.get("/overkalix/progress/wheel?compare=lund").says("Överkalix and Lund")) << "the Swedish one";
    EXPECT_TRUE(client.get("/overkalix/progress/wheel?compare=county").says("The middle of Norrbottens län"));
    const auto wrong = client.get("/overkalix/progress/wheel?compare=Kalixx");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("There is no other municipality called “Kalixx”"));
    const auto abroad = client.get("/overkalix/progress/wheel?compare=Bergen");
    EXPECT_EQ(abroad.status, 422);
    EXPECT_TRUE(abroad.says("Bergen is in Norway. Swedish indicators do not exist there"));
    EXPECT_EQ(client.get("/overkalix/progress/wheel.csv?compare=Bergen").status, 404);
}

TEST(WheelPage, LeadsThroughTheYears) {
    auto client = read_world().visitor();
    const auto page = client.get("/overkalix/progress/wheel?year=2021");
    EXPECT_NE(page.html.find("<option selected>2021"), std::string::npos);
    EXPECT_TRUE(client.get(page.link("2020")).says("The wheel of Överkalix 2020"));
    EXPECT_TRUE(client.get(page.link("2022")).says("The wheel of Överkalix 2022"));
    const auto all = client.get(page.link("All years side by side"));
    EXPECT_TRUE(all.says("The wheel of Överkalix, year by year"));
    EXPECT_TRUE(client.get(all.link("2021")).says("The wheel of Överkalix 2021"));
    const auto csv = client.get("/overkalix/progress/wheel/years.csv");
    EXPECT_NE(csv.html.find("2513;2021;4;4.1;"), std::string::npos);
    EXPECT_EQ(client.get("/wheels/bjurholm/wheel/years").status, 200);
}

TEST(WheelPage, IsReadFromTheRightInArabic) {
    const auto page = read_world().visitor().get("/ar/overkalix/progress/wheel");
    EXPECT_TRUE(page.says("dir=\"rtl\""));
    EXPECT_TRUE(page.says("عجلة"));
    EXPECT_TRUE(page.says("المساواة بين الجنسين")) << "the goals too";
}

TEST(WheelPage, OnlyTheEmbeddedWheelMayBeFramed) {
    auto client = read_world().visitor();
    const auto embedded = client.get("/overkalix/progress/wheel/embed");
    EXPECT_NE(embedded.header("Content-Security-Policy").find("frame-ancestors *"), std::string_view::npos);
    EXPECT_GT(links_with_class(embedded, "wheel-target"), 10U);
    const auto whole = client.get("/overkalix/progress/wheel");
    EXPECT_NE(whole.header("Content-Security-Policy").find("frame-ancestors 'none'"), std::string_view::npos);
}

TEST(WheelFiles, ComeAsPictureForPaperAndAsTable) {
    auto client = read_world().visitor("sv");
    const auto svg = client.get("/overkalix/progress/wheel.svg?year=2022");
    EXPECT_EQ(svg.header("Content-Type"), "image/svg+xml");
    EXPECT_EQ(svg.html.find("<a "), std::string::npos) << "a file leads nowhere";
    const auto png = client.get("/overkalix/progress/wheel.png?year=2022");
    EXPECT_TRUE(png.html.starts_with("\x89PNG")) << png.status;
    for (const char* paper : {"", "&paper=a3"}) {
        const auto pdf = client.get("/overkalix/progress/wheel.pdf?year=2022" + std::string(paper));
        EXPECT_TRUE(pdf.html.starts_with("%PDF-")) << pdf.status;
        const auto read = digilots::testing::read_pdf(pdf.html);
        EXPECT_TRUE(read.tree.starts_with("Document(H1 P Figure L(LI(")) << read.tree;
        ASSERT_FALSE(read.alternatives.empty());
        EXPECT_NE(read.alternatives.front().find("Överkalix"), std::string::npos) << read.alternatives.front();
        EXPECT_EQ(read.pages, 1);
        EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
    }
    const auto csv = client.get("/overkalix/progress/wheel.csv?year=2022");
    EXPECT_NE(csv.html.find("2513;2022;4;4.1;"), std::string::npos);
    const auto compared = client.get("/overkalix/progress/wheel.csv?year=2022&compare=Kalix");
    EXPECT_NE(compared.html.find("Kalix value"), std::string::npos);
    EXPECT_EQ(client.get("/overkalix/progress/wheel.csv?compare=Kalixx").status, 404);
}

TEST(WheelFiles, AreDrawnForOneSpellingOfWhatIsAsked) {
    auto client = read_world().visitor();
    const std::string wheel = "/overkalix/progress/wheel";
    const auto leads_to = [&](const std::string& address) {
        const auto page = client.get_once(address);
        return page.status == 303 ? std::string(page.header("Location")) : std::to_string(page.status);
    };
    for (const char* same : {"", "?year=2022", "?compare=zz1", "?x=1"}) EXPECT_EQ(leads_to(wheel + ".svg" + same), "200") << same;
    for (const char* other : {"?year=3000", "?year=abc", "?year=02022", "?year=", "?year=2022&group=zz", "?group=country",
                              "?year=2022&kept=9"})
        EXPECT_EQ(leads_to(wheel + ".svg" + other), wheel + ".svg?year=2022") << other;
    EXPECT_EQ(leads_to("/nb" + wheel + ".svg?year=3000"), "/nb" + wheel + ".svg?year=2022") << "in the same language";
    EXPECT_EQ(leads_to("/wheels/ydre/wheel.svg?year=3000").find("/wheels/ydre/wheel.svg?year="), 0U);
    EXPECT_EQ(leads_to(wheel + ".png?compare=zz1"), "200") << "what a picture does not show is no other picture";
    EXPECT_EQ(leads_to(wheel + ".png?year=3000"), wheel + ".png?year=2022");
    EXPECT_EQ(leads_to(wheel + ".pdf?year=2022&paper=zz"), wheel + ".pdf?year=2022");
    EXPECT_EQ(leads_to(wheel + ".pdf?year=3000&paper=a3"), wheel + ".pdf?year=2022&paper=a3");
}

TEST(WheelApi, AnswersAsDescribed) {
    const auto answer = read_world().visitor().send(http::Method::get, "/api/v1/overkalix/wheel?year=2022");
    ASSERT_EQ(answer.status, 200);
    const auto json = base::parse_json(answer.html);
    ASSERT_TRUE(json) << json.error();
    EXPECT_EQ((*json)["municipality"].text(), overkalix);
    EXPECT_EQ((*json)["year"].as_integer(), 2022);
    EXPECT_EQ((*json)["goals"].items().size(), 17U);
    EXPECT_EQ((*json)["local_goals"].items().size(), 3U);
    const auto& target = (*json)["goals"].items()[3]["targets"].items()[0];
    const auto& leading = target["indicators"].items()[0];
    EXPECT_EQ(target["leading"].text(), leading["id"].text());
    EXPECT_EQ(target["colour"].text(), leading["colour"].text());
    for (const char* member :
         {"id", "title", "unit", "direction", "value", "year", "gender", "missing", "rank", "n",
          "green_limit", "red_limit", "colour", "previous", "women", "men"}) {
        EXPECT_NE(leading.find(member), nullptr) << member;
    }
    EXPECT_EQ(read_world().visitor().send(http::Method::get, "/api/v1/wheels/ydre").status, 200);
}

TEST(WheelApi, RefusesAYearThatIsNone) {
    for (const char* year : {"-1", "2e3", "0x7e6", "soon", "20222022"}) {
        const auto url = "/api/v1/overkalix/wheel?year=" + std::string(year);
        EXPECT_EQ(read_world().visitor().send(http::Method::get, url).status, 400) << year;
    }
    EXPECT_EQ(read_world().visitor().send(http::Method::get, "/api/v1/wheels/ydre?year=2022").status, 200);
}

TEST(TargetPage, ShowsWhatIsBehindTheMark) {
    const auto page = read_world().visitor().get("/overkalix/progress/targets/16.1?year=2022");
    ASSERT_EQ(page.status, 200);
    for (const char* part : {"Why the municipality follows it", "What it is measured by", "Rank", "Direction",
                             "leading: gives"}) {
        EXPECT_TRUE(page.says(part)) << part;
    }
    EXPECT_EQ(read_world().visitor().get("/overkalix/progress/targets/99.9").status, 404);
    EXPECT_TRUE(read_world()
                    .visitor()
                    .get("/overkalix/progress/targets/14.1")
                    .says("This target is not in the wheel"));
}

TEST(TargetPage, ShowsAllYearsOfWhatItIsMeasuredBy) {
    auto client = read_world().visitor();
    const auto page = client.get("/overkalix/progress/targets/16.1");
    EXPECT_TRUE(page.says("Överkalix, year by year"));
    const auto csv = client.get("/overkalix/progress/targets/16.1/figures.csv");
    EXPECT_NE(csv.html.find("2513;16.1;"), std::string::npos);
    EXPECT_EQ(client.get("/overkalix/progress/targets/99.9/figures.csv").status, 404);
}

TEST(ProgressPage, LeadsToTheWheelAndExplainsTheRule) {
    auto client = read_world().visitor();
    const auto page = client.get("/overkalix/progress");
    EXPECT_EQ(client.get(page.link("Open the wheel")).status, 200);
    EXPECT_TRUE(client.get("/overkalix/progress/method").says("at most a quarter of n"));
}

TEST(ProgressPage, SaysWhatItCostsAndWhoPaysWhereABudgetIsShown) {
    ProgressWorld world(Figures::none);
    world.progress.know_money([](const http::Tenant&, const i18n::Translator&) {
        return std::vector<Progress::Money>{
            {"Centre", "2 560 000 SEK", {{"Foundation", "1 000 000 SEK"}, {"The town", ""}}}};
    });
    const auto page = world.visitor().get("/overkalix/progress");
    EXPECT_TRUE(page.says("In all 2 560 000 SEK.")) << page.html;
    EXPECT_TRUE(page.says("Foundation: 1 000 000 SEK"));
    EXPECT_TRUE(page.says("The town: amount not known")) << "never zero";
    auto client = world.visitor();
    const auto paper = testing::read_pdf(client.get(page.link("Summary to print (PDF)")).html).text;
    for (const auto* said : {"Centre", "2 560 000 SEK", "Foundation", "Not known"})
        EXPECT_NE(paper.find(said), std::string::npos) << said << paper;
    EXPECT_TRUE(client.get("/overkalix/progress/summary.odt").html.starts_with("PK"));
    EXPECT_EQ(read_world().visitor().get("/overkalix/progress/summary.pdf").status, 404) << "nothing is shown there";
}

TEST(ProgressPage, TellsHowGoalsStandInWordsInItsFileToo) {
    ProgressWorld world(Figures::none);
    world.progress.know_followed([](const http::Tenant&, const i18n::Translator&) {
        const html::components::Mark on_the_way{.colour = html::components::MarkColour::green, .word = "On the way"};
        return std::vector<goals::PublicGoal>{{.id = "reach",
                                               .title = "Reach many",
                                               .status = "on_track",
                                               .number = "10",
                                               .target = "20",
                                               .period = "2026",
                                               .mark = on_the_way}};
    });
    const auto paper = testing::read_pdf(world.visitor().get("/overkalix/progress/summary.pdf").html).text;
    EXPECT_NE(paper.find("On the way"), std::string::npos) << paper;
    EXPECT_EQ(paper.find("on_track"), std::string::npos) << paper;
}

}  // namespace digilots::progress
