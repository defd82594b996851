#pragma once
// A budget's tables, as pages, files and paper show them.
#include <string>
#include <vector>

#include "budget/sheet.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::budget {

/// Lines by years with the sum of each row and column; `kind` opens each line's record where there is a page.
html::components::Table cost_table(const Budget& budget, const html::Page& page);
html::components::Table financing_table(const Budget& budget, const html::Page& page);
html::components::Table share_table(const Budget& budget, const html::Page& page);
html::components::Table approval_table(const Budget& budget, const html::Page& page);
/// What was approved last, beside what stands now, where an amount differs; without rows where none does.
html::components::Table changed_table(const Budget& budget, const html::Page& page);
html::components::Table contribution_table(const Budget& budget, const html::Page& page);
/// Planned, spent, left and foreseen of each line.
html::components::Table spent_table(const Budget& budget, base::Date today, const html::Page& page);
html::components::Table frame_table(const Budget& budget, const html::Page& page);
/// Of each source that says so: what is given in kind and in cash, and which lines that covers.
std::vector<std::string> parts_of_sources(const Budget& budget, const html::Page& page);
/// "budget-2019-2020.pdf"
std::string file_name(const Budget& budget, const char* ending);

}  // namespace digilots::budget
