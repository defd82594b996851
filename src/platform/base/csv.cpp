#include "platform/base/csv.h"

namespace digilots::base {

namespace {

std::string cell(std::string_view text) {
    std::string safe;
    if (!text.empty() && std::string_view("=+-@\t\r").contains(text[0])) safe = "'";
    safe += text;
    if (safe.find_first_of(";\"\r\n,") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

}  // namespace

void CsvWriter::line(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out_ += (i > 0 ? ";" : "") + cell(cells[i]);
    out_ += "\r\n";
}

}  // namespace digilots::base
