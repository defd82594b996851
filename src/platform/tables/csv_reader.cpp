#include "platform/tables/csv_reader.h"

#include <algorithm>
#include <array>

#include "platform/tables/csv_writer.h"

namespace digilots::tables {

namespace {

constexpr std::array<char, 3> separators{';', '\t', ','};

char separator_of(std::string_view text) {
    std::array<std::size_t, separators.size()> found{};
    bool quoted = false, any = false;
    for (const char letter : text) {
        if (letter == '"') quoted = !quoted;
        const bool ends = !quoted && (letter == '\n' || letter == '\r');
        if (ends && any) break;
        any = any || !ends;
        const auto which = std::ranges::find(separators, letter);
        if (!quoted && which != separators.end())
            ++found[static_cast<std::size_t>(which - separators.begin())];
    }
    const auto most = std::ranges::max_element(found);
    return *most == 0 ? ',' : separators[static_cast<std::size_t>(most - found.begin())];
}

bool is_separator_line(std::string_view text) {
    return text.size() > 4 && text.starts_with("sep=") &&
           std::ranges::find(separators, text[4]) != separators.end() &&
           (text.size() == 5 || text[5] == '\r' || text[5] == '\n');
}

std::string without_guard(std::string cell) {
    if (cell.size() > 1 && cell[0] == '\'' && needs_guard(std::string_view(cell).substr(1))) cell.erase(0, 1);
    return cell;
}

bool is_empty_record(const std::vector<std::string>& record) {
    return std::ranges::all_of(record, [](const std::string& cell) { return cell.empty(); });
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : rest_(text) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    if (is_separator_line(rest_)) {
        separator_ = rest_[4];
        rest_.remove_prefix(5);
        // The line itself is none of a spreadsheet's rows.
        if (rest_.starts_with('\r')) rest_.remove_prefix(1);
        if (rest_.starts_with('\n')) rest_.remove_prefix(1);
        next_line_ = 2;
    } else {
        separator_ = separator_of(rest_);
    }
}

std::optional<std::vector<std::string>> CsvReader::next() {
    while (!rest_.empty()) {
        line_ = next_line_;
        ++row_;
        ends_record_ = false;
        std::vector<std::string> record;
        while (!ends_record_) record.push_back(without_guard(field()));
        if (!is_empty_record(record)) return record;
    }
    return std::nullopt;
}

/// Takes one field and what ends it.
std::string CsvReader::field() {
    std::string text;
    while (!rest_.empty()) {
        const char letter = rest_.front();
        rest_.remove_prefix(1);
        if (letter == '"' && text.empty()) {
            text = quoted_part();
        } else if (letter == separator_) {
            return text;
        } else if (letter == '\n' || letter == '\r') {
            end_line(letter);
            return text;
        } else {
            text += letter;
        }
    }
    ends_record_ = true;
    return text;
}

/// Up to the quote that ends it; line breaks and doubled quotes belong to the text.
std::string CsvReader::quoted_part() {
    std::string text;
    while (!rest_.empty()) {
        const char letter = rest_.front();
        rest_.remove_prefix(1);
        if (letter == '\n') ++next_line_;
        if (letter == '"') {
            if (!rest_.starts_with('"')) return text;
            rest_.remove_prefix(1);
        }
        text += letter;
    }
    cut_off_ = true;
    return text;
}

void CsvReader::end_line(char letter) {
    if (letter == '\r' && rest_.starts_with('\n')) rest_.remove_prefix(1);
    ++next_line_;
    ends_record_ = true;
}

std::vector<std::vector<std::string>> rows_below_header(std::string_view text) {
    std::vector<std::vector<std::string>> rows;
    CsvReader reader(text);
    reader.next();
    while (auto record = reader.next()) rows.push_back(std::move(*record));
    return rows;
}

}  // namespace digilots::tables
