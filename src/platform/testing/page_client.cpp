#include "platform/testing/page_client.h"

#include <gtest/gtest.h>
#include <algorithm>

#include "platform/testing/html_form.h"
#include "platform/testing/html_reader.h"

namespace digilots::testing {

namespace {

bool is_html(const http::Response& response) {
    return response.content_type.starts_with("text/html");
}

/// Links, images, scripts and styles of other sites would tell them who reads our pages; plain links may
/// leave.
void check_third_parties(const ReadPage& page, std::vector<std::string>& problems) {
    for (const auto& read : page.elements) {
        if (read.element.name == "a") continue;
        for (const char* name : {"src", "srcset", "action"}) {
            const auto value = read.element.attribute(name);
            if (value.starts_with("http:") || value.starts_with("https:") || value.starts_with("//"))
                problems.push_back("<" + read.element.name + " " + name +
                                   "> loads from another site: " + std::string(value));
        }
    }
}

void check_direction(const ReadPage& page, std::vector<std::string>& problems) {
    for (const auto& read : page.elements) {
        if (read.element.name != "html") continue;
        const auto lang = read.element.attribute("lang");
        const bool right_to_left =
            lang == "ar" || lang == "fa" || lang == "ur" || lang == "he" || lang == "ckb";
        if ((read.element.attribute("dir") == "rtl") != right_to_left)
            problems.push_back("dir does not fit lang=\"" + std::string(lang) + "\"");
    }
}

void check_page(const Page& page) {
    const bool is_part_of_a_page = page.url.contains("fragment=1");
    if (!is_html(page.response) || page.html.empty() || is_part_of_a_page) return;
    const auto read = read_html(page.html);
    auto problems = problems_of(read);
    check_third_parties(read, problems);
    check_direction(read, problems);
    // A browser sends "Origin: null" from there, and csrf.h refuses that.
    if (page.header("Referrer-Policy") == "no-referrer" && page.html.contains("method=\"post\""))
        problems.push_back("a form stands on a page that says no-referrer: what is sent from it is refused");
    for (const auto& problem : problems) ADD_FAILURE() << page.url << ": " << problem;
    if (!problems.empty()) ADD_FAILURE() << page.html.substr(0, 4000);
}

void keep_cookies(const http::Response& response, std::map<std::string, std::string>& cookies) {
    for (const auto& [name, value] : response.headers) {
        if (name != "Set-Cookie") continue;
        const auto equals = value.find('=');
        const auto key = value.substr(0, equals);
        if (value.find("Max-Age=0") != std::string::npos)
            cookies.erase(key);
        else
            cookies[key] = value.substr(equals + 1, value.find(';') - equals - 1);
    }
}

/// "?page=2" and "places" as a browser resolves them against the page they stand on.
std::string resolve(std::string_view base, std::string_view url) {
    if (const auto hash = url.find('#'); hash != std::string_view::npos) url = url.substr(0, hash);
    const auto path = base.substr(0, base.find('?'));
    if (url.empty()) return std::string(base);
    if (url.starts_with('/')) return std::string(url);
    if (url.starts_with('?')) return std::string(path) + std::string(url);
    return std::string(path.substr(0, path.rfind('/') + 1)) + std::string(url);
}

}  // namespace

std::string_view Page::header(std::string_view name) const {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

std::string Page::heading() const {
    const auto headings = all("h1");
    return headings.empty() ? "" : headings.front().text;
}

std::string Page::link(std::string_view text) const {
    for (const auto& element : all("a"))
        if (element.text == text) return resolve(url, element.attribute("href"));
    ADD_FAILURE() << url << ": no link says \"" << text << "\"\n" << html.substr(0, 4000);
    return "/";
}

std::vector<Element> Page::all(std::string_view element_name) const {
    std::vector<Element> elements;
    for (auto& read : read_html(html).elements) {
        if (read.element.name == element_name) elements.push_back(std::move(read.element));
    }
    return elements;
}

Page PageClient::send(http::Method method, std::string_view url, std::string body,
                      std::vector<std::pair<std::string, std::string>> headers) {
    url = url.substr(0, url.find('#'));     // no browser sends it
    http::Request request;
    request.method = method;
    request.path = url.substr(0, url.find('?'));
    if (const auto question = url.find('?'); question != std::string_view::npos)
        request.raw_query = url.substr(question + 1);
    request.headers = std::move(headers);
    request.headers.emplace_back("Host", "localhost");
    request.headers.emplace_back("Accept-Language", accept_language);
    std::string cookies;
    for (const auto& [name, value] : cookies_) cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
    if (!cookies.empty()) request.headers.emplace_back("Cookie", cookies);
    request.body = std::move(body);

    Page page;
    page.url = url;
    page.response = server_->handle(std::move(request));
    page.status = page.response.status;
    page.html = page.response.body;
    if (page.response.pieces)
        while (true) {
            const auto piece = (*page.response.pieces)();
            if (piece.empty()) break;
            page.html += piece;
        }
    EXPECT_FALSE(page.header("Content-Security-Policy").empty()) << url;
    keep_cookies(page.response, cookies_);
    check_page(page);
    return page;
}

Page PageClient::follow(Page page) {
    for (int hops = 0; page.status == 301 || page.status == 302 || page.status == 303 || page.status == 308;
         ++hops) {
        if (hops == 10) {
            ADD_FAILURE() << page.url << " redirects for ever";
            break;
        }
        page = get_once(resolve(page.url, page.header("Location")));
    }
    return page;
}

Page PageClient::get_once(std::string_view url) {
    return send(http::Method::get, url);
}
Page PageClient::get(std::string_view url) {
    return follow(get_once(url));
}

Page PageClient::post_once(std::string_view url, const FormFields& fields) {
    return send(http::Method::post, url, encode_form(fields),
                {{"Content-Type", "application/x-www-form-urlencoded"}});
}

Page PageClient::submit(const Page& page, const FormFields& fields, std::string_view button,
                        std::string_view action) {
    const auto form = find_form(page.html, fields, action);
    if (!form) {
        ADD_FAILURE() << page.url << ": no form has these fields: " << encode_form(fields) << "\n"
                      << page.html.substr(0, 6000);
        return page;
    }
    for (const auto& problem : form->problems(fields)) ADD_FAILURE() << page.url << ": " << problem;
    auto sent = form->filled(fields);
    if (const auto equals = button.find('='); equals != std::string_view::npos)
        sent.emplace_back(button.substr(0, equals), button.substr(equals + 1));
    const auto target = resolve(page.url, form->action);
    if (form->is_post) return follow(post_once(target, sent));
    return get(target.substr(0, target.find('?')) + "?" + encode_form(sent));
}

Page PageClient::sign_in(std::string_view email, std::string_view password) {
    return submit(get("/login"), {{"email", std::string(email)}, {"password", std::string(password)}});
}

}  // namespace digilots::testing
