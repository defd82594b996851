#pragma once
// What residents do themselves, and need help with: guides in steps that can be read out over the phone, digital systems that
// they must use, when something is applied for again, and what waits to be fetched.
#include "directory/directory.h"
#include "inquiries/inquiries.h"
#include "municipality/municipality.h"
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/kept/versions.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::everyday {

// ---- Kinds of records, each said once (platform/register) ----
register_::Register step_guide_register();
register_::Register system_register();
/// "everyday.e_service" among its links: see with_e_services().
register_::Register renewal_register();
/// What waits at a place and says no unit belongs to that of the place. "" of none.
using UnitOfPlace = std::function<std::string(std::string_view municipality_id, std::string_view place)>;
register_::Register pickup_register(UnitOfPlace unit_of_place);
/// "everyday.e_service" among its links.
register_::Register stuck_point_register();

/// The next day from `today` on which the time to apply runs out; nothing where it is not applied for again, or no day is known.
std::optional<base::Date> next_day(const register_::Record& renewal, base::Date today);

/// When what an e-service is for is applied for again.
struct RuleOfEService {
    std::string title = {};                     // "" where the e-service has no other rule
    std::string when = {};                      // "Each school year. Next: 1 May 2027"
    std::string url = {};                       // of all that is applied for again
    std::vector<std::string> reminder = {};     // as staff wrote it
};
/// The rules in `renewals` that residents see, the nearest day first.
std::vector<RuleOfEService> rules_of_e_service(const register_::Records& renewals, const base::Clock& clock,
                                               std::string_view e_service, const html::Page& page);

/// `others` with the municipality's e-services to link to.
register_::Others with_e_services(register_::Others others, const directory::Directory& directory);

inline constexpr std::string_view pickup_rule = "everyday.pickup";
/// Things that were fetched or sent back.
RetentionRules retention_rules();

/// "/{municipality}/step-guides…", "…/digital-systems", "…/apply-again", "…/staff/step-guides…", "…/staff/systems…",
/// "…/staff/renewals…", "…/staff/pickups…", "…/staff/stuck-points…". The desk (`log`) shows the last ones beside their e-service.
/// All that is given outlives it.
Slice slice(db::Database& database, const directory::Directory& directory, const organisation::Organisation& organisation,
            const municipality::Municipalities& municipalities, const base::Clock& clock, const register_::Others& others,
            inquiries::Inquiries& log, const kept::Versions& versions);

}  // namespace digilots::everyday
