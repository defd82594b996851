#pragma once
// CSV as people and programs write it: RFC 4180, also with semicolons. One record at a time.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::indicators {

class CsvReader {
public:
    /// The separator is a semicolon where the first line has one outside of quotes, else a comma.
    explicit CsvReader(std::string_view text);

    /// The next record that is not empty; nothing at the end.
    std::optional<std::vector<std::string>> next();
    /// Of the record that next() gave last, from 1.
    int line() const { return line_; }
    /// The text ended inside quotes: it is cut off.
    bool is_cut_off() const { return cut_off_; }

private:
    std::string field();

    std::string_view rest_;
    char separator_ = ',';
    int line_ = 0, next_line_ = 1;
    bool ends_record_ = false, cut_off_ = false;
};

}  // namespace digilots::indicators
