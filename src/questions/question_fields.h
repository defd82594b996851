#pragma once
// Fields of a question that no form asks.
#include <functional>

#include "platform/register/types.h"

namespace digilots::questions {

/// One text column that is shown as it stands.
register_::Field read_text(std::string_view name, i18n::Text title);
/// One of fixed words, shown and filtered.
register_::Field read_term(std::string_view name, i18n::Text title, std::vector<register_::FixedTerm> terms);
/// A moment as it is stored, in the municipality's own time.
register_::Field read_moment(std::string_view name, i18n::Text title);
/// "waiting", "answered", "closed"; what waits can be soon or late. Shows and finds by the clock.
register_::Field state_of_question(std::string_view name, i18n::Text title, const base::Clock& clock);
/// Columns place_in_line, by which lists are ordered, and promised_at.
register_::Field promise_of_question(std::string_view name, i18n::Text title);
/// Columns answered_at, answered_by.
register_::Field answered(std::string_view name, i18n::Text title, std::function<std::string(std::string_view)> name_of);

/// Within so many hours of its promise what waits is said to be soon.
inline constexpr std::chrono::hours soon_within{8};

}  // namespace digilots::questions
