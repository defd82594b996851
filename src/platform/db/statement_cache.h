#pragma once
// A bounded cache of prepared statements, keyed by their text; the one unused longest goes first.
#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace digilots::db {

template <class Prepared>
class StatementCache {
public:
    explicit StatementCache(std::size_t capacity) : capacity_(capacity) {}

    /// nullptr when it is not there.
    Prepared* find(std::string_view text) {
        const auto found = places_.find(text);
        if (found == places_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, found->second);
        return &found->second->second;
    }

    /// The caller makes room first: is_full(), take_oldest().
    Prepared& add(std::string_view text, Prepared prepared) {
        entries_.emplace_front(std::string(text), std::move(prepared));
        places_.emplace(entries_.front().first, entries_.begin());
        return entries_.front().second;
    }

    bool is_empty() const { return entries_.empty(); }
    bool is_full() const { return entries_.size() >= capacity_; }

    Prepared take_oldest() {
        Prepared oldest = std::move(entries_.back().second);
        places_.erase(entries_.back().first);
        entries_.pop_back();
        return oldest;
    }

    void clear() {
        places_.clear();
        entries_.clear();
    }

private:
    using Entries = std::list<std::pair<std::string, Prepared>>;
    std::size_t capacity_;
    Entries entries_;
    std::unordered_map<std::string_view, typename Entries::iterator> places_;
};

}  // namespace digilots::db
