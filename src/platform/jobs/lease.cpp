#include "platform/jobs/lease.h"

#include <chrono>

#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/jobs/holder.h"
#include "platform/jobs/sql.h"

namespace digilots::jobs {

namespace {

// Longer than the longest wait between two requests and one slow answer together.
constexpr std::chrono::minutes life{5};
constexpr std::chrono::seconds renewal{20};
// A lease that ends later was taken while a clock was wrong; servers' clocks may differ by less.
constexpr std::chrono::hours latest_end{1};

bool is_anothers(const db::Rows& found, const std::string& holder, base::Instant now) {
    if (found.empty()) return false;
    const auto other = found[0].text("holder");
    const auto until = base::parse_utc(found[0].text("until")).value_or(base::Instant{});
    return until > now && until < now + latest_end && other != holder && !is_dead_here(other);
}

}  // namespace

Lease::Lease(db::Database& database, const base::Clock& clock, std::string name)
    : database_(database), clock_(clock), name_(std::move(name)), holder_(new_holder()) {
    take();
}

Lease::~Lease() {
    try {
        database_.write([&](db::Connection& connection) { connection.execute(sql::free_lease, name_, holder_); });
    } catch (...) {
        base::log(base::LogLevel::warning, "lease not freed", {{"name", name_}, {"reason", base::reason_of_current_exception()}});
    }
}

void Lease::renew() {
    const auto since = clock_.now() - renewed_;
    if (since >= renewal || since < std::chrono::seconds(0)) take();
}

void Lease::take() {
    const auto now = clock_.now();
    const auto other = database_.write(
        [&](db::Connection& connection) -> std::string {
            const auto found = connection.query(sql::find_lease, name_);
            if (is_anothers(found, holder_, now)) return found[0].text("holder");
            connection.execute(sql::take_lease, name_, holder_, base::format_utc(now + life));
            return "";
        },
        db::Isolation::deciding);
    if (!other.empty()) {
        const auto words = base::split(other, ' ');
        throw Taken("process " + std::string(words.size() > 1 ? words[1] : "unknown"));
    }
    renewed_ = now;
}

}  // namespace digilots::jobs
