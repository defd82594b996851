#pragma once
// A question as somebody writes it in a form: its words in each language, one answer a line. No SQL.
#include <string>
#include <utility>
#include <vector>

#include "platform/http/request.h"
#include "platform/i18n/translator.h"
#include "surveys/logic.h"

namespace digilots::surveys {

/// Field and what is wrong there.
using FormFaults = std::vector<std::pair<std::string, i18n::Text>>;

struct TypedQuestion {
    Question question;
    FormFaults faults;
};
/// `before`: as it stands, with its key and kind. `languages`: the first one is that in which everything is written.
TypedQuestion read_question(const http::Fields& form, const Question& before, const std::vector<std::string>& languages,
                            const Definition& definition);

/// "Yes\nNo" of the options in a language.
std::string lines_text(const std::vector<Option>& options, const std::string& language);
/// "None of these": the answer that is given alone; "" none.
std::string alone_text(const Question& question, const std::string& language);
/// "q1=c2"; "" none.
std::string condition_text(const Question& question);

/// With the question in the place of the one of its key, or behind the others.
Definition with_question(Definition definition, const Question& question);
/// One place up or down; as it was where it cannot go further.
Definition moved(Definition definition, std::string_view key, int by);
Definition without(Definition definition, std::string_view key);

i18n::Text text_of(const LogicFault& fault);

}  // namespace digilots::surveys
