#pragma once
// Fetching and importing: for the commands and the scheduled job. Each is a run with what it changed; a fetch that was cut
// off goes on where it was.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/figures/figure.h"
#include "indicators/figures/source.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"

namespace digilots::indicators {

/// Another process fetches or imports from the same source just now.
class SourceBusy : public SourceError {
public:
    using SourceError::SourceError;
};

struct Progress {
    std::string step;
    std::size_t done = 0, total = 0;
    bool resumed = false;
};

enum class Scope { changes, everything };

struct SyncWishes {
    std::vector<std::string> indicators;
    Scope scope = Scope::changes;
    std::function<void(const Progress&)> progress;
    /// Asked between requests; true ends the run so that it can go on later.
    std::function<bool()> stopping;
};

/// SourceBusy; SourceError with the reason (what was done stays, and the run is kept as failed).
Run sync(db::Database& database, const base::Clock& clock, Source& source, const SyncWishes& wishes);
/// When the source was last fetched to the end.
std::optional<base::Instant> last_sync(db::Database& database, std::string_view source, base::Instant now);

/// What became of one file.
struct FileReport {
    std::string file, error;           // error "": taken
    std::vector<Refusal> refusals;     // the first ones
    std::int64_t rows = 0, refused = 0, left_out = 0;   // rows: all that were read
    std::int64_t taken = 0;            // rows of known indicators and places, also where they change nothing
    std::map<std::string, std::int64_t> unknown_statuses;
    std::map<std::string, std::int64_t> unknown_places, unknown_indicators;   // how many rows; not taken
};
struct ImportReport {
    Run run;
    std::vector<FileReport> files;
};
/// Each file wholly or, where it is not what it says, not at all. SourceBusy.
ImportReport import_files(db::Database& database, const base::Clock& clock, const Source& source,
                          const std::vector<std::string>& files);

}  // namespace digilots::indicators
