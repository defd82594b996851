// A form that names what is not there, or another municipality's, is answered so: never as if it were done.
#include <gtest/gtest.h>

#include <set>

#include "app/town_for_tests.h"
#include "platform/register/records.h"
#include "platform/testing/html_form.h"

namespace digilots::app {
namespace {

constexpr const char* neighbour_code = "2280";

class UnknownIds : public ::testing::Test, protected TownForTests {
protected:
    /// Records of Härnösand of each kind that has an id in an address, and ids of nothing.
    std::vector<std::string> ids() {
        std::vector<std::string> all{"01930000-0000-7000-8000-000000000000", "1", "local:nothing", "a%20b"};
        const auto harnosand = application.directory.snapshot(neighbour_code);
        all.push_back(harnosand->places.front().id);
        all.push_back(harnosand->contacts.front().id);
        for (const auto& place : harnosand->places)
            for (const auto& service : place.services) all.push_back(service.id);
        auto& units = application.organisation.unit_records();
        const auto around = units.around(neighbour_code);
        all.push_back(units.add(around, {{"name", {"Kultur"}}}, "a")->id);
        auto& functions = application.organisation.function_records();
        all.push_back(functions.add(functions.around(neighbour_code), {{"title", {"Lots"}}}, "a")->id);
        for (auto* records : all_of(application.slices, &Slice::registers))
            if (records->declaration().key == "task")
                all.push_back(records->add(records->around(neighbour_code), {{"title", {"Ring"}}}, "a")->id);
        accounts::NewAccount account;
        account.municipality_id = neighbour_code;
        account.email = "granne@harnosand.example";
        account.password = "vinter-lots-2026-lång";
        account.role = http::Role::guide;
        all.push_back(application.accounts.add(account).value());
        inquiries::Inquiry inquiry;
        inquiry.channel = "visit";
        inquiry.outcome = "answered";
        inquiry.topics = {"print"};
        const auto tenant = *application.municipalities.find_tenant("harnosand");
        all.push_back(application.inquiries.log(tenant, inquiry, "a", "", "")->id);
        return all;
    }
    static bool names_a_record(const http::Route& route) {
        const auto rest = route.path.find('}');
        return route.method == http::Method::post && route.path.starts_with("/{municipality}/staff/") &&
               route.path.find('{', rest) != std::string::npos;
    }
    static std::string address(std::string path, const std::string& id) {
        path.replace(0, std::string("/{municipality}").size(), "/sundsvall");
        const auto open = path.find('{');
        return path.replace(open, path.find('}') - open + 1, id);
    }
};

TEST_F(UnknownIds, AreNeverAnsweredAsIfItWereDone) {
    const auto form = testing::find_form(staff.get("/sundsvall/staff/settings/tokens").html, {{"csrf_token", ""}}, "");
    ASSERT_TRUE(form);
    std::string token;
    for (const auto& [name, value] : form->values)
        if (name == "csrf_token") token = value;
    const auto all = ids();
    int tried = 0;
    for (const auto& route : application.routes()) {
        if (!names_a_record(route)) continue;
        for (const auto& id : all) {
            const auto url = address(route.path, id);
            const auto answer = staff.post_once(url, {{"csrf_token", token}, {"sure", "yes"}, {"seen", "x"}, {"role", "guide"},
                                                      {"password", "vinter-lots-2026-lång"}, {"name", "x"}, {"title", "x"}});
            ++tried;
            EXPECT_TRUE(answer.status == 404 || answer.status == 409 || answer.status == 403) << url << ": " << answer.status;
            EXPECT_FALSE(answer.html.empty()) << url << ": a page says it";
        }
    }
    EXPECT_GT(tried, 300);
}

// Pictures and whole tables in one file take much memory each: few are made at once, whoever asks for them.
TEST_F(UnknownIds, WhatIsMadeAsOneFileIsMadeFewAtATime) {
    std::set<std::string> kinds;
    for (const auto& route : application.routes()) {
        for (const std::string end : {".xlsx", ".pdf", ".png", ".odt", "/table"}) {
            if (route.method != http::Method::get || !route.path.ends_with(end)) continue;
            kinds.insert(end);
            EXPECT_NE(route.effort, http::Effort::usual) << route.path;
        }
    }
    EXPECT_GE(kinds.size(), 4U);
}

}  // namespace
}  // namespace digilots::app
