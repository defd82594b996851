#include "platform/testing/page_client.h"

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include "platform/html/writer.h"

namespace digilots::testing {

namespace {

std::string serving(const std::string& main) {
    return "<!doctype html><html lang=\"en\" "
           "dir=\"ltr\"><head><title>Desk</title></head><body><main><h1>Desk</h1>" +
           main + "</main></body></html>";
}

std::string form_page(const http::Request& request) {
    return serving("<form method=\"post\" action=\"/save\"><input type=\"hidden\" name=\"csrf_token\" value=\"" +
                request.csrf_token +
                "\"><label for=\"topic\">Topic</label><select id=\"topic\" name=\"topic\"><option "
                "value=\"bank\">Bank</option>"
                "<option value=\"print\" selected>Print</option></select><label>Note <textarea "
                "name=\"note\">before</textarea></label>"
                "<button name=\"action\" value=\"save\">Save</button></form>");
}

std::string echo(const http::Request& request) {
    html::Writer writer;
    writer.text(request.form.get("topic"));
    writer.literal("|");
    writer.text(request.form.get("note"));
    writer.literal("|");
    writer.text(request.form.get("action"));
    return serving("<p>" + writer.out + "</p>");
}

class PageClientTest : public ::testing::Test {
protected:
    PageClientTest() {
        http::Gatekeeper gatekeeper;
        gatekeeper.find_session = [](std::string_view token, base::Instant) -> std::optional<http::Identity> {
            if (token != "abc") return std::nullopt;
            http::Identity person;
            person.account_id = "one";
            return person;
        };
        const auto anyone = http::Access::anyone, signed_in = http::Access::signed_in;
        using enum http::Method;
        http::Routes routes = {
            {get, "/login", anyone,
             [](const http::Request&) {
                 return http::html(serving(
                     "<form method=\"post\" action=\"/login\"><label>E-mail <input name=\"email\"></label>"
                     "<label>Password <input type=\"password\" name=\"password\"></label><button>Sign "
                     "in</button></form>"));
             }},
            {post, "/login", anyone,
             [](const http::Request& request) {
                 auto response = http::see_other("/desk");
                 if (request.form.get("password") == "right") response.cookies.push_back({"session", "abc"});
                 return response;
             }},
            {get, "/desk", signed_in,
             [](const http::Request& request) { return http::html(form_page(request)); }},
            {post, "/save", signed_in,
             [](const http::Request& request) { return http::html(echo(request)); }},
            {get, "/broken", anyone,
             [](const http::Request&) { return http::html(serving("<p id=\"a\"></p><p id=\"a\"></p>")); }},
        };
        server_ = std::make_unique<http::Server>(http::ServerOptions{}, std::move(routes),
                                                 std::move(gatekeeper), nullptr, clock_);
    }

    base::TestClock clock_{base::Instant{std::chrono::hours(500'000)}};
    std::unique_ptr<http::Server> server_;
};

TEST_F(PageClientTest, SignsInFollowsAndSendsTheFormWithItsToken) {
    PageClient client(*server_);
    EXPECT_EQ(client.get("/desk").url, "/login?next=%2Fdesk");
    const auto desk = client.sign_in("a@example.org", "right");
    EXPECT_EQ(desk.url, "/desk");
    EXPECT_EQ(desk.heading(), "Desk");
    const auto saved = client.submit(desk, {{"note", "å & b"}}, "action=save");
    EXPECT_EQ(saved.status, 200);
    EXPECT_TRUE(saved.says("print|å &amp; b|save")) << saved.html;
    EXPECT_EQ(client.post_once("/save", {{"note", "x"}}).status, 403) << "without the page's token";
}

TEST_F(PageClientTest, FailsTheTestForABrokenPromiseAndAChoiceNotOffered) {
    PageClient client(*server_);
    ::testing::TestPartResultArray failures;
    {
        const auto desk = client.sign_in("a@example.org", "right");
        ::testing::ScopedFakeTestPartResultReporter catcher(
            ::testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &failures);
        client.get("/broken");
        client.submit(desk, {{"topic", "dance"}});
    }
    std::string all;
    for (int at = 0; at < failures.size(); ++at) all += failures.GetTestPartResult(at).message();
    EXPECT_NE(all.find("\"a\" is there twice"), std::string::npos) << all;
    EXPECT_NE(all.find("offers no \"dance\" for topic"), std::string::npos) << all;
}

}  // namespace
}  // namespace digilots::testing
