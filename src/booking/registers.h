#pragma once
// What can be booked, who is where, and what holds instead of it: each kind of record said once.
#include "booking/free_times.h"
#include "platform/register/register.h"

namespace digilots::booking {

/// In words, when the place of a line is shut though somebody is there by it; "" never.
using ShutBy = std::function<std::string(const RotaLine& line, const register_::Surroundings& around)>;

/// In words, where nobody holds the function of an offer or a line of the rota, and no person is named; "" else.
using HeldByNobody = std::function<std::string(const register_::Record& record, const register_::Surroundings& around)>;

/// In words, which booked times would have nobody there with it; "" none.
using TimesHit = std::function<std::string(const RotaException& exception, const register_::Surroundings& around)>;
using TimesHitByLine = std::function<std::string(const RotaLine& line, const register_::Surroundings& around)>;

register_::Register offer_register(HeldByNobody held_by_nobody);
register_::Register rota_register(ShutBy shut_by, HeldByNobody held_by_nobody, TimesHitByLine times_hit);
register_::Register exception_register(ShutBy shut_by, TimesHit times_hit);
register_::Register resource_register(ShutBy shut_by);

}  // namespace digilots::booking
