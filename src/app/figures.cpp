#include "app/figures.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "app/application.h"
#include "app/command.h"
#include "indicators/figures/kolada_source.h"
#include "indicators/figures/kostra_source.h"

namespace digilots::app {

namespace {

constexpr std::size_t most_shown = 40;

std::string line_of(const indicators::RunChange& change) {
    std::string line = "  " + change.kind + ": " + change.indicator;
    if (!change.municipality.empty()) {
        line += " " + change.municipality + " " + std::to_string(change.year) + " " + change.gender;
    }
    if (!change.before.empty()) line += " \"" + change.before + "\"";
    if (!change.after.empty()) line += (change.before.empty() ? " \"" : " -> \"") + change.after + "\"";
    return line + "\n";
}

std::vector<std::string> joined(const std::vector<std::string>& followed, const std::vector<std::string>& set) {
    std::set<std::string> all(followed.begin(), followed.end());
    all.insert(set.begin(), set.end());
    return {all.begin(), all.end()};
}

std::string counted(std::int64_t count, const char* what) { return std::to_string(count) + " " + what; }

/// "  Not taken, unknown municipalities: 9998 (1 row), 9999 (3 rows)"
std::string named_and_counted(const std::map<std::string, std::int64_t>& rows, const std::string& title) {
    std::string names;
    std::size_t named = 0;
    for (const auto& [name, count] : rows) {
        if (++named > most_shown) continue;
        names += (names.empty() ? "" : ", ") + name + " (" + counted(count, count == 1 ? "row)" : "rows)");
    }
    if (named > most_shown) names += " and " + std::to_string(named - most_shown) + " more";
    return names.empty() ? "" : "  " + title + ": " + names + "\n";
}

}  // namespace

std::unique_ptr<indicators::Source> kolada_of(const Settings& settings) {
    try {
        return indicators::kolada_source(settings.kolada_address.empty() ? indicators::kolada_address : settings.kolada_address);
    } catch (const indicators::SourceError& error) {
        throw CommandError(error.what(), 2);
    }
}

std::vector<std::string> kolada_wishes(const Settings& settings, const indicators::Indicators& indicators) {
    return joined(indicators.followed("kolada"), settings.kolada_indicators);
}

std::unique_ptr<indicators::Source> kostra_of(const Settings& settings) {
    const auto& address = settings.kostra_address;
    try {
        return indicators::kostra_source(address.empty() ? indicators::kostra_address : address, indicators::kostra_patience());
    } catch (const indicators::SourceError& error) {
        throw CommandError(error.what(), 2);
    }
}

std::vector<std::string> kostra_wishes(const Settings& settings, const indicators::Indicators& indicators) {
    return joined(indicators.followed("kostra"), settings.kostra_tables);
}

std::string summary_of(const indicators::Run& run, const std::vector<indicators::RunChange>& changes) {
    std::string text;
    for (std::size_t at = 0; at < std::min(changes.size(), most_shown); ++at) text += line_of(changes[at]);
    if (changes.size() > most_shown) {
        text += "  and " + std::to_string(changes.size() - most_shown) + " more or further ones; the run's page shows them\n";
    }
    text += "Indicators: " + counted(run.indicators_added, "added, ") + counted(run.indicators_removed, "removed, ") +
            counted(run.indicators_retitled, "retitled.\n");
    text += "Values: " + counted(run.values_added, "added, ") + counted(run.values_revised, "revised, ") +
            counted(run.values_withdrawn, "withdrawn.\n");
    if (run.rows_refused > 0) text += "Rows that could not be used: " + std::to_string(run.rows_refused) + ".\n";
    if (run.unknown_statuses > 0) {
        text += "Values with a status that this program does not know, kept as not reported: " +
                std::to_string(run.unknown_statuses) + ".\n";
    }
    return text;
}

std::string summary_of(const std::vector<indicators::FileReport>& files) {
    std::string text;
    for (const auto& file : files) {
        if (!file.error.empty()) {
            text += "NOT TAKEN  " + file.error + "\n";
            continue;
        }
        text += "taken  " + file.file + ": " + std::to_string(file.taken) + " of " + counted(file.rows, "rows");
        if (file.left_out > 0) text += ", " + std::to_string(file.left_out) + " of regions, groups or units left out";
        if (file.refused > 0) text += ", " + std::to_string(file.refused) + " cannot be used";
        text += "\n";
        for (const auto& refusal : file.refusals) text += "  " + refusal.where + ": " + refusal.reason + "\n";
        const auto told = static_cast<std::int64_t>(file.refusals.size());
        if (file.refused > told) text += "  and " + std::to_string(file.refused - told) + " more\n";
        text += named_and_counted(file.unknown_indicators, "Not taken, unknown indicators (fetch or import the catalogue first)");
        text += named_and_counted(file.unknown_places, "Not taken, unknown municipalities");
    }
    return text;
}

void show_progress(const indicators::Progress& progress) {
    const bool is_terminal = ::isatty(STDERR_FILENO) != 0;
    std::fprintf(stderr, "%s%zu of %zu: %s%s%s", is_terminal ? "\r\033[K" : "", progress.done + 1, progress.total,
                 progress.step.c_str(), progress.resumed ? " (going on where it was cut off)" : "", is_terminal ? "" : "\n");
    if (is_terminal && progress.done + 1 == progress.total) std::fprintf(stderr, "\n");
    std::fflush(stderr);
}

void fetch_figures(Application& application, indicators::Source& source, indicators::SyncWishes wishes) {
    wishes.progress = show_progress;
    try {
        const auto run = indicators::sync(application.database, application.clock, source, wishes);
        std::fputs(summary_of(run, application.indicators.changes(run.id, 200)).c_str(), stdout);
    } catch (const indicators::SourceError& error) {
        throw CommandError(error.what());
    }
    application.indicators.catch_up_search();
}

}  // namespace digilots::app
