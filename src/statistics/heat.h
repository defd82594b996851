#pragma once
// Hour by weekday: when people ask, beside the hours that the rota says are staffed.
#include "statistics/page_question.h"
#include "statistics/statistics_view.h"

namespace digilots::statistics {

/// Split up by hour and weekday, whichever comes first.
bool is_heat(const Question& question);
Heat heat_of(const Around& around, const Question& question, const std::vector<measures::Row>& rows, const http::Tenant& tenant,
             const i18n::Translator& translator);

}  // namespace digilots::statistics
