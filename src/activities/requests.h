#pragma once
// Requests for activities: an association, a church, a village asks for one, staff find what it takes, it is planned and
// held, and whoever asked sees it by a code. For the files of this folder.
#include "activities/implementation.h"
#include "platform/base/spoken_code.h"

namespace digilots::activities {

inline constexpr base::CodeKind request_code{"activity-request", 12};
inline constexpr std::string_view kept_requests = "activity_request", request_contact_rule = "activities.request_contact";
inline constexpr std::size_t longest_wish = 2000;

/// In the order in which a request goes.
struct RequestState {
    std::string_view key;
    i18n::Text label;      // "Wished for"
    i18n::Text for_asker;  // as whoever asked reads it
};
const std::vector<RequestState>& request_states();
const RequestState& request_state_of(std::string_view key);
/// Who may ask on the public form: all but staff's own finding.
std::vector<register_::FixedTerm> kinds_of_askers();
/// "01" → "January"
std::vector<register_::FixedTerm> months_of_year();

/// Of what no page asks: as Implementation::around, with what a request links to.
register_::Surroundings around_requests(const Activities::Implementation& self, std::string_view municipality_id);

struct AskedFor {
    register_::Draft draft = {};  // as the register's form sends it
    ContactBy by = ContactBy::none;
    std::string contact = "";
    std::string form_key = "";
    std::string language = "sv";
};
/// The code, kept nowhere and told this once. The same form sent again gives the same one.
base::Result<std::string, FieldErrors> ask_for(const Activities& activities, const http::Tenant& tenant,
                                               const AskedFor& asked, const i18n::Translator& words);
/// Nothing where there is none with this code, or not any more: both look the same.
std::optional<register_::Record> request_with_code(const Activities& activities, const http::Tenant& tenant,
                                                   std::string_view code);
/// In the transaction of a change: whoever asked is written to, or staff are to tell them.
void tell_asker(const Activities::Implementation& self, const register_::Writing& writing,
                const register_::Record& request);

/// In the transaction in which an activity becomes one with a day that all can see, or a request becomes such an activity: what
/// asked for it is planned, and whoever asked is told, once.
void plan_requests(Activities::Implementation& self, db::Connection& connection, std::string_view municipality_id,
                   std::string_view activity, std::string_view actor);
/// As whoever asked reads it, on every page: what became one that all can see is planned, whether or not it was moved.
std::string standing_of(const Activities& activities, const register_::Record& request, const html::Page& page);

/// How somebody who asked is reached.
struct RequestContact {
    ContactBy by = ContactBy::none;
    std::string value = "", to_tell = "";
    base::Instant counts_from{};
};
std::optional<RequestContact> request_contact(const Activities::Implementation& self, std::string_view municipality_id,
                                              std::string_view request);
/// Villages and places that requests have named, for whoever writes one down.
std::vector<std::string> known_localities(const Activities::Implementation& self, std::string_view municipality_id);
/// False where there was nothing to tell. What is held or declined needs no contact any more.
bool note_asker_told(const Activities& activities, std::string_view municipality_id, std::string_view request,
                     std::string_view actor);

register_::Register request_register(std::function<void(const register_::Writing&, const register_::Record&)> beside);
/// What somebody asked for on the public form and nobody has gone on with.
std::vector<Duty> requests_to_see_to(const Activities::Implementation& self, std::string_view municipality_id);
DutyKind request_duties(const Activities& activities);
DutyKind new_request_duties(const Activities& activities);
FollowedKind followed_requests(const Activities& activities);
RetentionRule request_contact_retention();
measures::Measure requests_asked(const Activities& activities);
void load_demo_requests(Activities& activities, const http::Tenant& tenant, std::string_view account);

}  // namespace digilots::activities
