#pragma once
// The form of the page, and what it is limited to.
#include "statistics/page_question.h"
#include "statistics/statistics_view.h"

namespace digilots::statistics {

/// What is counted, how it is split up and limited, what stands beside it.
/// Of every dimension whose values are known: to what it is limited.
std::vector<html::components::Field> limits_of(const Question& question, const html::Page& page);
std::vector<html::components::Field> choices_of(const Pages& pages, const Offered& offered, const Question& question,
                                                const html::Page& page);
Filters filters_of(const Question& question, const html::Page& page);
/// "Compared with: October 2026", and the way to the figures without it.
std::vector<html::Link> chips_of(const Question& question, const html::Page& page);

/// "October 2026", "Main library"
std::string compared_title(const Question& question, const http::Tenant& tenant, const i18n::Translator& translator);

}  // namespace digilots::statistics
