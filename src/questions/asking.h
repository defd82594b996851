#pragma once
// What is wrong with a question before anybody asks it.
#include "questions/questions.h"

namespace digilots::questions {

/// Nothing is kept. Errors by the names of the form, as those of Questions::ask.
FieldErrors faults_of(const Questions& questions, const http::Tenant& tenant, const Asking& asking, const i18n::Translator& words);

}  // namespace digilots::questions
