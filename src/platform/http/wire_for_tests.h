#pragma once
// For tests: a server on a free port and a plain socket to it, so that every byte is the test's own.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <string>
#include <string_view>

#include "platform/http/server.h"

namespace digilots::http {

/// Tests fail after this long instead of hanging; nothing waits for it to pass.
constexpr int patience_ms = 20'000;

class Wire {
public:
    explicit Wire(std::uint16_t port, int receive_buffer = 0)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        if (receive_buffer > 0)
            ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~Wire() {
        if (socket_ >= 0) ::close(socket_);
    }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    bool connected() const { return connected_; }
    int descriptor() const { return socket_; }
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    void shut_sending() { ::shutdown(socket_, SHUT_WR); }

    /// Status line, headers and, by Content-Length, the body of the next answer; "" when the server closed.
    std::string answer(bool head_only = false) {
        while (in_.find("\r\n\r\n") == std::string::npos)
            if (!receive()) return take(in_.size());
        const auto head = in_.find("\r\n\r\n") + 4;
        const auto length = in_.find("Content-Length: ");
        std::size_t size = head;
        const bool bodiless = head_only || in_.starts_with("HTTP/1.1 304") ||
                              in_.starts_with("HTTP/1.1 204") || in_.starts_with("HTTP/1.1 100");
        if (!bodiless && length < head) size += std::stoul(in_.substr(length + 16));
        while (in_.size() < size)
            if (!receive()) return take(in_.size());
        return take(size);
    }
    /// Everything until the server closes; "TIMEOUT" at the end when it does not.
    std::string until_closed() {
        while (receive()) {
        }
        return take(in_.size()) + (timed_out_ ? "TIMEOUT" : "");
    }
    bool is_closed() { return !receive() && !timed_out_; }

private:
    bool receive() {
        pollfd ready{socket_, POLLIN, 0};
        if (::poll(&ready, 1, patience_ms) <= 0) {
            timed_out_ = true;
            return false;
        }
        char bytes[16384];
        const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
        if (count <= 0) return false;
        in_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }
    std::string take(std::size_t count) {
        std::string taken = in_.substr(0, count);
        in_.erase(0, count);
        return taken;
    }

    int socket_;
    bool connected_ = false, timed_out_ = false;
    std::string in_;
};

inline ServerOptions options_for_tests() {
    ServerOptions options;
    options.listen = "127.0.0.1:0";
    options.io_threads = 2;
    options.rate_limits = false;
    return options;
}

inline int status_of(std::string_view answer) {
    return answer.size() > 12 && answer.starts_with("HTTP/1.1 ") ? std::stoi(std::string(answer.substr(9, 3)))
                                                                 : 0;
}

}  // namespace digilots::http
