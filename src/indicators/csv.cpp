#include "indicators/csv.h"

#include <algorithm>

namespace digilots::indicators {

CsvReader::CsvReader(std::string_view text) : rest_(text) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    const auto first = rest_.substr(0, rest_.find('\n'));
    if (first.find(';') != std::string_view::npos && first.find(';') < first.find('"')) separator_ = ';';
}

std::optional<std::vector<std::string>> CsvReader::next() {
    while (!rest_.empty()) {
        line_ = next_line_;
        ends_record_ = false;
        std::vector<std::string> record;
        while (!ends_record_) record.push_back(field());
        if (record.size() > 1 || !record.front().empty()) return record;
    }
    return std::nullopt;
}

/// Takes one field and what ends it.
std::string CsvReader::field() {
    std::string text;
    bool quoted = false;
    while (!rest_.empty()) {
        const char letter = rest_.front();
        rest_.remove_prefix(1);
        if (letter == '\n') ++next_line_;
        if (quoted) {
            if (letter != '"') {
                text += letter;
            } else if (rest_.starts_with('"')) {
                text += '"';
                rest_.remove_prefix(1);
            } else {
                quoted = false;
            }
        } else if (letter == '"' && text.empty()) {
            quoted = true;
        } else if (letter == separator_) {
            return text;
        } else if (letter == '\n') {
            ends_record_ = true;
            if (text.ends_with('\r')) text.pop_back();
            return text;
        } else {
            text += letter;
        }
    }
    cut_off_ = cut_off_ || quoted;
    ends_record_ = true;
    return text;
}

}  // namespace digilots::indicators
