#pragma once
// A table as spreadsheet programs keep it (XLSX): numbers are numbers, texts are texts and never formulas.
#include <memory>
#include <string>
#include <string_view>

#include "platform/tables/csv_writer.h"

namespace digilots::tables {

/// A sheet, or several; the first line of each names its columns and stays in sight. Its file stands in a folder of its own
/// among the system's temporary ones until it is taken.
class XlsxWriter {
public:
    /// `title` of the sheet; what may not stand in one is left out.
    explicit XlsxWriter(std::string_view title);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    void line(const Row& cells);
    /// What follows stands on another sheet.
    void next_sheet(std::string_view title);
    /// The bytes of the file. Throws std::runtime_error where it could not be written (a full disk).
    std::string take() &&;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace digilots::tables
