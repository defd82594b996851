#pragma once
// Work that need not be done while somebody waits: mails, fetching figures, deleting what has had its time. A job is added
// in the transaction that makes it necessary, so it is there exactly when that is. It runs at least once, on one server at a
// time, is tried again when it fails, and ends in the operator's list (`digilots jobs`) when it fails for good.
//
//     jobs::add(connection, {.kind = "mail_send", .payload = R"({"mail":"0192…"})", .key = "0192…"}, clock.now());
//
//     const jobs::Kind send{.name = "mail_send", .title = TEXT("Send mail"), .work = [&](jobs::Run& run) { … }};
//
// A slice gives its kinds in its manifest (Slice::jobs); serve runs them (runner.h).
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/base/clock.h"
#include "platform/db/connection.h"
#include "platform/i18n/translator.h"

namespace digilots::jobs {

constexpr std::size_t longest_payload = std::size_t{64} * 1024;  // bytes; larger things are stored, and named here
constexpr std::size_t longest_key = 200;                         // bytes
constexpr std::int64_t most_waiting = 50'000;                    // of one kind

/// A job to be done.
struct Job {
    std::string kind;                  // Kind::name
    std::string payload = "{}";        // a JSON object. Erased once the job is done
    std::string municipality_id = "";  // whose work it is, where it is one's
    std::optional<base::Instant> not_before = std::nullopt;  // none: as soon as possible, within about a second
    /// Names the work itself. Of one key (within its kind) one job waits at most and one runs at most. "": each is its own.
    std::string key = "";
};

/// Payload, key or kind is not what add() takes, or too many wait already: says which and what to do. Nothing is added.
class NotAdded : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// In the caller's transaction; returns the job's id. Where one of that key waits, that one is returned as it is, due at the
/// earlier of both times, unless it waits to be tried again; one that runs already may have read the old state, so another is
/// added behind it. NotAdded.
std::string add(db::Connection& connection, const Job& job, base::Instant now);

/// The work has been stopped from outside: the server ends, or another server has taken the job over. Not counted as an
/// attempt where the server ends. A handler lets it through.
class Stopped : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Thrown by a handler: trying again cannot help. The job ends in the operator's list at once.
class Hopeless : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Thrown by a handler: try again after `pause` (a day at most) instead of after the kind's own. Counts as an attempt.
class TryAgain : public std::runtime_error {
public:
    TryAgain(const std::string& reason, std::chrono::seconds pause) : std::runtime_error(reason), pause_(pause) {}
    std::chrono::seconds pause() const { return pause_; }

private:
    std::chrono::seconds pause_;
};

/// One attempt at a job, for its handler, on the handler's thread. The lease is renewed beside it by the runner.
class Run {
public:
    virtual ~Run() = default;
    virtual const std::string& id() const = 0;
    virtual const std::string& payload() const = 0;
    virtual const std::string& municipality_id() const = 0;
    virtual const std::string& key() const = 0;
    /// 1 for the first.
    virtual int attempt() const = 0;
    virtual bool is_last_attempt() const = 0;

    /// How far it is, for the operator's list: kept at most once a second, so call it as often as you like. `total` 0:
    /// unknown. `step` is a fixed word or an id, no personal data, 200 bytes at most. Stopped.
    virtual void progress(std::int64_t done, std::int64_t total, std::string_view step = {}) = 0;
    /// Whether to end soon, by throwing Stopped or by finishing. Costs nothing.
    virtual bool is_stopping() const = 0;
    /// Stopped where is_stopping().
    virtual void go_on() const = 0;

    /// In the handler's own transaction: Stopped where another server has taken the job over, so nothing is written. The
    /// lease cannot be taken before that transaction ends.
    virtual void hold(db::Connection& connection) = 0;
    /// In the handler's own transaction: the job is done exactly when that is kept. Stopped as hold().
    virtual void finish(db::Connection& connection) = 0;
};

/// What may take long does not stand in the way of what is quick: each has threads of its own.
enum class Length { quick, lasting };

struct Retry {
    int attempts = 8;                        // in all; then it ends in the operator's list
    std::chrono::seconds first{30};          // pause after the first failure, doubled after each further one …
    std::chrono::seconds longest{6 * 3600};  // … up to this, a day at most
};

/// From one time to the next; the first at once. A time that was missed is made up for once.
struct Every {
    std::chrono::seconds pause;
    bool operator==(const Every&) const = default;
};
/// Each day at that time on the wall; in spring's missing hour the moment after it, in autumn's doubled one the first. A time
/// that was missed is made up for once; nothing runs before the first such time has come.
struct Daily {
    int hour = 3, minute = 0;
    std::string zone = "Europe/Stockholm";
    bool operator==(const Daily&) const = default;
};
/// Adds a job with the payload "{}" and the key "schedule".
using Schedule = std::variant<std::monostate, Every, Daily>;

struct Kind {
    std::string name;                     // "mail_send": a-z, 0-9 and _, begins with its slice, 60 at most. Stored
    i18n::Text title;                     // for the operator
    /// What it throws, whatever its type, is a failed attempt; the text is kept for the operator and logged: no personal data.
    std::function<void(Run&)> work;
    Retry retry = {};
    Schedule schedule = {};
    Length length = Length::quick;
};
using Kinds = std::vector<Kind>;

}  // namespace digilots::jobs
