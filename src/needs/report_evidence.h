#pragma once
// What hangs on the findings of a round, in its report.
#include <vector>

#include "needs/report_parts.h"
#include "platform/register/record.h"

namespace digilots::needs {

/// A page shows pictures where its reader gets them; a file has to hold them.
enum class ReportIs { read, taken_along };

/// Pictures with what they show, what is read below them and where they are from; all else by name. A file holds as many as a
/// server bears, and says which it does not. Nothing where there is none.
void write_evidence(ReportWriter& writer, const Pages& pages, const std::vector<register_::Record>& answers, ReportIs report);

}  // namespace digilots::needs
