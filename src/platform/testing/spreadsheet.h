#pragma once
// Opens a spreadsheet (XLSX) as a program would: the parts of the zip file, and the cells of its sheet.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::testing {

/// "" where it is not there.
std::string part_of_zip(std::string_view file, std::string_view name);
/// Row by row: texts as they are, numbers after "#", what is empty left out.
std::vector<std::vector<std::string>> cells_of_xlsx(std::string_view file);

}  // namespace digilots::testing
