#include "app/figures_job.h"


#include "app/attempt.h"
#include "app/figures.h"
#include "platform/base/log.h"
#include "platform/base/pause.h"

namespace digilots::app {

namespace {

constexpr std::chrono::seconds rhythm{3};
constexpr int first_counted_year = 2020;

}  // namespace

FiguresJob::FiguresJob(Application& application, const Settings& settings)
    : application_(application), settings_(settings), thread_([this](const std::stop_token& stop) { work(stop); }) {}

void FiguresJob::work(const std::stop_token& stop) {
    std::string search_trouble, count_trouble;
    auto sources = fetched();
    while (!base::stopped_during(stop, rhythm)) {
        attempt("figures not searchable", search_trouble, [&] { application_.indicators.catch_up_search(); });
        if (std::chrono::steady_clock::now() >= next_count_) {
            next_count_ = std::chrono::steady_clock::now() + std::chrono::hours(24);
            attempt("local figures not counted", count_trouble, [&] {
                application_.indicators.take_measures(all_of(application_.slices, &Slice::measures), first_counted_year);
            });
        }
        for (auto& one : sources) {
            if (one.is_on) attempt("figures not fetched", one.trouble, [&] { fetch_if_due(one, stop); });
        }
    }
}

std::vector<FiguresJob::Fetched> FiguresJob::fetched() const {
    return {{"kolada", settings_.fetches_kolada(), settings_.kolada_interval(), [this] { return kolada_of(settings_); },
             [this] { return kolada_wishes(settings_, application_.indicators); }},
            {"kostra", settings_.fetches_kostra(), settings_.kostra_interval(), [this] { return kostra_of(settings_); },
             [this] { return kostra_wishes(settings_, application_.indicators); }}};
}

/// The time of the last try counts, whatever came of it: a source in trouble is not asked all the time.
void FiguresJob::fetch_if_due(const Fetched& one, const std::stop_token& stop) {
    const auto now = application_.clock.now();
    const auto last = indicators::last_sync(application_.database, one.name, now);
    if (last && now < *last + std::chrono::hours(one.hours)) return;
    indicators::SyncWishes wishes;
    wishes.indicators = one.wishes();
    wishes.stopping = [&] { return stop.stop_requested(); };
    const auto source = one.source();
    const auto run = indicators::sync(application_.database, application_.clock, *source, wishes);
    base::log(base::LogLevel::info, "figures fetched",
              {{"source", one.name}, {"added", std::to_string(run.values_added)}, {"revised", std::to_string(run.values_revised)},
               {"withdrawn", std::to_string(run.values_withdrawn)}});
}

}  // namespace digilots::app
