#pragma once
// What the pages of this slice need, and the pages.
#include "goals/implementation.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace digilots::goals {

struct Pages {
    Goals& goals;
};

/// "…/staff/goals": all goals, how each stands.
http::Response goals_page(const Pages& pages, const http::Request& request);
/// "…/staff/goals/{id}": one, with all that its status was worked out from.
http::Response goal_page(const Pages& pages, const http::Request& request);

/// "…/staff/goals/weeks", "…/staff/goals/{id}/weeks": the weeks of a year.
http::Response weeks_page(const Pages& pages, const http::Request& request);
/// "…/staff/goals/{id}/weeks/{week}": why it was missed, or that it does not count.
http::Response week_page(const Pages& pages, const http::Request& request);
http::Response save_week(const Pages& pages, const http::Request& request);

/// "…/staff/goals/board?for=desk": one sheet for the desk, the manager, politicians; and the equality view.
http::Response board_page(const Pages& pages, const http::Request& request);
http::Response board_pdf(const Pages& pages, const http::Request& request);

/// "…/staff/goals/shared-quality": which municipalities have adopted which quality goals.
http::Response quality_page(const Pages& pages, const http::Request& request);

/// "…/staff/goals/reports…": made, commented, sent.
http::Response reports_page(const Pages& pages, const http::Request& request);
http::Response begin_report(const Pages& pages, const http::Request& request);
http::Response report_page(const Pages& pages, const http::Request& request);
http::Response save_report(const Pages& pages, const http::Request& request);
http::Response report_pdf(const Pages& pages, const http::Request& request);
http::Response report_odt(const Pages& pages, const http::Request& request);
http::Response report_xlsx(const Pages& pages, const http::Request& request);

http::Response get_goals(const Pages& pages, const http::Request& request);
http::Response get_goal_values(const Pages& pages, const http::Request& request);

/// Of staff, below the goals.
html::Page goals_page_of(const http::Request& request, const std::string& title);
base::Date today_in(const Goals::Implementation& self, const http::Request& request);

}  // namespace digilots::goals
