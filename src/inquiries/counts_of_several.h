#pragma once
// Counts of several municipalities added up, month by month. A month that was added up is kept in memory until anything of it is
// written again, so that years of a nation cost what its months hold, not what its municipalities hold.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inquiries/count_segments.h"
#include "platform/base/mutex.h"
#include "platform/db/connection.h"

namespace digilots::inquiries {

/// part: "2026-11-22", or as much of it as sums are told apart by.
struct CountedSum {
    std::string part, key_1, key_2;
    std::int64_t total = 0;
};

/// One column of a cut; of one key where it is given.
struct CutAsked {
    const std::vector<std::string>& municipalities;
    std::string_view cut, column;
    std::optional<std::string> key_1, key_2;
};

/// Safe to use from many threads.
class CountsOfSeveral {
public:
    /// Each part is a month, also of counts by days. As they stand in the caller's transaction.
    std::vector<CountedSum> read(db::Connection& connection, const CutAsked& asked, const Segment& segment);

private:
    struct Sum {
        std::string key_1, key_2;
        std::int64_t total = 0;
    };
    using Sums = std::shared_ptr<const std::vector<Sum>>;
    /// A month, or those of its days that are asked for.
    struct Piece {
        std::string from, to;
        std::int64_t changes = 0;
        Sums sums = nullptr;            // nullptr: to be added up
        std::string month() const { return from.substr(0, 7); }
    };
    struct Kept {
        std::map<std::string, Piece> pieces = {};
        std::size_t size = 0;
        std::int64_t used = 0;
    };

    static std::vector<Piece> pieces_of(db::Connection& connection, const CutAsked& asked, const Segment& segment);
    void take_kept(const std::string& name, std::vector<Piece>& pieces);
    static void add_up(db::Connection& connection, const CutAsked& asked, const std::string& grain, Piece* first, Piece* last);
    void keep(const std::string& name, const std::vector<Piece>& pieces);

    base::Mutex mutex_;
    std::map<std::string, Kept> kept_ GUARDED_BY(mutex_) = {};
    std::int64_t reads_ GUARDED_BY(mutex_) = 0;
};

}  // namespace digilots::inquiries
