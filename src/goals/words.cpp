#include "goals/words.h"

#include <string_view>

#include "platform/base/time.h"
#include "platform/measures/disclosure.h"
#include "platform/periods/period.h"

namespace digilots::goals {

namespace {

using html::components::MarkColour;

bool is_percent(const Goal& goal, const Reading& reading) {
    const auto* measure = reading.counted.measure;
    const bool is_share = measure != nullptr && reading.counted.kind() == measures::Kind::share;
    return goal.kind == Kind::share || goal.is_from_survey() || is_share;
}

std::string unit_of(const Goal& goal, const Reading& reading, const i18n::Translator& words) {
    const auto* measure = reading.counted.measure;
    // A time is counted in what the figure says, whatever somebody wrote beside the number to reach.
    const bool is_mean_time = goal.kind == Kind::response_time && measure != nullptr && measure->kind == measures::Kind::mean;
    const bool is_time = is_mean_time || (measure != nullptr && std::string_view(measure->unit.id) == "minutes");
    if (!goal.target_unit.empty() && !is_time) return goal.target_unit;
    if (measure == nullptr) return "";
    const bool is_one = reading.number == 100 && measure->unit_of_one.id[0] != '\0';
    return words.t(is_one ? measure->unit_of_one : measure->unit);
}

/// Of a time what its figure is counted in, where nobody wrote a unit.
std::string unit_of_target(const Goal& goal, const Reading& reading, const i18n::Translator& words) {
    const auto* measure = reading.counted.measure;
    const bool is_time = goal.kind == Kind::response_time && measure != nullptr && measure->kind == measures::Kind::mean;
    if (!goal.target_unit.empty() || !is_time) return goal.target_unit;
    const bool is_one = goal.target == 100 && measure->unit_of_one.id[0] != '\0';
    return words.t(is_one ? measure->unit_of_one : measure->unit);
}

std::string with_unit(const std::string& number, const std::string& unit) {
    return unit.empty() ? number : number + " " + unit;
}

std::string amount_in_words(std::int64_t number, const Goal& goal, const Reading& reading, const i18n::Translator& words) {
    const auto text = hundredths_in_words(number, words);
    return is_percent(goal, reading) ? text + " %" : with_unit(text, unit_of(goal, reading, words));
}

std::string percent_target(const Goal& goal, const i18n::Translator& words) {
    const auto percent =
        words.number(static_cast<double>(*goal.target_percent) / 10, *goal.target_percent % 10 == 0 ? 0 : 1) + " %";
    if (!goal.population) return percent;
    return words.t(TEXT("{percent} of {population} in {year}"),
                   {{"percent", percent},
                    {"population", words.number(static_cast<double>(*goal.population))},
                    {"year", std::to_string(goal.population_year.value_or(0))}});
}

i18n::Text why_in_words(Judged::Why why) {
    switch (why) {
        case Judged::Why::no_value:
            return TEXT("Nothing has been counted or written down, so how it stands is unknown.");
        case Judged::Why::no_target:
            return TEXT("No number is aimed at, so it is neither reached nor missed.");
        case Judged::Why::not_begun:
            return TEXT("Its time has not begun.");
        case Judged::Why::reached:
            return TEXT("The target is reached: met.");
        case Judged::Why::over:
            return TEXT("Its time is over and the target was not reached: missed.");
        case Judged::Why::passed:
            return TEXT("It is more than may be at most.");
        case Judged::Why::within:
            return TEXT("Until now it is not more than may be at most: on the way.");
        case Judged::Why::no_end:
            return TEXT("It is not reached yet, and nobody has said by when: unknown.");
        case Judged::Why::ahead:
            return TEXT("That is enough for the time that has gone: on the way.");
        case Judged::Why::behind:
            return TEXT("That is less than belongs to the time that has gone: behind.");
    }
    return {};
}

i18n::Text vanished_in_words(Missing missing) {
    switch (missing) {
        case Missing::answer:
            return TEXT("The answer that it was counted from was taken out of the question, so how it stands is unknown. Choose "
                        "another one in the record of the goal.");
        case Missing::question:
            return TEXT("The question that it was counted from was taken out of the survey, so how it stands is unknown. Choose "
                        "another one in the record of the goal.");
        default:
            return TEXT("What it was counted from is not there any more, so how it stands is unknown. Choose another figure in "
                        "the record of the goal.");
    }
}

/// How it was before, of those who answered then, and by how much that has changed.
void add_change(std::vector<std::string>& sentences, const Goal& goal, const Reading& reading, const i18n::Translator& words) {
    if (!reading.before || !reading.number) return;
    const auto points = *reading.number - *reading.before;
    sentences.push_back(words.t(TEXT("Before: {number} ({answers})."),
                                {{"number", amount_in_words(*reading.before, goal, reading, words)},
                                 {"answers", words.tn("{n} answer", "{n} answers", reading.answers_before)}}));
    sentences.push_back(words.t(TEXT("The change is {points} percentage points."),
                                {{"points", (points > 0 ? "+" : "") + hundredths_in_words(points, words)}}));
}

void add_week_sentences(std::vector<std::string>& sentences, const Reading& reading, const i18n::Translator& words) {
    const auto tally = reading.tally();
    sentences.push_back(words.t(TEXT("Weeks met: {met}. Missed: {missed}. Do not count: {not}. Open: {open}."),
                                {{"met", words.number(tally.met)},
                                 {"missed", words.number(tally.missed)},
                                 {"not", words.number(tally.not_applicable)},
                                 {"open", words.number(tally.open)}}));
    sentences.push_back(words.t(TEXT("On the way are at least nine of ten weeks that count.")));
}

}  // namespace

html::components::Mark mark_of_status(Status status, const i18n::Translator& words) {
    const auto colour = status == Status::met || status == Status::on_track ? MarkColour::green
                        : status == Status::behind                          ? MarkColour::yellow
                        : status == Status::missed                          ? MarkColour::red
                                                                            : MarkColour::unknown;
    return {.colour = colour, .word = status_in_words(status, words)};
}

std::string status_in_words(Status status, const i18n::Translator& words) {
    switch (status) {
        case Status::on_track:
            return words.t(TEXT("On the way"));
        case Status::behind:
            return words.t(TEXT("Behind"));
        case Status::met:
            return words.t(TEXT("Met"));
        case Status::missed:
            return words.t(TEXT("Missed"));
        case Status::unknown:
            return words.t(TEXT("Unknown"));
    }
    return "";
}

std::string week_in_words(WeekState state, const i18n::Translator& words) {
    switch (state) {
        case WeekState::met:
            return words.t(TEXT("Met"));
        case WeekState::missed:
            return words.t(TEXT("Missed"));
        case WeekState::not_applicable:
            return words.t(TEXT("Does not count"));
        case WeekState::open:
            return words.t(TEXT("Not settled"));
    }
    return "";
}

std::string hundredths_in_words(std::int64_t number, const i18n::Translator& words) {
    constexpr std::int64_t hundred = 100, ten = 10;
    const int decimals = number % hundred == 0 ? 0 : number % ten == 0 ? 1 : 2;
    return words.number(static_cast<double>(number) / hundred, decimals);
}

std::string target_in_words(const Goal& goal, const Reading& reading, const i18n::Translator& words) {
    std::string text;
    const auto unit = unit_of_target(goal, reading, words);
    const auto number = goal.target ? with_unit(hundredths_in_words(*goal.target, words), unit) : "";
    if (goal.target_percent) text = percent_target(goal, words);
    if (!number.empty()) text = text.empty() ? number : number + " · " + text;
    if (goal.comparison == Comparison::every_week || (goal.is_weekly() && text.empty()))
        return text.empty() ? words.t(TEXT("Every week")) : words.t(TEXT("Every week: {number}"), {{"number", text}});
    if (text.empty()) return "";
    return goal.comparison == Comparison::at_most ? words.t(TEXT("At most {number}"), {{"number", text}})
                                                  : words.t(TEXT("At least {number}"), {{"number", text}});
}

std::string number_in_words(const Goal& goal, const Reading& reading, const i18n::Translator& words) {
    if (goal.is_weekly()) {
        const auto tally = reading.tally();
        if (tally.counted() == 0) return words.t(TEXT("Not known"));
        return words.t(TEXT("{met} of {n} weeks"), {{"met", words.number(tally.met)}, {"n", words.number(tally.counted())}});
    }
    if (reading.from == Reading::From::delivery)
        return goal.delivered_on ? words.t(TEXT("Delivered on {date}"), {{"date", words.date(*goal.delivered_on)}})
                                 : words.t(TEXT("Not delivered"));
    if (reading.from == Reading::From::words) return words.t(TEXT("Told in words"));
    if (reading.is_uncounted) return words.t(TEXT("Nobody has counted yet"));
    if (!reading.number) return words.t(TEXT("Not known"));
    auto text = amount_in_words(*reading.number, goal, reading, words);
    // How fast half of them were stands elsewhere: this is another number.
    if (reading.counted.measure != nullptr && reading.counted.kind() == measures::Kind::mean)
        text = words.t(TEXT("{number} on average"), {{"number", text}});
    if (reading.value && reading.counted.measure != nullptr)
        if (const auto parts = measures::parts_text(reading.counted.kind(), *reading.value, words); !parts.empty())
            text += " (" + parts + ")";
    if (reading.answers) text += " (" + words.tn("{n} answer", "{n} answers", *reading.answers) + ")";
    return text;
}

bool is_shown_to_others(const Reading& reading) {
    if (!reading.value || reading.counted.measure == nullptr) return true;
    return reading.value->amount == 0 || measures::is_shown(reading.counted.kind(), *reading.value);
}

std::string public_number_in_words(const Goal& goal, const Reading& reading, const i18n::Translator& words) {
    if (!is_shown_to_others(reading)) return words.t(TEXT("Too few to be shown"));
    const auto number = number_in_words(goal, reading, words);
    if (!reading.number || !reading.counted_until) return number;
    return words.t(TEXT("{number}, counted until {date}"), {{"number", number}, {"date", words.date(*reading.counted_until)}});
}

std::string population_note(const Goal& goal, const i18n::Translator& words) {
    if (!goal.target_percent || goal.population || goal.kind == Kind::share || goal.kind == Kind::response_time) return "";
    const auto implied = goal.implied_population();
    if (!implied) return words.t(TEXT("The population that the percentage is of is not stated."));
    return words.t(
        TEXT("The population that the percentage is of is not stated: {number} implies about {population}."),
        {{"number", hundredths_in_words(*goal.target, words)}, {"population", words.number(static_cast<double>(*implied))}});
}

std::vector<std::string> arithmetic_of(const Goal& goal, const Reading& reading, const i18n::Translator& words) {
    std::vector<std::string> sentences;
    if (reading.from == Reading::From::vanished) {
        sentences.push_back(words.t(vanished_in_words(reading.missing)));
        return sentences;
    }
    if (reading.from == Reading::From::unfit) {
        sentences.push_back(words.t(
            TEXT("What it is counted from does not fit: a number is no share, and a share no time. So how it stands is unknown. "
                 "Choose another figure in the record of the goal.")));
        return sentences;
    }
    const auto& judged = reading.judged;
    if (reading.from != Reading::From::words)
        sentences.push_back(words.t(TEXT("Until now: {number}."), {{"number", number_in_words(goal, reading, words)}}));
    if (const auto target = target_in_words(goal, reading, words); !target.empty())
        sentences.push_back(words.t(TEXT("Aimed at: {target}."), {{"target", target}}));
    if (goal.baseline)
        sentences.push_back(
            words.t(TEXT("At the start: {number}."), {{"number", amount_in_words(*goal.baseline, goal, reading, words)}}));
    if (reading.number && !reading.round.empty())
        sentences.push_back(words.t(TEXT("Asked in the round “{round}”, {days}."),
                                    {{"round", reading.round}, {"days", periods::days_of(reading.asked, words)}}));
    if (reading.number && reading.wordings > 1)
        sentences.push_back(words.t(TEXT("The question was reworded: answers to {n} wordings are counted together."),
                                    {{"n", words.number(reading.wordings)}}));
    add_change(sentences, goal, reading, words);
    if (goal.is_weekly()) add_week_sentences(sentences, reading, words);
    if (judged.days_all > 0)
        sentences.push_back(words.t(TEXT("Of its {all} days {gone} have gone."),
                                    {{"all", words.number(judged.days_all)}, {"gone", words.number(judged.days_gone)}}));
    if (judged.expected)
        sentences.push_back(
            words.t(TEXT("In step with the days it would be {number} now; a tenth less than that is still on the way."),
                    {{"number", hundredths_in_words(*judged.expected, words)}}));
    if (reading.from == Reading::From::survey && !reading.number)
        sentences.push_back(words.t(
            TEXT("How it stands is unknown: nobody has answered in its time yet, answers still wait to come in, or too few stand "
                 "behind this answer or one beside it to be told.")));
    else if (reading.from != Reading::From::words)
        sentences.push_back(words.t(why_in_words(judged.why)));
    return sentences;
}

std::string forecast_in_words(const Goal& goal, const Reading& reading, const i18n::Translator& words) {
    if (!reading.forecast) return "";
    const auto& found = *reading.forecast;
    return words.t(
        TEXT("Between {low} and {high} at the end, if each of the {days} days that are left brings as little or as much "
             "as in the weakest and the strongest of the last {months} whole months."),
        {{"low", amount_in_words(found.low, goal, reading, words)},
         {"high", amount_in_words(found.high, goal, reading, words)},
         {"days", words.number(found.days_left)},
         {"months", words.number(found.months)}});
}

std::string source_in_words(const Reading& reading, const http::Tenant& tenant, const i18n::Translator& words) {
    switch (reading.from) {
        case Reading::From::figures:
            return words.t(TEXT("Counted: {figure}, {period}"),
                           {{"figure", counted_from_in_words(reading.counted, tenant.id, words)},
                            {"period", periods::days_of(reading.period, words)}});
        case Reading::From::survey:
            return words.t(TEXT("From a survey"));
        case Reading::From::hand:
            return reading.as_of
                       ? words.t(TEXT("Written down by hand, last on {date}"), {{"date", words.date(*reading.as_of)}})
                       : words.t(TEXT("Written down by hand: nothing yet"));
        case Reading::From::delivery:
            return words.t(TEXT("It is delivered, or not yet"));
        case Reading::From::words:
            return words.t(TEXT("Told in words"));
        case Reading::From::unfit:
            return words.t(TEXT("What it is counted from does not fit the kind of goal"));
        case Reading::From::vanished:
            return words.t(TEXT("What it was counted from is not there any more"));
    }
    return "";
}

std::vector<std::string> rule_in_words(const i18n::Translator& words) {
    return {words.t(TEXT(
                "A number that grows is on the way where it is in step with the days that have gone; a tenth less than that "
                "is still on the way. When it is reached it is met.")),
            words.t(TEXT(
                "A number that stands, such as a share, is on the way where it holds now, and met or missed when its time is "
                "over.")),
            words.t(TEXT(
                "A weekly goal is on the way where at least nine of ten weeks that count were met. Weeks of holidays, which "
                "have fewer than three working days, and closed weeks do not count.")),
            words.t(TEXT("Where nothing is known, or nothing is aimed at, it is unknown: never zero."))};
}

}  // namespace digilots::goals
