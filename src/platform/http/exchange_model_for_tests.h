#pragma once
// A connection's talk held against fresh connections: whatever came before a request and however the bytes were cut,
// its answer is the one it gets when it comes first and whole. For the test and for the fuzz target.
#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/exchange.h"

namespace digilots::http {

/// The next decision: 0 … most.
using Choose = std::function<std::size_t(std::size_t most)>;
enum class Pace { after_each_answer, pipelined };

inline Routes model_routes() {
    const auto echo = [](const Request& request) {
        return text(std::to_string(static_cast<int>(request.method)) + " " + request.path + "?" + request.raw_query + " " +
                    std::string(request.header("x-number")) + " " + std::string(request.form.get("a")) + request.body);
    };
    return {{Method::get, "/echo/{number}", Access::anyone, echo}, {Method::post, "/echo/{number}", Access::anyone, echo}};
}

/// Text that would do harm where it was read as the next request.
inline std::string model_body(const Choose& choose, std::size_t most) {
    static constexpr std::string_view part = "GET /echo/hidden HTTP/1.1\r\nHost: h\r\n\r\n";
    const std::size_t size = choose(most);
    std::string body = "a=";
    while (body.size() < size) body += choose(1) == 0 ? std::string(part) : std::string(997, 'x');
    body.resize(std::max<std::size_t>(2, size));
    for (char& c : body)
        if (c == '&' || c == ';') c = 'x';
    return body;
}

inline std::string in_chunks(std::string_view body, const Choose& choose) {
    std::string framed;
    while (!body.empty()) {
        const auto size = 1 + choose(std::min<std::size_t>(body.size() - 1, 16'000));
        char line[24];
        framed.append(line, static_cast<std::size_t>(std::snprintf(line, sizeof line, "%zx\r\n", size)));
        framed.append(body.substr(0, size)).append("\r\n");
        body.remove_prefix(size);
    }
    return framed + "0\r\n\r\n";
}

inline std::string model_request(std::size_t number, const Choose& choose, std::size_t most_body) {
    static constexpr std::array types{"application/x-www-form-urlencoded", "application/json", "image/png"};
    static constexpr std::array reading{"GET", "HEAD", "DELETE"};
    const auto kind = choose(9);
    const std::string path = kind == 9 ? "/nowhere" : "/echo/" + std::to_string(number) + "?q=" + std::to_string(number);
    const std::string rest = " " + path + " HTTP/1.1\r\nHost: h\r\nX-Number: " + std::to_string(number) +
                             "\r\nX-Long: " + std::string(choose(300), 'n') + "\r\n";
    if (kind < 3) return reading[kind] + rest + "\r\n";
    const auto body = model_body(choose, most_body);
    const auto typed = "POST" + rest + "Content-Type: " + types[choose(types.size() - 1)] + "\r\n";
    if (kind % 2 == 0) return typed + "Transfer-Encoding: chunked\r\n\r\n" + in_chunks(body, choose);
    return typed + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

inline std::vector<std::string> model_requests(const Choose& choose, std::size_t most_body) {
    std::vector<std::string> requests;
    const auto count = 1 + choose(7);
    // Small ones are the rule, for each long body leaves its trace on what comes after it.
    for (std::size_t number = 0; number < count; ++number)
        requests.push_back(model_request(number, choose, choose(2) == 0 ? most_body : 400));
    return requests;
}

/// Lines that tell one answer from another; not those that differ by time.
inline std::string told_by(const Answer& answer) {
    std::string told;
    std::string_view rest = answer.head;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find("\r\n"));
        if (!line.starts_with("X-Request-Id: ") && !line.starts_with("Date: ")) told.append(line).append("\n");
        rest.remove_prefix(std::min(rest.size(), line.size() + 2));
    }
    return told + (answer.body ? *answer.body : "");
}

class ModelTalk {
public:
    ModelTalk(Application& application, BodyBudget& budget)
        : application_(application), exchange_(application, application.peer_of("127.0.0.1", false), HeadLimits{}, budget) {}

    /// Feeds one piece and collects what it brings.
    void feed(std::string_view bytes) {
        if (closed_) return;
        exchange_.feed(bytes);
        run();
    }
    std::vector<std::string> answers;

private:
    void run() {
        while (true) {
            const auto step = exchange_.next();
            if (step == Exchange::Step::read) return;
            if (step == Exchange::Step::close) {
                closed_ = true;
                return;
            }
            if (step == Exchange::Step::send_continue) continue;
            Answer answer;
            if (step == Exchange::Step::send) {
                answer = exchange_.take_answer();
            } else {
                auto work = exchange_.take_work();
                answer = application_.answer(std::move(work.head), std::move(work.body), exchange_.peer());
            }
            exchange_.prepare(answer, false, "Sun, 22 Nov 2026 01:00:00 GMT");
            answers.push_back(told_by(answer));
            exchange_.answered();
        }
    }

    Application& application_;
    Exchange exchange_;
    bool closed_ = false;
};

/// Cuts bytes into pieces of any size, mostly of those that a socket brings.
inline std::vector<std::string_view> in_pieces(std::string_view bytes, const Choose& choose) {
    std::vector<std::string_view> pieces;
    while (!bytes.empty()) {
        const auto size = 1 + choose(choose(3) == 0 ? 500 : 65'535);
        pieces.push_back(bytes.substr(0, size));
        bytes.remove_prefix(std::min(size, bytes.size()));
    }
    return pieces;
}

/// "" where each answer is the one that a fresh connection gives, else what differs.
inline std::string difference_from_fresh(const std::vector<std::string>& requests, Pace pace, Application& application,
                                         BodyBudget& budget, const Choose& choose) {
    ModelTalk talk(application, budget);
    std::string all;
    std::vector<std::string> expected;
    for (const auto& request : requests) {
        ModelTalk fresh(application, budget);
        fresh.feed(request);
        if (fresh.answers.size() != 1) return "a fresh connection gives " + std::to_string(fresh.answers.size()) + " answers";
        expected.push_back(fresh.answers.front());
        if (pace == Pace::after_each_answer)
            for (const auto piece : in_pieces(request, choose)) talk.feed(piece);
        else
            all += request;
    }
    for (const auto piece : in_pieces(all, choose)) talk.feed(piece);
    for (std::size_t at = 0; at < expected.size(); ++at) {
        if (at >= talk.answers.size()) return "request " + std::to_string(at) + " got no answer";
        if (talk.answers[at] != expected[at])
            return "request " + std::to_string(at) + " got " + talk.answers[at].substr(0, 400) + " for " +
                   expected[at].substr(0, 400);
    }
    return talk.answers.size() == expected.size() ? "" : "more answers than requests";
}

}  // namespace digilots::http
