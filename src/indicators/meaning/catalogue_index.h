#pragma once
// Full-text search over the catalogue: Kolada's thousands, what is shipped, what municipalities count themselves.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/mutex.h"
#include "platform/db/database.h"
#include "platform/kept/versions.h"
#include "platform/search/index.h"

namespace digilots::indicators {

class CatalogueIndex {
public:
    /// `folder` "": in memory. Opened at the first use.
    CatalogueIndex(db::Database& database, kept::Versions& versions, std::string folder);

    /// Ids, best first. Builds the index where there is none.
    std::vector<std::string> find(std::string_view words, int limit);
    /// Builds anew where the catalogue has changed. Searches go on meanwhile.
    void catch_up();
    /// Ids that the index could not take.
    std::vector<std::string> left_out() { return index().left_out(); }

private:
    search::Index& index();
    std::string wanted_note();
    void build();

    db::Database& database_;
    kept::Versions& versions_;
    const std::string folder_;
    base::Mutex opening_, building_;
    std::unique_ptr<search::Index> index_ GUARDED_BY(opening_);
};

}  // namespace digilots::indicators
