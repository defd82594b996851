#pragma once
// The nine municipalities of the demo, imported into a fresh database: for this slice's tests only.
#include <memory>

#include "platform/testing/database.h"
#include "referral/referral.h"
#include "taxonomy/taxonomy.h"

namespace digilots::referral {

struct DemoMunicipalities {
    /// A Monday, 10.00 in Sweden. Another mapping than the demo's as JSON text.
    explicit DemoMunicipalities(std::string_view now = "2026-11-23T09:00:00Z", std::string_view mapping = "");

    http::Tenant tenant(std::string_view slug) const;
    SearchAnswer search(std::string_view slug, std::string_view text, std::string_view language = "sv") const;
    /// Id of the first hit, "" where there is none.
    std::string first(std::string_view slug, std::string_view text) const;
    /// The first hits as text, for messages.
    std::string hits(std::string_view slug, std::string_view text) const;

    std::unique_ptr<db::Database> database = testing::fresh_database();
    base::TestClock clock;
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    taxonomy::OwnTopics own_topics{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    std::unique_ptr<directory::Directory> directory;
    std::unique_ptr<search::Index> index = search::memory_index();
    std::unique_ptr<Referral> referral;
};

}  // namespace digilots::referral
