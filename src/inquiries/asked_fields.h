#pragma once
// Which further questions the log form asks and which topics its buttons have: each municipality says it, so that the desk
// stays quick.
#include <string>
#include <vector>

#include "inquiries/implementation.h"
#include "platform/base/result.h"

namespace digilots::inquiries {

/// A question that may be left away, by the name of its field.
struct AskableField {
    const char* name;
    i18n::Text title;
};
std::span<const AskableField> askable_fields();

/// What a municipality has chosen for its desk.
struct DeskSettings {
    std::vector<std::string> not_asked;          // names of fields, in order
    std::vector<std::string> buttons = {};       // topics, own and shared, in the order of their keys; none: the usual ones
};

DeskSettings desk_settings(const Service& service, std::string_view municipality_id);
/// Names of those that are not asked here, in order.
std::vector<std::string> fields_not_asked(const Service& service, std::string_view municipality_id);
/// False where somebody else has saved since it was seen; nothing is written then. Unknown names are left out.
bool save_desk_settings(Service& service, std::string_view municipality_id, const DeskSettings& settings,
                        std::string_view actor, const base::Seen& seen);
std::string mark_of_settings(const DeskSettings& settings);

}  // namespace digilots::inquiries
