#pragma once
// The whole program over the demo's municipalities, for tests of what only all slices together show.
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>

#include "app/application.h"
#include "app/elsewhere_page.h"
#include "platform/base/embedded.h"
#include "platform/base/json.h"
#include "platform/http/server.h"
#include "platform/testing/database.h"
#include "platform/testing/page_client.h"

namespace digilots::app {

struct TownForTests {
    TownForTests() {
        const auto mapping = base::embedded_file("data/demo/mapping.json");
        for (const auto& slice : application.slices)
            if (slice.plan_mapping) slice.plan_mapping(mapping.value(), "mapping.json").apply();
        staff.cookies()["session"] = "administrator";
    }

    http::Gatekeeper gatekeeper() {
        auto keeper = application.gatekeeper();
        keeper.find_session = [](std::string_view session, base::Instant) -> std::optional<http::Identity> {
            http::Identity identity;
            identity.account_id = "account-1";
            identity.session_id = session;
            identity.municipality_id = "2281";
            identity.role = session == "guide"         ? http::Role::guide
                            : session == "editor"      ? http::Role::editor
                            : session == "coordinator" ? http::Role::coordinator
                                                       : http::Role::administrator;
            return identity;
        };
        return keeper;
    }

    /// An account of the town, for what somebody has to hold; the same for the same name.
    std::string person(const std::string& name = "guide") {
        auto& account = people[name];
        if (!account.empty()) return account;
        accounts::NewAccount wanted;
        wanted.municipality_id = "2281";
        wanted.email = name + "@sundsvall.example";
        wanted.password = "hemlig fras med ord";
        wanted.role = http::Role::guide;
        return account = *application.accounts.add(wanted);
    }
    std::map<std::string, std::string> people;

    /// Adds a record by its form ("places", "services", "e-services", "contacts"); its id.
    std::string add(const std::string& folder, const testing::FormFields& fields) {
        const auto form = staff.get("/sundsvall/staff/directory/" + folder + "/new");
        const auto saved = staff.submit(form, fields, "", "/directory/" + folder + "/new");
        EXPECT_TRUE(saved.says("Saved.")) << folder << saved.html;
        const auto begin = saved.url.rfind('/') + 1;
        return saved.url.substr(begin, saved.url.find('?') - begin);
    }
    void change(const std::string& folder, const std::string& id, const testing::FormFields& fields) {
        const std::string url = "/sundsvall/staff/directory/" + folder + "/" + id;
        EXPECT_TRUE(staff.submit(staff.get(url), fields, "", url).says("Saved.")) << id;
    }
    void settings(testing::FormFields fields) {
        const std::string url = "/sundsvall/staff/settings";
        const auto page = staff.get(url);
        if (application.municipalities.settings("2281").phone.empty()) fields.emplace_back("phone", "060-19 10 00");
        EXPECT_TRUE(staff.submit(page, fields, "", url).says("The settings are saved."));
    }
    /// As another server has the same database open.
    std::unique_ptr<db::Database> open_again() const { return db::open(place.options()); }
    std::string slug_of(const std::string& contact) {
        const auto snapshot = application.directory.snapshot("2281");
        const auto* found = snapshot->contact(contact);
        return found == nullptr ? "" : found->slug;
    }
    base::Json json(const std::string& url) {
        return base::parse_json(visitor.send(http::Method::get, url).html).value_or(base::Json());
    }
    std::string desk() { return std::string(json("/api/v1/sundsvall/search?q=bankid")["fallback"]["title"].text()); }

    base::TestClock clock{testing::at("2026-11-23T09:00:00Z")};     // a Monday, 10.00 in Sweden
    testing::DatabasePlace place{testing::Schema::migrated};
    std::unique_ptr<db::Database> database = db::open(place.options());
    Application application{*database, "", clock};
    http::Server server{{}, application.routes(), gatekeeper(),
                        error_page_for(application.routes(), application.municipalities), clock};
    testing::PageClient visitor{server}, staff{server};
};

}  // namespace digilots::app
