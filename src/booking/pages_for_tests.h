#pragma once
// The slice's pages and its answers for programs, over a library with a rota.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "booking/pages.h"
#include "booking/world_for_tests.h"

namespace digilots::booking {

class BookingPages : public ::testing::Test {
protected:
    BookingPages() { open_municipalities(all); }

    http::Gatekeeper gatekeeper() {
        auto keeper = testing::gatekeeper_for(
            here, [this](std::string_view slug) { return all.municipalities.find_tenant(slug); },
            &all.versions);
        keeper.menu = menu_of({slice(all.bookings)});
        keeper.find_session = [](std::string_view name, base::Instant) {
            http::Identity identity;
            identity.account_id = identity.session_id = name;
            identity.municipality_id = name == "neighbour" ? "2280" : here;
            identity.role = name == "eva" || name == "chief" ? http::Role::administrator : http::Role::guide;
            return std::optional(identity);
        };
        keeper.find_token = [](std::string_view, base::Instant) {
            http::Identity identity;
            identity.token_id = "one";
            identity.municipality_id = here;
            identity.scopes = {"bookings:read", "bookings:write"};
            return std::optional(identity);
        };
        return keeper;
    }
    testing::PageClient staff(const std::string& name = "anna") {
        testing::PageClient client(server);
        client.cookies()["session"] = name;
        return client;
    }
    testing::Page booked_page(testing::PageClient& client, const testing::FormFields& fields = {}) {
        EXPECT_FALSE(client.get("/sundsvall/book?place=hall").says("30 to 60 minutes"));
        const auto what = client.get("/sundsvall/book?place=library");
        const auto where = client.get(what.link("Guidance"));
        EXPECT_TRUE(where.says("30 minutes") && where.says("60 minutes")) << where.html;
        const auto when =
            client.get("/sundsvall/book/" + offer + "/times?place=library&minutes=30&from=2026-11-26");
        EXPECT_TRUE(when.says("Thursday 26 November 2026")) << when.html;
        const auto how = client.get(when.link("09:30"));
        return client.submit(how, fields, "", "/book/");
    }
    testing::Page api(http::Method method, const std::string& path, const std::string& body = "",
                      const std::string& key = "") {
        testing::PageClient client(server);
        std::vector<std::pair<std::string, std::string>> headers{{"Content-Type", "application/json"}};
        if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
        const bool is_list = (path.starts_with("bookings?") || path == "bookings") && method == http::Method::get;
        if (is_list || path.ends_with("/on-behalf") || path.ends_with("/state"))
            headers.emplace_back("Authorization", "Bearer one");
        return client.send(method, "/api/v1/sundsvall/" + path, body, headers);
    }
    std::string body(const char* starts) {
        return R"({"offer":")" + offer + R"(","place":"library","starts":")" + starts + R"(","minutes":30})";
    }

    base::TestClock clock{testing::at("2026-11-25T09:00:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all{*database, clock};
    http::Server server{{}, routes_of({slice(all.bookings)}), gatekeeper(), html::error_page, clock};
    const std::string offer = all.open();
};

}  // namespace digilots::booking
