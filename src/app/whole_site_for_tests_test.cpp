#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <functional>

#include "app/whole_site_for_tests.h"
#include "platform/base/embedded.h"
#include "platform/base/json.h"
#include "platform/html/error_page.h"
#include "platform/http/kiosk.h"
#include "platform/html/writer.h"

namespace digilots::app {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// "?page=2" and "places" as a browser resolves them; "" where the link leaves this server.
std::string resolved(const std::string& page, std::string url) {
    url = url.substr(0, url.find('#'));
    if (url.find(':') < url.find_first_of("/?")) return "";
    if (url.empty() || url.starts_with("//")) return url.empty() ? page : "";
    const auto path = page.substr(0, page.find('?'));
    if (url.starts_with('/')) return url;
    if (url.starts_with('?')) return path + url;
    return path.substr(0, path.rfind('/') + 1) + url;
}

/// What a person who means well would type where the page holds nothing yet.
std::string plausible(const std::string& field, const std::string& kind) {
    const std::pair<const char*, const char*> of_kind[] = {{"numeric", "5"},          {"number", "5"},
                                                           {"decimal", "5"},          {"email", "asa@example.se"},
                                                           {"tel", "060-19 10 00"},   {"url", "https://example.se/"},
                                                           {"date", "2026-11-20"}};
    const std::pair<const char*, const char*> known[] = {
        {"hours", ""},           {"aid_", ""},         {"response", ""},        {"latitude", "62.39"},
        {"longitude", "17.3"},   {"links", ""},        {"opens_from", "2027-03"}, {"year", "2024"},
        {"reviewed", "2026-11-20"}, {"latest", "2026-11-20"}, {"until", "2026-12-20"}, {"minutes", "5"},
        {"value", "12"},         {"colour", "#005b99"}, {"date", "2026-11-20"},  {"_on", "2026-11-20"},
        {"email", "asa@example.se"}, {"phone", "060-19 10 00"}, {"url", "https://example.se/"},
        {"password", "vinter-lots-2026-lång"}};
    for (const auto& [part, value] : known)
        if (field.find(part) != std::string::npos) return value;
    for (const auto& [name, value] : of_kind)
        if (kind == name) return value;
    return field == "at" || field == "day" ? "2026-11-20" : field == "time" ? "9.30" : "Bibliotek och rådgivning";
}

testing::Form filled_in(testing::Form form) {
    for (auto& [name, value] : form.values) {
        if (!value.empty() || name == "csrf_token") continue;
        const auto offered = form.choices.find(name);
        if (offered == form.choices.end()) {
            value = plausible(name, form.kinds[name]);
            continue;
        }
        const auto first = std::ranges::find_if(offered->second, [](const auto& choice) { return !choice.empty(); });
        if (first != offered->second.end()) value = *first;
    }
    for (const auto& [name, offered] : form.choices) {
        const auto is_chosen = [&](const auto& given) { return given.first == name; };
        if (std::ranges::none_of(form.values, is_chosen) && !offered.empty()) form.values.emplace_back(name, offered.front());
    }
    // A second record of one name is meant so.
    if (form.action.ends_with("/new")) form.values.emplace_back("is_another", "1");
    return form;
}

std::string multipart(const Pairs& fields) {
    std::string body;
    for (const auto& [name, value] : fields)
        body += "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    return body + "--edge--\r\n";
}

std::string unit_of_utf16(unsigned value) {
    char unit[8];
    std::snprintf(unit, sizeof unit, "\\u%04x", value);
    return unit;
}

/// As JSON text: escaped well, with each unit of UTF-16 by itself (also lone surrogates), or with its bytes as they are.
std::string json_text(const std::string& text, std::uint32_t turn) {
    if (turn % 3 == 0) {
        base::JsonWriter json;
        json.begin_array().value(text).end_array();
        const auto whole = std::move(json).take();
        return whole.substr(1, whole.size() - 2);
    }
    std::string escaped = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 && turn % 3 == 1) escaped += unit_of_utf16(0xd800u + byte * 8u);
        else if (byte < 0x20 || c == '"' || c == '\\') escaped += unit_of_utf16(byte);
        else escaped += c;
    }
    return escaped + "\"";
}

const base::Json& description() {
    static const base::Json document = base::parse_json(base::embedded_file("data/openapi.json").value()).value();
    return document;
}

const base::Json& body_of(const base::Json& operation) {
    return operation["requestBody"]["content"]["application/json"];
}

void add_described(std::set<Entrance>& found, const std::function<std::string(std::string)>& with_home) {
    for (const auto& [path, operations] : description()["paths"].members()) {
        for (const auto& parameter : operations["get"]["parameters"].items())
            if (parameter["in"].text() == "query")
                found.insert({Entrance::Kind::query, with_home(path), "", std::string(parameter["name"].text())});
        if (!operations.find("post")) continue;
        const auto reference = body_of(operations["post"])["schema"]["$ref"].text();
        const auto name = std::string(reference.substr(reference.rfind('/') + 1));
        for (const auto& [field, schema] : description()["components"]["schemas"][name]["properties"].members())
            found.insert({Entrance::Kind::json, path, "", field});
    }
}

void make_own(municipality::Municipalities& municipalities, const std::string& key) {
    municipality::Municipality own;
    own.id = own.slug = own.name = key;
    own.country = "SE";
    own.is_own = true;
    own.is_on_map = false;
    municipalities.save_own(own);
    municipalities.activate(key, municipality::default_settings(own));
}

}  // namespace

WholeSite::WholeSite(const std::string& key)
    : clock(testing::at("2026-11-23T09:00:00Z")), database(testing::fresh_database()), home_(key.empty() ? "2281" : key),
      slug_(key.empty() ? "sundsvall" : key) {
    start_again();
    const auto mapping = base::embedded_file("data/demo/mapping.json");
    const auto plan = directory::plan_import(*database, mapping.value(), "mapping.json");
    directory::apply_import(*database, application->municipalities, plan, clock.now());
    if (!key.empty()) make_own(application->municipalities, key);
    application->municipalities.save_network({"teo", "Projekt TEO", {home_, "2280"}});
    accounts::NewAccount somebody;
    somebody.email = "asa@sundsvall.example";
    somebody.password = "vinter-lots-2026-lång";
    somebody.role = http::Role::administrator;
    somebody.municipality_id = home_;
    const auto added = application->accounts.add(somebody);
    account_ = added ? *added : "";
    EXPECT_NE(account_, "");
    indicators::load_shipped_figures(*database, clock);
    start_again();
}

/// May see and change everything: what is tested is what comes in, not who sends it.
http::Identity WholeSite::everybody() const {
    http::Identity identity;
    identity.account_id = account_;
    identity.display_name = "Åsa";
    identity.is_operator = true;
    identity.municipality_id = home_;
    identity.role = http::Role::administrator;
    identity.networks = {"teo"};
    return identity;
}

http::Identity WholeSite::program() const {
    http::Identity identity;
    identity.token_id = "token-1";
    identity.municipality_id = home_;
    identity.networks = {"teo"};
    identity.scopes = {"inquiries:write", "inquiries:read", "questions:read", "callbacks:read", "callbacks:write",
                       "counts:write",    "counts:read",    "bookings:read",  "bookings:write", "statistics:read", "goals:read",
                       "needs:read",      "budgets:read",  "surveys:read", "plan:read", "plan:write",
                       "statistics:public", "tasks:read"};
    return identity;
}

std::string WholeSite::with_home(std::string path) const {
    constexpr std::string_view parameter = "{municipality}";
    const auto at = path.find(parameter);
    return at == std::string::npos ? path : path.replace(at, parameter.size(), slug_);
}

void WholeSite::start_again() {
    server_.reset();
    application.reset();
    application = std::make_unique<Application>(*database, (folder_.path() / "search").string(), clock);
    application->refresh();
    application->catch_up_index();
    application->indicators.catch_up_search();
    make_server();
}

void WholeSite::make_server() {
    auto gatekeeper = application->gatekeeper();
    gatekeeper.find_session = [this](std::string_view, base::Instant) { return std::optional(everybody()); };
    gatekeeper.find_token = [this](std::string_view, base::Instant) { return std::optional(program()); };
    router_ = std::make_unique<http::Router>(application->routes());
    server_ = std::make_unique<http::Server>(http::ServerOptions{}, application->routes(), std::move(gatekeeper), html::error_page,
                                             clock);
}

std::map<std::string, testing::Page> WholeSite::read_all(std::size_t most_of_a_kind) {
    testing::PageClient client(*server_);
    client.cookies()["session"] = "somebody";
    std::deque<std::string> waiting;
    for (const auto& route : router_->routes()) {
        const auto path = with_home(route.path);
        if (route.method == http::Method::get && path.find('{') == std::string::npos) waiting.push_back(path);
    }
    std::map<std::string, testing::Page> pages;
    std::map<const http::Route*, std::size_t> read;
    while (!waiting.empty()) {
        const auto url = waiting.front();
        waiting.pop_front();
        const auto path = url.substr(0, url.find('?'));
        const auto match = router_->find(http::Method::get, path);
        if (!match.route || match.route->effort != http::Effort::usual || pages.contains(path)) continue;
        const bool is_interface = path.starts_with("/api/");
        if (++read[match.route] > most_of_a_kind) continue;
        auto page = is_interface ? client.send(http::Method::get, path, "", {{"Authorization", "Bearer x"}}) : client.get(path);
        EXPECT_EQ(page.status, 200) << path;
        client.cookies().erase(std::string(http::kiosk_cookie));   // a browser that many use reads no session
        for (const auto& link : page.all("a")) {
            const auto next = resolved(path, std::string(link.attribute("href")));
            if (next.starts_with('/')) waiting.push_back(next);
        }
        pages.emplace(path, std::move(page));
    }
    return pages;
}

std::vector<std::string> WholeSite::public_paths() const {
    std::vector<std::string> paths;
    for (const auto& route : router_->routes()) {
        const auto path = with_home(route.path);
        const bool is_page = route.method == http::Method::get && route.access == http::Access::anyone;
        if (is_page && path.find('{') == std::string::npos && route.effort == http::Effort::usual) paths.push_back(path);
    }
    return paths;
}

testing::PageClient WholeSite::somebody() {
    testing::PageClient client(*server_);
    client.cookies()["session"] = "somebody";
    return client;
}

std::map<std::string, std::vector<testing::Form>> WholeSite::posted_forms(
    const std::map<std::string, testing::Page>& pages) const {
    std::map<std::string, std::vector<testing::Form>> forms;
    for (const auto& route : router_->routes())
        if (route.method == http::Method::post && !route.path.starts_with("/api/")) forms[route.path];
    for (const auto& [path, page] : pages) {
        for (auto& form : testing::all_forms(page.html)) {
            const auto action = resolved(path, form.action);
            const auto match = router_->find(http::Method::post, action.substr(0, action.find('?')));
            if (form.is_post && match.route) forms[match.route->path].push_back(std::move(form));
        }
    }
    return forms;
}

std::vector<Entrance> WholeSite::entrances(const std::map<std::string, testing::Page>& pages) const {
    std::set<Entrance> found;
    std::set<std::pair<std::string, std::string>> known;     // route of the action, field: once is enough
    for (const auto& [path, page] : pages) {
        for (const auto& form : testing::all_forms(page.html)) {
            const auto action = resolved(path, form.action);
            const auto match = router_->find(form.is_post ? http::Method::post : http::Method::get, action.substr(0, action.find('?')));
            if (!match.route) continue;
            for (const auto& field : form.names)
                if (field != "csrf_token" && known.emplace(match.route->path, field).second)
                    found.insert({Entrance::Kind::form, path, form.action, field});
        }
    }
    add_described(found, [this](std::string path) { return with_home(std::move(path)); });
    return {found.begin(), found.end()};
}

http::Response WholeSite::ask(http::Method method, const std::string& url, std::string body, const std::string& type) {
    http::Request request;
    request.method = method;
    request.path = url.substr(0, url.find('?'));
    if (const auto question = url.find('?'); question != std::string::npos) request.raw_query = url.substr(question + 1);
    request.headers = {{"Host", "localhost"}, {"Cookie", "session=somebody"}, {"Authorization", "Bearer x"}};
    if (!type.empty()) request.headers.emplace_back("Content-Type", type);
    request.body = std::move(body);
    return server_->handle(std::move(request));
}

http::Response WholeSite::send(const Entrance& entrance, const std::string& text, std::uint32_t turn) {
    if (entrance.kind == Entrance::Kind::form) return send_form(entrance, text, turn);
    if (entrance.kind == Entrance::Kind::json) return send_json(entrance, text, turn);
    return ask(http::Method::get, entrance.page + "?" + entrance.field + "=" + html::url_encode(text));
}

std::size_t WholeSite::send_all_forms(const std::map<std::string, testing::Page>& pages) {
    std::set<std::pair<std::string, std::string>> sent;
    for (const auto& [path, page] : pages) {
        for (const auto& form : testing::all_forms(page.html)) {
            const auto target = resolved(path, form.action);
            if (!form.is_post || target.empty() || !sent.emplace(path, target).second) continue;
            // As it stands now: another form of the page may have changed what it is about.
            for (auto& now : testing::all_forms(ask(http::Method::get, path).body)) {
                if (!now.is_post || now.action != form.action) continue;
                const auto body = testing::encode_form(filled_in(std::move(now)).values);
                const auto answer = ask(http::Method::post, target, body, "application/x-www-form-urlencoded");
                EXPECT_LT(answer.status, 500) << path << " → " << target;
                break;
            }
        }
    }
    return sent.size();
}

http::Response WholeSite::send_form(const Entrance& entrance, const std::string& text, std::uint32_t turn) {
    const auto page = ask(http::Method::get, entrance.page);
    for (auto& form : testing::all_forms(page.body)) {
        const bool has_field = std::ranges::find(form.names, entrance.field) != form.names.end();
        if (form.action != entrance.action || !has_field) continue;
        const bool is_post = form.is_post;
        const auto sent = filled_in(std::move(form)).filled({{entrance.field, text}});
        const auto target = resolved(entrance.page, entrance.action);
        if (!is_post) return ask(http::Method::get, target.substr(0, target.find('?')) + "?" + testing::encode_form(sent));
        if (turn % 7 == 0) return ask(http::Method::post, target, multipart(sent), "multipart/form-data; boundary=edge");
        return ask(http::Method::post, target, testing::encode_form(sent), "application/x-www-form-urlencoded");
    }
    return page;                          // what an earlier text has done took the form away
}

http::Response WholeSite::send_json(const Entrance& entrance, const std::string& text, std::uint32_t turn) {
    const auto& example = body_of(description()["paths"][entrance.page]["post"])["example"];
    std::string body = "{\"" + entrance.field + "\":";
    body += entrance.field == "topics" ? "[" + json_text(text, turn) + "]" : json_text(text, turn);
    for (const auto& [name, value] : example.members()) {
        if (name == entrance.field) continue;
        base::JsonWriter json;
        json.value(value);
        body += ",\"" + name + "\":" + std::move(json).take();
    }
    return ask(http::Method::post, with_home(entrance.page), body + "}", "application/json");
}

}  // namespace digilots::app
