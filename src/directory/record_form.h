#pragma once
// The staff form of each kind of record: what is asked, what it holds now, what came back.
#include <span>
#include <string>
#include <vector>

#include "directory/pages.h"
#include "directory/record.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::directory {

enum class Input {
    text, required_text, tel, email, url, area, lines, answer, flag, status, term, terms, notes, place, contact,
    operator_name, operator_type, degrees, month, aids, hours,
    point_is_right, // asked only where the point is approximate
    section         // no question: the heading of those that follow
};

struct FieldSpec {
    const char* fact;
    i18n::Text label;
    Input input;
    const char* list = "";          // of the taxonomy: term, terms, notes
    i18n::Text hint = {};
};

std::span<const FieldSpec> fields_of(RecordKind kind);

/// One thing in the form, ready for its template.
struct FormItem {
    enum class Kind { text, area, select, checks, checkbox, group, details, section } kind = Kind::text;
    html::components::Field field;  // of a group, details or section: label and hint
    std::vector<FormItem> parts;    // of a group, details or section
    bool open = false;              // details
};

struct FormContext {
    const Pages& pages;
    const Snapshot& snapshot;
    const html::Page& page;
    const html::FormErrors& errors;
};

FormItem form_item(const FieldSpec& spec, const Record& record, const FormContext& context);
std::vector<FormItem> form_items(const Record& record, const FormContext& context);
/// What the form says on that day, cleaned; what is wrong goes into `errors`.
Facts read_form(const http::Fields& form, const Record& before, const Snapshot& snapshot, const html::Page& page,
                base::Date today, html::FormErrors& errors);

/// The text as it is; what is too long is said beside the field, and shown again as typed.
std::string bounded(std::string text, const std::string& field, std::size_t longest, const html::Page& page,
                    html::FormErrors& errors);

/// A usual week with all exceptions that are stored; "" where nothing is stated.
std::string hours_in_words(const Hours& hours, const FormContext& context);
/// The week and the other times as residents see them now, and what they will see later; "" where nothing is stated.
std::string hours_as_shown(const Hours& hours, const FormContext& context);
FormItem hours_item(const Record& record, const FormContext& context);
/// Hours that were typed hold even where the choice above them was left as it was.
void read_hours_form(const http::Fields& form, const Record& before, Facts& facts, const html::Page& page, base::Date today,
                     html::FormErrors& errors);
/// What the form shows of the hours before anybody types: "weekly", "incomplete", "notation" or "unknown", and each field.
struct ShownHours {
    std::string mode;
    std::map<std::string, std::string, std::less<>> fields;
};
ShownHours shown_hours(const Record& record, const html::Page& page);
FormItem aids_item(const Record& record, const FormContext& context);
void read_aids_form(const http::Fields& form, const Record& before, Facts& facts, const html::Page& page,
                    html::FormErrors& errors);

std::string status_label(std::string_view status, const html::Page& page);

}  // namespace digilots::directory
