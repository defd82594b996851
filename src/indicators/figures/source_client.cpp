#include "indicators/figures/source_client.h"

#include <algorithm>
#include <array>
#include <thread>

#include "platform/http/fetch.h"

namespace digilots::indicators {

namespace {

using std::chrono::milliseconds;

bool is_passing(int status) { return status == 429 || status >= 500; }

std::string words_of(int status) {
    if (status == 429) return "it answers that it is asked too often (429)";
    if (status >= 500) return "it is in trouble (" + std::to_string(status) + ")";
    return "it answers with status " + std::to_string(status);
}

}  // namespace

SourceClient::SourceClient(std::string base, Patience patience) : base_(std::move(base)), patience_(std::move(patience)) {
    while (base_.ends_with('/')) base_.pop_back();
    if (!http::is_web_address(base_)) {
        throw SourceError("The address \"" + base_ + "\" must begin with http:// or https:// and name a host.");
    }
    if (!patience_.wait) patience_.wait = [](milliseconds time) { std::this_thread::sleep_for(time); };
}

std::string SourceClient::get(const std::string& url, const Heartbeat& alive, Gone gone) const {
    constexpr std::array<int, 1> not_there{404};
    return ask(url, "", alive, gone == Gone::allowed ? std::span<const int>(not_there) : std::span<const int>());
}

std::string SourceClient::post(const std::string& url, const std::string& body, const Heartbeat& alive, TooMuch too_much) const {
    constexpr std::array<int, 2> too_large{403, 413};
    return ask(url, body, alive, too_much == TooMuch::allowed ? std::span<const int>(too_large) : std::span<const int>());
}

std::string SourceClient::ask(const std::string& url, const std::string& body, const Heartbeat& alive,
                         std::span<const int> allowed) const {
    auto wait = patience_.first_wait;
    std::string trouble;
    for (int attempt = 1; attempt <= patience_.attempts; ++attempt) {
        if (alive) alive();
        http::Errand errand;
        errand.url = url;
        errand.body = body;
        errand.time_limit = patience_.time_limit;
        errand.most_bytes = patience_.most_bytes;
        auto fetched = http::fetch(errand);
        milliseconds told{0};
        if (fetched) {
            if (fetched->status == 200) return std::move(fetched->body);
            if (std::ranges::find(allowed, fetched->status) != allowed.end()) return "";
            trouble = words_of(fetched->status);
            if (!is_passing(fetched->status)) break;
            told = fetched->retry_after.value_or(std::chrono::seconds(0));
        } else {
            trouble = fetched.error().message;
            if (fetched.error().problem != http::FetchProblem::broken) break;
        }
        if (attempt == patience_.attempts) break;
        patience_.wait(std::min(std::max(wait, told), patience_.longest_wait));
        wait = std::min(wait * 2, patience_.longest_wait);
    }
    while (trouble.ends_with('.')) trouble.pop_back();
    throw SourceError(base_ + " could not be read: " + trouble + ". What was done stays; start again later.");
}

}  // namespace digilots::indicators
