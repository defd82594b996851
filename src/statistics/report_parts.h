#pragma once
// The parts of a report, in its order; each may be left out where nothing is known of it.
#include "statistics/report_tables.h"

namespace digilots::statistics {

ReportSection report_summary(ReportFigures& figures);
ReportSection report_ways_in(ReportFigures& figures);
ReportSection report_months(ReportFigures& figures);
ReportSection report_topics(ReportFigures& figures);
ReportSection report_outcomes(ReportFigures& figures);
ReportSection report_barriers(ReportFigures& figures);
ReportSection report_senders(ReportFigures& figures);
ReportSection report_languages(ReportFigures& figures);
ReportSection report_help_time(ReportFigures& figures);
ReportSection report_hours(ReportFigures& figures);
ReportSection report_visits(ReportFigures& figures);
ReportSection report_follow_up(ReportFigures& figures);
ReportSection report_circumstances(ReportFigures& figures);
/// After all others: of the figures that they asked for.
ReportSection report_definitions(ReportFigures& figures);
ReportSection report_not_known(ReportFigures& figures);

}  // namespace digilots::statistics
