#pragma once
// A person with a browser, without the browser: asks the server's handle(), keeps cookies, follows redirects,
// fills in forms that are on the page, and checks on every HTML answer what all pages promise (html_check.h).
//
//   PageClient client(server);
//   client.sign_in("guide@sundsvall.example", "correct horse battery staple");
//   auto desk = client.get("/sundsvall/staff/");
//   auto after = client.submit(desk, {{"topics", "bank"}, {"minutes", "10"}});
//   EXPECT_TRUE(after.says("Logged"));
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/server.h"
#include "platform/testing/html_check.h"

namespace digilots::testing {

using FormFields = std::vector<std::pair<std::string, std::string>>;

struct Page {
    std::string url;  // after redirects: path and query
    int status = 0;
    http::Response response;  // with the headers that the server adds
    std::string html;         // the body

    /// True where this stands in the text or the markup.
    bool says(std::string_view text) const { return html.find(text) != std::string::npos; }
    std::string_view header(std::string_view name) const;
    /// The text of the only h1.
    std::string heading() const;
    /// The href of the first link with this text; a test failure where there is none.
    std::string link(std::string_view text) const;
    std::vector<Element> all(std::string_view element_name) const;
};

class PageClient {
public:
    explicit PageClient(http::Server& server) : server_(&server) {}

    Page get(std::string_view url);
    /// Without following a redirect.
    Page get_once(std::string_view url);
    /// A POST that no page offered: without token unless `fields` hold one. Redirects are not followed.
    Page post_once(std::string_view url, const FormFields& fields);
    /// Fills in and sends the form of the page that has all these fields. What is not named keeps the page's
    /// values. A field that the form does not have, and a choice that it does not offer, are test failures.
    /// `button`: the name=value of the button pressed, where it matters ("action=delete").
    /// `action`: which form, where several have the fields: part of its action.
    Page submit(const Page& page, const FormFields& fields, std::string_view button = "",
                std::string_view action = "");
    Page sign_in(std::string_view email, std::string_view password);
    void forget_cookies() { cookies_.clear(); }
    /// Any request with its own headers and body (API). `headers` may hold "Authorization".
    Page send(http::Method method, std::string_view url, std::string body = "",
              std::vector<std::pair<std::string, std::string>> headers = {});

    std::map<std::string, std::string>& cookies() { return cookies_; }
    /// Sent as Accept-Language with each request.
    std::string accept_language = "en";

private:
    Page follow(Page page);

    http::Server* server_;
    std::map<std::string, std::string> cookies_;
};

}  // namespace digilots::testing
