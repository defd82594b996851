// A municipality's own host name: its start at "/", its pages, nobody else's.
#include <gtest/gtest.h>

#include "platform/http/server.h"

namespace digilots::http {
namespace {

class HostTest : public ::testing::Test {
protected:
    Response get(const std::string& host, const std::string& path, Method method = Method::get) {
        Request request;
        request.method = method;
        request.path = path;
        request.headers = {{"Host", host}};
        return server.handle(std::move(request));
    }
    static std::string location(const Response& response) {
        for (const auto& [name, value] : response.headers)
            if (name == "Location") return value;
        return "";
    }

    static Gatekeeper gatekeeper() {
        Gatekeeper keeper;
        keeper.find_tenant = [](std::string_view slug) -> std::optional<Tenant> {
            if (slug == "sundsvall")
                return Tenant{"2281", "sundsvall", "Sundsvall", "Europe/Stockholm", {"sv", "en"}, "", false, ""};
            if (slug == "harnosand")
                return Tenant{"2280", "harnosand", "Harnosand", "Europe/Stockholm", {"sv", "en"}, "", false, ""};
            return std::nullopt;
        };
        keeper.tenant_of_host = [](std::string_view host) -> std::string {
            if (host == "digital.sundsvall.se") return "sundsvall";
            if (host == "digital.timra.se") return "timra";  // not active
            return "";
        };
        return keeper;
    }
    static Response says(const Request& request) {
        return html("<h1>" + (request.tenant ? request.tenant->name : "network") + " " + request.path + "</h1>");
    }
    static Routes routes() {
        return {{Method::get, "/", Access::anyone, says},
                {Method::get, "/login", Access::anyone, says},
                {Method::get, "/{municipality}/", Access::anyone, says},
                {Method::get, "/{municipality}/places", Access::anyone, says},
                {Method::get, "/{municipality}/places/{slug}", Access::anyone, says},
                {Method::get, "/{municipality}/staff/", Access::guide, says},
                {Method::get, "/api/v1/{municipality}/places", Access::anyone, says}};
    }

    base::SystemClock clock;
    Server server{ServerOptions{}, routes(), gatekeeper(), {}, clock};
};

TEST_F(HostTest, serves_its_municipality_at_the_root) {
    for (const char* host : {"digital.sundsvall.se", "Digital.Sundsvall.SE:443", "digital.sundsvall.se."}) {
        const auto response = get(host, "/");
        EXPECT_EQ(response.status, 200) << host;
        EXPECT_EQ(response.body, "<h1>Sundsvall /sundsvall/</h1>") << host;
    }
    EXPECT_EQ(get("digital.sundsvall.se", "/en/").body, "<h1>Sundsvall /sundsvall/</h1>") << "in another language";
}

TEST_F(HostTest, other_hosts_serve_the_network_start) {
    for (const char* host : {"digilots.example.org", "127.0.0.1:8080", "", "sundsvall.se", "digital.timra.se"})
        EXPECT_EQ(get(host, "/").body, "<h1>network /</h1>") << host;
    EXPECT_EQ(get("digilots.example.org", "/harnosand/").body, "<h1>Harnosand /harnosand/</h1>");
}

TEST_F(HostTest, a_name_in_capitals_or_with_its_dots_leads_to_the_municipality) {
    EXPECT_EQ(location(get("digilots.example.org", "/Sundsvall/")), "/sundsvall/");
    EXPECT_EQ(location(get("digilots.example.org", "/SUNDSVALL")), "/sundsvall/");
    EXPECT_EQ(location(get("digilots.example.org", "/nb/Härnösand/places?open=now")), "/nb/harnosand/places?open=now");
    EXPECT_EQ(get("digilots.example.org", "/Timrå/").status, 404) << "not active";
    EXPECT_EQ(get("digilots.example.org", "/Sundsvall/", Method::post).status, 405) << "only reading";
    EXPECT_EQ(get("digital.sundsvall.se", "/Härnösand/").status, 404) << "nobody else at its own host";
}

TEST_F(HostTest, links_of_the_pages_work_and_short_addresses_lead_to_them) {
    EXPECT_EQ(get("digital.sundsvall.se", "/sundsvall/places").status, 200);
    EXPECT_EQ(location(get("digital.sundsvall.se", "/places")), "/sundsvall/places");
    EXPECT_EQ(location(get("digital.sundsvall.se", "/places/")), "/sundsvall/places");
    EXPECT_EQ(location(get("digital.sundsvall.se", "/en/places/library?open=now")),
              "/en/sundsvall/places/library?open=now");
    EXPECT_EQ(get("digital.sundsvall.se", "/login").status, 200);
    EXPECT_EQ(get("digital.sundsvall.se", "/nothing").status, 404);
    EXPECT_EQ(get("digilots.example.org", "/places").status, 404) << "only at the host";
}

TEST_F(HostTest, shows_no_other_municipality) {
    for (const char* path : {"/harnosand/", "/harnosand/places", "/harnosand/staff/", "/api/v1/harnosand/places"})
        EXPECT_EQ(get("digital.sundsvall.se", path).status, 404) << path;
    EXPECT_EQ(get("digital.sundsvall.se", "/api/v1/sundsvall/places").status, 200);
    EXPECT_EQ(get("digital.sundsvall.se", "/harnosand/").body.find("Harnosand"), std::string::npos);
}

TEST_F(HostTest, a_page_kept_for_one_host_is_not_shown_at_another) {
    EXPECT_EQ(get("digital.sundsvall.se", "/").body, "<h1>Sundsvall /sundsvall/</h1>");
    EXPECT_EQ(get("digilots.example.org", "/").body, "<h1>network /</h1>");
    EXPECT_EQ(get("digital.sundsvall.se", "/").body, "<h1>Sundsvall /sundsvall/</h1>");
}

}  // namespace
}  // namespace digilots::http
