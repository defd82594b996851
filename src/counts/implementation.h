#pragma once
// What Counts holds; for the files of this folder.
#include "counts/counts.h"

namespace digilots::counts {

/// Of one source, place and period there is one number.
inline constexpr i18n::Text already_there = TEXT(
    "There is a number of this source, place and period already. Open it from the list and change that one.");
inline constexpr std::int64_t most_in_number = 1'000'000'000;

register_::Register count_register();
/// "2026-11-22", "2026-W47", "2026-11", "2026": nothing for any other period.
std::optional<periods::Period> counted_period(std::string_view key);
/// The columns that say which period it is.
void put_period(register_::Record& record, const periods::Period& period);
/// What no two have alike; "" where something of it is missing.
std::string same_of(std::string_view source, std::string_view place, std::string_view period);

struct Counts::Implementation {
    db::Database& database;
    const base::Clock& clock;
    const Neighbours neighbours;
    register_::Records records;

    Implementation(db::Database& opened, const base::Clock& time, Neighbours others);

    /// Of what no page asks: the municipality's own language and zone.
    register_::Surroundings around(std::string_view municipality) const;
    bool is_theirs(const register_::Surroundings& around, std::string_view place) const;
    /// In the caller's transaction.
    std::optional<register_::Record> find_same(db::Connection& connection, std::string_view municipality,
                                               const Number& number) const;
    /// In the caller's transaction; no_period, with nothing written, where the period is none.
    base::Result<Put, NotPut> put_in(db::Connection& connection, const register_::Surroundings& around,
                                     const Number& number, std::string_view actor, bool keeps_note);
};

/// The way in for the files of this slice.
struct Inside {
    static Counts::Implementation& of(const Counts& counts) { return *counts.implementation_; }
};

void load_demo(Counts& counts, const Demo& demo);

}  // namespace digilots::counts
