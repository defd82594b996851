#include "platform/measures/once.h"

#include <utility>

#include "platform/base/time.h"

namespace digilots::measures {

namespace {

constexpr char between_parts = '\n', within_parts = '\t';

std::string text_of(const Measure& measure, const Query& query) {
    auto text = measure.key + between_parts;
    for (const auto& one : query.municipalities) text += one + within_parts;
    text += between_parts + base::format_date(query.period.from) + within_parts + base::format_date(query.period.to);
    text += between_parts;
    for (const auto& dimension : query.by) text += dimension + within_parts;
    for (const auto& [dimension, value] : query.where) text += between_parts + dimension + within_parts + value;
    return text;
}

}  // namespace

const std::vector<Row>& CountedOnce::rows(const Measure& measure, const Query& query) {
    auto key = text_of(measure, query);
    if (const auto known = rows_.find(key); known != rows_.end()) return known->second;
    return rows_.emplace(std::move(key), measure.figures(query)).first->second;
}

Value CountedOnce::total(const Measure& measure, const Query& query) {
    return total_of(measure, rows(measure, query));
}

bool CountedOnce::was_ever_counted(const Measure& measure, const std::string& municipality) {
    const auto key = std::pair(measure.key, municipality);
    if (const auto known = counted_.find(key); known != counted_.end()) return known->second;
    return counted_.emplace(key, measures::was_ever_counted(measure, municipality)).first->second;
}

}  // namespace digilots::measures
