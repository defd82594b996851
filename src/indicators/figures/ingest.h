#pragma once
// Takes deliveries into the database: the same checks and counts whether they were fetched or read from a file.
#include <optional>
#include <string>

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/figure_store.h"
#include "indicators/figures/run_store.h"
#include "indicators/figures/source.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"

namespace digilots::indicators {

class Ingest {
public:
    Ingest(db::Database& database, const base::Clock& clock, const Source& source, std::string run, store::Origin origin);

    /// In batches, so that others write between them; each batch counts in its own transaction. Doing the same delivery
    /// again changes nothing. `step` is marked as done with the last one ("" marks nothing).
    /// SourceError where a whole catalogue is too small to be believed.
    void take(const Delivery& delivery, const std::string& step);

private:
    struct Batch;
    void take_catalogue(const Delivery& delivery);
    void take_groups(const Delivery& delivery);
    void take_figures(const Delivery& delivery);
    void take_column(Batch& batch, const ColumnKey& key, std::span<const Cell> cells, std::span<const std::uint32_t> whole);
    /// Every indicator has an entry, and no made-up figures any more.
    void make_ready(const Delivery& delivery);
    template <class F>
    void in_batch(F&& work, store::Changed changed);

    db::Database& database_;
    const base::Clock& clock_;
    const Source& source_;
    const std::string run_;
    const store::Origin origin_;
};

/// Figures without a catalogue get an entry from the shipped table, else with their id as title.
Indicator stand_in(const std::string& id, const Source& source);

}  // namespace digilots::indicators
