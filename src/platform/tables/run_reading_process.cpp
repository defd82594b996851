// The child that reads a spreadsheet. It gives up what it does not need before it looks at the file.
#include <unistd.h>

#include <cstring>
#include <new>

#include "platform/base/reading_child.h"
#include "platform/tables/reading_process.h"
#include "platform/tables/spreadsheet.h"

namespace digilots::tables {

namespace {

constexpr base::ChildMeans means{.memory = 384UL * 1024 * 1024, .seconds = 15};

/// Sends rows in pieces, so that neither end holds all.
class Sender final : public RowTaker {
public:
    void take(const TableRow& row) override {
        waiting_ += frame_of(row);
        if (waiting_.size() > at_once) flush();
    }
    void flush() {
        if (!base::say_to_parent(waiting_)) ::_exit(1);
        waiting_.clear();
    }

private:
    static constexpr std::size_t at_once = 32 * 1024;
    std::string waiting_;
};

std::string answer(Sender& sender) {
    try {
        read_spreadsheet(base::bytes_from_parent(), TableLimits{}, sender);
        return {end_frame};
    } catch (const TableFault& fault) {
        return frame_of(fault);
    } catch (const std::bad_alloc&) {
        return frame_of(TableFault{TableFault::Kind::too_large});
    } catch (...) {
        return frame_of(TableFault{TableFault::Kind::not_read});
    }
}

}  // namespace

bool is_reading_process(int argument_count, const char* const* arguments) {
    return argument_count == 2 && std::strcmp(arguments[1], "read-spreadsheet") == 0;
}

int run_reading_process() {
    base::give_up_what_is_not_needed(means);
    Sender sender;
    const auto last = answer(sender);
    sender.flush();
    return base::say_to_parent(last) ? 0 : 1;
}

}  // namespace digilots::tables
