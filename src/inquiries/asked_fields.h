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
    bool is_usual = true;                        // asked where nobody has chosen
};
std::span<const AskableField> askable_fields();

/// What a municipality, or one of its places, has chosen for its desk.
struct DeskSettings {
    std::vector<std::string> not_asked;          // names of fields, in order
    std::vector<std::string> buttons = {};       // topics, own and shared, in the order of their keys; none: the usual ones
    bool is_of_place = false;                    // the place has chosen for itself; else what holds for all
};

/// Of a place (its id), "" what holds where a place has chosen nothing of its own.
DeskSettings desk_settings(const Service& service, std::string_view municipality_id, std::string_view place);
/// Whether anything was chosen for all desks, be it the usual.
bool has_desk_settings(const Service& service, std::string_view municipality_id);
/// Names of those that are not asked there, in order.
std::vector<std::string> fields_not_asked(const Service& service, std::string_view municipality_id, std::string_view place);
/// False where somebody else has saved since it was seen; nothing is written then. Unknown names are left out. Of a place,
/// nothing: from then on what holds for all.
bool save_desk_settings(Service& service, std::string_view municipality_id, std::string_view place,
                        const std::optional<DeskSettings>& settings, std::string_view actor, const base::Seen& seen);
std::string mark_of_settings(const DeskSettings& settings);

}  // namespace digilots::inquiries
