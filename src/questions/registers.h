#pragma once
// The two kinds of records, said once.
#include <functional>
#include <string>

#include "platform/register/types.h"
#include "platform/register/register.h"
#include "taxonomy/taxonomy.h"

namespace digilots::questions {

/// What a question's record asks of its surroundings.
struct Behind {
    const base::Clock& clock;
    std::function<base::Instant(std::string_view municipality_id, base::Instant asked)> promised_at;
    std::function<std::string(std::string_view account)> name_of;
    std::function<std::string(std::string_view municipality_id, base::Instant instant)> day_of;
};

register_::Register question_register(const Behind& behind);
register_::Register answer_register();

/// What text may not hold, as a message to whoever wrote it; id "" where it holds nothing of it. `contact_is_meant`: phone
/// numbers and addresses may stand in it.
i18n::Text personal_data_fault(std::string_view text, bool contact_is_meant);
/// The topics of inquiries, as their language orders them.
register_::Choices topic_choices();
/// "30 November 2026", of hours "30 November 2026 15:00": what was promised.
std::string promise_words(base::Instant promised_at, std::string_view zone, const i18n::Translator& words);

/// promised_at while it waits; of what was answered or closed what puts the latest first and behind all that wait.
std::string place_in_line(std::string_view state, std::string_view promised_at, base::Instant done);
/// "asked" 1 …: adds to what happened on a day.
struct Happened {
    int asked = 0, answered = 0, in_time = 0;
};
void count(db::Connection& connection, std::string_view municipality_id, std::string_view day, std::string_view unit,
           const Happened& happened);

}  // namespace digilots::questions
