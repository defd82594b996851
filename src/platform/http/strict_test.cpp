// What must never be read two ways, and that no bytes at all bring the server down or out of its 4xx.
#include <gtest/gtest.h>
#include <random>
#include <thread>

#include "platform/http/multipart.h"
#include "platform/http/target.h"
#include "platform/http/wire_for_tests.h"

namespace digilots::http {

namespace {

struct Case {
    const char* what;
    std::string bytes;
    int status;
};

const std::string host_line = "Host: a\r\n";
const std::string post = "POST / HTTP/1.1\r\n" + host_line;

std::string many_headers() {
    std::string all = "GET / HTTP/1.1\r\nHost: a\r\n";
    for (int n = 0; n < 150; ++n) all += "X: a\r\n";
    return all + "\r\n";
}

class StrictTest : public ::testing::Test {
protected:
    StrictTest() {
        auto options = options_for_tests();
        options.header_deadline = options.body_deadline = options.idle_deadline =
            std::chrono::milliseconds(150);
        Routes routes = {
            {Method::get, "/", Access::anyone,
             [](const Request& request) { return text(std::string(request.header("host"))); }},
            {Method::get, "/{municipality}/", Access::anyone, [](const Request&) { return text("start"); }},
            {Method::get, "/find", Access::anyone,
             [](const Request& request) { return text(std::string(request.query.get("q"))); },
             {"q"}},
            {Method::post, "/", Access::anyone,
             [](const Request& request) { return text("posted " + std::string(request.form.get("a"))); }},
        };
        server_ = std::make_unique<Server>(options, std::move(routes), Gatekeeper{}, nullptr, clock_);
        server_->start();
    }

    /// Each is answered once with its status, and what follows on the connection is not read.
    void refuses(const std::vector<Case>& cases) {
        for (const auto& item : cases) {
            Wire wire(server_->port());
            wire.send(item.bytes + "GET /hidden HTTP/1.1\r\nHost: a\r\n\r\n");
            const auto all = wire.until_closed();
            EXPECT_EQ(status_of(all), item.status) << item.what << "\n" << all;
            EXPECT_EQ(all.find("HTTP/1.1 ", 1), std::string::npos) << item.what << ": answered twice\n"
                                                                   << all;
            EXPECT_EQ(all.find("TIMEOUT"), std::string::npos) << item.what;
        }
    }

    std::string ask(std::string_view bytes) {
        Wire wire(server_->port());
        wire.send(bytes);
        return wire.answer();
    }

    base::SystemClock clock_;
    std::unique_ptr<Server> server_;
};

TEST_F(StrictTest, RefusesBodiesThatCouldBeReadTwoWays) {
    refuses({{"length and chunked", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
              400},
             {"chunked and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
              400},
             {"two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
             {"the same length twice", post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", 400},
             {"list of lengths", post + "Content-Length: 1, 1\r\n\r\na", 400},
             {"signed length", post + "Content-Length: +1\r\n\r\na", 400},
             {"negative length", post + "Content-Length: -1\r\n\r\na", 400},
             {"hexadecimal length", post + "Content-Length: 0x1\r\n\r\na", 400},
             {"empty length", post + "Content-Length: \r\n\r\na", 400},
             {"spaced length", post + "Content-Length: 1 1\r\n\r\na", 400},
             {"unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400},
             {"identity", post + "Transfer-Encoding: identity\r\n\r\n", 400},
             {"gzip first", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
             {"chunked twice",
              post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
             {"chunked not last", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400},
             {"quoted", post + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n", 400},
             {"vertical tab",
              post + "Transfer-Encoding: \x0b"
                     "chunked\r\n\r\n0\r\n\r\n",
              400},
             {"space before colon", post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400},
             {"space before length's colon", post + "Content-Length : 1\r\n\r\na", 400},
             {"chunked on 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
             {"folded line", post + "X: a\r\n Transfer-Encoding: chunked\r\n\r\n", 400},
             {"folded first line", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
             {"bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400},
             {"bare CR", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", 400},
             {"NUL in value", "GET / HTTP/1.1\r\nHost: a\r\nX: a" + std::string(1, '\0') + "b\r\n\r\n", 400},
             {"NUL in target", "GET /" + std::string(1, '\0') + " HTTP/1.1\r\nHost: a\r\n\r\n", 400}});
}

TEST_F(StrictTest, RefusesDoubtfulHostsAndHeaderLines) {
    refuses({{"no host", "GET / HTTP/1.1\r\n\r\n", 400},
             {"two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
             {"the same host twice", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400},
             {"host with path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
             {"host with user", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400},
             {"host with bad port", "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", 400},
             {"empty host", "GET / HTTP/1.1\r\nHost: \r\n\r\n", 400},
             {"line without colon", "GET / HTTP/1.1\r\nHost: a\r\nbroken\r\n\r\n", 400},
             {"empty name", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", 400}});
}

TEST_F(StrictTest, RefusesTargetsAndLinesOutsideTheGrammar) {
    refuses({{"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"tab in the request line", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"no version", "GET /\r\nHost: a\r\n\r\n", 400},
             {"lower-case version", "GET / http/1.1\r\nHost: a\r\n\r\n", 400},
             {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
             {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505},
             {"unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
             {"connect", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 501},
             {"star for GET", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"relative target", "GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"other scheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"fragment", "GET /#a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"dot dot", "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"encoded dot dot", "GET /a/%2e%2e/b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"encoded slash", "GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"encoded backslash", "GET /a%5cb HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"double slash", "GET //evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"encoded NUL", "GET /a%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"encoded NUL in query", "GET /find?q=%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"overlong slash", "GET /%c0%af HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"half an escape", "GET /%2 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"bad escape", "GET /find?q=%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"invalid UTF-8 in query", "GET /find?q=%ff HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"raw high bytes in target", "GET /\xc3\xa5 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"expectation", post + "Content-Length: 1\r\nExpect: magic\r\n\r\n", 417},
             {"long target", "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
             {"endless target", "GET /" + std::string(20000, 'a'), 414},
             {"large header", "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20000, 'a') + "\r\n\r\n", 431},
             {"many headers", many_headers(), 431}});
}

TEST_F(StrictTest, RefusesBrokenChunks) {
    refuses({{"chunk size with sign", post + "Transfer-Encoding: chunked\r\n\r\n+1\r\na\r\n0\r\n\r\n", 400},
             {"chunk size 0x", post + "Transfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n", 400},
             {"chunk size with space", post + "Transfer-Encoding: chunked\r\n\r\n1 \r\na\r\n0\r\n\r\n", 400},
             {"huge chunk size", post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n", 400},
             {"chunk without end", post + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n", 400},
             {"chunk with bare LF", post + "Transfer-Encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n", 400},
             {"bare LF in a chunk extension",
              post + "Transfer-Encoding: chunked\r\n\r\n1;a\n\r\na\r\n0\r\n\r\n", 400},
             {"trailer without name", post + "Transfer-Encoding: chunked\r\n\r\n0\r\n x\r\n\r\n", 400}});
}

TEST_F(StrictTest, AcceptsWhatIsRightThoughUncommon) {
    EXPECT_TRUE(ask("GET http://b.example/ HTTP/1.1\r\nHost: a\r\n\r\n").ends_with("b.example"));
    EXPECT_TRUE(ask("GET http://b.example HTTP/1.1\r\nHost: a\r\n\r\n").ends_with("b.example"));
    EXPECT_EQ(status_of(ask("\r\nGET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n")), 200);
    EXPECT_EQ(status_of(ask("GET / HTTP/1.1\r\nhOsT:a\r\nX:\t \r\n\r\n")), 200);
    EXPECT_EQ(status_of(ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")), 204);
    EXPECT_TRUE(ask("GET /find?q=%C3%A5+b%26 HTTP/1.1\r\nHost: a\r\n\r\n").ends_with("å b&"));
    EXPECT_TRUE(ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded; "
                    "charset=utf-8\r\nTransfer-Encoding: CHUNKED\r\n\r\n03\r\na=1\r\n0\r\n\r\n")
                    .ends_with("posted 1"));
    EXPECT_TRUE(ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").ends_with("posted "));
    EXPECT_EQ(status_of(ask("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n")), 405);
    EXPECT_NE(ask("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n").find("Allow: GET, HEAD, POST, OPTIONS"),
              std::string::npos);
}

TEST_F(StrictTest, AnyBytesEndInA4xxOrACloseAndTheServerLives) {
    std::mt19937 random(7);
    const std::string good =
        "POST /find?q=%C3%A5 HTTP/1.1\r\nHost: a.example\r\nContent-Type: multipart/form-data; boundary=x\r\n"
        "Cookie: session=abc; language=nb\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n--x\r\n\r\n0\r\n\r\n";
    std::vector<std::string> inputs;
    for (int n = 0; n < 300; ++n) {
        std::string bytes(random() % 400, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        inputs.push_back(bytes);
        std::string mutated = good;
        for (int change = 0; change < 1 + n % 6; ++change) {
            const auto at = random() % mutated.size();
            if (random() % 3 == 0)
                mutated.erase(at, random() % 5);
            else if (random() % 2 == 0)
                mutated.insert(at, 1, static_cast<char>(random()));
            else
                mutated[at] = static_cast<char>(random());
            if (mutated.empty()) mutated = good;
        }
        inputs.push_back(mutated);
    }
    for (const auto& bytes : inputs) {
        Wire wire(server_->port());
        wire.send(bytes);
        wire.shut_sending();
        const auto all = wire.until_closed();
        EXPECT_EQ(all.find("TIMEOUT"), std::string::npos);
        const int status = status_of(all);
        EXPECT_TRUE(all.empty() || (status >= 200 && status < 500) || status == 501 || status == 505)
            << all << "\nfor\n"
            << bytes;
    }
    EXPECT_EQ(status_of(ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
}

TEST(MultipartTest, ReadsFieldsAndFilesAndCleansNames) {
    const auto parts = read_multipart(
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nå\r\nb\r\n"
        "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"..\\..\\etc/pass\"\r\nContent-Type: "
        "text/plain\r\n\r\n\xff\r\n--x--\r\n",
        "x");
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->fields.get("a"), "å\nb");
    ASSERT_EQ(parts->uploads.size(), 1u);
    EXPECT_EQ(parts->uploads[0].file_name, "pass");
    EXPECT_EQ(parts->uploads[0].bytes, "\xff");
    EXPECT_EQ(boundary_of("multipart/form-data; charset=utf-8; boundary=\"a b\""), "a b");
    EXPECT_EQ(boundary_of("multipart/form-data"), "");
}

TEST(MultipartTest, LeavesHiddenControlsOutOfWhatIsTypedAsOtherFormsAndQueriesDo) {
    const std::string typed = "fax\u202Egpj.exe\u202C\u2066a\u2069\x1b\u0085\uFEFF \u0645\u06CC\u200C\u062E";
    const std::string kept = "faxgpj.exea \u0645\u06CC\u200C\u062E";
    const auto parts = read_multipart("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + typed + "\r\n--x--\r\n", "x");
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->fields.get("a"), kept);
    const auto fields = read_urlencoded("a=" + percent_encode(typed));
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->get("a"), kept);
}

TEST(MultipartTest, RefusesWhatIsNotWellFormed) {
    for (const std::string body :
         {"", "--x", "--x\r\n", "--x\r\n\r\n\r\n--x--",
          "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--",
          "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n--x--",
          "--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\nb\r\n--x--",
          "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x-- trailing"})
        EXPECT_FALSE(read_multipart(body, "x")) << body;
}

TEST(TargetTest, TellsValidUtf8FromOverlongAndSurrogates) {
    EXPECT_TRUE(is_utf8("åäö 😀 \xf4\x8f\xbf\xbf"));
    for (const char* bad : {"\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80", "\xc3",
                            "\xf8\x88\x80\x80\x80"})
        EXPECT_FALSE(is_utf8(bad));
}

}  // namespace
}  // namespace digilots::http
