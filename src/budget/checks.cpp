// What a budget's arithmetic says: sums, what is computed beside what is entered, caps, who pays. Contradictions stay as
// they are.
#include <algorithm>

#include "budget/sheet.h"
#include "platform/base/lists.h"

namespace digilots::budget {

namespace {

constexpr std::int64_t tenths_of_whole = 1000;

struct Checking {
    const Budget& budget;
    const i18n::Translator& words;
    std::vector<Check> found = {};

    void say(const char* code, Level level, std::string text, std::string about = "") {
        found.push_back({code, level, std::move(text), std::move(about)});
    }
    std::string money(std::int64_t ore) const { return money_text(ore, words); }
};

std::int64_t distance(std::int64_t one, std::int64_t other) {
    return one > other ? one - other : other - one;
}

/// Entered is what was computed, rounded to so many kronor.
bool is_rounded(const Budget& budget, std::int64_t computed, std::int64_t entered) {
    const auto step = budget.entered_to * ore_of_a_krona;
    return step > ore_of_a_krona && entered % step == 0 && distance(computed, entered) * 2 <= step;
}

void check_stated(Checking& checking, const std::string& title, const Amounts& amounts,
                  const std::optional<std::int64_t>& stated, const std::string& about) {
    const auto sum = sum_of(amounts);
    if (!stated || (sum && *sum == *stated)) return;
    checking.say(
        "stated_total", Level::warning,
        checking.words.t("{title}: {stated} is stated as the total, the years sum to {sum}.",
                         {{"title", title}, {"stated", checking.money(*stated)}, {"sum", checking.money(sum.value_or(0))}}),
        about);
}

void check_sums(Checking& checking) {
    const auto& budget = checking.budget;
    bool is_any_stated = budget.stated_total.has_value();
    for (const auto& line : budget.lines) {
        check_stated(checking, line.title, line.amounts, line.stated_total, line.id);
        is_any_stated = is_any_stated || line.stated_total;
    }
    for (const auto& source : budget.sources) {
        check_stated(checking, source.title, source.amounts, source.stated_total, source.id);
        is_any_stated = is_any_stated || source.stated_total;
    }
    check_stated(checking, budget.title, budget.costs(), budget.stated_total, "");
    const bool is_right = !base::find_in(checking.found, "stated_total", &Check::code);
    if (is_any_stated && is_right)
        checking.say("sums", Level::ok,
                     checking.words.t("The years of each line sum to its stated total, the lines to that of all."));
}

void check_line(Checking& checking, const Line& line) {
    const auto& words = checking.words;
    const auto computed = line.computed(checking.budget.rounding), entered = line.entered();
    if (!computed || !entered) return;
    if (*computed == *entered) {
        return checking.say("computed", Level::ok,
                            words.t("{title}: what is entered is what was computed.", {{"title", line.title}}), line.id);
    }
    const auto computed_words = checking.money(*computed), entered_words = checking.money(*entered),
               difference = checking.money(distance(*computed, *entered));
    if (is_rounded(checking.budget, *computed, *entered)) {
        return checking.say(
            "computed_rounded", Level::note,
            words.t("{title}: computed {computed}, entered {entered}, {difference} apart: rounded to {step}.",
                    {{"title", line.title},
                     {"computed", computed_words},
                     {"entered", entered_words},
                     {"difference", difference},
                     {"step", checking.money(checking.budget.entered_to * ore_of_a_krona)}}),
            line.id);
    }
    const auto note =
        line.rounding_note.empty() ? words.t("Say why in the rounding note of the line.") : line.rounding_note;
    checking.say("computed_differs", Level::warning,
                 words.t("{title}: computed {computed}, but {entered} is entered, {difference} apart. {note}",
                         {{"title", line.title},
                          {"computed", computed_words},
                          {"entered", entered_words},
                          {"difference", difference},
                          {"note", note}}),
                 line.id);
}

void check_calculations(Checking& checking, const Line& line) {
    for (const auto& one : line.calculations) {
        const auto computed = one.computed(checking.budget.rounding);
        if (!computed || !one.stated || *one.stated == *computed) continue;
        const bool is_round = is_rounded(checking.budget, *computed, *one.stated);
        checking.say(
            "calculation_stated", is_round ? Level::note : Level::warning,
            checking.words.t(
                "{role}: the calculation gives {computed}, {stated} is stated.",
                {{"role", one.role}, {"computed", checking.money(*computed)}, {"stated", checking.money(*one.stated)}}),
            line.id);
    }
}

/// As a share of entered wages, and of computed ones where these are others.
std::string overhead_in_words(const Checking& checking, std::int64_t overhead, std::int64_t wages) {
    const auto& budget = checking.budget;
    const auto share = share_of(overhead, wages);
    auto text = checking.words.t("Overhead of {overhead} is {share} of wages of {wages}.",
                                 {{"overhead", checking.money(overhead)},
                                  {"share", percent_text(share.value_or(0), checking.words)},
                                  {"wages", checking.money(wages)}});
    std::int64_t computed = 0;
    for (const auto& line : budget.lines)
        if (line.kind == "wages") computed += line.computed(budget.rounding).value_or(line.entered().value_or(0));
    if (computed != wages && computed > 0)
        text += " " + checking.words.t("Of the computed wages it is {share}.",
                                       {{"share", percent_text(share_of(overhead, computed).value_or(0), checking.words)}});
    return text;
}

void check_overhead(Checking& checking) {
    const auto& budget = checking.budget;
    std::int64_t overhead = 0;
    for (const auto& line : budget.lines)
        if (line.kind == "overhead") overhead += line.entered().value_or(0);
    const auto wages = budget.wages();
    if (!budget.overhead_cap || !wages || *wages == 0 || overhead == 0) return;
    // Exact: the share itself is rounded only to be shown.
    constexpr std::int64_t whole = 10'000;
    const auto above = [&](std::int64_t cap) { return overhead * whole > *wages * cap; };
    const auto tolerated = *budget.overhead_cap + budget.overhead_tolerance.value_or(0);
    const auto level = above(tolerated) ? Level::warning : above(*budget.overhead_cap) ? Level::note : Level::ok;
    const auto cap = percent_text(*budget.overhead_cap, checking.words);
    const auto verdict = level == Level::ok ? checking.words.t("That is within the cap of {cap}.", {{"cap", cap}})
                         : level == Level::note
                             ? checking.words.t("That is above the cap of {cap}, and tolerated.", {{"cap", cap}})
                             : checking.words.t("That is above the cap of {cap}.", {{"cap", cap}});
    checking.say("overhead_cap", level, overhead_in_words(checking, overhead, *wages) + " " + verdict);
}

void check_financing(Checking& checking) {
    const auto& budget = checking.budget;
    const auto costs = budget.costs(), paid = budget.financing();
    if (!sum_of(costs) && !sum_of(paid)) return;
    if (budget.is_balanced())
        return checking.say("financing", Level::ok,
                            checking.words.t("Financing equals costs in each year: {sum} in all.",
                                             {{"sum", checking.money(*sum_of(costs))}}));
    if (const auto unknown = budget.unknown_lines(); unknown > 0)
        checking.say("unknown_lines", Level::error,
                     checking.words.tn("{n} line says no amount. Write one, also 0, or take the line away: what costs are not "
                                       "known is not approved.",
                                       "{n} lines say no amount. Write one, also 0, or take the lines away: what costs are not "
                                       "known is not approved.",
                                       unknown));
    std::string years;
    for (std::size_t at = 0; at < budget.years(); ++at) {
        const auto needed = costs[at].value_or(0), there = paid[at].value_or(0);
        if (needed == there) continue;
        const auto apart = checking.money(distance(needed, there));
        years += " " + (needed > there ? checking.words.t("{year}: {amount} is missing.",
                                                          {{"year", std::to_string(budget.year(at))}, {"amount", apart}})
                                       : checking.words.t("{year}: {amount} too much.",
                                                          {{"year", std::to_string(budget.year(at))}, {"amount", apart}}));
    }
    if (years.empty()) return;
    checking.say("financing", Level::error,
                 checking.words.t("Financing does not equal costs, so it cannot be approved.") + years);
}

void check_approval(Checking& checking) {
    if (!checking.budget.was_approved() || checking.budget.is_approved()) return;
    checking.say("approval", Level::warning,
                 checking.words.t("Lines or financing were changed after the approval: what was approved does not stand any "
                                  "more. Let it be approved anew."));
}

/// What a part of a source is said to cover: more than the lines that are named costs something.
void check_covered(Checking& checking, const Source& source, std::int64_t amount, const std::vector<std::string>& lines,
                   const char* code, const i18n::Text& about) {
    if (lines.empty()) return;
    std::int64_t named = 0;
    std::vector<std::string> titles;
    for (const auto& id : lines)
        if (const auto* line = checking.budget.line(id)) {
            named += line->entered().value_or(0);
            titles.push_back(line->title);
        }
    if (amount <= named) return;
    checking.say(code, Level::warning,
                 checking.words.t(about, {{"title", source.title},
                                          {"amount", checking.money(amount)},
                                          {"lines", base::joined(titles, ", ")},
                                          {"named", checking.money(named)},
                                          {"rest", checking.money(amount - named)}}),
                 source.id);
}

void check_source(Checking& checking, const Source& source) {
    const auto total = sum_of(source.amounts);
    if (source.cash)
        check_covered(
            checking, source, *source.cash, source.cash_lines, "cash_lines",
            TEXT("{title}: {amount} in cash is said to cover {lines}, but these cost {named}. {rest} covers something "
                 "else."));
    if (source.in_kind)
        check_covered(
            checking, source, *source.in_kind, source.in_kind_lines, "in_kind_lines",
            TEXT("{title}: {amount} in kind is said to cover {lines}, but these cost {named}. {rest} covers something "
                 "else."));
    if (!total || !source.cash || !source.in_kind || *source.cash + *source.in_kind == *total) return;
    checking.say("split", Level::warning,
                 checking.words.t("{title}: {cash} in cash and {in_kind} in kind are not the {total} of the years.",
                                  {{"title", source.title},
                                   {"cash", checking.money(*source.cash)},
                                   {"in_kind", checking.money(*source.in_kind)},
                                   {"total", checking.money(*total)}}),
                 source.id);
}

void check_frames(Checking& checking) {
    for (const auto& frame : checking.budget.frames) {
        if (frame.lines.empty()) {
            checking.say("frame_without_lines", Level::note,
                         checking.words.t(TEXT("{title}: no line is chosen, so nothing counts towards its maximum of {maximum}. "
                                               "Choose the lines that it holds for."),
                                          {{"title", frame.title}, {"maximum", checking.money(frame.maximum)}}));
            continue;
        }
        std::int64_t spent = 0;
        for (const auto& id : frame.lines)
            if (const auto* line = checking.budget.line(id)) spent += line->spent;
        const bool is_beyond = spent > frame.maximum, is_near = spent * tenths_of_whole >= frame.maximum * frame.warn_at;
        if (!is_beyond && !is_near) continue;
        const i18n::Text text = is_beyond ? TEXT("{title}: {spent} is spent, {maximum} is the most that may be.")
                                          : TEXT("{title}: {spent} of at most {maximum} is spent.");
        checking.say("frame", is_beyond ? Level::error : Level::warning,
                     checking.words.t(text, {{"title", frame.title},
                                             {"spent", checking.money(spent)},
                                             {"maximum", checking.money(frame.maximum)}}));
    }
}

void check_afters(Checking& checking) {
    for (const auto& after : checking.budget.afters)
        if (after.only_project_money.value_or(false) && after.decision != "yes")
            checking.say(
                "only_project_money", Level::warning,
                checking.words.t("{title}: only project money pays for it. Nobody has decided who pays afterwards.",
                                 {{"title", after.title}}));
}

}  // namespace

std::vector<Check> checks_of(const Budget& budget, const i18n::Translator& words) {
    Checking checking{budget, words};
    check_sums(checking);
    for (const auto& line : budget.lines) {
        check_line(checking, line);
        check_calculations(checking, line);
        if (line.entered() && line.spent > *line.entered())
            checking.say("overspent", Level::warning,
                         words.t("{title}: {spent} is spent, {entered} was planned.",
                                 {{"title", line.title},
                                  {"spent", checking.money(line.spent)},
                                  {"entered", checking.money(*line.entered())}}),
                         line.id);
    }
    check_overhead(checking);
    check_financing(checking);
    check_approval(checking);
    for (const auto& source : budget.sources) check_source(checking, source);
    check_frames(checking);
    check_afters(checking);
    std::ranges::stable_sort(checking.found, std::greater{}, &Check::level);
    return std::move(checking.found);
}

}  // namespace digilots::budget
