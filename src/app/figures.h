#pragma once
// What the commands and the job share about sources of figures.
#include <memory>
#include <string>

#include "app/settings.h"
#include "indicators/indicators.h"
#include "indicators/figures/source.h"
#include "indicators/figures/sync.h"

namespace digilots::app {

/// CommandError where the address is none.
std::unique_ptr<indicators::Source> kolada_of(const Settings& settings);
/// The shipped ones, those of the setting and those chosen here.
std::vector<std::string> kolada_wishes(const Settings& settings, const indicators::Indicators& indicators);
std::unique_ptr<indicators::Source> kostra_of(const Settings& settings);
/// The same for KOSTRA; the setting's are whole tables.
std::vector<std::string> kostra_wishes(const Settings& settings, const indicators::Indicators& indicators);

/// "12 added, 3 revised, 1 withdrawn" with the indicators' changes above, for standard output.
std::string summary_of(const indicators::Run& run, const std::vector<indicators::RunChange>& changes);
/// One line a file, its refused rows below.
std::string summary_of(const std::vector<indicators::FileReport>& files);
/// "figures 25 100: 14 of 86" over the line before, where standard error is a terminal; else a line each.
void show_progress(const indicators::Progress& progress);

class Application;
/// Fetches with progress shown, prints what changed and makes the catalogue's search current. CommandError where the
/// source cannot be read.
void fetch_figures(Application& application, indicators::Source& source, indicators::SyncWishes wishes);

}  // namespace digilots::app
