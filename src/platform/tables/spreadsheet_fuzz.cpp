#include <cstddef>
#include <cstdint>

#include "platform/base/ensure.h"
#include "platform/tables/reading_process.h"
#include "platform/tables/spreadsheet.h"

// Whatever bytes come as a spreadsheet: rows within the limits or a fault; and what a child says is taken or refused.
namespace {

class Rows final : public digilots::tables::RowTaker {
public:
    explicit Rows(digilots::tables::FrameReader& reader) : reader_(reader) {}
    void take(const digilots::tables::TableRow& row) override {
        if (row.number > last_) ENSURE(reader_.take(digilots::tables::frame_of(row)));
        last_ = row.number;
    }

private:
    digilots::tables::FrameReader& reader_;
    std::int64_t last_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots::tables;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    TableLimits limits;
    limits.unpacked_bytes = 1024 * 1024;
    limits.rows = 1000;
    FrameReader own(limits), others(limits);
    Rows rows(own);
    try {
        read_spreadsheet(bytes, limits, rows);
    } catch (const TableFault&) {
    }
    static_cast<void>(others.take(bytes));
    static_cast<void>(read_typed_table(bytes, limits));
    return 0;
}
