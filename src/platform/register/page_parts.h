#pragma once
// What the pages of a register share.
#include "platform/http/may.h"
#include "platform/register/pages.h"
#include "platform/register/views.h"

namespace digilots::register_ {

http::Access access_of(http::Role role);

html::Page register_page(const Records& records, const http::Request& request, std::string title);
/// Of the list, and of one of its records.
std::string list_url(const html::Page& page, const Records& records, std::string_view rest = "");
std::string record_url(const html::Page& page, const Records& records, std::string_view id,
                       std::string_view rest = "");
/// What stands first in a list.
std::string name_of(const Records& records, const Record& record, const Surroundings& around);

Draft draft_of_form(const Register& declaration, const http::Fields& form);
/// Of a form that adds (base/form_key.h); "" where records have names of their own in addresses.
std::string new_form_key(const Records& records, const Draft& draft);
html::FormErrors errors_of(const Problems& problems, const html::Page& page);
enum class Occasion { when_new, when_changed };
/// Each error stands at its field, and bears its name in the summary.
std::vector<FormSection> sections_of(const Register& declaration, Occasion occasion, const Draft& draft,
                                     html::FormErrors& errors, const Surroundings& around);
BesideForm beside_of(const Records& records, const http::Request& request, const Record& record,
                     const Surroundings& around, const html::Page& page);
Attached attached_of(const Records& records, const http::Request& request, const Record& record, const html::Page& page);
std::string done_text(const http::Request& request, const Register& declaration, const html::Page& page);

/// What the address asks for; what is no field's or no choice is left out.
struct ListRequest {
    ListQuery query;
    int size = 50;
    bool is_of_all_units = false;  // chosen, where their own stands chosen already
};
ListRequest list_request(const Records& records, const http::Fields& query, const Surroundings& around);
/// The same of a list's page, which opens as the rule of units says (unit_rule.h).
ListRequest list_request(const Records& records, const http::Request& request, const Surroundings& around);
/// "q=…&kind=…": without the page.
std::string query_text(const ListRequest& listing);

/// The form of the only record, and what is sent with it.
http::Response only_page(const Records& records, const http::Request& request);
http::Response save_only(Records& records, const http::Request& request);
http::Response list_page(const Records& records, const http::Request& request);
/// The list of few, with what was typed below it.
http::Response list_again(const Records& records, const http::Request& request, const Draft& draft,
                          html::FormErrors errors);
http::Response record_page(const Records& records, const http::Request& request);
http::Response new_page(const Records& records, const http::Request& request);
http::Response add_record(Records& records, const http::Request& request);
http::Response change_page(const Records& records, const http::Request& request);
http::Response change_record(Records& records, const http::Request& request);
http::Response end_record(Records& records, const http::Request& request);
http::Response use_record_again(Records& records, const http::Request& request);
http::Response verify_record(Records& records, const http::Request& request);
http::Response delete_record(Records& records, const http::Request& request);
http::Response new_file_page(const Records& records, const http::Request& request);
http::Response add_file(Records& records, const http::Request& request);
http::Response file_page(const Records& records, const http::Request& request);
http::Response change_file(Records& records, const http::Request& request);
http::Response remove_file(Records& records, const http::Request& request);
http::Response shown_file(const std::vector<const Records*>& registers, const http::Request& request);
http::Response open_file(const Records& records, const http::Request& request);
http::Response table_file(const Records& records, const http::Request& request);
http::Response sheet_file(const Records& records, const http::Request& request);
http::Response list_json(const Records& records, const http::Request& request);
http::Response record_json(const Records& records, const http::Request& request);

}  // namespace digilots::register_
