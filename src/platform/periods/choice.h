#pragma once
// The period that an address asks for: ?period=month, ?period=2026-W47, or ?from=2026-11-03&to=2026-11-21; and its choice
// in a form, with the steps to the one before and the one after.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/base/result.h"
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/http/request.h"
#include "platform/periods/period.h"

namespace digilots::periods {

struct Choice {
    std::string name;          // "month" (this one, until today), "last_month", "2026-W47", "dates"
    Period period;
    Period whole;              // not cut at today: what steps lead from
};

/// What is wrong, at which field of the address.
struct NotAPeriod {
    const char* field;
    i18n::Text words;
};

/// Nothing at all is this month until today. Typed dates hold whatever the name says: they are typed where they are others
/// than those that the form brought along as shown_from and shown_to. At most twenty years.
base::Result<Choice, NotAPeriod> read_choice(const http::Fields& fields, base::Date today);
/// Which name the fields mean, whether or not it is one.
std::string_view name_in(const http::Fields& fields);

/// Today, this week … this school year, a chosen one by its name, own dates. `chosen` is a Choice's name.
html::components::Field field_of(std::string_view chosen, const html::Page& page);

/// What the address of a page asks for; where it is wrong, why, and the usual period.
struct Asked {
    Choice choice;
    html::FormErrors errors;
};
/// As read_choice, but nothing at all is the last `usual_days` days, today among them: a month says little of what is rare.
Asked read_asked(const html::Page& page, base::Date today, int usual_days);
/// From and to, as typed where they are wrong.
std::vector<html::components::Field> date_fields_of(const Asked& asked, const html::Page& page);

struct Steps {
    std::optional<Period> previous, next;
};
/// To the one before, and to the one after where it has begun.
Steps steps_from(const Choice& choice, base::Date today);
/// To the nearest ones that are offered, in the order in which they are.
Steps steps_among(std::span<const Period> offered, const Period& chosen);
/// The newest of those offered that is not after the wanted one, else the first; the newest where none is wanted. Nothing
/// where none is offered.
std::optional<Period> nearest(std::span<const Period> offered, const std::optional<Period>& wanted);
/// Whole years.
std::vector<Period> of_years(std::span<const int> years);

}  // namespace digilots::periods
