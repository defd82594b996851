#include "statistics/question.h"

#include <algorithm>
#include <array>

#include "municipality/municipality.h"
#include "platform/base/text.h"
#include "platform/base/time.h"

namespace digilots::statistics {

namespace {

constexpr std::array<std::string_view, 5> times{"day", "week", "month", "year", "weekday"};
constexpr int longest_period_years = 20;

struct Title {
    std::string_view dimension;
    i18n::Text title;
};

constexpr std::array<Title, 17> titles{{
    {"topic", TEXT("Topic")}, {"place", TEXT("Place")}, {"channel", TEXT("Channel")}, {"outcome", TEXT("Outcome")},
    {"hour", TEXT("Hour")}, {"weekday", TEXT("Weekday")}, {"day", TEXT("Day")}, {"week", TEXT("Week")},
    {"month", TEXT("Month")}, {"year", TEXT("Year")}, {"support_given", TEXT("Help given")},
    {"body", TEXT("Whose question it is")}, {"language", TEXT("Language of the conversation")},
    {"barrier", TEXT("What stood in the way")}, {"age_band", TEXT("Age")}, {"gender", TEXT("Gender")},
    {"municipality", TEXT("Municipality")},
}};

bool is_time(std::string_view dimension) { return std::ranges::find(times, dimension) != times.end(); }

class Reading {
public:
    Reading(const http::Fields& fields, std::span<const base::Measure> measures, const i18n::Translator& translator)
        : fields_(fields), measures_(measures), translator_(translator) {}

    base::Result<Question, NotUnderstood> read(base::Date today) {
        if (!measure() || !period(today) || !split() || !filters()) return base::failure(std::move(error_));
        return std::move(question_);
    }

private:
    bool fail(const char* parameter, i18n::Text words) {
        error_ = {parameter, translator_.t(words)};
        return false;
    }

    bool measure() {
        const std::string_view key = fields_.has("measure") ? fields_.get("measure") : "inquiries";
        question_.measure = find_measure(measures_, key);
        return question_.measure || fail("measure", TEXT("This is not counted here. Choose from the list what is counted."));
    }

    bool period(base::Date today) {
        base::Period& period = question_.query.period;
        period = {today.year() / today.month() / 1, today};
        if (!date("from", period.from) || !date("to", period.to)) return false;
        if (fields_.get("to").empty() && period.from > today) period.to = period.from;
        if (period.from > period.to) return fail("from", TEXT("The first day comes after the last one. Change one of them."));
        if (period.to.year() - period.from.year() > std::chrono::years{longest_period_years})
            return fail("to", TEXT("Choose a period of at most twenty years."));
        return true;
    }

    bool date(const char* name, base::Date& date) {
        const std::string_view text = fields_.get(name);
        if (text.empty()) return true;
        const auto parsed = base::parse_date(text);
        if (!parsed) return fail(name, TEXT("Give a date such as 2026-11-22."));
        date = *parsed;
        return true;
    }

    bool split() {
        std::vector<std::string>& by = question_.query.by;
        int time_dimensions_asked = 0;
        for (const std::string_view list : fields_.all("by")) {
            for (const std::string_view part : base::split(list, ',')) {
                const std::string name(base::trim(part));
                if (name.empty() || std::ranges::find(by, name) != by.end()) continue;
                if (!has_dimension(*question_.measure, name))
                    return fail("by", TEXT("The figure cannot be split up like this. Choose from the list how it is split up."));
                time_dimensions_asked += is_time(name) && name != "weekday";
                by.push_back(name);
            }
        }
        if (time_dimensions_asked > 1) return fail("by", TEXT("Choose one of day, week, month and year."));
        return true;
    }

    bool filters() {
        for (const auto& [name, value] : fields_.pairs) {
            const bool known = std::ranges::find(question_.measure->dimensions, name) != question_.measure->dimensions.end();
            if (known && !value.empty()) question_.query.where[name] = base::cut(value, 100);
        }
        return true;
    }

    const http::Fields& fields_;
    std::span<const base::Measure> measures_;
    const i18n::Translator& translator_;
    Question question_;
    NotUnderstood error_;
};

}  // namespace

base::Result<Question, NotUnderstood> read_question(const http::Fields& fields, std::span<const base::Measure> measures,
                                                  base::Date today, const i18n::Translator& translator) {
    return Reading(fields, measures, translator).read(today);
}

const base::Measure* find_measure(std::span<const base::Measure> measures, std::string_view key) {
    const auto found = std::ranges::find(measures, key, &base::Measure::key);
    return found == measures.end() ? nullptr : &*found;
}

std::span<const std::string_view> time_dimensions() { return times; }

bool has_dimension(const base::Measure& measure, std::string_view dimension) {
    return is_time(dimension) || std::ranges::find(measure.dimensions, dimension) != measure.dimensions.end();
}

std::vector<base::MeasureRow> answer(const Question& question, std::vector<std::string> municipalities) {
    base::MeasureQuery query = question.query;
    query.municipalities = std::move(municipalities);
    std::vector<base::MeasureRow> rows = question.measure->figures(query);
    std::ranges::sort(rows, [&](const base::MeasureRow& a, const base::MeasureRow& b) {
        for (const std::string& dimension : query.by) {
            const int order = a.dimensions.at(dimension).compare(b.dimensions.at(dimension));
            if (order != 0) return order < 0;
        }
        return false;
    });
    if (query.by.empty() && rows.empty()) rows.push_back({});
    return rows;
}

std::string dimension_title(std::string_view dimension, const i18n::Translator& translator) {
    const auto found = std::ranges::find(titles, dimension, &Title::dimension);
    return found == titles.end() ? std::string(dimension) : translator.t(found->title);
}

std::string value_label(const base::Measure& measure, std::string_view dimension, std::string_view key,
                        std::string_view municipality, const i18n::Translator& translator) {
    if (dimension == "day") {
        const auto date = base::parse_date(key);
        return date ? translator.date(*date) : std::string(key);
    }
    if (dimension == "weekday") return translator.weekday(std::stoi(std::string(key)) - 1);
    if (is_time(dimension)) return std::string(key);
    if (dimension == "municipality") {
        const auto* found = municipality::Municipalities::find(key);
        return found ? found->name : std::string(key);
    }
    return measure.label ? measure.label(dimension, key, municipality, translator) : std::string(key);
}

std::vector<std::string> filter_words(const Question& question, std::string_view municipality,
                                      const i18n::Translator& translator) {
    std::vector<std::string> words;
    for (const auto& [dimension, key] : question.query.where) {
        const std::string label = value_label(*question.measure, dimension, key, municipality, translator);
        words.push_back(dimension_title(dimension, translator) + ": " +
                        (label == key ? translator.t(TEXT("something that is not here")) : label));
    }
    return words;
}

base::Date last_of_month(base::Date date) { return date.year() / date.month() / std::chrono::last; }

}  // namespace digilots::statistics
