#include "platform/testing/played_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "platform/base/ensure.h"

namespace digilots::testing {

namespace {

bool wait_readable(int descriptor, const std::atomic<bool>& stopping) {
    while (!stopping) {
        pollfd wanted{descriptor, POLLIN, 0};
        if (::poll(&wanted, 1, 20) > 0) return true;
    }
    return false;
}

void send_all(int connection, const std::string& bytes) {
    for (std::size_t sent = 0; sent < bytes.size();) {
        const auto count = ::send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return;
        sent += static_cast<std::size_t>(count);
    }
}

std::size_t length_of_body(const std::string& head) {
    const auto at = head.find("Content-Length: ");
    return at == std::string::npos ? 0 : static_cast<std::size_t>(std::atol(head.c_str() + at + 16));
}

}  // namespace

PlayedServer::PlayedServer(Play play) : play_(std::move(play)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    ENSURE(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 && ::listen(listener_, 16) == 0);
    ENSURE(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] { serve(); });
}

PlayedServer::~PlayedServer() {
    stopping_ = true;
    thread_.join();
    ::close(listener_);
}

std::vector<std::string> PlayedServer::requests() const {
    const base::Lock lock(mutex_);
    return asked_;
}

void PlayedServer::serve() {
    while (wait_readable(listener_, stopping_)) {
        const int connection = ::accept(listener_, nullptr, nullptr);
        if (connection < 0) continue;
        answer(connection);
        ::close(connection);
    }
}

void PlayedServer::answer(int connection) {
    std::string request;
    std::array<char, 4096> piece;
    std::size_t end = std::string::npos;
    while (end == std::string::npos || request.size() < end + 4 + length_of_body(request.substr(0, end + 2))) {
        if (!wait_readable(connection, stopping_)) return;
        const auto count = ::recv(connection, piece.data(), piece.size(), 0);
        if (count <= 0) return;
        request.append(piece.data(), static_cast<std::size_t>(count));
        end = request.find("\r\n\r\n");
    }
    const auto begin = request.find(' ') + 1;
    const auto target = request.substr(begin, request.find(' ', begin) - begin);
    {
        const base::Lock lock(mutex_);
        asked_.push_back(target);
    }
    const auto reply = play_(target, request.substr(end + 4));
    if (reply.manner == Reply::Manner::silent) {
        wait_readable(connection, stopping_);            // the asker hangs up
        return;
    }
    std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " Played\r\nConnection: close\r\nContent-Type: " +
                       reply.content_type + "\r\nContent-Length: " + std::to_string(reply.body.size()) + "\r\n";
    for (const auto& [name, value] : reply.headers) head += name + ": " + value + "\r\n";
    const bool whole = reply.manner == Reply::Manner::usual;
    send_all(connection, head + "\r\n" + (whole ? reply.body : reply.body.substr(0, reply.body.size() / 2)));
}

}  // namespace digilots::testing
