#include "indicators/meaning/catalogue_index.h"

#include <set>

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/shipped.h"
#include "indicators/indicators.h"
#include "platform/base/text.h"

namespace digilots::indicators {

namespace {

constexpr const char* note_key = "catalogue";
// To be raised where documents are made in another way: old indexes are then built anew.
constexpr const char* shape = "2";

// The beginning says what is measured; the rest is how it was collected.
constexpr std::size_t most_of_definition = 300;

constexpr double in_use = 1.6, usual = 1.0, over = 0.4;

search::Document document_of(const store::SearchRow& row) {
    search::Document made;
    made.id = row.id;
    made.kind = "indicator";
    made.language = row.country == "NO" ? "nb" : "sv";
    made.title = row.title;
    made.keywords = {row.operating_area, row.id};
    made.text = base::cut(row.definition, most_of_definition);
    made.boost = row.retired ? over : usual;
    const auto* shipped = find_shipped(row.id);
    for (const auto* name : {shipped ? &shipped->title_en : &row.title_en, shipped ? &shipped->title_nb : &row.title_nb}) {
        if (!name->empty()) made.names.push_back(*name);
    }
    if (shipped && !row.retired) made.boost = in_use;
    return made;
}

store::SearchRow row_of(const Indicator& shipped) {
    return {shipped.id, shipped.country, shipped.operating_area, shipped.title_nb, shipped.title_en, "", shipped.title_sv,
            shipped.retired};
}

/// What people type and what the catalogue says.
const std::vector<std::vector<std::string>>& synonyms() {
    static const std::vector<std::vector<std::string>> groups{
        {"skolresultat", "betyg", "betygskriterierna", "meritvärde", "kunskapskrav", "behöriga"},
        {"äldre", "äldreomsorg", "65+"},
        {"e-tjänst", "e-tjänster", "digital tjänst", "digitala tjänster", "digitalt", "automatiserad"},
        {"bredband", "fiber", "fast bredband"},
        {"arbetslös", "arbetslöshet", "öppet arbetslösa"},
        {"internet", "bredband"},
        {"utanförskap", "innanförskap"},
    };
    return groups;
}

}  // namespace

CatalogueIndex::CatalogueIndex(db::Database& database, kept::Versions& versions, std::string folder)
    : database_(database), versions_(versions), folder_(std::move(folder)) {}

search::Index& CatalogueIndex::index() {
    const base::Lock lock(opening_);
    if (!index_) {
        index_ = folder_.empty() ? search::memory_index() : search::open_index(folder_);
        index_->set_synonyms(synonyms());
    }
    return *index_;
}

std::vector<std::string> CatalogueIndex::find(std::string_view words, int limit) {
    if (index().note(note_key).empty()) catch_up();
    search::Query query;
    query.text = words;
    query.limit = static_cast<std::size_t>(limit);
    std::vector<std::string> ids;
    for (const auto& hit : index().find(query).hits) ids.push_back(hit.id);
    return ids;
}

std::string CatalogueIndex::wanted_note() {
    return std::string(shape) + ":" + std::to_string(versions_.of(kept_catalogue, "").load());
}

void CatalogueIndex::catch_up() {
    const base::Lock lock(building_);
    const auto wanted = wanted_note();
    if (index().note(note_key) == wanted) return;
    build();
    index().set_note(note_key, wanted);
    // Not of the database: every process has its own index.
    versions_.hear({{std::string(kept_searchable), "", versions_.of(kept_searchable, "").load() + 1}});
}

void CatalogueIndex::build() {
    index().rebuild([&](const std::function<void(const search::Document&)>& add) {
        std::set<std::string> stored;
        std::string after;
        for (;;) {
            const auto rows = database_.read([&](db::Connection& connection) {
                return store::for_search(connection, after, 500);
            });
            for (const auto& row : rows) {
                add(document_of(row));
                if (find_shipped(row.id)) stored.insert(row.id);
            }
            if (rows.empty()) break;
            after = rows.back().id;
        }
        for (const auto& shipped : shipped_indicators()) {
            if (!stored.contains(shipped.id)) add(document_of(row_of(shipped)));
        }
    });
}

}  // namespace digilots::indicators
