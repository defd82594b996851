#include "indicators/figures/lease.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <charconv>

#include "indicators/figures/run_store.h"
#include "indicators/figures/sync.h"
#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"

namespace digilots::indicators {

namespace {

// Longer than the longest wait between two requests and one slow answer together.
constexpr std::chrono::minutes life{5};
constexpr std::chrono::seconds renewal{20};
// A lease that ends later was taken while a clock was wrong; servers' clocks may differ by less.
constexpr std::chrono::hours latest_end{1};

std::string host() {
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

/// "HOST PID TOKEN"
std::string new_holder() { return host() + " " + std::to_string(::getpid()) + " " + base::random_token(8); }

bool is_dead_here(const std::string& holder) {
    const auto words = base::split(holder, ' ');
    int process = 0;
    if (words.size() != 3 || words[0] != host()) return false;
    std::from_chars(words[1].data(), words[1].data() + words[1].size(), process);
    return process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
}

}  // namespace

LeaseHold::LeaseHold(db::Database& database, const base::Clock& clock, std::string source)
    : database_(database), clock_(clock), source_(std::move(source)), holder_(new_holder()) {
    take();
}

LeaseHold::~LeaseHold() {
    try {
        database_.write([&](db::Connection& connection) { store::free_lease(connection, source_, holder_); });
    } catch (...) {
        base::log(base::LogLevel::warning, "lease not freed",
                  {{"source", source_}, {"reason", base::reason_of_current_exception()}});
    }
}

void LeaseHold::renew() {
    const auto since = clock_.now() - renewed_;
    if (since >= renewal || since < std::chrono::seconds(0)) take();
}

void LeaseHold::take() {
    const auto now = clock_.now();
    const auto other = database_.write(
        [&](db::Connection& connection) -> std::string {
            const auto found = store::lease(connection, source_);
            const bool runs = found && found->until > now && found->until < now + latest_end;
            const bool is_others = runs && found->holder != holder_ && !is_dead_here(found->holder);
            if (is_others) return found->holder;
            store::take_lease(connection, source_, {holder_, now + life});
            return "";
        },
        db::Isolation::deciding);
    if (!other.empty()) {
        throw SourceBusy("Figures of " + source_ + " are being fetched or imported just now (process " +
                         other.substr(0, other.rfind(' ')) + "). Wait until it is done, or five minutes after it has died.");
    }
    renewed_ = now;
}

}  // namespace digilots::indicators
