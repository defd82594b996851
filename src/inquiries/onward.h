#pragma once
// Whoever was sent back is referred on, down the chain: the same person with the same question, counted once.
#include "inquiries/desk.h"
#include "inquiries/pages.h"

namespace digilots::inquiries {

/// The name of the field that says to whom.
std::string onward_field(const referral::Referred& referred);
/// To whom somebody who was sent back is referred next, to choose it: whom the rule for the topic names, else the desk where
/// every search ends, stands chosen where nobody has been there yet.
html::components::Field onward_choice(const Pages& pages, const referral::Referred& referred, const html::Page& page);
/// "place:…" as it is kept; nothing where it is not among those that may be chosen.
std::optional<referral::Referred> next_referral(const Pages& pages, const referral::Referred& referred,
                                                const std::string& target, const html::Page& page);
/// Whom an entry refers to by now: "place:…" of the last one that was referred on to, where somebody sent back; "" nobody.
struct ReferredNow {
    std::string target;
    bool is_sent_back = false;          // from there too, and nobody has been referred on yet: nobody is sent there again
};
ReferredNow referred_now(const referral::Referral& referral, const http::Tenant& tenant, const Inquiry& entry);
/// Those before it, the first one first.
std::vector<referral::Referred> chain_before(const Pages& pages, const http::Tenant& tenant, const referral::Referred& referred);
/// As it is called now, else as it was called then.
std::string name_of_referred(const Pages& pages, const referral::Referred& referred, const html::Page& page);
/// "12 November 10.20: referred on to …, as … sent back": for the history of an entry.
std::vector<std::string> onward_lines(const Pages& pages, const Inquiry& entry, const html::Page& page);

}  // namespace digilots::inquiries
