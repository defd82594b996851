// Whoever has a code has what it opens, and addresses stand in histories and logs: no page but the resident's own has one in it.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/town_for_tests.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::app {
namespace {

class CodesInAddresses : public ::testing::Test, public TownForTests {
protected:
    static std::string path_of(const std::string& path, const std::string& id) {
        auto filled = path;
        for (auto open = filled.find('{'); open != std::string::npos; open = filled.find('{')) {
            const auto name = filled.substr(open, filled.find('}') - open + 1);
            filled.replace(open, name.size(), name == "{municipality}" ? "sundsvall" : id);
        }
        return filled;
    }
};

TEST_F(CodesInAddresses, AreThoseOfTheResidentsOwnPagesAlone) {
    const std::set<std::string> own{"/{municipality}/activity-requests", "/{municipality}/ask", "/{municipality}/bookings",
                                    "/{municipality}/chat", "/{municipality}/sign-ups"};
    int found = 0;
    for (const auto& route : application.routes()) {
        if (route.method != http::Method::get) continue;
        EXPECT_TRUE(std::ranges::find(route.query, "code") == route.query.end()) << route.path;
        const auto at = route.path.find("/{code}");
        if (at == std::string::npos || route.path.starts_with("/api/")) continue;
        ++found;
        EXPECT_TRUE(own.contains(route.path.substr(0, at))) << route.path;
        EXPECT_EQ(route.access, http::Access::anyone) << route.path;
    }
    EXPECT_GT(found, 10);
}

TEST_F(CodesInAddresses, AreReadByNoPageOfStaff) {
    inquiries::Inquiry visit;
    visit.channel = "visit";
    visit.outcome = "not_solved";
    visit.topics = {"print"};
    const auto tenant = application.municipalities.find_tenant("sundsvall").value();
    const auto entry = application.inquiries.log(tenant, visit, "account-1", "", "")->id;
    const auto asked = application.questions.ask(tenant, {.question = "How do I print?", .entry = entry}, i18n::translator("en"));
    ASSERT_TRUE(asked);
    const auto question = application.questions.waiting("2281")->questions.front().id;
    int tried = 0;
    for (const auto& route : application.routes()) {
        if (route.method != http::Method::get || !route.path.contains("/staff/") || !route.path.contains("{id}")) continue;
        for (const auto& id : {question, entry}) {
            const auto url = path_of(route.path, id) + "?code=" + asked->code;
            const auto page = staff.get_once(url);
            if (page.status != 200) continue;
            ++tried;
            const auto said = page.html.starts_with("%PDF") ? testing::read_pdf(page.html).text : page.html;
            EXPECT_FALSE(page.html.starts_with("%PDF") ? said.contains(asked->code) : said.contains(asked->code + "</")) << url;
        }
    }
    EXPECT_GT(tried, 5);
}

TEST_F(CodesInAddresses, WhatIsReadOfPeopleIsNamedInTheTrail) {
    const auto trails = trails_of(application.slices);
    for (const std::string kind : {"booking", "session", "question", "call_back", "activity_request"}) {
        bool is_known = false;
        for (const auto& words : trails)
            for (const auto& record : words.records)
                if (record.kind == kind) is_known = !record.folder.empty() && record.name_of;
        EXPECT_TRUE(is_known) << kind << " has words, a page and a name";
    }
}

}  // namespace
}  // namespace digilots::app
