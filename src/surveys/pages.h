#pragma once
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "surveys/implementation.h"

namespace digilots::surveys {

struct Pages {
    Surveys& surveys;
};

// ---- For everyone (answer_page.cpp, form_file.cpp) ----
http::Response surveys_page(const Pages& pages, const http::Request& request);
http::Response answer_page(const Pages& pages, const http::Request& request);
http::Response answer(const Pages& pages, const http::Request& request);
http::Response thanks_page(const Pages& pages, const http::Request& request);
http::Response form_file(const Pages& pages, const http::Request& request);

// ---- For staff ----
http::Response questions_page(const Pages& pages, const http::Request& request);
http::Response change_questions(const Pages& pages, const http::Request& request);
http::Response question_page(const Pages& pages, const http::Request& request);
http::Response save_question(const Pages& pages, const http::Request& request);
http::Response paper_page(const Pages& pages, const http::Request& request);
http::Response enter_sheet(const Pages& pages, const http::Request& request);
http::Response enter_dots(const Pages& pages, const http::Request& request);
http::Response codes_file(const Pages& pages, const http::Request& request);
http::Response results_page(const Pages& pages, const http::Request& request);
http::Response results_csv(const Pages& pages, const http::Request& request);
http::Response results_xlsx(const Pages& pages, const http::Request& request);
http::Response rows_csv(const Pages& pages, const http::Request& request);
http::Response words_csv(const Pages& pages, const http::Request& request);
http::Response codebook(const Pages& pages, const http::Request& request);
http::Response questions_codebook(const Pages& pages, const http::Request& request);
http::Response compare_page(const Pages& pages, const http::Request& request);
http::Response over_time_page(const Pages& pages, const http::Request& request);
http::Response staff_lists_page(const Pages& pages, const http::Request& request);
http::Response close_survey(const Pages& pages, const http::Request& request);

// ---- For programs (api.cpp) ----
http::Response list_open(const Pages& pages, const http::Request& request);
http::Response get_survey(const Pages& pages, const http::Request& request);
http::Response post_answers(const Pages& pages, const http::Request& request);
http::Response get_results(const Pages& pages, const http::Request& request);

/// A survey that a staff page is about, with the list that holds it.
struct OfStaff {
    std::shared_ptr<const List> list;
    const Survey* survey = nullptr;
};
OfStaff survey_asked(const Pages& pages, const http::Request& request);
/// Title, menu and the way back.
void begin_staff_page(html::Page& page, const Survey& survey, std::string title);

}  // namespace digilots::surveys
