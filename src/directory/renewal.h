#pragma once
// When what is applied for in an e-service is applied for again, as another slice keeps it. Where a rule of it exists the
// e-service's page says that, and its own text (EService::reapply_rule) no more: residents read one truth.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "platform/html/page.h"

namespace digilots::directory {

struct Renewal {
    std::string title = {};                     // "" where the e-service has no other
    std::string when = {};                      // "Each school year. Next: 1 May 2027"
    std::string url = {};                       // of all that is applied for again
    std::vector<std::string> reminder = {};     // as staff wrote it
};
/// Those that residents see, the nearest day first; none where no rule exists.
using RenewalsOf = std::function<std::vector<Renewal>(std::string_view e_service, const html::Page& page)>;

http::Routes routes(Directory& directory, db::Database& database, const municipality::Municipalities& municipalities,
                    const base::Clock& clock, const MapTiles& tiles, RenewalsOf renewals_of);
Slice slice(Directory& directory, db::Database& database, municipality::Municipalities& municipalities,
            const base::Clock& clock, const MapTiles& tiles, RenewalsOf renewals_of);

}  // namespace digilots::directory
