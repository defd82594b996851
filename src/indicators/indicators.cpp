#include "indicators/indicators.h"

namespace digilots::indicators {

struct Indicators::Implementation {
    db::Database& database;
};

Indicators::Indicators(db::Database& database, const municipality::Municipalities&, const base::Clock&, Options)
    : implementation_(new Implementation{database}) {}
Indicators::~Indicators() = default;
std::optional<Indicator> Indicators::find(std::string_view) const { return std::nullopt; }
std::string Indicators::definition(std::string_view) const { return ""; }
std::vector<Indicator> Indicators::search(std::string_view, int) const { return {}; }
std::vector<Indicator> Indicators::of_group(std::string_view) const { return {}; }
std::vector<Indicator> Indicators::local(std::string_view) const { return {}; }
std::vector<int> Indicators::years(std::string_view) const { return {}; }
Standing Indicators::standing(std::string_view, const Question&) const { return {}; }
std::vector<std::pair<int, Standing>> Indicators::history(std::string_view, const Question&) const { return {}; }
Distribution Indicators::distribution(std::string_view, const Question&) const { return {}; }
std::vector<GroupChoice> Indicators::groups(std::string_view) const { return {}; }
Direction Indicators::direction(std::string_view, std::string_view) const { return Direction::neither; }
std::vector<DirectionChange> Indicators::direction_history(std::string_view, std::string_view) const { return {}; }
void Indicators::set_direction(std::string_view, std::string_view, Direction, std::string_view, std::string_view) {}
std::string Indicators::save_local(std::string_view, const LocalIndicator&, std::string_view) { return ""; }
void Indicators::save_values(std::string_view, std::string_view, const std::vector<OwnValue>&, std::string_view) {}
void Indicators::take_measures(const std::vector<base::Measure>&, int) {}
void Indicators::follow(std::string_view, std::string_view) {}
std::vector<std::string> Indicators::followed() const { return {}; }
std::vector<Run> Indicators::runs(int) const { return {}; }
std::vector<RunChange> Indicators::changes(std::string_view, int) const { return {}; }
std::int64_t Indicators::version() const { return 0; }
std::string Indicators::page_version() const { return "indicators:" + std::to_string(version()); }
bool Indicators::is_current(std::string_view page_version) const { return page_version == this->page_version(); }
void Indicators::refresh() {}

}  // namespace digilots::indicators
