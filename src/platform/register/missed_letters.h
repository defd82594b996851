#pragma once
// Letters that did not reach whoever a record is of: said on its page, with what can be done, and on the list of all of them.
#include <functional>
#include <string>
#include <vector>

#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/html/page.h"
#include "platform/mail/outbox.h"
#include "platform/register/records.h"

namespace digilots::register_ {

struct MissedLetter {
    std::string id = {};
    std::string title = {};                    // "Cancelled: Digital café, 1 December 2026, 10.00"
    std::string why = {}, server_said = {};    // the second in English, as the mail server wrote it
    std::string reach = {}, reach_url = {};    // "Elsa, elsa@example.org"; "" where it is kept no more
    std::string taken_on = {};                 // who tells them in another way, since when
    std::string about_url = {};
    std::string again_url = {}, told_url = {}, done_url = {}, undo_url = {};  // "" where that cannot be done
};
using NameOfAccount = std::function<std::string(std::string_view account)>;

std::vector<MissedLetter> missed_letters(const std::vector<mail::Listed>& letters, const NameOfAccount& name_of,
                                         const html::Page& page);
/// Those about one page below the municipality: "/staff/bookings/…".
std::vector<MissedLetter> missed_letters_about(db::Database& database, std::string_view path, base::Instant now,
                                               const NameOfAccount& name_of, const html::Page& page);
/// On the page of a record of a register, in front of all else; its steps have no title of their own and stand right below.
void add_missed_letters(More& more, const std::vector<MissedLetter>& letters, const html::Page& page);

}  // namespace digilots::register_
