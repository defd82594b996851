#pragma once
// What the pages of this slice need; routes.cpp says where each is.
#include "inquiries/inquiries.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/slice/ongoing.h"
#include "referral/referral.h"

namespace digilots::inquiries {

struct Pages {
    Inquiries& inquiries;
    referral::Referral& referral;
    std::vector<FollowedKind> followed = {};  // whose codes lead on from the desk's search
};

}  // namespace digilots::inquiries
