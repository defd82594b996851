#include <gtest/gtest.h>

#include "platform/http/fetch.h"
#include "platform/testing/played_server.h"

namespace digilots::http {
namespace {

using testing::PlayedServer, testing::Reply;

FetchProblem problem_of(const Errand& errand) {
    const auto fetched = fetch(errand);
    return fetched ? FetchProblem::bad_address : fetched.error().problem;
}

TEST(Fetch, BringsStatusBodyAndHowLongToWait) {
    PlayedServer server([](const std::string& target, const std::string&) {
        Reply reply;
        reply.status = 429;
        reply.body = target;
        reply.headers = {{"Retry-After", "7"}};
        return reply;
    });
    const auto fetched = fetch({server.url() + "/a?b=c"});
    ASSERT_TRUE(fetched.has_value());
    EXPECT_EQ(fetched->status, 429);
    EXPECT_EQ(fetched->body, "/a?b=c");
    EXPECT_EQ(fetched->retry_after, std::chrono::seconds(7));
}

TEST(Fetch, PostsABody) {
    PlayedServer server([](const std::string&, const std::string& body) { return Reply{200, "got " + body}; });
    Errand errand{server.url()};
    errand.body = "{}";
    EXPECT_EQ(fetch(errand)->body, "got {}");
}

TEST(Fetch, RefusesOtherKindsOfAddress) {
    for (const char* url : {"file:///etc/passwd", "ftp://127.0.0.1/", "//127.0.0.1/", "", "http://", "http://user:word@127.0.0.1/"}) {
        EXPECT_EQ(problem_of({url}), FetchProblem::bad_address) << url;
        EXPECT_FALSE(is_web_address(url)) << url;
    }
}

TEST(Fetch, FollowsOnTheSameHostOnly) {
    PlayedServer other([](const std::string&, const std::string&) { return Reply{200, "elsewhere"}; });
    PlayedServer server([&](const std::string& target, const std::string&) {
        Reply reply{302, ""};
        if (target == "/here") return Reply{200, "here"};
        reply.headers = {{"Location", target == "/near" ? "/here" : target == "/round" ? "/round" : other.url() + "/"}};
        return reply;
    });
    EXPECT_EQ(fetch({server.url() + "/near"})->body, "here");
    EXPECT_EQ(problem_of({server.url() + "/far"}), FetchProblem::elsewhere);
    EXPECT_EQ(problem_of({server.url() + "/round"}), FetchProblem::elsewhere);
    EXPECT_TRUE(other.requests().empty());
}

TEST(Fetch, BoundsTimeAndSize) {
    PlayedServer server([](const std::string& target, const std::string&) {
        Reply reply{200, std::string(100'000, 'x')};
        if (target == "/silent") reply.manner = Reply::Manner::silent;
        if (target == "/cut") reply.manner = Reply::Manner::cut_off;
        return reply;
    });
    Errand small{server.url() + "/large"};
    small.most_bytes = 50'000;
    EXPECT_EQ(problem_of(small), FetchProblem::too_large);
    Errand quick{server.url() + "/silent"};
    quick.time_limit = std::chrono::milliseconds(50);
    EXPECT_EQ(problem_of(quick), FetchProblem::broken);
    EXPECT_EQ(problem_of({server.url() + "/cut"}), FetchProblem::broken);
}

TEST(Fetch, TellsOriginsApart) {
    EXPECT_TRUE(is_same_origin("https://api.example/v3", "https://API.example:443/other?x=1"));
    EXPECT_FALSE(is_same_origin("https://api.example/v3", "http://api.example/v3"));
    EXPECT_FALSE(is_same_origin("https://api.example/v3", "https://api.example.evil/v3"));
    EXPECT_FALSE(is_same_origin("https://api.example/v3", "https://api.example@evil/v3"));
    EXPECT_FALSE(is_same_origin("nonsense", "nonsense"));
}

}  // namespace
}  // namespace digilots::http
