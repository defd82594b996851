// How a question becomes an answer: which year, whose columns, compared with whom.
#include <algorithm>
#include <map>

#include "indicators/meaning/implementation.h"

namespace digilots::indicators {

namespace {

struct Comparison {
    const Indicator& indicator;
    std::size_t position;
    const Peers& peers;
    Direction direction;
    Gender gender;
    Painter& painter;
};

/// Nobody has a figure: the newest years may come yet; a gender that the source does not tell apart never will.
Missing why_no_column(FigureCache& cache, const Indicator& indicator, int year, Gender gender) {
    const auto years = cache.years(indicator.id);
    if (!years.empty() && year > years.back()) return Missing::not_published;
    if (gender != Gender::total && cache.column(indicator, year, Gender::total)) return Missing::not_applicable;
    return Missing::not_reported;
}

Standing standing_at(FigureCache& cache, const Comparison& comparison, int year) {
    const auto column = cache.column(comparison.indicator, year, comparison.gender);
    Standing standing;
    if (column) {
        standing = standing_in(*column, comparison.position, comparison.peers, comparison.direction,
                               comparison.painter);
    } else {
        standing.missing = why_no_column(cache, comparison.indicator, year, comparison.gender);
        standing.direction = comparison.direction;
    }
    standing.year = year;
    standing.gender = comparison.gender;
    return standing;
}

std::optional<double> value_at(FigureCache& cache, const Comparison& comparison, int year, Gender gender) {
    return cache.value(comparison.indicator, year, gender, comparison.position);
}

std::optional<Standing::Previous> previous_of(FigureCache& cache, const Comparison& comparison, int year) {
    auto years = cache.years(comparison.indicator.id);
    std::ranges::reverse(years);
    for (const int earlier : years) {
        if (earlier >= year || !value_at(cache, comparison, earlier, comparison.gender)) continue;
        const auto standing = standing_at(cache, comparison, earlier);
        return Standing::Previous{earlier, *standing.value, standing.colour};
    }
    return std::nullopt;
}

Standing complete(FigureCache& cache, const Comparison& comparison, int year) {
    auto standing = standing_at(cache, comparison, year);
    standing.previous = previous_of(cache, comparison, year);
    standing.women = value_at(cache, comparison, year, Gender::women);
    standing.men = value_at(cache, comparison, year, Gender::men);
    return standing;
}

/// The chosen year; else the newest eligible one with a value of this municipality; else the newest with anyone's.
int year_for(FigureCache& cache, const Comparison& comparison, const Question& question, const std::vector<int>& eligible) {
    if (question.year) return *question.year;
    for (const int year : eligible) {
        if (value_at(cache, comparison, year, comparison.gender)) return year;
    }
    return eligible.empty() ? 0 : eligible.front();
}

/// For everyone together: the newest eligible year in which enough have a value, else the newest.
int year_for_all(FigureCache& cache, const Comparison& comparison, const Question& question, const std::vector<int>& eligible) {
    if (question.year) return *question.year;
    for (const int year : eligible) {
        const auto column = cache.column(comparison.indicator, year, comparison.gender);
        if (column && values_of(*column, comparison.peers).size() >= static_cast<std::size_t>(least_group)) return year;
    }
    return eligible.empty() ? 0 : eligible.front();
}

}  // namespace

Standing Indicators::standing(std::string_view municipality, const Question& question) const {
    return standings(municipality, {question.indicator}, question).front();
}

std::vector<Standing> Indicators::standings(std::string_view municipality, const std::vector<std::string>& ids,
                                            const Question& question) const {
    auto& parts = *implementation_;
    const auto kept = parts.read();
    if (question.as_of && ids.size() > 1) parts.read_ahead(ids, *question.as_of);
    std::map<std::string, Peers> peers;                 // by country; "": of own ones
    Painter painter;
    std::vector<Standing> found(ids.size());
    for (std::size_t at = 0; at < ids.size(); ++at) {
        auto& standing = found[at];
        standing.gender = question.gender;
        const auto indicator = parts.find(ids[at]);
        if (!indicator) continue;
        standing.direction = question.direction ? *question.direction : parts.direction(*indicator, municipality);
        const auto position = Places::of(*indicator).position(municipality);
        if (!position) continue;
        const auto whose = indicator->is_own() ? "" : indicator->country;
        const auto compared = peers.find(whose);
        const auto& others = compared != peers.end()
                                 ? compared->second
                                 : peers[whose] = parts.peers(municipality, question.group, *indicator);
        const Comparison comparison{*indicator, *position, others, standing.direction, question.gender, painter};
        const auto cache = parts.cache_of(*indicator, kept);
        const int year = year_for(*cache, comparison, question, parts.eligible_years(*indicator, question));
        if (year != 0) standing = complete(*cache, comparison, year);
    }
    return found;
}

std::vector<std::pair<int, Standing>> Indicators::history(std::string_view municipality, const Question& question) const {
    std::vector<std::pair<int, Standing>> found;
    auto& parts = *implementation_;
    const auto indicator = parts.find(question.indicator);
    if (!indicator) return found;
    const auto cache = parts.cache_of(*indicator, parts.read());
    const auto position = Places::of(*indicator).position(municipality);
    if (!position) return found;
    const auto direction = question.direction ? *question.direction : parts.direction(*indicator, municipality);
    const auto peers = parts.peers(municipality, question.group, *indicator);
    Painter painter;
    const Comparison comparison{*indicator, *position, peers, direction, question.gender, painter};
    std::optional<Standing::Previous> previous;
    for (const int year : cache->years(indicator->id)) {
        auto standing = standing_at(*cache, comparison, year);
        standing.previous = previous;
        standing.women = value_at(*cache, comparison, year, Gender::women);
        standing.men = value_at(*cache, comparison, year, Gender::men);
        if (standing.value) previous = Standing::Previous{year, *standing.value, standing.colour};
        found.emplace_back(year, std::move(standing));
    }
    return found;
}

Distribution Indicators::distribution(std::string_view municipality, const Question& question) const {
    auto& parts = *implementation_;
    Distribution empty;
    empty.question = question;
    const auto indicator = parts.find(question.indicator);
    if (!indicator) return empty;
    const auto cache = parts.cache_of(*indicator, parts.read());
    const auto peers = parts.peers(municipality, question.group, *indicator);
    const auto direction = question.direction ? *question.direction : parts.direction(*indicator, municipality);
    Painter painter;
    const Comparison comparison{*indicator, 0, peers, direction, question.gender, painter};
    empty.direction = comparison.direction;
    empty.year = year_for_all(*cache, comparison, question, parts.eligible_years(*indicator, question));
    const auto& places = Places::of(*indicator);
    const auto column = cache->column(*indicator, empty.year, question.gender);
    if (!column) {
        const auto reason = why_no_column(*cache, *indicator, empty.year, question.gender);
        for (const auto peer : comparison.peers) empty.missing.push_back({places.ids()[peer], reason});
        return empty;
    }
    auto made = distribution_in(*column, places, comparison.peers, comparison.direction);
    made.question = question;
    made.year = empty.year;
    return made;
}

}  // namespace digilots::indicators
