#pragma once
// What the address of the page asks for: read, and written again.
#include "platform/html/page.h"
#include "statistics/beside.h"
#include "statistics/statistics_api.h"

namespace digilots::statistics {

/// The second list of the form: what figures that are split up are compared by.
inline constexpr std::string_view compared_by = "and_by";

struct PageQuestion {
    html::Page page;
    base::Date today;
    Offered offered;
    http::Fields fields;
    base::Result<Question, NotUnderstood> question;
};
PageQuestion read_request(const Pages& pages, const http::Request& request);
bool can_answer(const Question& question, const http::Request& request);

/// The same question of another measure or period, which may be named or be dates.
std::string query_text(const Question& question, const std::string& measure, const std::string& period);
/// … of the same days.
std::string query_text(const Question& question, const std::string& measure);
/// The period as it was chosen: "this month" stays so.
std::string kept_query_text(const Question& question);

/// "Banking, November 2026"
std::string label_of(const Question& question, const measures::Row& row, const http::Tenant& tenant,
                     const i18n::Translator& translator);

}  // namespace digilots::statistics
