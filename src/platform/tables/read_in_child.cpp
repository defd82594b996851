#include <semaphore>

#include "platform/base/reading_child.h"
#include "platform/tables/reading_process.h"

namespace digilots::tables {

namespace {

constexpr int most_children = 2;

/// Bounds what hundreds who send a file at once take of the machine.
std::counting_semaphore<most_children>& places() {
    static std::counting_semaphore<most_children> all{most_children};
    return all;
}

class Place {
public:
    explicit Place(std::chrono::milliseconds longest) : is_taken_(places().try_acquire_for(longest)) {}
    ~Place() {
        if (is_taken_) places().release();
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    bool is_taken() const { return is_taken_; }

private:
    bool is_taken_;
};

}  // namespace

base::Result<Table, TableFault> read_in_child(std::string_view bytes, const TableLimits& limits,
                                              const ReadingProcess& process) {
    using enum TableFault::Kind;
    const Place place(process.longest_wait);
    if (!place.is_taken()) return base::failure(TableFault{busy});
    base::ReadingChild child(process.command, bytes, process.longest);
    FrameReader reader(limits);
    while (true) {
        const auto piece = child.next();
        if (!piece) return base::failure(TableFault{too_slow});
        if (piece->empty()) break;
        if (!reader.take(*piece)) return base::failure(TableFault{not_read});
    }
    if (reader.fault) return base::failure(*std::move(reader.fault));
    if (!reader.is_whole()) return base::failure(TableFault{not_read});
    return std::move(reader.table);
}

}  // namespace digilots::tables
