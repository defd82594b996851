#include "indicators/figures/ingest.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "indicators/figures/merge.h"
#include "indicators/figures/shipped.h"

namespace digilots::indicators {

namespace {

// Small enough that a person who saves something in between does not notice.
constexpr std::size_t columns_a_batch = 64, entries_a_batch = 400;
// Single changes kept for the page of a run; the counts are always whole.
constexpr std::int64_t most_changes = 2000;

std::string text_of(std::optional<double> value) { return value ? digits_of(*value) : ""; }

std::string_view kind_of(CellChange::Kind kind) {
    switch (kind) {
        case CellChange::Kind::added: return "value added";
        case CellChange::Kind::revised: return "value revised";
        case CellChange::Kind::withdrawn: break;
    }
    return "value withdrawn";
}

std::int64_t& counter_of(store::Counts& counts, CellChange::Kind kind) {
    switch (kind) {
        case CellChange::Kind::added: return counts.values_added;
        case CellChange::Kind::revised: return counts.values_revised;
        case CellChange::Kind::withdrawn: break;
    }
    return counts.values_withdrawn;
}

}  // namespace

/// What one transaction has done so far. Made anew where the transaction runs again.
struct Ingest::Batch {
    db::Connection& connection;
    base::Instant now;
    store::Counts counts;
    std::vector<RunChange> changes;
    bool differs = false;
};

Ingest::Ingest(db::Database& database, const base::Clock& clock, const Source& source, std::string run, store::Origin origin)
    : database_(database), clock_(clock), source_(source), run_(std::move(run)), origin_(origin) {}

void Ingest::take(const Delivery& delivery, const std::string& step) {
    if (!delivery.catalogue.empty() || delivery.whole_catalogue) take_catalogue(delivery);
    if (!delivery.groups.empty() || delivery.whole_groups) take_groups(delivery);
    if (!delivery.figures.empty() || !delivery.whole_indicators.empty()) take_figures(delivery);
    in_batch(
        [&](Batch& batch) {
            batch.counts.rows_refused = delivery.refused;
            for (const auto& [status, count] : delivery.unknown_statuses) {
                batch.counts.unknown_statuses += count;
                batch.changes.push_back({"status unknown", "", "", 0, "", status, std::to_string(count)});
            }
            for (const auto& [id, count] : delivery.unknown_indicators) {
                batch.changes.push_back({"indicator unknown", id, "", 0, "", "", std::to_string(count)});
            }
            for (const auto& id : delivery.gone) {
                if (!store::remove_entry(batch.connection, id, batch.now)) continue;
                ++batch.counts.indicators_removed;
                batch.changes.push_back({"indicator removed", id, "", 0, "", "", ""});
                batch.differs = true;
            }
            if (!step.empty()) store::add_step(batch.connection, run_, step);
        },
        delivery.gone.empty() ? store::Changed::figures : store::Changed::figures_and_catalogue);
}

template <class F>
void Ingest::in_batch(F&& work, store::Changed changed) {
    database_.write(
        [&](db::Connection& connection) {
            Batch batch{connection, clock_.now(), {}, {}, false};
            work(batch);
            store::count(connection, run_, batch.counts);
            const auto room = most_changes - store::change_count(connection, run_);
            if (room < static_cast<std::int64_t>(batch.changes.size())) {
                batch.changes.resize(static_cast<std::size_t>(std::max<std::int64_t>(room, 0)));
            }
            store::add_changes(connection, run_, batch.changes, batch.now);
            if (batch.differs) store::raise(connection, changed);
        },
        db::Isolation::deciding);
}

void Ingest::take_catalogue(const Delivery& delivery) {
    const auto known = database_.read([&](db::Connection& connection) { return store::catalogue(connection, source_.name()); });
    const auto in_use = std::ranges::count_if(known, [](const auto& one) { return !one.second.removed; });
    const auto size = static_cast<std::ptrdiff_t>(delivery.catalogue.size());
    if (delivery.whole_catalogue && in_use >= 100 && size * 2 < in_use) {
        throw SourceError("The catalogue has only " + std::to_string(size) + " indicators, there were " + std::to_string(in_use) +
                          ". That is too few to be true: nothing was changed. Try again later.");
    }
    struct Change {
        const CatalogueEntry* entry;   // nullptr: it is gone
        std::string id, title_before;
        bool is_new = false;
    };
    std::vector<Change> changes;
    std::unordered_set<std::string> present;
    for (const auto& entry : delivery.catalogue) {
        if (!present.insert(entry.id).second) continue;
        const auto found = known.find(entry.id);
        const bool is_new = found == known.end() || found->second.removed || found->second.entry.title == entry.id;
        if (!is_new && found->second.entry == entry) continue;
        changes.push_back({&entry, entry.id, found == known.end() ? "" : found->second.entry.title, is_new});
    }
    for (const auto& [id, one] : known) {
        const bool is_gone = delivery.whole_catalogue && !one.removed && !present.contains(id);
        if (is_gone) changes.push_back({nullptr, id, one.entry.title, false});
    }
    std::ranges::sort(changes, {}, &Change::id);
    for (std::size_t from = 0; from < changes.size(); from += entries_a_batch) {
        const auto part = std::span(changes).subspan(from, std::min(entries_a_batch, changes.size() - from));
        in_batch(
            [&](Batch& batch) {
                batch.differs = true;
                for (const auto& change : part) {
                    if (!change.entry) {
                        store::remove_entry(batch.connection, change.id, batch.now);
                        ++batch.counts.indicators_removed;
                        batch.changes.push_back({"indicator removed", change.id, "", 0, "", change.title_before, ""});
                        continue;
                    }
                    store::save_entry(batch.connection, *change.entry, source_.name(), source_.country(), batch.now);
                    if (change.is_new) {
                        ++batch.counts.indicators_added;
                        batch.changes.push_back({"indicator added", change.id, "", 0, "", "", change.entry->title});
                    } else if (change.title_before != change.entry->title) {
                        ++batch.counts.indicators_retitled;
                        batch.changes.push_back(
                            {"indicator retitled", change.id, "", 0, "", change.title_before, change.entry->title});
                    }
                }
            },
            store::Changed::figures_and_catalogue);
    }
}

void Ingest::take_groups(const Delivery& delivery) {
    std::unordered_map<std::string, GroupEntry> known;
    const auto stored = database_.read([&](db::Connection& connection) { return store::groups(connection, source_.name()); });
    for (const auto& group : stored) known[group.id] = group;
    std::vector<const GroupEntry*> changed;
    for (const auto& group : delivery.groups) {
        const auto found = known.find(group.id);
        const bool same = found != known.end() && found->second.title == group.title && found->second.members == group.members;
        if (!same) changed.push_back(&group);
        if (found != known.end()) known.erase(found);
    }
    for (std::size_t from = 0; from < changed.size(); from += entries_a_batch) {
        const auto part = std::span(changed).subspan(from, std::min(entries_a_batch, changed.size() - from));
        in_batch(
            [&](Batch& batch) {
                batch.differs = true;
                for (const auto* group : part) store::save_group(batch.connection, *group, source_.name());
            },
            store::Changed::figures);
    }
    if (!delivery.whole_groups || delivery.groups.empty() || known.empty()) return;
    in_batch(
        [&](Batch& batch) {
            batch.differs = true;
            for (const auto& [id, group] : known) store::delete_group(batch.connection, id);
        },
        store::Changed::figures);
}

void Ingest::take_figures(const Delivery& delivery) {
    make_ready(delivery);
    struct Piece {
        ColumnKey key;
        std::span<const Cell> cells;
        std::span<const std::uint32_t> whole;
    };
    std::vector<Piece> pieces;
    std::set<std::string> with_figures;
    for (const auto& [key, cells] : delivery.figures) with_figures.insert(key.indicator);
    const std::set<std::string> whole(delivery.whole_indicators.begin(), delivery.whole_indicators.end());
    for (const auto& [key, cells] : delivery.figures) {
        const bool is_whole = whole.contains(key.indicator);
        pieces.push_back({key, cells, is_whole ? delivery.whole_positions : std::span<const std::uint32_t>{}});
    }
    // Columns that we have and the source has no more. An indicator without any figure at all is not believed.
    for (const auto& id : whole) {
        if (!with_figures.contains(id)) continue;
        const auto keys = database_.read([&](db::Connection& connection) { return store::column_keys(connection, id); });
        for (const auto& key : keys) {
            if (!delivery.figures.contains(key)) pieces.push_back({key, {}, delivery.whole_positions});
        }
    }
    for (std::size_t from = 0; from < pieces.size(); from += columns_a_batch) {
        const auto part = std::span(pieces).subspan(from, std::min(columns_a_batch, pieces.size() - from));
        in_batch(
            [&](Batch& batch) {
                for (const auto& piece : part) take_column(batch, piece.key, piece.cells, piece.whole);
            },
            store::Changed::figures);
    }
}

void Ingest::take_column(Batch& batch, const ColumnKey& key, std::span<const Cell> cells, std::span<const std::uint32_t> whole) {
    const auto& places = Places::of(source_.country());
    const auto stored = store::column(batch.connection, key);
    auto column = stored ? unpack(stored->packed, places) : Column(places.size());
    const auto merged = merge(column, cells, whole);
    const bool comes_from_elsewhere = stored && stored->origin != store::word_of(origin_);
    if (!merged.differs && !comes_from_elsewhere) return;
    store::save_column(batch.connection, key, pack(column, places), origin_, batch.now);
    batch.differs = true;
    for (const auto& change : merged.changes) {
        ++counter_of(batch.counts, change.kind);
        if (change.kind == CellChange::Kind::added || batch.changes.size() >= most_changes) continue;
        batch.changes.push_back({std::string(kind_of(change.kind)), key.indicator, places.ids()[change.position], key.year,
                                 std::string(word_of(key.gender)), text_of(change.before), text_of(change.after)});
    }
}

void Ingest::make_ready(const Delivery& delivery) {
    std::set<std::string> ids;
    for (const auto& [key, cells] : delivery.figures) ids.insert(key.indicator);
    in_batch(
        [&](Batch& batch) {
            std::set<std::string> known;
            for (const auto& one : store::indicators(batch.connection, {ids.begin(), ids.end()})) known.insert(one.id);
            for (const auto& id : ids) {
                // Never two kinds of figures in one indicator: what was invented goes before anything real comes.
                if (store::is_made_up(batch.connection, id)) {
                    store::delete_made_up(batch.connection, id);
                    batch.differs = true;
                }
                if (known.contains(id)) continue;
                store::add_indicator(batch.connection, stand_in(id, source_), batch.now);
                batch.differs = true;
            }
        },
        store::Changed::figures_and_catalogue);
}

Indicator stand_in(const std::string& id, const Source& source) {
    if (const auto* shipped = find_shipped(id); shipped && shipped->source == source.name()) return *shipped;
    Indicator made;
    made.id = made.title_sv = id;
    made.source = source.name();
    made.country = source.country();
    made.by_gender = true;
    return made;
}

}  // namespace digilots::indicators
