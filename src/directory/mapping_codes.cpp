#include "directory/mapping_records.h"
#include "platform/base/ensure.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory::mapping_codes {

const Codes& taxonomy_keys(std::string_view list) {
    static const auto all = [] {
        std::map<std::string, Codes, std::less<>> keys;
        for (const auto* name : {"place_kind", "support", "limitation", "aid", "activity_kind"}) {
            for (const auto& term : taxonomy::terms(*taxonomy::list_named(name))) keys[name].insert(term.key);
        }
        return keys;
    }();
    const auto found = all.find(list);
    ENSURE(found != all.end());
    return found->second;
}

const Codes& place_status() {
    static const Codes codes{"open", "paused", "planned", "closed"};
    return codes;
}
const Codes& operator_types() {
    static const Codes codes{"municipality", "region", "state", "municipal_company", "company", "voluntary"};
    return codes;
}
const Codes& channels() {
    static const Codes codes{"app",   "chat", "digital_assistant", "e_service",    "email",       "faq",
                             "phone", "post", "mobile_library",    "school_system", "social_media", "switchboard",
                             "visit", "web",  "web_question"};
    return codes;
}
const Codes& channel_status() {
    static const Codes codes{"idea", "in_use", "planned"};
    return codes;
}
const Codes& weekdays() {
    static const Codes codes{"mo", "tu", "we", "th", "fr", "sa", "su"};
    return codes;
}
const Codes& count_qualifiers() {
    static const Codes codes{"exact", "approximate", "not_stated"};
    return codes;
}
const Codes& aid_modes() {
    static const Codes codes{"on_site", "take_home", "display", "personal"};
    return codes;
}
const Codes& named_by() {
    static const Codes codes{"stated", "assumed"};
    return codes;
}
const Codes& activity_status() {
    static const Codes codes{"done", "ongoing", "planned"};
    return codes;
}
const Codes& e_service_status() {
    static const Codes codes{"live", "not_an_e_service"};
    return codes;
}
const Codes& bankid() {
    static const Codes codes{"required", "optional"};
    return codes;
}

}  // namespace digilots::directory::mapping_codes
