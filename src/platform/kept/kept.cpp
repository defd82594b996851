#include <map>

#include "platform/base/mutex.h"
#include "platform/kept/kept.h"

namespace digilots::kept::internal {
namespace {

constexpr std::chrono::hours longest_unused{1};

struct Entry {
    Made made;
    Stamp stamp;
    base::Instant made_at;
    mutable std::atomic<base::Instant::rep> used{0};

    /// A clock that was put back says that it was made in the future: then it is not trusted either.
    bool is_right(base::Instant now) const {
        return now >= made_at && (!made.until || now < *made.until) && stamp.holds();
    }
};

struct Place {
    base::Mutex making;
    std::shared_ptr<const Entry> entry;  // of the cache's mutex
};

}  // namespace

struct Cache::Implementation {
    const base::Clock& clock;
    TakeStamp take_stamp;
    Make make;
    std::size_t most;
    mutable base::Mutex mutex;
    std::map<std::string, std::shared_ptr<Place>, std::less<>> places GUARDED_BY(mutex);

    std::shared_ptr<const Entry> find(std::string_view key) const {
        const base::Lock lock(mutex);
        const auto found = places.find(key);
        return found == places.end() ? nullptr : found->second->entry;
    }

    std::shared_ptr<Place> place(std::string_view key) {
        const base::Lock lock(mutex);
        auto& place = places[std::string(key)];
        if (!place) place = std::make_shared<Place>();
        return place;
    }

    /// What nobody has asked for in a while goes, then the one unused for longest. Those that are being made hold no
    /// entry yet and stay.
    void make_room(std::string_view newest, base::Instant now) REQUIRES(mutex) {
        const auto since = (now - longest_unused).time_since_epoch().count();
        std::erase_if(places, [&](const auto& one) {
            return one.second->entry && one.second->entry->used < since && one.first != newest;
        });
        while (places.size() > most) {
            auto oldest = places.end();
            for (auto at = places.begin(); at != places.end(); ++at) {
                if (at->first == newest || !at->second->entry) continue;
                if (oldest == places.end() || at->second->entry->used < oldest->second->entry->used) oldest = at;
            }
            if (oldest == places.end()) return;
            places.erase(oldest);
        }
    }

    std::shared_ptr<const Entry> make_entry(std::string_view key) {
        auto entry = std::make_shared<Entry>();
        entry->made_at = clock.now();
        take_stamp(key, entry->stamp);
        entry->made = make(key);
        return entry;
    }
};

Cache::Cache(const base::Clock& clock, TakeStamp take_stamp, Make make, std::size_t most)
    : implementation_(new Implementation{clock, std::move(take_stamp), std::move(make), most, {}, {}}) {}

Cache::~Cache() = default;

std::shared_ptr<const void> Cache::of(std::string_view key) const {
    auto& own = *implementation_;
    const auto now = own.clock.now();
    if (const auto entry = own.find(key); entry && entry->is_right(now)) {
        entry->used.store(now.time_since_epoch().count(), std::memory_order_relaxed);
        return entry->made.value;
    }
    const auto place = own.place(key);
    const base::Lock one_at_a_time(place->making);
    {
        const base::Lock lock(own.mutex);
        if (place->entry && place->entry->is_right(own.clock.now())) return place->entry->made.value;
    }
    auto entry = own.make_entry(key);
    entry->used = now.time_since_epoch().count();
    const base::Lock lock(own.mutex);
    place->entry = entry;
    own.places.insert_or_assign(std::string(key), place);
    own.make_room(key, now);
    return entry->made.value;
}

std::size_t Cache::size() const {
    const base::Lock lock(implementation_->mutex);
    return implementation_->places.size();
}

}  // namespace digilots::kept::internal
