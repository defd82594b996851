#pragma once
// Opens a spreadsheet (XLSX) as a program would: the parts of the zip file, and the cells of its sheet.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digilots::testing {

/// "" where it is not there.
std::string part_of_zip(std::string_view file, std::string_view name);
/// Row by row: texts as they are, numbers after "#", what is empty left out.
std::vector<std::vector<std::string>> cells_of_xlsx(std::string_view file);

/// A zip file of parts, each name with its content, deflated.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts);
/// A workbook whose only sheet has these rows in its <sheetData>, shared texts (<si>…) and formats of cells
/// (<numFmt …/> with ids from 164, which the styles 1, 2 … have).
struct XlsxParts {
    std::string rows, shared = "", formats = "", workbook = "";
};
std::string xlsx_of(const XlsxParts& parts);
/// A spreadsheet of OpenDocument with this inside of <office:spreadsheet>.
std::string ods_of(const std::string& tables);

}  // namespace digilots::testing
