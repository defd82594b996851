#pragma once
// A survey's questions as fields of a page, and what was typed into them.
#include "platform/html/page.h"
#include "platform/http/request.h"
#include "surveys/answer_view.h"
#include "surveys/checking.h"
#include "surveys/implementation.h"

namespace digilots::surveys {

/// The words of the page's language where they are there, else marked as what they are.
InLanguage words_on(const html::Page& page, const Words& words, std::string_view first);
/// The name of a survey for whoever answers it.
InLanguage title_on(const html::Page& page, const Survey& survey);

/// `number`: from 1. `given`: what was typed before.
AskedView asked_view(const Question& question, int number, const Definition& definition, const Answers& given,
                     const html::FormErrors& errors, const html::Page& page, std::string_view first);
/// "q3", of a line of a matrix "q3-l2".
std::string field_name(std::string_view fault);

/// What a form says of a question.
std::vector<std::string> given_in(const Question& question, const http::Fields& form);
Answers answers_in(const Definition& definition, const http::Fields& form);
/// The same back, for a form that carries it on.
std::vector<std::pair<std::string, std::string>> carried(const Definition& definition, const Answers& answers);

void add_faults(html::FormErrors& errors, const Faults& faults, const Definition& definition, const html::Page& page,
                std::string_view first);

/// "Yes", "3", "10–19"; not answered and not asked in words of the page.
InLanguage value_on(const html::Page& page, const Question& question, std::string_view value, std::string_view first);

/// Two letters, a day and a number, by which answers before and after find each other.
std::vector<html::components::Field> fact_fields(const http::Fields& form, const html::FormErrors& errors,
                                                 const html::Page& page);
std::vector<std::string> facts_in(const http::Fields& form);

}  // namespace digilots::surveys
