// Who reaches what: access, tokens, forms, languages, caching headers. Through handle(), as pages are.
#include <gtest/gtest.h>

#include "platform/db/error.h"
#include "platform/http/names.h"
#include "platform/http/server.h"
#include "platform/http/typed_form.h"

namespace digilots::http {

namespace {

constexpr Scope write{"inquiries:write", i18n::Text{"log inquiries"}}, read{"inquiries:read", i18n::Text{"read inquiries"}},
    statistics{"statistics:read", i18n::Text{"read statistics"}, Scope::Holder::network_too};

constexpr std::array all_access = {Access::anyone,         Access::signed_in,      Access::guide,
                                   Access::editor,         Access::coordinator,    Access::administrator,
                                   Access::network_viewer, Access::operator_,      Access::token(write),   Access::privacy,
                                   Access::token(read),    Access::token(statistics)};

Identity person(std::string municipality, std::optional<Role> role) {
    Identity identity;
    identity.account_id = "account";
    identity.municipality_id = std::move(municipality);
    identity.role = role;
    return identity;
}

std::optional<Identity> session(std::string_view name) {
    if (name == "locked") throw db::DbError(db::ErrorKind::timeout, "locked");
    if (name == "guide") return person("2281", Role::guide);
    if (name == "editor") return person("2281", Role::editor);
    if (name == "coordinator") return person("2281", Role::coordinator);
    if (name == "administrator") return person("2281", Role::administrator);
    if (name == "privacy" || name == "other-privacy") {
        auto identity = person(name == "privacy" ? "2281" : "2280", Role::guide);
        identity.sees_privacy = true;
        return identity;
    }
    if (name == "other") return person("2280", Role::administrator);
    auto identity = person("", std::nullopt);
    if (name == "viewer")
        identity.networks = {"teo"};
    else if (name == "operator")
        identity.is_operator = true;
    else
        return std::nullopt;
    return identity;
}

std::optional<Identity> token(std::string_view name) {
    Identity identity;
    identity.token_id = "token";
    identity.municipality_id = name == "other" ? "2280" : "2281";
    identity.networks = name == "network" ? std::vector<std::string>{"teo"} : std::vector<std::string>{};
    if (name == "all" || name == "other")
        identity.scopes = {"inquiries:write", "inquiries:read", "statistics:read"};
    else if (name == "network")
        identity.scopes = {"statistics:read"};
    else if (name == "read")
        identity.scopes = {"inquiries:read"};
    else
        return std::nullopt;
    return identity;
}

class GuardTest : public ::testing::Test {
protected:
    GuardTest() {
        Gatekeeper gatekeeper;
        gatekeeper.find_tenant = [](std::string_view slug) -> std::optional<Tenant> {
            if (slug == "sundsvall")
                return Tenant{"2281",       "sundsvall", "Sundsvall", "Europe/Stockholm",
                              {"sv", "en"}, "",          false,       ""};
            if (slug == "steinkjer")
                return Tenant{"5006", "steinkjer", "Steinkjer", "Europe/Oslo", {"nb", "en"}, "", false, ""};
            return std::nullopt;
        };
        gatekeeper.find_session = [](std::string_view name, base::Instant) { return session(name); };
        gatekeeper.find_token = [](std::string_view name, base::Instant) { return token(name); };
        gatekeeper.network_exists = [](std::string_view network) { return network == "teo"; };
        const auto says_ok = [](const Request& request) {
            return html("ok " + request.language + " " + request.csrf_token);
        };
        gatekeeper.fill_again = [](Response page, const Request&, const TypedForm& typed, Again again) {
            for (const auto& [name, value] : filled_fields(typed)) page.body += "|" + name + "=" + value;
            if (again != Again::failed) page.body += "not because of a failure";
            return page;
        };
        Routes routes;
        for (const Access access : all_access) {
            const std::string name(name_of(access));
            const bool network = access == Access::network_viewer;
            const bool api = name.starts_with("token:");
            const std::string path = api       ? "/api/v1/{municipality}/" + name.substr(6)
                                     : network ? "/staff/network/{key}/statistics"
                                               : "/{municipality}/" + name;
            routes.push_back({Method::get, path, access, says_ok});
            routes.push_back({Method::post, path, access, says_ok});
        }
        routes.push_back(
            {Method::get, "/api/v1/networks/{key}/statistics", Access::token(statistics), says_ok});
        routes.push_back({Method::get, "/api/v1/{municipality}/places", Access::anyone, says_ok});
        routes.push_back({Method::get, "/{municipality}/", Access::anyone, says_ok});
        routes.push_back({Method::get, "/", Access::anyone, says_ok});
        routes.push_back({Method::get, "/login", Access::anyone, says_ok});
        routes.push_back({Method::get, "/full", Access::anyone, [](const Request&) -> Response {
                              throw db::DbError(db::ErrorKind::disk_full, "full");
                          }});
        routes.push_back({Method::get, "/locked", Access::anyone, [](const Request&) -> Response {
                              throw db::DbError(db::ErrorKind::timeout, "locked");
                          }});
        routes.push_back({Method::post, "/full", Access::anyone, [](const Request&) -> Response {
                              throw db::DbError(db::ErrorKind::disk_full, "full");
                          }});
        server_ = std::make_unique<Server>(ServerOptions{}, std::move(routes), std::move(gatekeeper), nullptr,
                                           clock_);
    }

    Response ask(Method method, std::string path,
                 std::vector<std::pair<std::string, std::string>> headers = {}, std::string body = "") {
        Request request;
        request.method = method;
        request.path = std::move(path);
        request.headers = std::move(headers);
        request.headers.emplace_back("Host", "digilots.example");
        request.body = std::move(body);
        return server_->handle(std::move(request));
    }
    Response get(std::string path, std::string who = "") {
        return ask(Method::get, std::move(path),
                   who.empty() ? Headers{} : Headers{{"Cookie", "session=" + who}});
    }
    using Headers = std::vector<std::pair<std::string, std::string>>;
    static std::string header(const Response& response, std::string_view name) {
        for (const auto& [key, value] : response.headers)
            if (key == name) return value;
        return "";
    }

    base::SystemClock clock_;
    std::unique_ptr<Server> server_;
};

TEST_F(GuardTest, EveryRoleReachesItsPagesAndNothingElse) {
    const std::vector<std::string> ladder = {"guide", "editor", "coordinator", "administrator"};
    for (std::size_t page = 0; page < ladder.size(); ++page) {
        for (std::size_t who = 0; who < ladder.size(); ++who)
            EXPECT_EQ(get("/sundsvall/" + ladder[page], ladder[who]).status, who >= page ? 200 : 404)
                << ladder[who] << " opens " << ladder[page];
        EXPECT_EQ(get("/sundsvall/" + ladder[page], "other").status, 404)
            << "another municipality's administrator";
        EXPECT_EQ(get("/steinkjer/" + ladder[page], "administrator").status, 404);
        EXPECT_EQ(get("/sundsvall/" + ladder[page], "operator").status, 404)
            << "an operator is no member of staff";
        EXPECT_EQ(get("/sundsvall/" + ladder[page], "viewer").status, 404);
        const auto out = get("/sundsvall/" + ladder[page] + "?a=b");
        EXPECT_EQ(out.status, 303);
        EXPECT_EQ(header(out, "Location"), "/login?next=%2Fsundsvall%2F" + ladder[page] + "%3Fa%3Db");
    }
}

TEST_F(GuardTest, WhoSeesToPrivacyKeepsTheirRoleAndReadsThatBesideIt) {
    const std::string pages = "/sundsvall/privacy";
    for (const auto* who : {"privacy", "administrator"}) EXPECT_EQ(get(pages, who).status, 200) << who;
    for (const auto* who : {"guide", "editor", "coordinator", "other", "other-privacy", "operator", "viewer"})
        EXPECT_EQ(get(pages, who).status, 404) << who;
    EXPECT_EQ(get(pages).status, 303);
    EXPECT_EQ(get("/sundsvall/guide", "privacy").status, 200);
    for (const auto* page : {"editor", "coordinator", "administrator", "operator"})
        EXPECT_EQ(get("/sundsvall/" + std::string(page), "privacy").status, 404) << page;
    EXPECT_EQ(get("/steinkjer/privacy", "privacy").status, 404);
}

TEST_F(GuardTest, NetworksAndTheInstallationAreForTheirOwn) {
    EXPECT_EQ(get("/staff/network/teo/statistics", "viewer").status, 200);
    EXPECT_EQ(get("/staff/network/teo/statistics", "operator").status, 200);
    EXPECT_EQ(get("/staff/network/other/statistics", "viewer").status, 404);
    EXPECT_EQ(get("/staff/network/other/statistics", "operator").status, 404);
    EXPECT_EQ(get("/staff/network/teo/statistics", "administrator").status, 404);
    EXPECT_EQ(get("/sundsvall/operator", "operator").status, 200);
    EXPECT_EQ(get("/sundsvall/operator", "administrator").status, 404);
    EXPECT_EQ(get("/sundsvall/signed_in", "viewer").status, 200);
}

TEST_F(GuardTest, TokensOpenTheirScopeInTheirMunicipality) {
    const auto api = [this](std::string path, std::string bearer) {
        return ask(Method::get, std::move(path),
                   bearer.empty() ? Headers{} : Headers{{"Authorization", "Bearer " + bearer}});
    };
    const std::string path = "/api/v1/sundsvall/inquiries:read";
    EXPECT_EQ(api(path, "read").status, 200);
    EXPECT_EQ(api(path, "").status, 401);
    EXPECT_NE(header(api(path, ""), "WWW-Authenticate").find("Bearer"), std::string::npos);
    EXPECT_EQ(api(path, "nonsense").status, 401);
    EXPECT_EQ(api(path, "other").status, 404);
    EXPECT_EQ(api("/api/v1/steinkjer/inquiries:read", "read").status, 404);
    const auto refused = api("/api/v1/sundsvall/inquiries:write", "read");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.content_type, "application/problem+json");
    EXPECT_EQ(api("/api/v1/networks/teo/statistics", "network").status, 200);
    EXPECT_EQ(api("/api/v1/networks/teo/statistics", "all").status, 404);
    EXPECT_EQ(get(path, "administrator").status, 401) << "a cookie opens no interface";
}

TEST_F(GuardTest, SignedInFormsNeedTheirTokenAndTheirSite) {
    const std::string path = "/sundsvall/guide";
    const std::string type = "application/x-www-form-urlencoded";
    const auto post = [&](std::string body, Headers more = {}) {
        more.emplace_back("Cookie", "session=guide");
        more.emplace_back("Content-Type", type);
        return ask(Method::post, path, more, std::move(body)).status;
    };
    const auto page = get(path, "guide").body;
    const auto csrf = page.substr(page.rfind(' ') + 1);
    const auto again = get(path, "guide").body;
    EXPECT_NE(again, page) << "masked anew for each page";
    EXPECT_EQ(post("csrf_token=" + csrf), 200);
    EXPECT_EQ(post("csrf_token=" + again.substr(again.rfind(' ') + 1)), 200);
    EXPECT_EQ(post("csrf_token=" + csrf,
                   {{"Origin", "http://digilots.example"}, {"Sec-Fetch-Site", "same-origin"}}),
              200);
    EXPECT_EQ(post("csrf_token=" + csrf, {{"Origin", "https://evil.example"}}), 403);
    EXPECT_EQ(post("csrf_token=" + csrf, {{"Origin", "null"}}), 403);
    EXPECT_EQ(post("csrf_token=" + csrf, {{"Sec-Fetch-Site", "cross-site"}}), 403);
    EXPECT_EQ(post("a=b"), 403);
    EXPECT_EQ(post("csrf_token=" + std::string(128, '0')), 403);
    const auto other = get("/sundsvall/editor", "editor").body;
    EXPECT_EQ(post("csrf_token=" + other.substr(other.rfind(' ') + 1)), 403) << "another person's token";
    EXPECT_EQ(ask(Method::post, path, {{"Content-Type", type}}, "a=b").status, 303) << "signed out";
    EXPECT_EQ(ask(Method::post, "/sundsvall/anyone",
                  {{"Content-Type", type}, {"Origin", "https://evil.example"}}, "a=b")
                  .status,
              403);
    EXPECT_EQ(ask(Method::post, "/sundsvall/anyone", {{"Content-Type", type}}, "a=b").status, 200);
    EXPECT_EQ(ask(Method::post, "/sundsvall/anyone", {{"Content-Type", type}}, "a=%ff").status, 400);
}

TEST_F(GuardTest, LanguageComesFromPathThenCookieThenBrowserThenMunicipality) {
    EXPECT_EQ(get("/sundsvall/").body, "ok sv ");
    EXPECT_EQ(get("/steinkjer/").body, "ok nb ");
    EXPECT_EQ(get("/en/steinkjer/").body, "ok en ");
    EXPECT_EQ(ask(Method::get, "/steinkjer/", {{"Accept-Language", "sv;q=0.9, en;q=0.5"}}).body, "ok en ")
        << "only what the municipality offers";
    EXPECT_EQ(ask(Method::get, "/steinkjer/", {{"Accept-Language", "en"}, {"Cookie", "language=sv"}}).body,
              "ok sv ");
    EXPECT_EQ(ask(Method::get, "/steinkjer/", {{"Accept-Language", "no, en;q=0.1"}}).body, "ok nb ");
    EXPECT_EQ(get("/").body, "ok sv ");
    EXPECT_EQ(header(get("/nb/sundsvall/guide"), "Location"), "/nb/login?next=%2Fnb%2Fsundsvall%2Fguide");
}

TEST_F(GuardTest, MissingPathsRedirectsAndMethods) {
    EXPECT_EQ(get("/nowhere/at/all").status, 404);
    EXPECT_EQ(get("/unknown/").status, 404);
    EXPECT_EQ(get("/unknown").status, 404) << "no redirect to what is not there";
    const auto moved = get("/en/sundsvall?q=1");
    EXPECT_EQ(moved.status, 308);
    EXPECT_EQ(header(moved, "Location"), "/en/sundsvall/?q=1");
    EXPECT_EQ(get("/login/").status, 308);
    EXPECT_EQ(ask(Method::post, "/login").status, 405);
    EXPECT_EQ(header(ask(Method::post, "/login"), "Allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(get("/api/v1/nowhere").content_type, "application/problem+json");
}

TEST_F(GuardTest, FaultsOfTheStoreAreTold) {
    EXPECT_EQ(get("/full").status, 507);
    const auto locked = get("/locked");
    EXPECT_EQ(locked.status, 503);
    EXPECT_NE(header(locked, "Retry-After"), "");
}

TEST_F(GuardTest, WhatCouldNotBeSavedIsGivenBackWithoutPasswordsOrFiles) {
    const Headers form{{"Content-Type", "application/x-www-form-urlencoded"}};
    const auto with = [&](Headers more) {
        more.insert(more.end(), form.begin(), form.end());
        return more;
    };
    const std::string typed = "title=Losvik&note=two+words&password=hemligt&csrf_token=x&form_key=0192";
    const auto full = ask(Method::post, "/full", form, typed);
    EXPECT_EQ(full.status, 507);
    EXPECT_NE(full.body.find("|title=Losvik|note=two words"), std::string::npos) << full.body;
    for (const auto* secret : {"hemligt", "csrf", "0192", "not because"})
        EXPECT_EQ(full.body.find(secret), std::string::npos) << full.body;
    // Before it is known who sent it.
    const auto locked = ask(Method::post, "/sundsvall/guide", with({{"Cookie", "session=locked"}}), typed);
    EXPECT_EQ(locked.status, 503);
    EXPECT_NE(locked.body.find("|title=Losvik|note=two words"), std::string::npos) << locked.body;
    EXPECT_EQ(header(locked, "Cache-Control"), "no-store");
    const auto other_site = ask(Method::post, "/full", with({{"Origin", "https://elsewhere.example"}}), typed);
    EXPECT_EQ(other_site.body.find("Losvik"), std::string::npos) << "another site's form is nobody's work";
    EXPECT_EQ(ask(Method::post, "/full", form, "title=").body.find('|'), std::string::npos);
}

TEST_F(GuardTest, HeadersKeepPersonalPagesOutOfCachesAndScriptsOut) {
    const auto open = get("/sundsvall/");
    EXPECT_EQ(header(open, "Cache-Control"), "no-cache");
    EXPECT_NE(header(open, "ETag"), "");
    EXPECT_EQ(header(open, "Vary"), "Accept-Encoding, Accept-Language, Cookie");
    EXPECT_NE(header(open, "Content-Security-Policy")
                  .find("default-src 'none'; script-src 'self'; style-src 'self'"),
              std::string::npos);
    EXPECT_EQ(header(open, "Content-Security-Policy").find("unsafe"), std::string::npos);
    EXPECT_EQ(header(open, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(open, "Strict-Transport-Security"), "");
    EXPECT_EQ(header(get("/sundsvall/guide", "guide"), "Cache-Control"), "no-store");
    EXPECT_EQ(header(get("/sundsvall/", "guide"), "Cache-Control"), "no-store");
    EXPECT_EQ(header(get("/api/v1/sundsvall/places"), "Access-Control-Allow-Origin"), "*");
    EXPECT_EQ(header(get("/sundsvall/"), "Access-Control-Allow-Origin"), "");
    const auto same = ask(Method::get, "/sundsvall/", {{"If-None-Match", "W/" + header(open, "ETag")}});
    EXPECT_EQ(same.status, 304);
    EXPECT_TRUE(same.body.empty());
}

}  // namespace
}  // namespace digilots::http
