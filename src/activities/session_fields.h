#pragma once
// The fields that say when, where and for how many a session is, on the forms that add and change.
#include "activities/pages.h"

namespace digilots::activities {

/// Day, begins, ends.
std::vector<html::components::Field> when_fields(const http::Fields& typed, const html::FormErrors& errors,
                                                 const html::Page& page);
/// Place, address, web address, led by.
std::vector<html::components::Field> where_fields(const Pages& pages, const http::Fields& typed,
                                                  const html::FormErrors& errors, const html::Page& page);
/// Seats, least, days before on which it is decided.
std::vector<html::components::Field> seat_fields(const http::Fields& typed, const html::FormErrors& errors,
                                                 const html::Page& page);

/// What was typed; errors by the names of the fields.
NewSession session_in(const Pages& pages, const http::Fields& typed, html::FormErrors& errors,
                      const html::Page& page);
/// What the directory says is missing at its place for what the activity needs, and where it is not. Never a
/// ban.
std::vector<std::string> warnings_about(const Pages& pages, const Activity& activity, std::string_view place,
                                        bool is_remote, const html::Page& page);
// ---- Of pages with one step for a session ----

/// Who is limited to other units opens no form of it (html::not_theirs_page); where it became another's meanwhile, the form
/// says so with all that was typed.
inline constexpr i18n::Text whose_activity = TEXT(
    "The activity belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");
bool may_change(const Pages& pages, const http::Request& request, std::string_view activity);
/// Who came is also counted by who is there, where the activity belongs to no unit.
bool may_count(const Pages& pages, const http::Request& request, const Activity& activity);

/// What the form was made from: shown again it stays, or it would overwrite what others saved meanwhile.
std::string seen_session(const Pages& pages, const http::Request& request, const http::Fields& typed, const Session& session);
html::Page session_step_page(const http::Request& request, const Programme::Found& found, std::string title);
/// Back to the session, which says what is `done`; or why nothing is.
http::Response answer_of(const http::Request& request, const Programme::Found& found, Arranged arranged,
                         const std::string& done);

/// "2 × Guide, Librarian"; "" where none is chosen.
std::string held_by_text(const Pages& pages, const Session& session, const html::Page& page);
/// As it stands, to be changed from.
NewSession as_new(const Session& session, std::string_view zone);
/// As a form shows what stands.
http::Fields fields_of(const Session& session, std::string_view zone);

}  // namespace digilots::activities
