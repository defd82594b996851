#include <gtest/gtest.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "platform/http/wire_for_tests.h"
#include "platform/testing/database.h"

namespace digilots::http {

namespace {

std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    char bytes[4096];
    for (std::size_t count = 0; (count = std::fread(bytes, 1, sizeof bytes, pipe)) > 0;)
        text.append(bytes, count);
    ::pclose(pipe);
    return text;
}

class TlsTest : public ::testing::Test {
protected:
    TlsTest() {
        const auto made =
            std::system(("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                         "-subj /CN=localhost -days 2 -keyout " +
                         key_ + " -out " + certificate_ + " 2>/dev/null")
                            .c_str());
        EXPECT_EQ(made, 0);
    }

    digilots::testing::TemporaryFolder folder_;
    std::string certificate_ = (folder_.path() / "certificate.pem").string();
    std::string key_ = (folder_.path() / "key.pem").string();
    base::SystemClock clock_;
};

TEST_F(TlsTest, ServesOverTlsWithSecureCookiesAndStrictTransport) {
    auto options = options_for_tests();
    options.tls_certificate = certificate_;
    options.tls_key = key_;
    Routes routes = {{Method::get, "/", Access::anyone, [](const Request&) {
                          Response response = html("<h1>Safe</h1>" + std::string(100'000, 's'));
                          response.cookies.push_back({"session", "abc"});
                          return response;
                      }}};
    Server server(options, std::move(routes), {}, nullptr, clock_);
    server.start();
    const std::string port = std::to_string(server.port());
    const auto answer = output_of(
        "printf 'GET / HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' | "
        "openssl s_client -quiet -verify_return_error -CAfile " +
        certificate_ + " -connect 127.0.0.1:" + port + " 2>/dev/null");
    EXPECT_EQ(status_of(answer), 200) << answer.substr(0, 500);
    EXPECT_TRUE(answer.ends_with("sss"));
    EXPECT_NE(answer.find("Strict-Transport-Security: "), std::string::npos);
    EXPECT_NE(answer.find("Set-Cookie: session=abc; Path=/; SameSite=Lax; HttpOnly; Secure"),
              std::string::npos);
    Wire plain(server.port());
    plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_of(plain.until_closed()), 0) << "plain bytes get no page";
}

TEST_F(TlsTest, BodiesInPiecesGoOutOverTlsToo) {
    auto options = options_for_tests();
    options.tls_certificate = certificate_;
    options.tls_key = key_;
    Routes routes = {{Method::get, "/", Access::anyone, [](const Request&) {
                          return streamed([sent = 0]() mutable { return sent++ < 3 ? std::string(70'000, 'p') : std::string(); },
                                          "text/plain");
                      }}};
    Server server(options, std::move(routes), {}, nullptr, clock_);
    server.start();
    const auto answer = output_of(
        "printf 'GET / HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' | openssl s_client -quiet -CAfile " +
        certificate_ + " -connect 127.0.0.1:" + std::to_string(server.port()) + " 2>/dev/null");
    EXPECT_EQ(std::ranges::count(answer.substr(answer.find("\r\n\r\n")), 'p'), 210'000);
    EXPECT_TRUE(answer.ends_with("0\r\n\r\n"));
}

TEST_F(TlsTest, NamesTheFileThatCannotBeRead) {
    auto options = options_for_tests();
    options.tls_certificate = certificate_ + ".missing";
    options.tls_key = key_;
    Server server(options, {}, {}, nullptr, clock_);
    try {
        server.start();
        FAIL() << "started without its certificate";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find(options.tls_certificate), std::string::npos);
    }
}

}  // namespace
}  // namespace digilots::http
