#pragma once
// What is derived (a snapshot of a slice's rows, an index, a column of figures): right or made anew, never old and
// called current.
//
//   Kept<Snapshot> places{clock, [&](auto id, Stamp& stamp) { stamp.take(versions.of("directory", id)); },
//                         [&](auto id) { return load_snapshot(database, id); }};
//   auto snapshot = places.of(municipality_id);   // shared, never changes, made from all that was known before the call
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/clock.h"
#include "platform/kept/versions.h"

namespace digilots::kept {

/// Names the counters that a value of this key is made from. Called before the value is made.
using TakeStamp = std::function<void(std::string_view key, Stamp& stamp)>;

namespace internal {

struct Made {
    std::shared_ptr<const void> value;
    std::optional<base::Instant> until;
};

/// Kept without its type.
class Cache {
public:
    using Make = std::function<Made(std::string_view key)>;
    Cache(const base::Clock& clock, TakeStamp take_stamp, Make make, std::size_t most);
    ~Cache();
    std::shared_ptr<const void> of(std::string_view key) const;
    std::size_t size() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace internal

/// A value with the moment after which it is made anew although no row changed (midnight, an opening hour).
template <class T>
struct Until {
    std::shared_ptr<const T> value;
    base::Instant until;
};

/// One value a key (a municipality's id, "" for all). A value is made by one thread at a time; what `make` throws
/// comes out of `of` and nothing is kept. At most `most` values stay in memory, the ones used last, and none that
/// nobody has asked for in the hour before another was made.
template <class T>
class Kept {
public:
    using Make = std::function<std::shared_ptr<const T>(std::string_view key)>;
    using MakeUntil = std::function<Until<T>(std::string_view key)>;

    Kept(const base::Clock& clock, TakeStamp take_stamp, Make make, std::size_t most = 1000)
        : cache_(clock, std::move(take_stamp),
                 [make = std::move(make)](std::string_view key) { return internal::Made{make(key), std::nullopt}; }, most) {}
    Kept(const base::Clock& clock, TakeStamp take_stamp, MakeUntil make, std::size_t most = 1000)
        : cache_(clock, std::move(take_stamp), [make = std::move(make)](std::string_view key) {
              auto made = make(key);
              return internal::Made{std::move(made.value), made.until};
          }, most) {}

    /// Never null where `make` never returns null. Holds all that was known to this process when `of` was called.
    std::shared_ptr<const T> of(std::string_view key) const { return std::static_pointer_cast<const T>(cache_.of(key)); }
    std::size_t size() const { return cache_.size(); }

private:
    internal::Cache cache_;
};

}  // namespace digilots::kept
