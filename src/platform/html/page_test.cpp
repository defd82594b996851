#include "platform/html/page.h"

#include <gtest/gtest.h>

#include <set>

#include "platform/html/error_page.h"
#include "platform/html/layout.h"
#include "platform/http/form_body.h"

namespace digilots::html {
namespace {

bool has(const std::string& html, std::string_view part) {
    return html.find(part) != std::string::npos;
}

const http::Menu menu{
    {http::MenuPlace::residents, 1, i18n::Text{"Start"}, "/"},
    {http::MenuPlace::residents, 2, i18n::Text{"Places"}, "/places"},
    {http::MenuPlace::staff, 1, i18n::Text{"Desk"}, "/staff/"},
    {http::MenuPlace::staff, 2, i18n::Text{"Directory"}, "/staff/directory", http::Role::editor},
    {http::MenuPlace::staff, 3, i18n::Text{"Settings"}, "/staff/settings", http::Role::administrator, {"/staff/people"}},
    {http::MenuPlace::settings, 1, i18n::Text{"People"}, "/staff/people", http::Role::administrator},
};

http::Request request_in(std::string path, std::string language = "sv") {
    http::Request request;
    request.path = std::move(path);
    request.language = std::move(language);
    request.request_id = "0192-77";
    request.menu = &menu;
    http::Tenant tenant{.id = "2281",
                        .slug = "sundsvall",
                        .name = "Sundsvall",
                        .zone = "Europe/Stockholm",
                        .languages = {"sv", "en", "ar"},
                        .phone = "0980-319 20 05",
                        .phone_is_example = true,
                        .primary_colour = ""};
    request.tenant = tenant;
    return request;
}

std::string page_of(const http::Request& request, void (*change)(Page&) = nullptr) {
    Page page(request);
    page.title = "Platser";
    if (change) change(page);
    return render_page(page, Safe::trusted("<h1>Platser</h1>")).body;
}

TEST(Page, SaysLanguageAndDirection) {
    EXPECT_TRUE(has(page_of(request_in("/sundsvall/places")),
                    "<html lang=\"sv\" data-color-scheme=\"auto\" dir=\"ltr\">"));
    EXPECT_TRUE(has(page_of(request_in("/sundsvall/places", "ar")),
                    "<html lang=\"ar\" data-color-scheme=\"auto\" dir=\"rtl\">"));
}

TEST(Page, StaffAreOfferedTheLanguagesThatTheirPagesAreIn) {
    const auto of_staff = [](Page& page) { page.staff = true; };
    EXPECT_TRUE(has(page_of(request_in("/sundsvall/places")), "href=\"/ar/sundsvall/places\""));
    EXPECT_FALSE(has(page_of(request_in("/sundsvall/staff/"), of_staff), "href=\"/ar/sundsvall/staff/\""));
    EXPECT_TRUE(has(page_of(request_in("/sundsvall/staff/"), of_staff), "href=\"/en/sundsvall/staff/\""));
    EXPECT_TRUE(has(page_of(request_in("/sundsvall/staff/", "ar"), of_staff), "href=\"/sv/sundsvall/staff/\"")) << "the way out";
}

TEST(Page, WithoutAMunicipalityItLeadsToTheNumbersOfAll) {
    auto request = request_in("/privacy", "en");
    request.tenant.reset();
    EXPECT_TRUE(has(page_of(request), "Find your municipality’s phone number, or ask it to ring you"));
}

TEST(Page, TitleStartsWithTheHeading) {
    EXPECT_TRUE(
        has(page_of(request_in("/sundsvall/places")), "<title>Platser – Sundsvall – Digilots</title>"));
}

TEST(Page, HasSkipLinkMainAndPhone) {
    const std::string html = page_of(request_in("/sundsvall/places"));
    EXPECT_TRUE(has(html, "<a class=\"skip-link\" href=\"#main\">Hoppa till innehållet</a>"));
    EXPECT_TRUE(has(html, "<main id=\"main\""));
    EXPECT_TRUE(has(html, "href=\"tel:+469803192005\""));
    EXPECT_TRUE(has(html, "(exempelnummer)"));
}

TEST(Page, WithoutAPhoneItShowsWhereToGo) {
    http::Request request = request_in("/sundsvall/places");
    request.tenant->phone = "";
    const std::string html = page_of(request);
    EXPECT_FALSE(has(html, "tel:"));
    EXPECT_TRUE(has(html, "Se var det finns hjälp"));
}

TEST(Page, LeadsToEachPlaceOnceAndMarksOneOfThem) {
    http::Request request = request_in("/sundsvall/staff/directory/places/new");
    request.identity.emplace();
    request.identity->account_id = "1";
    request.identity->municipality_id = "2281";
    request.identity->role = http::Role::administrator;
    Page page(request);
    page.staff = true;
    std::set<std::string> addresses;
    int current = 0;
    for (const Link& link : lay_out(page).navigation) {
        EXPECT_TRUE(addresses.insert(link.url).second) << link.title << " leads where another entry leads";
        current += link.current ? 1 : 0;
    }
    EXPECT_EQ(current, 1);
}

http::Request staff_at(std::string path, http::Role role) {
    http::Request request = request_in(std::move(path));
    request.identity.emplace();
    request.identity->municipality_id = "2281";
    request.identity->role = role;
    return request;
}

std::string titles_of(const std::vector<Link>& links) {
    std::string titles;
    for (const Link& link : links) titles += link.title + (link.current ? "* " : " ");
    return titles;
}

TEST(Menu, ShowsEachRoleWhatItMayOpenInTheOrderGiven) {
    const auto shown = [](http::Role role) {
        const http::Request request = staff_at("/sundsvall/staff/", role);
        return titles_of(Page(request).menu(http::MenuPlace::staff));
    };
    EXPECT_EQ(shown(http::Role::guide), "Disken* ");
    EXPECT_EQ(shown(http::Role::editor), "Disken* Register ");
    EXPECT_EQ(shown(http::Role::administrator), "Disken* Register Inställningar ");
}

TEST(Menu, MarksTheEntryToWhichAPageBelongs) {
    const http::Request people = staff_at("/sundsvall/staff/people/0192", http::Role::administrator);
    EXPECT_EQ(titles_of(Page(people).menu(http::MenuPlace::staff)), "Disken Register Inställningar* ");
    const http::Request place = staff_at("/sundsvall/staff/directory/places/0192", http::Role::administrator);
    EXPECT_EQ(titles_of(Page(place).menu(http::MenuPlace::staff)), "Disken Register* Inställningar ");
}

TEST(Menu, SaysBehindAnEntryHowMuchWaitsThereForThisPerson) {
    http::Menu with_number = menu;
    for (auto& entry : with_number)
        if (entry.path == "/staff/")
            entry.number = [](const http::Tenant&, const http::Identity& who) { return who.role == http::Role::guide ? 1200 : 0; };
    http::Request request = staff_at("/sundsvall/staff/", http::Role::guide);
    request.menu = &with_number;
    const auto shown = [&] {
        Page page(request);
        page.staff = true;
        return titles_of(lay_out(page).navigation);
    };
    EXPECT_NE(shown().find("Disken (1\u00a0200)* "), std::string::npos) << shown();
    request = staff_at("/sundsvall/staff/", http::Role::editor);
    request.menu = &with_number;
    EXPECT_EQ(titles_of(Page(request).menu(http::MenuPlace::staff)), "Disken* Register ");
}

TEST(Menu, IsEmptyOutsideOfAMunicipality) {
    http::Request request = staff_at("/staff/", http::Role::administrator);
    request.tenant.reset();
    EXPECT_EQ(titles_of(Page(request).menu(http::MenuPlace::staff)), "");
}

TEST(ErrorPage, LeadsStaffToWhatTheyCanOpen) {
    http::Request request = request_in("/sundsvall/staff/");
    const std::string way = "href=\"/sv/staff/\"", plain_way = "href=\"/staff/\"";
    const auto leads = [&] {
        const std::string html = error_page(request, 404).body;
        return has(html, way) || has(html, plain_way);
    };
    EXPECT_FALSE(leads()) << "nobody is signed in";
    request.identity.emplace();
    request.identity->account_id = "1";
    request.identity->municipality_id = "2262";
    request.identity->role = http::Role::guide;
    EXPECT_TRUE(leads());
}

TEST(Page, MarksWhereOneIs) {
    EXPECT_TRUE(has(page_of(request_in("/sundsvall/places/kulturmagasinet")),
                    "href=\"/sundsvall/places\" aria-current=\"page\""));
    EXPECT_FALSE(has(page_of(request_in("/sundsvall/places")), "href=\"/sundsvall/\" aria-current=\"page\""));
}

TEST(Page, LanguageLinksKeepThePageAndItsFilters) {
    http::Request request = request_in("/sundsvall/places");
    request.raw_query = "open=now&aid=printer";
    const std::string html = page_of(request);
    EXPECT_TRUE(has(html, "href=\"/en/sundsvall/places?open=now&amp;aid=printer\""));
    EXPECT_TRUE(has(html, "lang=\"ar\" hreflang=\"ar\" dir=\"rtl\""));
    EXPECT_FALSE(has(html, "Norsk bokmål"));
}

TEST(Page, LinksStayInTheLanguageOfTheAddress) {
    http::Request request = request_in("/sundsvall/places", "en");
    request.language_prefix = "/en";
    const Page page(request);
    EXPECT_EQ(page.tenant_url("/e-services"), "/en/sundsvall/e-services");
    EXPECT_EQ(page.url("/static/app.css"), "/static/app.css");
    EXPECT_EQ(page.url("/api/openapi.json"), "/api/openapi.json");
    EXPECT_EQ(page.url("https://example.se/"), "https://example.se/");
}

TEST(Page, UnreviewedLanguageSaysSo) {
    EXPECT_TRUE(has(page_of(request_in("/sundsvall/", "ar")), "class=\"unreviewed\""));
    EXPECT_FALSE(has(page_of(request_in("/sundsvall/")), "class=\"unreviewed\""));
}

TEST(Page, StaffPagesShowWhatTheRoleMayDo) {
    http::Request request = request_in("/sundsvall/staff/");
    request.identity = http::Identity{};
    request.identity->account_id = "a";
    request.identity->municipality_id = "2281";
    request.identity->role = http::Role::guide;
    request.csrf_token = "token\"1";
    const auto staff = [](Page& page) { page.staff = true; };
    const std::string guide = page_of(request, staff);
    EXPECT_TRUE(has(guide, "href=\"/sundsvall/staff/\" aria-current=\"page\""));
    EXPECT_TRUE(has(guide, "name=\"csrf_token\" value=\"token&quot;1\""));
    EXPECT_FALSE(has(guide, "/staff/settings"));
    EXPECT_TRUE(has(guide, "noindex"));
    request.identity->role = http::Role::administrator;
    EXPECT_TRUE(has(page_of(request, staff), "/staff/settings"));
}

TEST(Page, TenantColoursComeFromAStylesheet) {
    http::Request request = request_in("/sundsvall/");
    EXPECT_FALSE(has(page_of(request), "theme.css"));
    request.tenant->primary_colour = "#005b99";
    EXPECT_TRUE(has(page_of(request), "href=\"/sundsvall/theme.css?v=005b99\""));
}

TEST(ErrorPage, AlwaysHasAWayOn) {
    for (const int status : {400, 403, 404, 405, 413, 422, 429, 500, 503, 507, 418}) {
        const http::Response response = error_page(request_in("/sundsvall/nothing"), status);
        EXPECT_EQ(response.status, status);
        EXPECT_TRUE(has(response.body, "role=\"search\"")) << status;
        EXPECT_TRUE(has(response.body, "tel:+469803192005")) << status;
        EXPECT_TRUE(has(response.body, "noindex")) << status;
    }
}

TEST(ErrorPage, NamesTheRequestWhereTheFaultIsOurs) {
    EXPECT_TRUE(has(error_page(request_in("/x"), 500).body, "0192-77"));
    EXPECT_FALSE(has(error_page(request_in("/x"), 404).body, "0192-77"));
}

TEST(ErrorPage, IsJsonForPrograms) {
    const http::Response response = error_page(request_in("/api/v1/sundsvall/nothing"), 404);
    EXPECT_TRUE(response.content_type.starts_with("application/problem+json"));
}

TEST(ErrorPage, SaysWhatTheRequestHasThatCannotBeTaken) {
    const std::string form = "application/x-www-form-urlencoded", parts = "multipart/form-data; boundary=b";
    const auto told = [](std::string path, const std::string& type, std::string body, int status) {
        http::Request request = request_in(std::move(path), "en");
        request.method = http::Method::post;
        request.headers = {{"Content-Type", type}};
        request.body = std::move(body);
        EXPECT_EQ(http::read_form(request), status);
        return error_page(request, status);
    };
    std::string fields, part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n", many;
    for (int i = 0; i < 501; ++i) fields += "a=1&";
    for (int i = 0; i < 202; ++i) many += part + "1\r\n";
    const std::string nul(1, '\0');
    for (const auto* path : {"/sundsvall/import", "/api/v1/sundsvall/inquiries"}) {
        EXPECT_TRUE(has(told(path, form, fields, 413).body, "more fields than"));
        EXPECT_TRUE(has(told(path, parts, many + "--b--", 413).body, "more fields than"));
        EXPECT_TRUE(has(told(path, form, "rows=a%00b", 400).body, "such as NUL"));
        EXPECT_TRUE(has(told(path, parts, part + "x" + nul + "\r\n--b--", 400).body, "such as NUL"));
        EXPECT_TRUE(has(told(path, "application/json", "{\"a\":\"" + nul + "\"}", 400).body, "such as NUL"));
    }
    EXPECT_TRUE(has(told("/api/v1/sundsvall/inquiries", form, "a=%zz", 400).body, "percent signs"));
    EXPECT_TRUE(has(told("/sundsvall/import", form, "a=%zz", 400).body, "try once more"));
}

TEST(FormErrors, AreFoundByField) {
    FormErrors errors;
    EXPECT_TRUE(errors.empty());
    errors.add("email", "Write it");
    EXPECT_EQ(errors.message("email"), "Write it");
    EXPECT_EQ(errors.message("name"), "");
}

}  // namespace
}  // namespace digilots::html
