#pragma once
// The pages of this slice; routes.cpp says where each is.
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "progress/subject.h"

namespace digilots::progress {

// Public, below a municipality or below /wheels/{slug}.
http::Response wheel_page(const Pages& pages, const http::Request& request);
http::Response embedded_wheel_page(const Pages& pages, const http::Request& request);
http::Response wheel_svg_file(const Pages& pages, const http::Request& request);
http::Response wheel_png_file(const Pages& pages, const http::Request& request);
http::Response wheel_pdf_file(const Pages& pages, const http::Request& request);
http::Response wheel_csv_file(const Pages& pages, const http::Request& request);
http::Response wheel_years_page(const Pages& pages, const http::Request& request);
http::Response wheel_years_csv(const Pages& pages, const http::Request& request);
http::Response target_csv_file(const Pages& pages, const http::Request& request);
http::Response target_page(const Pages& pages, const http::Request& request);
http::Response get_wheel(const Pages& pages, const http::Request& request);

http::Response progress_page(const Pages& pages, const http::Request& request);
/// "/{municipality}/progress/summary.pdf", ".odt": goals that everyone may see, and what budgets cost; not there without any.
http::Response summary_pdf(const Pages& pages, const http::Request& request);
http::Response summary_odt(const Pages& pages, const http::Request& request);
http::Response method_page(const Pages& pages, const http::Request& request);
http::Response wheels_page(const Pages& pages, const http::Request& request);

// Staff.
http::Response choose_targets_page(const Pages& pages, const http::Request& request);
http::Response adopt_proposal(const Pages& pages, const http::Request& request);
http::Response choose_target_page(const Pages& pages, const http::Request& request);
http::Response save_target(const Pages& pages, const http::Request& request);
http::Response leave_out_target(const Pages& pages, const http::Request& request);
http::Response evaluations_page(const Pages& pages, const http::Request& request);
http::Response evaluation_page(const Pages& pages, const http::Request& request);
http::Response save_evaluation(const Pages& pages, const http::Request& request);

}  // namespace digilots::progress
