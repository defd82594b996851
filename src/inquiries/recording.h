#pragma once
// Who was sent where, beside the entry and in its transaction (REF-09): from the desk and from the API alike.
#include "inquiries/implementation.h"

namespace digilots::inquiries {

/// Nothing where the inquiry refers to nobody.
AlongWith recording(const referral::Referral& referral, const Service& service, const http::Tenant& tenant,
                    const Inquiry& inquiry, const i18n::Translator& translator);

/// The same for an entry that is corrected, and for one that is taken out of the log.
AlongWith correcting(const referral::Referral& referral, const Service& service, const http::Tenant& tenant,
                     const Inquiry& inquiry, const i18n::Translator& translator);
AlongWith withdrawing(const referral::Referral& referral, const http::Tenant& tenant);

}  // namespace digilots::inquiries
