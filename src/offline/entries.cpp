// A batch from a device, answered one by one. Nobody need be signed in: each box holds the proof of who logs it.
#include <algorithm>

#include "offline/implementation.h"
#include "offline/pages.h"
#include "platform/base/base64.h"
#include "platform/base/json.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/http/never_kept.h"
#include "platform/http/waiting.h"

namespace digilots::offline {

namespace {

constexpr std::size_t most_at_once = 20;
constexpr std::size_t longest_body = most_at_once * (largest_box * 4 / 3 + 256) + 1024;

const char* word_of(Answer::State state) {
    using enum Answer::State;
    switch (state) {
        case stored: return "stored";
        case already: return "already";
        case refused: return "refused";
        case unreadable: return "unreadable";
        case unknown_author: return "unknown_author";
        case ended: return "ended";
        case later: return "later";
    }
    return "later";
}

struct Batch {
    base::Instant device_now{};
    std::vector<Sent> entries;
};

/// nullopt for what no device of ours sends.
std::optional<Batch> read_batch(const http::Request& request) {
    if (request.body.size() > longest_body) return std::nullopt;
    const auto json = base::parse_json(request.body, {.bytes = longest_body, .depth = 4});
    if (!json || !json->is_object()) return std::nullopt;
    const auto now = base::parse_utc((*json)["now"].text());
    const auto& sent = (*json)["entries"].items();
    if (!now || sent.empty() || sent.size() > most_at_once) return std::nullopt;
    Batch batch{*now, {}};
    for (const auto& one : sent) {
        Sent entry{std::string(one["id"].text()), std::string(one["key"].text()), ""};
        if (!base::is_uuid(entry.id) || entry.key_id.size() > 64) return std::nullopt;
        entry.box = base::from_base64(one["box"].text()).value_or("");
        batch.entries.push_back(std::move(entry));
    }
    return batch;
}

http::Response answer_with(base::JsonWriter json, int status) {
    return never_kept(http::json(std::move(json).take(), status));
}

}  // namespace

http::Response take_entries(const Pages& pages, const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    const auto batch = read_batch(request);
    if (!batch)
        return http::problem(400, words.t(TEXT("This is nothing that the desk without a network sends")),
                             words.t(TEXT("Open the desk anew while you have a network; what waits stays on the device.")));
    auto& own = Inside::of(pages.offline);
    const auto number = static_cast<double>(batch->entries.size());
    if (const auto wait = wait_of(own.sending, request, own.clock.now(), "", number)) {
        auto response = http::problem(429, words.t(TEXT("Too many requests")), words.t(TEXT("Wait as long as Retry-After says.")));
        response.headers.emplace_back("Retry-After", std::to_string(std::max<long long>(1, wait->count())));
        return response;
    }
    base::JsonWriter json;
    json.begin_object().key("entries").begin_array();
    for (const auto& entry : batch->entries) {
        const auto answer = pages.offline.receive(*request.tenant, entry, batch->device_now, words);
        json.begin_object().member("id", entry.id).member("state", word_of(answer.state));
        if (!answer.reasons.empty()) json.member("reasons", base::to_base64(answer.reasons));
        json.end_object();
    }
    json.end_array().end_object();
    return answer_with(std::move(json), 200);
}

}  // namespace digilots::offline
