#include "municipality/municipality.h"
#include "platform/base/time.h"
#include "platform/register/records.h"

namespace digilots::municipality {

register_::Surroundings surroundings_of(const Municipalities& municipalities, const register_::Records& records,
                                        std::string_view municipality_id, base::Instant now) {
    auto around = records.around(municipality_id);
    const auto settings = municipalities.settings(municipality_id);
    if (!settings.languages.empty()) around.language = settings.languages.front();
    if (base::is_known_zone(settings.zone)) around.zone = settings.zone;
    if (const auto about = municipalities.about(municipality_id)) around.country = about->country;
    around.words = &i18n::translator(around.language);
    around.today = base::to_civil(now, around.zone).date;
    around.links = &records.others().links;
    return around;
}

}  // namespace digilots::municipality
