// Bodies that are made while they are sent: whole or visibly cut, and let go when nobody reads them.
#include <gtest/gtest.h>

#include "platform/http/server_for_tests.h"

namespace digilots::http {

namespace {

class PiecesTest : public ::testing::Test, protected RunningServer {};

std::string asked_for(const std::string& number, const std::string& rest = "Host: a\r\n", const std::string& version = "1.1") {
    return "GET /pieces?number=" + number + " HTTP/" + version + "\r\n" + rest + "\r\n";
}
std::string chunk(char letter) { return "c350\r\n" + std::string(50'000, letter) + "\r\n"; }

TEST_F(PiecesTest, GoOutAsChunksAndTheNextRequestIsAnsweredAfterThem) {
    start();
    Wire wire(server_->port());
    wire.send(asked_for("3") + "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const auto all = wire.until_closed();
    const auto head = all.substr(0, all.find("\r\n\r\n") + 4);
    EXPECT_NE(head.find("Transfer-Encoding: chunked\r\n"), std::string::npos) << head;
    EXPECT_EQ(head.find("Content-Length"), std::string::npos) << head;
    EXPECT_EQ(head.find("ETag"), std::string::npos) << head;
    const auto body = chunk('a') + chunk('b') + chunk('c') + "0\r\n\r\n";
    EXPECT_EQ(all.compare(head.size(), body.size(), body), 0);
    const auto next = all.substr(head.size() + body.size());
    EXPECT_TRUE(next.starts_with("HTTP/1.1 200") && next.ends_with("Start")) << next;
}

TEST_F(PiecesTest, AnOldClientGetsThemUntilTheConnectionEnds) {
    start();
    const auto all = [&] {
        Wire wire(server_->port());
        wire.send(asked_for("2", "Host: a\r\nConnection: keep-alive\r\n", "1.0"));
        return wire.until_closed();
    }();
    EXPECT_EQ(all.find("Transfer-Encoding"), std::string::npos);
    EXPECT_TRUE(all.ends_with("\r\n\r\n" + std::string(50'000, 'a') + std::string(50'000, 'b')));
}

TEST_F(PiecesTest, NothingIsMadeForHead) {
    start();
    Wire wire(server_->port());
    wire.send("HEAD /pieces?number=endless HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_of(wire.answer(true)), 200);
    EXPECT_TRUE(wire.answer().ends_with("Start"));
    let_go_.wait();
}

TEST_F(PiecesTest, WhatFailsOnTheWayDoesNotLookWhole) {
    start();
    Wire wire(server_->port());
    wire.send(asked_for("broken"));
    const auto all = wire.until_closed();
    EXPECT_EQ(all.find("\r\n0\r\n\r\n"), std::string::npos);
    EXPECT_FALSE(all.ends_with("TIMEOUT"));
    EXPECT_EQ(status_of(ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
}

TEST_F(PiecesTest, AreLetGoWhenTheClientHasGone) {
    start();
    {
        Wire wire(server_->port());
        wire.send(asked_for("endless"));
        EXPECT_EQ(status_of(wire.answer()), 200);
    }
    let_go_.wait();
}

TEST_F(PiecesTest, EndAtTheirDeadlineHoweverFastTheyAreRead) {
    auto options = options_for_tests();
    options.stream_deadline = std::chrono::milliseconds(30);
    start(options);
    Wire wire(server_->port());
    wire.send(asked_for("endless"));
    const auto all = wire.until_closed();
    EXPECT_EQ(all.find("\r\n0\r\n\r\n"), std::string::npos);
    EXPECT_FALSE(all.ends_with("TIMEOUT"));
    let_go_.wait();
}

TEST_F(PiecesTest, AreLetGoOfAReaderThatStopped) {
    auto options = options_for_tests();
    options.write_deadline = std::chrono::milliseconds(50);
    start(options);
    Wire wire(server_->port(), 4096);
    wire.send(asked_for("endless"));
    let_go_.wait();
}

}  // namespace

}  // namespace digilots::http
