#include "statistics/beside.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "platform/base/lists.h"
#include "platform/measures/time.h"
#include "statistics/shares.h"
#include "statistics/topic_levels.h"

namespace digilots::statistics {

namespace {

using With = Comparison::With;
using Dimensions = std::map<std::string, std::string>;
using ValueOf = std::map<Dimensions, measures::Value>;

constexpr std::string_view place_word = "place:";

base::Date year_before(base::Date day) {
    const auto before = day - std::chrono::years{1};
    return before.ok() ? before : base::Date{before.year() / before.month() / std::chrono::last};
}

/// "2026-W47" → "2025-W47", "2026-2027" → "2025-2026"; nothing where there is none, such as 29 February.
std::optional<periods::Period> year_before(const periods::Period& period) {
    constexpr std::size_t digits = 4;
    auto key = periods::key_of(period);
    const auto lower = [&](std::size_t at) {
        int year = 0;
        std::from_chars(key.data() + at, key.data() + at + digits, year);
        key.replace(at, digits, std::to_string(year - 1));
    };
    lower(0);
    if (periods::kind_of(period) == periods::Kind::school_year) lower(digits + 1);
    return periods::read(key);
}

std::optional<NotUnderstood> wrong_comparison(bool by_place, const i18n::Translator& translator) {
    return NotUnderstood{std::string(compare_with),
                         translator.t(TEXT("A figure is compared with one of these: {possible}."),
                                      {{"possible", by_place ? "previous, year, place:ID" : "previous, year"}})};
}

class ReadingBeside {
public:
    ReadingBeside(Question& question, const http::Fields& fields, const Offered& offered, const i18n::Translator& translator)
        : question_(question), fields_(fields), offered_(offered), translator_(translator) {}

    std::optional<NotUnderstood> comparison(std::span<const measures::Measure> all, const http::Tenant& tenant,
                                            base::Date today) {
        const auto words = fields_.all(compare_with);
        if (words.empty()) return std::nullopt;
        const auto word = words.back();
        const bool by_place = question_.measure->find("place") && !base::holds(question_.query.by, std::string("place"));
        Comparison compared{.period = question_.query.period};
        if (words.size() > 1) return wrong_comparison(by_place, translator_);
        if (word == "previous" || word == "year") {
            end_at(today);
            compared.with = word == "year" ? With::year : With::previous;
            compared.period = word == "year" ? a_year_before(question_.choice) : period_before(question_.choice);
        } else if (by_place && word.starts_with(place_word) && word.size() > place_word.size()) {
            Question of_place;
            of_place.measure = question_.measure;
            of_place.query.where["place"] = word.substr(place_word.size());
            use_ids(of_place, all, tenant, translator_);
            if (unknown_limit(of_place, all, {}, tenant, translator_)) return wrong_comparison(by_place, translator_);
            compared.with = With::place;
            compared.place = of_place.query.where.at("place");
        } else {
            return wrong_comparison(by_place, translator_);
        }
        question_.beside.compared = std::move(compared);
        return std::nullopt;
    }

    std::optional<NotUnderstood> share() {
        const auto words = fields_.all(share_of);
        if (words.empty()) return std::nullopt;
        question_.beside.share_word = words.back();
        question_.beside.share = words.size() == 1 ? share_named(words.back(), question_, offered_) : std::nullopt;
        if (question_.beside.share) return std::nullopt;
        const auto possible = possible_shares(question_, offered_);
        return NotUnderstood{
            std::string(share_of),
            possible.empty() ? translator_.t(TEXT("Nothing is known here of which this figure is a part. Split it up first, or "
                                                  "choose another figure."))
                             : translator_.t(TEXT("The part of a whole can be said by one of these: {possible}."),
                                             {{"possible", base::joined(possible, ", ")}})};
    }

    std::optional<NotUnderstood> target() {
        const auto words = fields_.all(with_target);
        // Referrals are limited to where somebody was sent by the same word.
        if (words.empty() || question_.measure->find(with_target)) return std::nullopt;
        if (words.size() > 1 || words.back() != "1")
            return NotUnderstood{std::string(with_target), translator_.t(TEXT("Write 1, or leave it out."))};
        question_.beside.target = true;
        const auto* known = share_of_part(question_.measure->key);
        if (question_.beside.share || !known) return std::nullopt;
        // A target is a share: of how many stands beside it.
        question_.beside.share = share_named(known->whole, question_, offered_);
        return std::nullopt;
    }

private:
    /// Days to come would stand beside days that were counted.
    void end_at(base::Date today) {
        auto& period = question_.choice.period;
        if (period.from > today || period.to <= today) return;
        period.to = today;
        question_.query.period = period;
    }

    Question& question_;
    const http::Fields& fields_;
    const Offered& offered_;
    const i18n::Translator& translator_;
};

/// Nothing where it would have to read too much.
std::optional<ValueOf> values_of(const measures::Measure& measure, const measures::Query& query) {
    if (measure.can_answer && !measure.can_answer(query)) return std::nullopt;
    ValueOf values;
    for (const auto& row : measure.figures(query)) values[row.dimensions] = row.value;
    return values;
}

bool is_any_value(const measures::Value& value) { return value.amount != 0 || value.of != 0; }

std::optional<ValueOf> wholes_of(const Share& share, measures::Query query) {
    std::erase(query.by, share.over);
    const bool is_asked = share.stated.empty() || base::holds(query.by, share.stated) || query.where.contains(share.stated);
    if (is_asked) return values_of(*share.whole, query);
    query.by.push_back(share.stated);
    const auto by_stated = values_of(*share.whole, query);
    if (!by_stated) return std::nullopt;
    ValueOf sums;
    for (const auto& [dimensions, value] : *by_stated) {
        if (dimensions.at(share.stated).empty()) continue;
        auto less = dimensions;
        less.erase(share.stated);
        sums[less].amount += value.amount;
    }
    return sums;
}

measures::Query query_of(const Question& question, std::string_view municipality) {
    auto query = question.query;
    query.municipalities = {std::string(municipality)};
    return query;
}

measures::Query compared_query(const Question& question, std::string_view municipality) {
    auto query = query_of(question, municipality);
    const auto& compared = *question.beside.compared;
    query.period = compared.period;
    if (compared.with == With::place) query.where["place"] = compared.place;
    return query;
}

std::string period_dimension(const Question& question) {
    const auto found = std::ranges::find_if(question.query.by, measures::is_period);
    return found == question.query.by.end() ? "" : *found;
}

/// The first month in which anything of it was counted, whatever it is limited to: what is before that is not known, and no
/// zero. Nothing where all of the other period is known, or where it cannot be said.
std::optional<base::Date> begins_within(const Question& question, std::string_view municipality) {
    const auto& measure = *question.measure;
    const auto from = question.beside.compared->period.from;
    if (!measure.last_day || question.beside.compared->with == With::place) return std::nullopt;
    measures::Query query{.municipalities = {std::string(municipality)},
                          .period = {from, std::max(question.query.period.to, question.beside.compared->period.to)},
                          .by = {"month"},
                          .where = {}};
    const auto months = values_of(measure, query);
    if (!months) return std::nullopt;
    std::string first;
    for (const auto& [dimensions, value] : *months) {
        const auto found = dimensions.find("month");
        if (is_any_value(value) && found != dimensions.end() && (first.empty() || found->second < first)) first = found->second;
    }
    const auto month = periods::read(first);
    const auto begins = month ? month->from : base::add_days(query.period.to, 1);
    if (begins <= from) return std::nullopt;
    // Of what is counted seldom, months without any are zeros: it began long before.
    constexpr int years = 5;
    query.period = {from - std::chrono::years{years}, base::add_days(from, -1)};
    if (!query.period.from.ok()) query.period.from = base::add_days(from, -365 * years);
    query.by.clear();
    const auto before = values_of(measure, query);
    const bool is_earlier = before && std::ranges::any_of(*before, [](const auto& one) { return is_any_value(one.second); });
    return is_earlier ? std::nullopt : std::optional(begins);
}

/// Adds rows of which only the other has any. Beside what is known in part alone stands nothing.
bool compare(std::vector<Figure>& figures, const Question& question, std::string_view municipality) {
    const auto& compared = *question.beside.compared;
    const auto others = values_of(*question.measure, compared_query(question, municipality));
    if (!others) return false;
    const auto dimension = period_dimension(question);
    const bool is_moved = !dimension.empty() && compared.with != With::place;
    const auto beside = is_moved ? parts_beside(dimension, compared, question.query.period) : Dimensions{};
    Dimensions from;
    for (const auto& [here, there] : beside) from[there] = here;
    std::set<Dimensions> taken;
    const measures::Value nothing = {};
    const auto begins = begins_within(question, municipality);
    const auto is_known = [&](const Dimensions& there) {
        const auto part = is_moved ? periods::read(there.at(dimension)) : std::optional(compared.period);
        return !begins || !part || part->from >= *begins;
    };
    for (auto& figure : figures) {
        auto there = figure.row.dimensions;
        if (is_moved) {
            const auto found = beside.find(there.at(dimension));
            if (found == beside.end()) continue;
            there[dimension] = found->second;
        }
        const auto found = others->find(there);
        taken.insert(there);
        const auto value = found == others->end() ? nothing : found->second;
        if (is_known(there)) figure.compared = value;
    }
    for (const auto& [there, value] : *others) {
        if (taken.contains(there) || !is_known(there)) continue;
        auto here = there;
        if (is_moved && !from.contains(there.at(dimension))) continue;
        if (is_moved) here[dimension] = from.at(there.at(dimension));
        figures.push_back({.row = {.dimensions = std::move(here), .value = {}}, .compared = value});
    }
    return true;
}

bool add_shares(std::vector<Figure>& figures, const Question& question, std::string_view municipality) {
    const auto& share = *question.beside.share;
    const auto query = query_of(question, municipality);
    const auto parts = values_of(*share.part, query), wholes = wholes_of(share, query);
    if (!parts || !wholes) return false;
    const auto amount = [](const ValueOf& values, const Dimensions& dimensions) {
        const auto found = values.find(dimensions);
        return found == values.end() ? 0 : found->second.amount;
    };
    for (auto& figure : figures) {
        auto of_whole = figure.row.dimensions;
        of_whole.erase(share.over);
        figure.part = measures::Value(amount(*parts, figure.row.dimensions), amount(*wholes, of_whole));
    }
    return true;
}

void add_targets(std::vector<Figure>& figures, const Question& question, std::span<const Target> targets) {
    if (!question.beside.share || !question.beside.share->over.empty()) return;
    const auto dimension = period_dimension(question);
    for (auto& figure : figures) {
        auto dimensions = question.query.where;
        for (const auto& [name, key] : figure.row.dimensions) dimensions[name] = key;
        const auto part = dimension.empty() ? std::nullopt : periods::read(dimensions.at(dimension));
        const auto until = part ? std::min(part->to, question.query.period.to) : question.query.period.to;
        const auto* target =
            target_for(targets, question.beside.share->part->key, static_cast<int>(until.year()), dimensions);
        if (target) figure.target = *target;
    }
}

}  // namespace

periods::Period period_before(const periods::Choice& choice) {
    const auto whole = periods::previous(choice.whole);
    if (choice.period == choice.whole) return whole;
    const int days = base::days_between(choice.period.from, choice.period.to);
    return {whole.from, std::min(whole.to, base::add_days(whole.from, days))};
}

periods::Period a_year_before(const periods::Period& period) {
    const auto kind = periods::kind_of(period);
    if (kind != periods::Kind::own)
        if (const auto before = year_before(period)) return *before;
    return {year_before(period.from), year_before(period.to)};
}

periods::Period a_year_before(const periods::Choice& choice) {
    const auto& period = choice.period;
    if (periods::kind_of(choice.whole) != periods::Kind::week || period == choice.whole) return a_year_before(period);
    const auto whole = a_year_before(choice.whole);
    return {whole.from, std::min(whole.to, base::add_days(whole.from, base::days_between(period.from, period.to)))};
}

std::map<std::string, std::string> parts_beside(std::string_view dimension, const Comparison& compared,
                                                const periods::Period& period) {
    std::map<std::string, std::string> beside;
    const auto kind = periods::kind_named(dimension);
    if (!kind) return beside;
    auto there = periods::holding(*kind, compared.period.from);
    for (auto here = periods::holding(*kind, period.from); here.from <= period.to; here = periods::next(here)) {
        if (compared.with == With::year) {
            const auto before = year_before(here);
            const bool is_in = before && before->from <= compared.period.to && before->to >= compared.period.from;
            if (is_in) beside[periods::key_of(here)] = periods::key_of(*before);
        } else if (there.from <= compared.period.to) {
            beside[periods::key_of(here)] = periods::key_of(there);
            there = periods::next(there);
        }
    }
    return beside;
}

std::optional<NotUnderstood> read_beside(Question& question, const http::Fields& fields, const Offered& offered,
                                         std::span<const measures::Measure> all, const http::Tenant& tenant, base::Date today,
                                         const i18n::Translator& translator) {
    ReadingBeside reading(question, fields, offered, translator);
    if (auto wrong = reading.comparison(all, tenant, today)) return wrong;
    if (auto wrong = reading.share()) return wrong;
    return reading.target();
}

std::optional<std::vector<Figure>> figures_of(const Question& question, std::string_view municipality,
                                              std::span<const Target> targets) {
    const auto query = query_of(question, municipality);
    if (question.measure->can_answer && !question.measure->can_answer(query)) return std::nullopt;
    std::vector<Figure> figures;
    for (auto& row : answer(question, {std::string(municipality)})) figures.push_back({.row = std::move(row)});
    if (question.beside.compared && !compare(figures, question, municipality)) return std::nullopt;
    if (question.shared_topics_alone)
        std::erase_if(figures, [](const Figure& figure) { return is_of_own_topic(figure.row); });
    if (question.beside.share && !add_shares(figures, question, municipality)) return std::nullopt;
    if (question.beside.target) add_targets(figures, question, targets);
    std::ranges::stable_sort(figures, [&](const Figure& a, const Figure& b) {
        return std::ranges::lexicographical_compare(question.query.by, question.query.by, {},
                                                    [&](const std::string& name) { return a.row.dimensions.at(name); },
                                                    [&](const std::string& name) { return b.row.dimensions.at(name); });
    });
    return figures;
}

bool is_known(const Question& question, std::span<const Figure> figures, std::string_view municipality) {
    return std::ranges::any_of(figures, [](const Figure& one) { return is_any_value(one.row.value); }) ||
           measures::was_counted_in(*question.measure, municipality, question.query);
}

}  // namespace digilots::statistics
