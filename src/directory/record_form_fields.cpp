#include "directory/record_form.h"

namespace digilots::directory {
namespace {

const FieldSpec place_fields[] = {
    {"", TEXT("The place"), Input::section},
    {"name", TEXT("Name"), Input::required_text},
    {"alternative_names", TEXT("Other names"), Input::lines, "", TEXT("One a line.")},
    {"kind", TEXT("Kind of place"), Input::term, "place_kind"},
    {"status", TEXT("Status"), Input::status},
    {"opens_from", TEXT("Opens from"), Input::month, "", TEXT("Only where it is planned: 2027-03 or 2027-03-15")},
    {"", TEXT("Opening hours"), Input::section},
    {"hours", TEXT("Opening hours"), Input::hours},
    {"", TEXT("Phone and address"), Input::section},
    {"phone", TEXT("Phone"), Input::tel, "", TEXT("Of the desk, never a person’s own")},
    {"address", TEXT("Address"), Input::text},
    {"locality", TEXT("Place name"), Input::text},
    {"latitude", TEXT("Latitude"), Input::degrees, "", TEXT("Such as 62.3908")},
    {"longitude", TEXT("Longitude"), Input::degrees, "", TEXT("Such as 17.3069")},
    {"point_is_right", TEXT("The point on the map is right"), Input::point_is_right, "",
     TEXT("So far it is approximate. Look at it on the map first, or write a better one above.")},
    {"", TEXT("The help"), Input::section},
    {"support", TEXT("What they help with"), Input::notes, "support"},
    {"limitations", TEXT("What they do not help with, and what is good to know"), Input::notes, "limitation"},
    {"topics", TEXT("Topics"), Input::terms, "topic"},
    {"languages", TEXT("Languages spoken"), Input::terms, "language"},
    {"", TEXT("Equipment and building"), Input::section},
    {"aids", TEXT("Equipment"), Input::aids},
    {"wifi", TEXT("Wifi for visitors"), Input::answer},
    {"printing", TEXT("Printing"), Input::answer},
    {"copying", TEXT("Copying"), Input::answer},
    {"scanning", TEXT("Scanning"), Input::answer},
    {"drop_in", TEXT("Without an appointment"), Input::answer},
    {"step_free", TEXT("Step-free entrance"), Input::answer},
    {"evening", TEXT("Open in the evening"), Input::answer},
    {"weekend", TEXT("Open at weekends"), Input::answer},
    {"", TEXT("Who is there"), Input::section},
    {"member_agencies", TEXT("Authorities that are here"), Input::lines},
    {"staff_roles", TEXT("Who works here"), Input::lines, "", TEXT("Roles, never names of persons. One a line.")},
    {"eligibility", TEXT("Who may come"), Input::text},
    {"operator", TEXT("Run by"), Input::operator_name},
    {"operator_type", TEXT("Kind of operator"), Input::operator_type},
    {"mobile", TEXT("Moves around"), Input::flag},
    {"collective", TEXT("Stands for several places that are to be split"), Input::flag},
    {"", TEXT("For staff"), Input::section},
    {"notes", TEXT("Notes for staff"), Input::area},
};

const FieldSpec service_fields[] = {
    {"", TEXT("The service"), Input::section},
    {"title", TEXT("Name"), Input::required_text},
    {"place_id", TEXT("Place"), Input::place},
    {"status", TEXT("Status"), Input::status},
    {"", TEXT("Staffed hours"), Input::section},
    {"hours", TEXT("Staffed hours"), Input::hours},
    {"", TEXT("What and for whom"), Input::section},
    {"topics", TEXT("Topics"), Input::terms, "topic"},
    {"activity_kind", TEXT("Kind of activity"), Input::term, "activity_kind"},
    {"target_groups", TEXT("For"), Input::text},
    {"description", TEXT("About"), Input::area},
    {"delivered_by", TEXT("Run by"), Input::text},
    {"", TEXT("For staff"), Input::section},
    {"notes", TEXT("Notes for staff"), Input::area},
};

const FieldSpec e_service_fields[] = {
    {"", TEXT("The e-service"), Input::section},
    {"name", TEXT("Name"), Input::required_text},
    {"department", TEXT("Department"), Input::text},
    {"url", TEXT("Address on the web"), Input::url},
    {"status", TEXT("Status"), Input::status},
    {"", TEXT("Login and paper"), Input::section},
    {"e_id_required", TEXT("Only with e-identification"), Input::answer},
    {"e_id_possible", TEXT("E-identification can be used"), Input::answer},
    {"paper_form", TEXT("Paper form"), Input::answer},
    {"digital_only", TEXT("Can only be done digitally"), Input::flag},
    {"", TEXT("Who answers and helps"), Input::section},
    {"contact_id", TEXT("Contact"), Input::contact},
    {"contact_role", TEXT("Who answers"), Input::text, "", TEXT("A role, never a person’s name")},
    {"first_line_roles", TEXT("Who is asked first"), Input::lines},
    {"", TEXT("How to do it"), Input::section},
    {"attachments", TEXT("What to attach"), Input::area},
    {"reapply_rule", TEXT("When to apply again"), Input::text},
    {"languages", TEXT("Languages"), Input::terms, "language"},
    {"topics", TEXT("Topics"), Input::terms, "topic"},
    {"words", TEXT("Search words"), Input::lines, "", TEXT("What people say. One a line.")},
    {"delivered_via", TEXT("Where it is found"), Input::text},
    {"", TEXT("For staff"), Input::section},
    {"notes", TEXT("Notes for staff"), Input::area},
};

const FieldSpec contact_fields[] = {
    {"", TEXT("The function"), Input::section},
    {"title", TEXT("Function"), Input::required_text, "", TEXT("A role, never a person’s name")},
    {"phone", TEXT("Phone"), Input::tel},
    {"", TEXT("Phone hours"), Input::section},
    {"hours", TEXT("Phone hours"), Input::hours},
    {"", TEXT("Other ways"), Input::section},
    {"email", TEXT("E-mail"), Input::email, "", TEXT("Of the function, such as bygglov@kommunen.se")},
    {"fallback_place", TEXT("Desk when nobody answers"), Input::place},
    {"words", TEXT("Search words"), Input::lines, "", TEXT("What people say. One a line.")},
    {"staff_only", TEXT("Only for staff"), Input::flag},
    {"status", TEXT("Status"), Input::status},
    {"", TEXT("For staff"), Input::section},
    {"notes", TEXT("Notes for staff"), Input::area},
};

}  // namespace

std::span<const FieldSpec> fields_of(RecordKind kind) {
    switch (kind) {
        case RecordKind::place: return place_fields;
        case RecordKind::service: return service_fields;
        case RecordKind::e_service: return e_service_fields;
        case RecordKind::contact: return contact_fields;
    }
    return {};
}

}  // namespace digilots::directory
