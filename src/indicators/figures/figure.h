#pragma once
// What a figure is of and where it came from: what both rooms speak of.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.h"
#include "platform/i18n/translator.h"

namespace digilots::indicators {

/// What grows (platform/kept, for all) with everything of sources that answers are made from, and with what is searched.
inline constexpr std::string_view kept_figures = "figures", kept_catalogue = "catalogue";

enum class Gender { total, women, men };       // T, K, M in the sources
/// Why there is no value; `none`: there is one. What is missing is never zero and never yellow.
enum class Missing : std::uint8_t { none, not_reported, not_applicable, secret, not_published };

/// "T", "not_reported": as stored and as the API says them.
std::string_view word_of(Gender gender);
std::string_view word_of(Missing missing);
std::optional<Gender> gender_of(std::string_view word);   // "T", "K", "M", any case

/// For people: "percent" → "%", "per_1000" → "per 1,000 inhabitants"; "" where there is nothing to say.
std::string unit_text(std::string_view unit, const i18n::Translator& translator);
/// "87.3", "Yes"
std::string number_text(double value, std::string_view unit, const i18n::Translator& translator);
/// "87.3 %": with the unit.
std::string value_text(double value, std::string_view unit, const i18n::Translator& translator);
/// The decimals with which it was typed, six at most: as a municipality's own figures are shown.
std::string typed_number_text(double value, const i18n::Translator& translator);

struct Indicator {
    std::string id;                    // "N00945"; "kostra:12362:KOSandel"; "local:0192…"
    std::string source;                // "kolada", "kostra", "local"
    std::string title_sv, title_nb, title_en;   // any may be ""; title() chooses
    std::string unit;                  // "percent", "number", "sek_per_inhabitant" …; "" where unknown
    std::string operating_area;
    std::string municipality_id;       // of a local one; "" else
    std::string measure;               // local, counted here: the key of the Measure; "" where typed in by hand
    std::string country;               // "SE", "NO": whose municipalities can have figures
    bool by_gender = false;
    bool retired = false;              // its source goes on with it no more
    bool shipped = false;              // one of data/indicators/kpis.csv
    bool made_up = false;              // its figures are invented, for trying out: all of them or none
    std::vector<std::string> groups;   // "agenda2030", "digitalisation"

    std::string title(const i18n::Translator& translator) const;
    /// What a municipality counts itself, and nobody else has figures of.
    bool is_own() const;
    /// As number_text and value_text; a municipality's own with all their decimals.
    std::string number(double value, const i18n::Translator& translator) const;
    std::string value(double value, const i18n::Translator& translator) const;
    /// Whether pages of this municipality show it: an official one to all that are not made up, its own, and to a made-up one
    /// those of the demo.
    bool is_shown_to(std::string_view municipality) const;
    /// Where its figures are from, for programs: its source, or "made-up-test-figures".
    std::string_view figures_from() const { return made_up ? "made-up-test-figures" : std::string_view(source); }
};

/// Whether an id is that of an own one: known without reading.
bool is_own_id(std::string_view id);

/// One fetch or import, for the page and the log (what was updated).
struct Run {
    std::string id, source, kind;      // "kolada", "sync" | "full sync" | "import" | "shipped" | "made up"
    base::Instant started{};
    std::optional<base::Instant> finished;
    std::string outcome;               // "running", "done", "failed"
    std::string note;                  // the reason of a failure, the files of an import
    std::int64_t indicators_added = 0, indicators_removed = 0, indicators_retitled = 0;
    std::int64_t values_added = 0, values_revised = 0, values_withdrawn = 0, rows_refused = 0, unknown_statuses = 0;
};
struct RunChange {
    std::string kind;                  // "indicator added" … "value revised" …
    std::string indicator, municipality;
    int year = 0;
    std::string gender, before, after;
};

}  // namespace digilots::indicators
