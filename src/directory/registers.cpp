#include "directory/registers.h"

#include <algorithm>
#include <array>

#include "directory/field_types.h"
#include "directory/record.h"
#include "directory/record_writing.h"
#include "directory/show_place_page.h"
#include "platform/base/person_name.h"
#include "platform/base/sort.h"
#include "platform/base/text.h"
#include "platform/personal/persons_own.h"
#include "platform/register/types.h"

namespace digilots::directory {
namespace {

using namespace register_;
using taxonomy::List;

constexpr std::size_t longest_line = 200, longest_area = 2000;
constexpr LinesLimits lines_limits{.lines = 100, .characters = 200};
constexpr i18n::Text one_a_line = TEXT("One a line."), role_not_name = TEXT("A role, never a person’s name");

Choices answers() { return fixed_terms({{"yes", TEXT("Yes")}, {"no", TEXT("No")}}); }

Choices operator_types() {
    return fixed_terms({{"municipality", TEXT("Municipality")}, {"municipal_company", TEXT("Municipal company")},
                        {"region", TEXT("Region")}, {"state", TEXT("The state")}, {"voluntary", TEXT("Association")},
                        {"company", TEXT("Company")}});
}

/// Nobody chooses "to be verified", but who saves something else leaves it as it is.
std::vector<Choice> statuses(const Surroundings& around) {
    std::vector<Choice> choices;
    for (const auto status : {Status::open, Status::paused, Status::planned, Status::closed, Status::to_verify}) {
        const std::string key(text_of(status));
        choices.push_back({.key = key, .label = status_label(key, *around.words), .is_offered = status != Status::to_verify});
    }
    return choices;
}

Field name_field(std::string_view name, i18n::Text title) {
    return text(name, title, longest_line).required().listed().searched().sorted().when_missing(TEXT("Fill in the name"));
}
Field status_field() { return term("status", TEXT("Status"), statuses).usually("open").listed().filter(); }
Field line(std::string_view name, i18n::Text title) { return text(name, title, longest_line); }
Field area(std::string_view name, i18n::Text title) { return long_text(name, title, longest_area); }
Field several_lines(std::string_view name, i18n::Text title) { return lines(name, title, lines_limits); }
Field answer(std::string_view name, i18n::Text title) { return term(name, title, answers()); }
Field number_of_function(i18n::Text title) {
    return phone("phone", title).when_wrong(TEXT("Write the phone number with digits, such as 060-19 10 00"));
}
Field staff_notes() { return area("notes", TEXT("Notes for staff")).section(TEXT("For staff")).not_checked(); }
/// The unit of the municipality that it belongs to.
Field unit_field(std::string_view source = "organisation.unit") {
    return link("unit", TEXT("Unit"), source).listed().filter().not_checked().when_none(TEXT("No unit"));
}
Field search_words() {
    return several_lines("words", TEXT("Search words"))
        .searched()
        .not_checked()
        .not_asked_about()
        .hint(TEXT("What people say. One a line."));
}
Field place_link(std::string_view name, i18n::Text title) {
    return link(name, title, "directory.place").when_wrong(TEXT("Choose a place from the list."));
}

/// What every record has and no form asks.
void add_stored(std::vector<Field>& fields) {
    fields.push_back(stored("verified_on", TEXT("Checked")).listed().sorted());
    fields.push_back(stored("slug", {}).unique({}));
    fields.push_back(stored("source", {}));
    fields.push_back(stored("source_date", {}));
    fields.push_back(stored("imported", {}, Storage::whole, "0"));
}

std::vector<Field> place_fields() {
    std::vector<Field> fields{
        name_field("name", TEXT("Name")).section(TEXT("The place")),
        several_lines("alternative_names", TEXT("Other names")).searched().hint(one_a_line),
        term("kind", TEXT("Kind of place"), terms_of(List::place_kind)).listed().filter(),
        status_field(),
        line("opens_from", TEXT("Opens from")).hint(TEXT("Only where it is planned: 2027-03 or 2027-03-15")),
        hours("hours_rule", TEXT("Opening hours")).section(TEXT("Opening hours")),
        number_of_function(TEXT("Phone")).hint(TEXT("Of the desk, never a person’s own")).section(TEXT("Phone and address")),
        line("address", TEXT("Address")).searched().not_asked_about(),
        line("locality", TEXT("Place name")).listed().searched().not_asked_about(),
        map_position("map_position", TEXT("Point on the map")),
        notes("support", TEXT("What they help with"), terms_of(List::support)).section(TEXT("The help")),
        notes("limitations", TEXT("What they do not help with, and what is good to know"), terms_of(List::limitation)),
        terms("topics", TEXT("Topics"), taxonomy::topic_choices).filter(),
        terms("languages", TEXT("Languages spoken"), terms_of(List::language)).filter(),
        aids("aids", TEXT("Equipment")).section(TEXT("Equipment and building")),
        answer("wifi", TEXT("Wifi for visitors")),
        answer("printing", TEXT("Printing")),
        answer("copying", TEXT("Copying")),
        answer("scanning", TEXT("Scanning")),
        answer("drop_in", TEXT("Without an appointment")),
        answer("step_free", TEXT("Step-free entrance")).filter(),
        answer("evening", TEXT("Open in the evening")),
        answer("weekend", TEXT("Open at weekends")),
        several_lines("member_agencies", TEXT("Authorities that are here")).section(TEXT("Who is there")),
        several_lines("staff_roles", TEXT("Who works here")).hint(TEXT("Roles, never names of persons. One a line.")),
        line("eligibility", TEXT("Who may come")),
        line("bring", TEXT("What to bring"))
            .hint(TEXT("Such as proof of identity, the letter that it is about, the phone with its code.")),
        line("operator", TEXT("Run by")),
        term("operator_type", TEXT("Kind of operator"), operator_types()),
        flag("mobile", TEXT("Moves around")),
        flag("collective", TEXT("Stands for several places that are to be split")),
        staff_notes(),
        unit_field()};
    for (const char* name : {"status_note", "channels", "shares_premises_with", "certainty"}) fields.push_back(stored(name, {}));
    add_stored(fields);
    return fields;
}

/// What is arranged has dates and sign-ups, and stands among the activities.
std::vector<register_::Choice> kinds_that_go_on(const register_::Surroundings& around) {
    auto choices = terms_of(List::activity_kind)(around);
    for (auto& choice : choices) {
        if (goes_on(choice.key)) continue;
        choice.is_offered = false;
        choice.refusal = around.t(TEXT("This is arranged. Add it among the activities, where it gets dates and people sign up."));
    }
    return choices;
}

std::vector<Field> service_fields() {
    std::vector<Field> fields{
        name_field("title", TEXT("Name")).section(TEXT("The service")),
        place_link("place_id", TEXT("Place")).from_address("place").listed().filter(),
        status_field(),
        hours("hours_rule", TEXT("Staffed hours")).section(TEXT("Staffed hours")),
        terms("topics", TEXT("Topics"), taxonomy::topic_choices).filter().section(TEXT("What and for whom")),
        term("activity_kind", TEXT("Kind of activity"), kinds_that_go_on).listed().filter(),
        line("target_groups", TEXT("For")),
        area("description", TEXT("About")),
        line("delivered_by", TEXT("Run by")),
        money("price", TEXT("Price")).hint(TEXT("Nothing here: it is free, and says so.")),
        staff_notes(),
        unit_field("directory.unit_of_service").hint(TEXT("Without an answer: that of its place.")),
        stored("kind", {}, Storage::text, "service"),
        stored("frequency", {})};
    add_stored(fields);
    return fields;
}

std::vector<Field> e_service_fields() {
    std::vector<Field> fields{
        name_field("name", TEXT("Name")).section(TEXT("The e-service")),
        line("department", TEXT("Department")).listed().searched(),
        web_address("url", TEXT("Address on the web")),
        status_field(),
        answer("e_id_required", TEXT("Only with e-identification")).filter().section(TEXT("Login and paper")),
        answer("e_id_possible", TEXT("E-identification can be used")),
        answer("paper_form", TEXT("Paper form")),
        flag("digital_only", TEXT("Can only be done digitally")),
        link("contact_id", TEXT("Contact"), "directory.contact")
            .listed()
            .filter()
            .when_wrong(TEXT("Choose a contact from the list."))
            .section(TEXT("Who answers and helps")),
        line("contact_role", TEXT("Who answers")).hint(role_not_name),
        several_lines("first_line_roles", TEXT("Who is asked first")),
        area("attachments", TEXT("What to attach")).section(TEXT("How to do it")),
        line("reapply_rule", TEXT("When to apply again")),
        terms("languages", TEXT("Languages"), terms_of(List::language)),
        terms("topics", TEXT("Topics"), taxonomy::topic_choices).filter(),
        search_words(),
        line("delivered_via", TEXT("Where it is found")),
        staff_notes(),
        unit_field()};
    add_stored(fields);
    return fields;
}

std::vector<Field> contact_fields() {
    std::vector<Field> fields{
        name_field("title", TEXT("Function"))
            .hint(role_not_name)
            .when_missing(TEXT("Write what the function is called."))
            .section(TEXT("The function")),
        number_of_function(TEXT("Phone")).listed(),
        hours("hours_rule", TEXT("Phone hours")).section(TEXT("Phone hours")),
        e_mail("email", TEXT("E-mail"))
            .hint(TEXT("Of the function, such as bygglov@kommunen.se"))
            .when_wrong(TEXT("Write the whole e-mail address"))
            .section(TEXT("Other ways")),
        place_link("fallback_place", TEXT("Desk when nobody answers")).filter(),
        search_words(),
        flag("staff_only", TEXT("Only for staff")).filter(),
        status_field(),
        staff_notes(),
        unit_field(),
        stored("kind", {}, Storage::text, "function")};
    add_stored(fields);
    return fields;
}

/// In the reader's words, with what stands there.
void doubt(const Checked& checked, std::string input, i18n::Text text, std::string_view words, Problems& problems) {
    problems.push_back({.input = std::move(input), .in_words = checked.around.words->t(text, {{"words", std::string(words)}})});
}

/// Where a function or a role is meant.
void doubt_names(const Checked& checked, std::string_view field, Problems& problems) {
    for (const auto& name : base::person_names_in(checked.record.text(std::string(field))))
        doubt(checked, std::string(field),
              TEXT("“{words}” may be a person’s name. Write the function or the role, which stays when somebody else takes "
                   "over."),
              name, problems);
}

void doubt_contact(const Checked& checked, Problems& problems) {
    doubt_names(checked, "title", problems);
    const auto email = checked.record.text("email"), phone = checked.record.text("phone");
    if (personal::is_of_person(email))
        doubt(checked, "email", TEXT("“{words}” may be a person’s own e-mail address. Write that of the function."), email,
              problems);
    if (personal::is_mobile(phone, checked.around.country))
        doubt(checked, "phone", TEXT("“{words}” may be a person’s own mobile phone. Write the number of the function."), phone,
              problems);
}

void doubt_place(const Checked& checked, Problems& problems) { doubt_names(checked, "staff_roles", problems); }

void doubt_e_service(const Checked& checked, Problems& problems) {
    for (const auto* field : {"contact_role", "first_line_roles"}) doubt_names(checked, field, problems);
}

bool is_month(const std::string& text) {
    return text.empty() || base::parse_date(text.size() == 7 ? text + "-01" : text).has_value();
}

void check_place(const Checked& checked, Problems& problems) {
    if (!is_month(checked.record.text("opens_from")))
        problems.push_back({"opens_from", TEXT("Write the month or day as 2027-03 or 2027-03-15")});
}

/// Two answers that cannot both be true are asked about again, instead of showing residents one of them.
void check_e_service(const Checked& checked, Problems& problems) {
    const auto& service = checked.record;
    if (service.text("e_id_required") == "yes" && service.text("e_id_possible") == "no")
        problems.push_back({"e_id_possible", TEXT("Above it says “only with e-identification”. Then it can be used: change "
                                                  "one of the two.")});
    if (service.flag("digital_only") && service.text("paper_form") == "yes")
        problems.push_back({"paper_form", TEXT("Below it says “can only be done digitally”. Then there is no paper form: "
                                               "change one of the two.")});
}

/// Whom residents see: nobody who is closed, no function for staff only.
bool is_seen(const register_::Record& record) {
    const bool is_for_staff = record.columns.contains("staff_only") && record.flag("staff_only");
    return !is_for_staff && record.text("status") != text_of(Status::closed);
}

bool is_named_alike(const register_::Record&, const register_::Record&) { return true; }
/// Activities of several places may share a name.
bool is_at_the_same_place(const register_::Record& added, const register_::Record& there) {
    return added.text("place_id") == there.text("place_id");
}

/// What all four have in common.
Register with_rest(RecordKind kind, Register declaration) {
    declaration.see = declaration.change = http::Role::editor;
    declaration.above = {{TEXT("Directory"), "/staff/directory"}};
    declaration.complete = [kind](const Writing& writing, register_::Record& record) { complete_record(kind, writing, record); };
    declaration.beside = [kind](const Writing& writing, const register_::Record& record) { note_beside(kind, writing, record); };
    if (!declaration.may_be_same) declaration.may_be_same = is_named_alike;
    declaration.endings = Endings::none;
    declaration.is_deleted = false;
    declaration.opens = Opens::form;
    if (kind == RecordKind::place || kind == RecordKind::contact) declaration.attachments = {.is_shown = is_seen};
    declaration.verified = "verified_on";
    declaration.kept = "directory";
    declaration.words.added = declaration.words.saved = TEXT("Saved. Residents see it now.");
    declaration.words.save = TEXT("Save");
    return declaration;
}

Register make_register(RecordKind kind) {
    switch (kind) {
        case RecordKind::place:
            return with_rest(kind, {.key = "place", .table = "directory_place", .names = {TEXT("Places"), TEXT("Place")},
                              .path = "/staff/directory/places", .fields = place_fields(), .rules = check_place,
                              .doubts = doubt_place,
                              .words = {.add = TEXT("New place")}});
        case RecordKind::service:
            return with_rest(kind, {.key = "service", .table = "directory_service",
                              .names = {TEXT("Services and activities"), TEXT("Service")},
                              .path = "/staff/directory/services", .fields = service_fields(),
                              .may_be_same = is_at_the_same_place, .words = {.add = TEXT("New service")}});
        case RecordKind::e_service:
            return with_rest(kind, {.key = "e_service", .table = "directory_e_service",
                              .names = {TEXT("E-services"), TEXT("E-service")},
                              .path = "/staff/directory/e-services", .fields = e_service_fields(),
                              .rules = check_e_service, .doubts = doubt_e_service, .words = {.add = TEXT("New e-service")}});
        case RecordKind::contact: break;
    }
    return with_rest(kind, {.key = "contact", .table = "directory_contact", .names = {TEXT("Contacts"), TEXT("Contact")},
                      .path = "/staff/directory/contacts", .fields = contact_fields(),
                      .doubts = doubt_contact, .words = {.add = TEXT("New contact")}});
}

struct Declared {
    Register declaration;
    Statements statements{declaration};
    explicit Declared(RecordKind kind) : declaration(make_register(kind)) {}
};

const Declared& declared(RecordKind kind) {
    static const Declared place(RecordKind::place), service(RecordKind::service), e_service(RecordKind::e_service),
        contact(RecordKind::contact);
    static const std::array<const Declared*, 4> all{&place, &service, &e_service, &contact};
    return *all[static_cast<std::size_t>(kind)];
}

}  // namespace

const register_::Register& register_of(RecordKind kind) { return declared(kind).declaration; }
const register_::Statements& statements_of(RecordKind kind) { return declared(kind).statements; }
std::string path_of(RecordKind kind) { return std::string(register_of(kind).path); }

std::string_view name_of(RecordKind kind) {
    static constexpr std::array<std::string_view, 4> names{"place", "service", "e_service", "contact"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<RecordKind> kind_named(std::string_view name) {
    const auto found = std::ranges::find(all_kinds, name, name_of);
    return found == std::end(all_kinds) ? std::nullopt : std::optional(*found);
}

register_::Choices terms_of(taxonomy::List list, Order order) {
    return [list, order](const Surroundings& around) {
        auto choices = taxonomy::choices_of(list)(around);
        if (order == Order::as_listed) return choices;
        base::sort_by_key(choices, [&](const Choice& choice) {
            return base::collation_key(choice.label, around.words->language().code);
        });
        return choices;
    };
}

std::string operator_text(std::string_view type, const html::Page& page) {
    const Surroundings around{.municipality_id = "", .words = &page.translator()};
    const auto all = operator_types()(around);
    const auto* found = find_choice(all, type);
    return found == nullptr ? "" : found->label;
}

std::string status_label(std::string_view status, const i18n::Translator& words) {
    switch (read_status(status)) {
        case Status::open: return words.t(TEXT("In use"));
        case Status::paused: return words.t(TEXT("Paused"));
        case Status::planned: return words.t(TEXT("Planned"));
        case Status::closed: return words.t(TEXT("Closed for good"));
        case Status::to_verify: return words.t(TEXT("To be verified"));
    }
    return "";
}

std::string checked_since(const Snapshot& snapshot, RecordKind kind, std::string_view id, const html::Page& page) {
    return register_::checked_since(register_of(kind), snapshot.checked, id, page.translator());
}

}  // namespace digilots::directory
