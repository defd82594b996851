// A page is kept while everything that it was made from is as it was: never an old one as if it were new.
#include <gtest/gtest.h>

#include <functional>

#include "platform/http/server.h"
#include "platform/testing/database.h"

namespace digilots::http {
namespace {

using namespace std::chrono_literals;

/// The page of a municipality says how often something was saved; what happens while it is made is the test's.
struct KeptPages : ::testing::Test {
    KeptPages() {
        gatekeeper.versions = &versions;
        gatekeeper.shell = {{"settings"}};
        gatekeeper.find_tenant = [this](std::string_view slug) -> std::optional<Tenant> {
            Tenant tenant;
            tenant.id = tenant.slug = tenant.name = slug;
            tenant.languages = {"sv"};
            tenant.phone = phone;
            return tenant;
        };
        server = std::make_unique<Server>(ServerOptions{}, routes(), gatekeeper, nullptr, clock);
    }

    Routes routes() {
        const auto page = [this](const Request& request) {
            ++made;
            const int read = saved;
            if (meanwhile) std::exchange(meanwhile, nullptr)();
            return text(std::to_string(read) + " " + request.tenant->phone);
        };
        return {{Method::get, "/{municipality}/page", Access::anyone, page, {}, {{"records"}}},
                {Method::get, "/{municipality}/once", Access::anyone,
                 [this](const Request&) {
                     ++made;
                     auto response = text("typed");
                     response.for_once = true;
                     return response;
                 },
                 {},
                 {{"records"}}},
                {Method::get, "/{municipality}/fresh", Access::anyone, page},
                {Method::get, "/{municipality}/staff", Access::guide, page, {}, {{"records"}}}};
    }

    void save(std::string_view municipality) {
        ++saved;
        raise("records", municipality);
    }
    void raise(std::string_view name, std::string_view municipality) {
        versions.hear({{std::string(name), std::string(municipality), versions.of(name, municipality).load() + 1}});
    }
    std::string get(const std::string& path) {
        Request request;
        request.path = path;
        return server->handle(std::move(request)).body;
    }

    base::TestClock clock{testing::at("2026-11-26T10:00:00Z")};
    kept::Versions versions;
    Gatekeeper gatekeeper;
    std::string phone = "1";
    int saved = 0, made = 0;
    std::function<void()> meanwhile;
    std::unique_ptr<Server> server;
};

TEST_F(KeptPages, AreMadeOnceForTheNextVisitorToo) {
    EXPECT_EQ(get("/a/page"), "0 1");
    EXPECT_EQ(get("/a/page"), "0 1");
    EXPECT_EQ(made, 1) << "the pages of tests go through the cache like everybody's";
}

TEST_F(KeptPages, AreTheSameWhateverHostSomebodyNames) {
    for (const char* host : {"digilots.example", "x1.example", "x2.example:8080"}) {
        Request request;
        request.path = "/sundsvall/page";
        request.headers.emplace_back("Host", host);
        EXPECT_EQ(server->handle(std::move(request)).body, "0 " + phone) << host;
    }
    EXPECT_EQ(made, 1) << "nobody makes the server work anew by naming another host";
}

TEST_F(KeptPages, ShowASaveAtOnceAndNoOtherMunicipalityIsMadeAgain) {
    get("/a/page");
    get("/b/page");
    save("a");
    EXPECT_EQ(get("/a/page"), "1 1");
    EXPECT_EQ(made, 3);
    EXPECT_EQ(get("/b/page"), "0 1");
    EXPECT_EQ(made, 3);
}

TEST_F(KeptPages, APageMadeWhileASaveCommitsIsNotKeptAsNew) {
    meanwhile = [this] { save("a"); };
    EXPECT_EQ(get("/a/page"), "0 1") << "asked before the save was done";
    EXPECT_EQ(get("/a/page"), "1 1");
}

TEST_F(KeptPages, SettingsSavedWhileAPageIsMadeShowOnTheNext) {
    meanwhile = [this] {
        phone = "2";
        raise("settings", "a");
    };
    EXPECT_EQ(get("/a/page"), "0 1");
    EXPECT_EQ(get("/a/page"), "0 2");
}

TEST_F(KeptPages, EndWhenSomebodyOpensOrCloses) {
    gatekeeper.next_change = [](std::string_view, base::Instant now) { return now + 60s; };
    server = std::make_unique<Server>(ServerOptions{}, routes(), gatekeeper, nullptr, clock);
    get("/a/page");
    clock.advance(59s);
    get("/a/page");
    EXPECT_EQ(made, 1);
    clock.advance(1s);
    get("/a/page");
    EXPECT_EQ(made, 2);
}

TEST_F(KeptPages, WhatNamesNothingThatItIsMadeFromIsMadeForEachVisitor) {
    for (const char* path : {"/a/fresh", "/a/once"}) {
        made = 0;
        get(path);
        get(path);
        EXPECT_EQ(made, 2) << path;
    }
}

TEST_F(KeptPages, WhatIsForStaffIsKeptForNobody) {
    gatekeeper.find_session = [](std::string_view, base::Instant) {
        Identity identity;
        identity.account_id = identity.session_id = "anna";
        identity.role = Role::guide;
        identity.municipality_id = "a";
        return std::optional(identity);
    };
    server = std::make_unique<Server>(ServerOptions{}, routes(), gatekeeper, nullptr, clock);
    for (const char* path : {"/a/staff", "/a/page"}) {
        made = 0;
        for (int turn = 0; turn < 2; ++turn) {
            Request request;
            request.path = path;
            request.headers = {{"Cookie", "session=anna"}};
            EXPECT_EQ(server->handle(std::move(request)).status, 200) << path;
        }
        EXPECT_EQ(made, 2) << path;
    }
}

}  // namespace
}  // namespace digilots::http
