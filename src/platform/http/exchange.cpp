#include "platform/http/exchange.h"

#include <algorithm>

#include "platform/http/request_id.h"

namespace digilots::http {

std::chrono::milliseconds tick_time(const ServerOptions& options) {
    const auto least = std::min(
        {options.header_deadline, options.body_deadline, options.write_deadline, options.idle_deadline});
    return std::clamp(least / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

Exchange::Exchange(Application& application, Peer peer, HeadLimits limits, BodyBudget& budget)
    : application_(application), peer_(std::move(peer)), limits_(limits), budget_(budget) {}

Exchange::~Exchange() {
    release();
}

void Exchange::release() {
    budget_.held -= reserved_;
    reserved_ = 0;
}

void Exchange::feed(std::string_view bytes) {
    in_.add(bytes);
}

Exchange::Step Exchange::next() {
    switch (phase_) {
        case Phase::idle:
        case Phase::head:
            return begin_request();
        case Phase::body:
            return read_body();
        case Phase::working:
            return Step::work;
        case Phase::closing:
            break;
    }
    return Step::close;
}

Exchange::Step Exchange::refused(int status) {
    answer_ = refuse(status);
    return Step::send;
}

Answer Exchange::refuse(int status) {
    refused_ = true;
    const bool has_head = phase_ == Phase::body || phase_ == Phase::working;
    phase_ = Phase::closing;
    Answer answer = has_head ? application_.refuse(head_, peer_, status) : refusal(status);
    answer.close = true;
    body_ = BodyReader();
    release();
    return answer;
}

Exchange::Step Exchange::begin_request() {
    if (in_.empty()) {
        phase_ = Phase::idle;
        in_.shrink();
        return Step::read;
    }
    phase_ = Phase::head;
    const auto result = read_head(in_.unread(), limits_, scanned_, head_);
    if (result.state == HeadState::incomplete) return Step::read;
    if (result.state == HeadState::refused) return refused(result.status);
    in_.take(result.used);
    phase_ = Phase::body;
    const bool writes =
        head_.method == Method::post || head_.method == Method::put || head_.method == Method::patch;
    if (writes && !head_.chunked && !head_.content_length) return refused(411);
    body_ = BodyReader(head_, application_.body_limit(head_));
    if (body_.status() != 0) return refused(body_.status());
    if (auto answer = application_.answer_at_once(head_, peer_)) {
        answer_ = std::move(*answer);
        // The body that follows is not read.
        if (head_.has_body()) {
            answer_.close = true;
            refused_ = true;
        }
        phase_ = Phase::working;
        return Step::send;
    }
    if (!head_.has_body()) return dispatch();
    if (head_.expects_continue && in_.empty()) return Step::send_continue;
    return read_body();
}

Exchange::Step Exchange::read_body() {
    const auto state = body_.take(in_.unread());
    in_.take(body_.used());
    const std::size_t grown = body_.body.size() - reserved_;
    reserved_ += grown;
    if (budget_.held.fetch_add(grown) + grown > budget_.most) return refused(503);
    if (state == BodyState::refused) return refused(body_.status());
    return state == BodyState::reading ? Step::read : dispatch();
}

Exchange::Step Exchange::dispatch() {
    phase_ = Phase::working;
    return Step::work;
}

void Exchange::prepare(Answer& answer, bool draining, std::string_view date) {
    if (answer.request_id.empty()) answer.request_id = new_request_id();
    if (draining || !head_.keep_alive) answer.close = true;
    if (answer.pieces && head_.minor_version == 0) answer.close = true;  // its end is the body's
    if (answer.pieces && head_.minor_version > 0) answer.head += "Transfer-Encoding: chunked\r\n";
    answer.head += "Date: ";
    answer.head += date;
    answer.head += "\r\nX-Request-Id: ";
    answer.head += answer.request_id;
    if (answer.close)
        answer.head += "\r\nConnection: close\r\n\r\n";
    else
        answer.head += head_.minor_version == 0 ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\n\r\n";
    if (answer.close) phase_ = Phase::closing;
}

void Exchange::answered() {
    release();
    body_ = BodyReader();
    if (phase_ != Phase::closing) phase_ = Phase::idle;
}

}  // namespace digilots::http
