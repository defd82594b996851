#pragma once
// The kind of record, said once.
#include "callbacks/fields.h"
#include "platform/base/clock.h"
#include "platform/register/register.h"

namespace digilots::callbacks {

inline constexpr std::size_t longest_about = 200, longest_note = 300;

/// What the register asks of whoever keeps it.
struct Behind {
    const base::Clock& clock;
    register_::Choices topics;
    ContactOf contact_of;
    MaySeeContact may_see_contact;
    EntryWords entry_words;
    OfficeHoursOf office;
    std::function<std::string(std::string_view account)> name_of;
    register_::Complete complete;
    register_::Beside beside;
};
register_::Register call_back_register(Behind behind);

}  // namespace digilots::callbacks
