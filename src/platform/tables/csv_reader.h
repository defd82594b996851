#pragma once
// CSV as people and programs write it: RFC 4180, also with semicolons or tabs. One record at a time.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::tables {

class CsvReader {
public:
    /// `text` is UTF-8 (encoding.h) and outlives the reader. The separator is what stands most often in the first line
    /// outside of quotes: a semicolon, a tab or a comma; or what "sep=;" before it says.
    explicit CsvReader(std::string_view text);

    /// The next record with anything in it; nothing at the end. Of the apostrophes with which CsvWriter guards texts,
    /// one is taken away.
    std::optional<std::vector<std::string>> next();
    /// On which line the record that next() gave last begins, from 1.
    int line() const { return line_; }
    /// The same as a spreadsheet counts: each record is one, whatever lines it takes, and so are empty ones.
    int row() const { return row_; }
    /// The text ended inside quotes: it is cut off.
    bool is_cut_off() const { return cut_off_; }

private:
    std::string field();
    std::string quoted_part();
    void end_line(char letter);

    std::string_view rest_;
    char separator_ = ',';
    int line_ = 0, next_line_ = 1, row_ = 0;
    bool ends_record_ = false, cut_off_ = false;
};

/// All records after the first one, which names the columns.
std::vector<std::vector<std::string>> rows_below_header(std::string_view text);

}  // namespace digilots::tables
