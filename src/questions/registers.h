#pragma once
// The two kinds of records, said once.
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/register/promised.h"
#include "platform/register/register.h"
#include "questions/questions.h"
#include "taxonomy/taxonomy.h"

namespace digilots::questions {

using register_::place_in_line, register_::promise_words;

/// What a question's record asks of its surroundings.
struct Behind {
    const base::Clock& clock;
    std::function<base::Instant(std::string_view municipality_id, base::Instant asked, std::string_view channel)> promised_at;
    std::function<std::string(std::string_view account)> name_of;
    std::function<OfficeHours(std::string_view municipality_id)> office;
    std::function<std::string(std::string_view municipality_id, base::Instant instant)> day_of;
    /// Somebody has taken one on that nobody had.
    std::function<void(db::Connection& connection, const std::string& municipality_id, const register_::Record& question)> taken;
};

register_::Register question_register(const Behind& behind);
/// `published`: phone numbers and e-mail addresses that may stand in answers.
register_::Register answer_register(const PublishedContacts& published);

/// The text without those that are published: what is left of numbers and addresses may be somebody's.
std::string without_published(std::string_view text, const std::vector<std::string>& published);
/// What text may not hold, as a message to whoever wrote it; id "" where it holds nothing of it. `contact_is_meant`: phone
/// numbers and addresses may stand in it.
i18n::Text personal_data_fault(std::string_view text, bool contact_is_meant);
/// ("name", "Anna Svensson") and ("address", "Storgatan 4"), that may be somebody's.
std::vector<std::pair<std::string, std::string>> names_and_addresses_in(std::string_view text);
/// Who reads it: then it is said so.
enum class ReadBy { asker, residents, staff };
/// Names and addresses that may be somebody's, each in the reader's words; nothing is refused because of them.
std::vector<std::string> personal_doubts(std::string_view text, ReadBy read_by, const i18n::Translator& words);
/// The same for the browser, by kind and by code (web/scripts/note_check.js).
using WordsByKind = std::vector<std::pair<std::string, std::string>>;
WordsByKind answer_refusals(const i18n::Translator& words);
WordsByKind answer_warnings(const i18n::Translator& words);
/// How questions come in.
std::vector<register_::FixedTerm> ways_in();
/// "asked" 1 …: adds to what happened on a day.
struct Happened {
    int asked = 0, answered = 0, in_time = 0;
};
void count(db::Connection& connection, std::string_view municipality_id, std::string_view day, std::string_view unit,
           const Happened& happened);

}  // namespace digilots::questions
