#include "statistics/question.h"

#include <algorithm>
#include <array>

#include "platform/base/text.h"
#include "platform/measures/time.h"

namespace digilots::statistics {

namespace {

constexpr std::string_view nothing_has_this_key = "-nothing-";

class Reading {
public:
    Reading(const http::Fields& fields, const Offered& offered, const i18n::Translator& translator)
        : fields_(fields), offered_(offered), translator_(translator) {}

    base::Result<Question, NotUnderstood> read(base::Date today) {
        if (!measure() || !period(today) || !split() || !filters()) return base::failure(std::move(error_));
        question_.shared_topics_alone = fields_.get(topic_level) == shared_level;
        return std::move(question_);
    }

private:
    bool fail(const char* parameter, i18n::Text words) {
        error_ = {parameter, translator_.t(words)};
        return false;
    }

    bool measure() {
        if (fields_.all("measure").size() > 1)
            return fail("measure", TEXT("One figure is counted at a time. Ask for each by itself."));
        question_.measure = measure_in(fields_, offered_);
        return question_.measure || fail("measure", TEXT("This is not counted here. Choose from the list what is counted."));
    }

    bool period(base::Date today) {
        auto choice = periods::read_choice(fields_, today);
        if (!choice) return fail(choice.error().field, choice.error().words);
        question_.choice = std::move(*choice);
        question_.query.period = question_.choice.period;
        return true;
    }

    bool split() {
        std::vector<std::string>& by = question_.query.by;
        int kinds_of_periods = 0;
        for (const std::string_view list : fields_.all("by")) {
            for (const std::string_view part : base::split(list, ',')) {
                const std::string name(base::trim(part));
                if (name.empty() || std::ranges::find(by, name) != by.end()) continue;
                if (!has_dimension(*question_.measure, name))
                    return fail("by", TEXT("The figure cannot be split up like this. Choose from the list how it is split up."));
                kinds_of_periods += measures::is_period(name);
                by.push_back(name);
            }
        }
        if (kinds_of_periods > 1)
            return fail("by", TEXT("Choose one of day, week, month, quarter, year, school term and school year."));
        return true;
    }

    bool filters() {
        auto& where = question_.query.where;
        for (const auto& [name, value] : fields_.pairs) {
            if (!question_.measure->find(name) || value.empty()) continue;
            const auto key = key_of(name, value);
            const auto [limit, is_first] = where.try_emplace(name, key);
            // Of two the last alone would be counted, and nobody would see that the other was not.
            if (!is_first && limit->second != key)
                return fail(name.c_str(), TEXT("A figure is limited to one at a time. Ask for each by itself, or split the "
                                               "figure up by it."));
        }
        return true;
    }

    /// "9" is the hour "09".
    static std::string key_of(std::string_view name, std::string_view value) {
        const bool is_one_digit = value.size() == 1 && value.front() >= '0' && value.front() <= '9';
        return (name == "hour" && is_one_digit ? "0" : "") + base::cut(value, 100);
    }

    const http::Fields& fields_;
    const Offered& offered_;
    const i18n::Translator& translator_;
    Question question_;
    NotUnderstood error_;
};

}  // namespace

std::string Comparison::word() const {
    if (with == With::place) return "place:" + place;
    return with == With::previous ? "previous" : "year";
}

Offered offered_to(const std::optional<http::Identity>& who, std::span<const measures::Measure> measures) {
    Offered offered;
    for (const auto& one : measures) {
        if (measures::may_see(one, who)) offered.push_back(&one);
    }
    return offered;
}

const measures::Measure* measure_in(const http::Fields& fields, const Offered& offered) {
    const std::string_view key = fields.has("measure") ? fields.get("measure") : "inquiries";
    const auto found = std::ranges::find(offered, key, &measures::Measure::key);
    if (found != offered.end()) return *found;
    return fields.has("measure") || offered.empty() ? nullptr : offered.front();
}

base::Result<Question, NotUnderstood> read_question(const http::Fields& fields, const Offered& offered, base::Date today,
                                                    const i18n::Translator& translator) {
    return Reading(fields, offered, translator).read(today);
}

std::optional<NotUnderstood> unknown_parameter(const http::Fields& fields, const measures::Measure& measure,
                                               const i18n::Translator& translator,
                                               std::span<const std::string_view> further) {
    constexpr std::array<std::string_view, 6> known{"measure", "period", "from", "to", "by", topic_level};
    for (const auto& [name, value] : fields.pairs)
        if (std::ranges::find(known, name) == known.end() && !measure.find(name) &&
            std::ranges::find(further, name) == further.end())
            return NotUnderstood{name, translator.t(TEXT("This figure cannot be limited by it. Leave it out, or ask for a figure "
                                                         "that has it as a dimension."))};
    return std::nullopt;
}

bool has_dimension(const measures::Measure& measure, std::string_view dimension) {
    return measures::is_time(dimension) || measure.find(dimension);
}

std::vector<measures::Row> answer(const Question& question, std::vector<std::string> municipalities) {
    measures::Query query = question.query;
    query.municipalities = std::move(municipalities);
    std::vector<measures::Row> rows = question.measure->figures(query);
    std::ranges::sort(rows, [&](const measures::Row& a, const measures::Row& b) {
        for (const std::string& dimension : query.by) {
            const int order = a.dimensions.at(dimension).compare(b.dimensions.at(dimension));
            if (order != 0) return order < 0;
        }
        return false;
    });
    if (query.by.empty() && rows.empty()) rows.push_back({});
    return rows;
}

std::string split_title(const measures::Measure& measure, std::string_view dimension, const i18n::Translator& translator) {
    if (dimension == "municipality") return translator.t(TEXT("Municipality"));
    return measures::dimension_title(measure, dimension, translator);
}

std::string value_label(const measures::Measure& measure, std::string_view dimension, std::string_view key,
                        const http::Tenant& tenant, const i18n::Translator& translator) {
    if (dimension != "municipality") return measures::dimension_label(measure, dimension, key, tenant.id, translator);
    return key == tenant.id ? tenant.name : std::string(key);
}

std::string limit_words(const Question& question, const std::string& dimension, const std::string& key,
                        const http::Tenant& tenant, const i18n::Translator& translator) {
    const std::string label = value_label(*question.measure, dimension, key, tenant, translator);
    return split_title(*question.measure, dimension, translator) + ": " +
           (label == key ? translator.t(TEXT("something that is not here")) : label);
}

namespace {

bool knows_all(const measures::Dimension* dimension) { return dimension && dimension->label && dimension->limits; }

/// What says which values there are: of a place the same is true in every measure, and not all of them list places.
const measures::Dimension* knowing(const Question& question, std::string_view name, std::span<const measures::Measure> all) {
    const auto* own = question.measure->find(name);
    if (!own || knows_all(own) || name != "place") return own;
    for (const auto& measure : all)
        if (const auto* other = measure.find(name); knows_all(other)) return other;
    return own;
}

}  // namespace

void use_ids(Question& question, std::span<const measures::Measure> all, const http::Tenant& tenant,
             const i18n::Translator& translator) {
    for (auto& [name, key] : question.query.where) {
        const auto* dimension = knowing(question, name, all);
        if (!knows_all(dimension)) continue;
        const auto ids = dimension->limits(tenant.id);
        const auto label_of = [&](std::string_view id) { return dimension->label(id, tenant.id, translator); };
        const auto label = label_of(key);
        if (std::ranges::find(ids, key) != ids.end() || label == key || label == label_of(nothing_has_this_key)) continue;
        const auto has_it = [&](const std::string& id) { return label_of(id) == label; };
        if (std::ranges::count_if(ids, has_it) == 1) key = *std::ranges::find_if(ids, has_it);
    }
}

std::optional<NotUnderstood> unknown_limit(const Question& question, std::span<const measures::Measure> all,
                                           std::span<const measures::Row> rows, const http::Tenant& tenant,
                                           const i18n::Translator& translator) {
    const auto counts = [](const measures::Row& row) { return row.value.amount != 0 || row.value.of != 0; };
    if (std::ranges::any_of(rows, counts)) return std::nullopt;
    for (const auto& [name, key] : question.query.where) {
        const auto* dimension = knowing(question, name, all);
        if (!dimension || !dimension->label) continue;
        const auto label = dimension->label(key, tenant.id, translator);
        // What is gone has one name, whatever it was.
        const bool is_known = label != key && label != dimension->label(nothing_has_this_key, tenant.id, translator);
        if (!is_known)
            return NotUnderstood{name, translator.t(TEXT("Nothing here has this id. Give the id as the rows of this interface "
                                                         "name it, not a name in addresses."))};
    }
    return std::nullopt;
}

std::string shown_text(measures::Kind kind, const measures::Value& value, const i18n::Translator& translator) {
    const std::string text = measures::value_text(kind, value, translator);
    const std::string parts = measures::parts_text(kind, value, translator);
    return parts.empty() ? text : text + " (" + parts + ")";
}

std::string unit_text(const measures::Measure& measure, const i18n::Translator& translator) {
    if (measure.kind == measures::Kind::share) return "%";
    return translator.t(measure.unit);
}

}  // namespace digilots::statistics
