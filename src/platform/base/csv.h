#pragma once
// Comma-separated values for spreadsheets here: UTF-8 with a byte-order mark, semicolons, CRLF.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::base {

class CsvWriter {
public:
    /// Quoted where needed; a text that a spreadsheet would run as a formula gets an apostrophe before it.
    void line(const std::vector<std::string>& cells);
    std::string take() && { return std::move(out_); }

private:
    std::string out_ = "\xEF\xBB\xBF";
};

}  // namespace digilots::base
