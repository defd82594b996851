#pragma once
// How often something has changed: one number for a name ("directory") and an owner (a municipality's id, "" for
// what belongs to all). Raised in the transaction that changes the rows, known to this process before that write
// returns, to other processes when they next look. What is made from rows carries a Stamp taken before the rows were
// read, so it is never called newer than it is.
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.h"

namespace digilots::kept {

using Counter = std::atomic<std::int64_t>;
class Versions;

/// What something is made from, as a route says it of its page.
struct Dependence {
    enum class Of {
        tenant,    // what belongs to the municipality that it is about
        everyone,  // anything of that name, of all municipalities
    };
    std::string_view name;  // a literal
    Of of = Of::tenant;
};
using Dependences = std::vector<Dependence>;

/// What something was made from: it holds until one of the counters has grown.
class Stamp {
public:
    void take(const Counter& counter) { parts_.push_back({&counter, counter.load(std::memory_order_acquire)}); }
    bool holds() const {
        for (const auto& part : parts_)
            if (part.counter->load(std::memory_order_acquire) != part.seen) return false;
        return true;
    }
    /// What a page or value of this municipality ("": of all) is made from.
    void take_all(const Versions& versions, const Dependences& dependences, std::string_view tenant_id);
    /// "41.3": the numbers in their order, for what is kept on disk beside the database.
    std::string text() const;
    std::size_t size() const { return parts_.size(); }

private:
    struct Part {
        const Counter* counter;
        std::int64_t seen;
    };
    std::vector<Part> parts_;
};

/// In the transaction that changes what belongs to name and owner. Locks the counter's row until the end, so two who
/// raise it first and then read and decide come one after the other.
void raise(db::Connection& connection, std::string_view name, std::string_view owner);

/// One for a database object, for as long as that is used. Safe to use from many threads.
class Versions {
public:
    /// Reads what is stored and listens to the database.
    explicit Versions(db::Database& database);
    /// Of nothing that is stored: only what hear() tells counts.
    Versions();
    ~Versions();

    /// Lives as long as this object.
    const Counter& of(std::string_view name, std::string_view owner) const;
    /// Grows whenever the name's counter of any owner does.
    const Counter& of_all(std::string_view name) const;

    /// What a durable transaction announced; in whatever order it comes, the later number stays.
    void hear(const std::vector<db::Announcement>& announced);
    /// Takes in what other processes raised. About once a second by serve, and before somebody is shown what another
    /// has saved meanwhile: a transaction may have seen what nobody has told here yet.
    void refresh() const;

private:
    struct Implementation;
    db::Database* database_ = nullptr;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace digilots::kept
