#include "platform/base/form_key.h"

#include "platform/base/text.h"
#include "platform/base/uuid.h"

namespace digilots::base {

std::string form_key_for(std::string_view brought, Instant now) {
    return is_uuid(brought) ? std::string(brought) : new_uuid(now);
}

std::string id_from_form(std::string_view form_key, std::string_view content, Instant now) {
    if (!is_uuid(form_key)) return new_uuid(now);
    const std::string hash = sha256_hex(std::string(form_key) + "\n" + std::string(content));
    // The time of the form, version 7, variant 1: ids stay sortable by time.
    return std::string(form_key.substr(0, 14)) + "7" + hash.substr(0, 3) + "-a" + hash.substr(3, 3) + "-" + hash.substr(6, 12);
}

std::string beginning_of_ids(std::string_view form_key) {
    return is_uuid(form_key) ? std::string(form_key.substr(0, 14)) : std::string();
}

std::string form_key_of(std::string_view content) {
    const std::string hash = sha256_hex(content);
    return hash.substr(0, 8) + "-" + hash.substr(8, 4) + "-7" + hash.substr(12, 3) + "-a" + hash.substr(15, 3) + "-" +
           hash.substr(18, 12);
}

std::optional<std::string> random_key_of(std::string_view header) {
    constexpr std::size_t at_version = 14;
    auto key = ascii_lower(header);
    if (!key.empty() && (!is_uuid(key) || key[at_version] != '4')) return std::nullopt;
    return key;
}

}  // namespace digilots::base
