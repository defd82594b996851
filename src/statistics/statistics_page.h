#pragma once
// Figures for people: the municipality's own.
#include "platform/html/page.h"
#include "statistics/statistics_api.h"

namespace digilots::statistics {

http::Response statistics_page(const Pages& pages, const http::Request& request);
http::Response statistics_csv(const Pages& pages, const http::Request& request);
http::Response statistics_xlsx(const Pages& pages, const http::Request& request);
http::Response statistics_json(const Pages& pages, const http::Request& request);
http::Response report_page(const Pages& pages, const http::Request& request);
http::Response report_pdf(const Pages& pages, const http::Request& request);
http::Response report_odt(const Pages& pages, const http::Request& request);
http::Response report_xlsx(const Pages& pages, const http::Request& request);
http::Response digest_page(const Pages& pages, const http::Request& request);
http::Response save_digest(const Pages& pages, const http::Request& request);
http::Response sent_here_page(const Pages& pages, const http::Request& request);

/// The entries behind one figure, where they can be listed and this person may see them.
std::string rows_behind(const Question& question, const measures::Row& row, const html::Page& page);

}  // namespace digilots::statistics
