#include "budget/sheet.h"

#include <algorithm>
#include <tuple>

#include "budget/approved.h"
#include "platform/base/exact.h"

namespace digilots::budget {

namespace {

constexpr std::int64_t whole_percent = 10'000;  // in hundredths of a per cent
constexpr std::int64_t hundred = 100;

void add(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& one) {
    if (one) sum = sum.value_or(0) + *one;
}

template <class Rows>
Amounts column_sums(const Rows& rows) {
    Amounts sums{};
    for (const auto& row : rows)
        for (std::size_t at = 0; at < most_years; ++at) add(sums[at], row.amounts[at]);
    return sums;
}

/// a × b / divisor, in whole kronor where these are what is reckoned in: rounded once.
std::optional<std::int64_t> product_in(Rounding rounding, std::int64_t a, std::int64_t b, std::int64_t divisor) {
    if (rounding == Rounding::ore) return base::product_half_up(a, b, divisor);
    const auto kronor = base::product_half_up(a, b, divisor * ore_of_a_krona);
    return kronor ? std::optional(*kronor * ore_of_a_krona) : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> sum_of(const Amounts& amounts) {
    std::optional<std::int64_t> sum;
    for (const auto& one : amounts) add(sum, one);
    return sum;
}

std::optional<std::int64_t> Calculation::computed(Rounding rounding) const {
    if (kind == "share") return base && percent ? product_in(rounding, *base, *percent, whole_percent) : std::nullopt;
    if (!hourly_wage || !hours) return std::nullopt;
    // Hours and the share are both in hundredths: nothing is rounded before the end.
    const auto factor = base::product_half_up(*hours, whole_percent + percent.value_or(0), 1);
    return factor ? product_in(rounding, *hourly_wage, *factor, whole_percent * hundred) : std::nullopt;
}

std::optional<std::int64_t> Line::computed(Rounding rounding) const {
    std::optional<std::int64_t> sum;
    for (const auto& one : calculations) {
        const auto part = one.computed(rounding);
        if (!part) return std::nullopt;
        add(sum, part);
    }
    return sum;
}

std::string Budget::years_text() const {
    const auto first = std::to_string(first_year);
    return first_year == last_year ? first : first + "–" + std::to_string(last_year);
}

std::size_t Budget::years() const {
    const auto count = std::clamp(last_year - first_year + 1, 1, static_cast<int>(most_years));
    return static_cast<std::size_t>(count);
}

Amounts Budget::costs() const {
    return column_sums(lines);
}

Amounts Budget::financing() const {
    return column_sums(sources);
}

std::ptrdiff_t Budget::unknown_lines() const {
    return std::ranges::count_if(lines, [](const Line& line) { return !line.entered(); });
}

bool Budget::is_balanced() const {
    if (unknown_lines() > 0) return false;
    const auto needed = costs(), paid = financing();
    if (!sum_of(needed) || !sum_of(paid)) return false;
    for (std::size_t at = 0; at < most_years; ++at)
        if (needed[at].value_or(0) != paid[at].value_or(0)) return false;
    return true;
}

std::optional<std::int64_t> Budget::wages() const {
    std::optional<std::int64_t> sum;
    for (const auto& line : lines)
        if (line.kind == "wages") add(sum, line.entered());
    return sum;
}

std::optional<std::int64_t> Approved::total() const {
    return sum_of(column_sums(lines));
}

bool Budget::was_approved() const {
    return last_approval() != nullptr;
}

const Approval* Budget::last_approval() const {
    const Approval* last = nullptr;
    for (const auto& one : approvals) {
        if (one.decision != "approved") continue;
        if (!last || std::tie(one.edition, one.written_at) >= std::tie(last->edition, last->written_at)) last = &one;
    }
    return last;
}

bool Budget::is_approved() const {
    const auto* last = last_approval();
    if (!last || !is_balanced()) return false;
    if (last->approved) return !changed_since(*last->approved, *this).is_any();
    return last->written_at.empty() || last->written_at >= amounts_changed_at;
}

const Line* Budget::line(const std::string& line_id) const {
    const auto found = std::ranges::find(lines, line_id, &Line::id);
    return found == lines.end() ? nullptr : &*found;
}

std::string_view word_of(Level level) {
    switch (level) {
        case Level::ok:
            return "ok";
        case Level::note:
            return "note";
        case Level::warning:
            return "warning";
        case Level::error:
            break;
    }
    return "error";
}

std::optional<std::int64_t> share_of(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? base::product_half_up(part, whole_percent, whole) : std::nullopt;
}

std::optional<std::int64_t> forecast_of(const Budget& budget, const Line& line, base::Date today) {
    using std::chrono::day, std::chrono::month, std::chrono::sys_days, std::chrono::year;
    constexpr std::int64_t whole = 100;
    // What was paid today is counted already: what is to come begins tomorrow.
    const sys_days now = sys_days{today} + std::chrono::days{1};
    if (now >= sys_days{base::Date{year(budget.last_year + 1), month(1), day(1)}}) return line.spent;
    if (!line.entered()) return std::nullopt;
    std::int64_t to_come = 0;
    for (std::size_t at = 0; at < budget.years(); ++at) {
        const int of = budget.first_year + static_cast<int>(at);
        const sys_days first{base::Date{year(of), month(1), day(1)}}, end{base::Date{year(of + 1), month(1), day(1)}};
        if (now >= end || !line.amounts[at]) continue;
        const auto part = base::product_half_up(*line.amounts[at], (end - std::max(now, first)).count(), (end - first).count());
        if (!part) return std::nullopt;
        to_come += *part;
    }
    return line.spent + (to_come + whole / 2) / whole * whole;
}

}  // namespace digilots::budget
