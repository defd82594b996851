#include "platform/tables/reading_process.h"

namespace digilots::tables {

namespace {

constexpr std::size_t number_bytes = 4, most_detail = 2'000;

void add_number(std::string& out, std::size_t number) {
    for (std::size_t i = 0; i < number_bytes; ++i) out += static_cast<char>((number >> (8 * i)) & 0xff);
}

/// Reads numbers and texts out of what has come so far.
class Cursor {
public:
    Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t number(std::size_t bytes = number_bytes) {
        if (at_ + bytes > text_.size()) is_short_ = true;
        if (is_short_) return 0;
        std::size_t number = 0;
        for (std::size_t i = bytes; i > 0; --i)
            number = (number << 8) | static_cast<unsigned char>(text_[at_ + i - 1]);
        at_ += bytes;
        return number;
    }
    std::string_view text(std::size_t size) {
        if (at_ + size > text_.size()) is_short_ = true;
        if (is_short_) return "";
        at_ += size;
        return text_.substr(at_ - size, size);
    }
    bool is_short() const { return is_short_; }
    std::size_t at() const { return at_; }

private:
    std::string_view text_;
    std::size_t at_;
    bool is_short_ = false;
};

}  // namespace

std::string frame_of(const TableRow& row) {
    std::string frame = "r";
    add_number(frame, static_cast<std::size_t>(row.number));
    add_number(frame, row.cells.size());
    auto fault = row.faults.begin();
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const bool is_faulty = fault != row.faults.end() && fault->column == column;
        frame += static_cast<char>(is_faulty ? (fault++)->fault : CellFault::none);
        add_number(frame, row.cells[column].size());
        frame += row.cells[column];
    }
    return frame;
}

std::string frame_of(const TableFault& fault) {
    std::string frame = "f";
    frame += static_cast<char>(fault.kind);
    const auto detail = fault.detail.substr(0, most_detail);
    add_number(frame, detail.size());
    return frame + detail;
}

bool FrameReader::take(std::string_view some) {
    waiting_ += some;
    auto step = Step::taken;
    while (step == Step::taken && at_ < waiting_.size()) step = take_frame();
    waiting_.erase(0, at_);
    at_ = 0;
    return step != Step::wrong;
}

FrameReader::Step FrameReader::take_frame() {
    if (ended_ || fault) return Step::wrong;
    const char kind = waiting_[at_];
    if (kind == 'r') return take_row();
    if (kind == end_frame) {
        ended_ = true;
        ++at_;
        return Step::taken;
    }
    if (kind != 'f') return Step::wrong;
    Cursor cursor(waiting_, at_ + 1);
    const auto what = cursor.number(1), size = cursor.number();
    if (size > most_detail || what > static_cast<std::size_t>(TableFault::Kind::not_read)) return Step::wrong;
    const auto detail = cursor.text(size);
    if (cursor.is_short()) return Step::more;
    fault = TableFault{static_cast<TableFault::Kind>(what), std::string(detail)};
    at_ = cursor.at();
    return Step::taken;
}

FrameReader::Step FrameReader::take_row() {
    Cursor cursor(waiting_, at_ + 1);
    TableRow row;
    row.number = static_cast<std::int64_t>(cursor.number());
    const auto cells = cursor.number();
    std::size_t bytes = cells * sizeof(std::string);
    if (cells > limits_.columns || row.number > limits_.rows) return Step::wrong;
    for (std::size_t column = 0; column < cells && !cursor.is_short(); ++column) {
        const auto wrong = cursor.number(1), size = cursor.number();
        if (size > limits_.cell_bytes || wrong > static_cast<std::size_t>(CellFault::too_long))
            return Step::wrong;
        row.cells.emplace_back(cursor.text(size));
        if (wrong != 0) row.faults.push_back({column, static_cast<CellFault>(wrong)});
        bytes += size;
    }
    if (cursor.is_short()) return Step::more;
    text_ += bytes;
    const bool is_after = table.rows.empty() || row.number > table.rows.back().number;
    if (!is_after || text_ > limits_.text_bytes) return Step::wrong;
    table.rows.push_back(std::move(row));
    at_ = cursor.at();
    return Step::taken;
}

}  // namespace digilots::tables
