#pragma once
// What can be booked, who is where, and what holds instead of it: each kind of record said once.
#include "platform/register/register.h"

namespace digilots::booking {

register_::Register offer_register();
register_::Register rota_register();
register_::Register exception_register();
register_::Register resource_register();

}  // namespace digilots::booking
