#include <algorithm>

#include "directory/degrees.h"
#include "directory/read_choices.h"
#include "directory/record_form.h"
#include "platform/base/email.h"
#include "platform/base/phone.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/web_address.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {
namespace {

constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_area = 2000;
constexpr std::size_t most_lines = 100;

/// What is too long is said and shown again as typed: nothing is cut away.
std::vector<std::string> read_lines(const http::Fields& form, const char* field, const html::Page& page, html::FormErrors& errors) {
    std::vector<std::string> lines;
    bool is_long = false;
    for (const auto line : base::split(form.get(field), '\n')) {
        const auto item = base::clean(line);
        is_long = is_long || base::length(item) > longest_line;
        if (!item.empty()) lines.push_back(item);
    }
    if (is_long) errors.add(field, page.t("Write at most {n} characters on a line.", {{"n", std::to_string(longest_line)}}));
    if (lines.size() > most_lines) {
        errors.add(field, page.t("Write at most {n} lines. Now there are {lines}.",
                                 {{"n", std::to_string(most_lines)}, {"lines", std::to_string(lines.size())}}));
    }
    return lines;
}

/// "" where it is right; what is shown is as typed, with plain spaces and hyphens.
std::string read_phone_fact(std::string& value, const html::Page& page) {
    const auto number = base::read_phone(value, base::country_of_zone(page.request().tenant->zone));
    if (number) value = number->written;
    return number || value.empty() ? "" : page.t("Write the phone number with digits, such as 060-19 10 00");
}

std::string wrong_email(std::string_view value, const html::Page& page) {
    if (value.empty()) return "";
    switch (base::fault_of_email(value)) {
        case base::EmailFault::none: return "";
        case base::EmailFault::invisible:
            return page.t(
                "The address holds a sign that is not seen or looks like another. Write it by hand instead "
                "of pasting it");
        case base::EmailFault::mailto: return page.t("Write the address alone, without “mailto:” before it or “?” after it");
        case base::EmailFault::not_one_address: break;
    }
    return page.t("Write the whole e-mail address");
}

/// "sundsvall.se/badkort" is how people write it.
std::string read_address(std::string& value, const html::Page& page) {
    const bool is_bare = value.find(':') == std::string::npos && value.substr(0, value.find('/')).find('.') != std::string::npos;
    if (is_bare && base::is_web_address("https://" + value)) value.insert(0, "https://");
    if (base::names_user_before_host(value)) {
        return page.t("Write the address without “@” and what stands before it: it hides where the link leads");
    }
    return value.empty() || base::is_web_address(value) ? "" : page.t("Write the whole address, beginning with https://");
}

/// A decimal comma becomes a point.
std::string read_degrees(const FieldSpec& spec, std::string& value, const html::Page& page) {
    std::ranges::replace(value, ',', '.');
    const bool is_latitude = spec.fact == std::string_view("latitude");
    if (value.empty() || degrees_within(value, is_latitude ? 90 : 180)) return "";
    return is_latitude ? page.t("Write degrees from −90 to 90, such as 62.3908")
                       : page.t("Write degrees from −180 to 180, such as 17.3069");
}

bool is_month(std::string_view text) {
    return text.empty() || base::parse_date(text.size() == 7 ? std::string(text) + "-01" : std::string(text)).has_value();
}

std::string wrong_text(const FieldSpec& spec, std::string& value, const html::Page& page) {
    switch (spec.input) {
        case Input::required_text: return value.empty() ? page.t("Fill in the name") : "";
        case Input::tel: return read_phone_fact(value, page);
        case Input::email: return wrong_email(value, page);
        case Input::url: return read_address(value, page);
        case Input::degrees: return read_degrees(spec, value, page);
        case Input::month: return is_month(value) ? "" : page.t("Write the month or day as 2027-03 or 2027-03-15");
        default: return "";
    }
}

void read_text(const http::Fields& form, const FieldSpec& spec, Facts& facts, const html::Page& page, html::FormErrors& errors) {
    const bool is_area = spec.input == Input::area;
    std::string value = bounded(base::clean(form.get(spec.fact)), spec.fact, is_area ? longest_area : longest_line, page, errors);
    const std::string wrong = wrong_text(spec, value, page);
    if (!wrong.empty()) errors.add(spec.fact, wrong);
    facts[spec.fact] = std::move(value);
}

/// Two answers that cannot both be true are asked about again, instead of showing residents one of them.
void check_contradictions(const Facts& facts, const html::Page& page, html::FormErrors& errors) {
    const auto is = [&](const char* field, std::string_view value) { return facts.at(field) == value; };
    if (is("e_id_required", "yes") && is("e_id_possible", "no")) {
        errors.add("e_id_possible",
                   page.t("Above it says “only with e-identification”. Then it can be used: change one of the two."));
    }
    if (is("digital_only", "1") && is("paper_form", "yes")) {
        errors.add("paper_form", page.t("Below it says “can only be done digitally”. Then there is no paper form: change one "
                                        "of the two."));
    }
}

/// A point has both; 0, 0 is what other programs write where they know none.
void require_point(const Facts& facts, const html::Page& page, html::FormErrors& errors) {
    const auto degrees = [&](const char* name) { return degrees_within(facts.at(name), 180); };
    const auto latitude = degrees("latitude"), longitude = degrees("longitude");
    if (!errors.message("latitude").empty() || !errors.message("longitude").empty()) return;
    if (latitude.has_value() != longitude.has_value()) {
        errors.add(latitude ? "longitude" : "latitude", page.t("Write both latitude and longitude, or leave both empty"));
    } else if (latitude && *latitude == 0 && *longitude == 0) {
        errors.add("latitude", page.t("0 and 0 is a point in the sea off Africa. Write where the place is, or leave both empty"));
    }
}

}  // namespace

std::string bounded(std::string text, const std::string& field, std::size_t longest, const html::Page& page,
                    html::FormErrors& errors) {
    if (base::length(text) > longest) {
        errors.add(field, page.t("Write at most {n} characters.", {{"n", std::to_string(longest)}}));
    }
    return text;
}

Facts read_form(const http::Fields& form, const Record& before, const Snapshot& snapshot, const html::Page& page,
                base::Date today, html::FormErrors& errors) {
    Facts facts;
    const ChoiceReader choices{form, before, snapshot, page, errors};
    for (const auto& spec : fields_of(before.kind)) {
        switch (spec.input) {
            case Input::section:
            case Input::point_is_right: break;
            case Input::hours: read_hours_form(form, before, facts, page, today, errors); break;
            case Input::aids: read_aids_form(form, before, facts, page, errors); break;
            case Input::flag: facts[spec.fact] = form.has(spec.fact) ? "1" : "0"; break;
            case Input::lines: facts[spec.fact] = list_text(read_lines(form, spec.fact, page, errors)); break;
            case Input::notes: facts[spec.fact] = choices.note_codes(spec); break;
            case Input::terms: facts[spec.fact] = choices.terms(spec); break;
            case Input::operator_name: 
                facts["operator_name"] = bounded(base::clean(form.get(spec.fact)), spec.fact, longest_line, page, errors);
                break;
            case Input::operator_type:
            case Input::answer:
            case Input::status:
            case Input::term:
            case Input::place:
            case Input::contact: facts[spec.fact] = choices.one(spec); break;
            default: read_text(form, spec, facts, page, errors);
        }
    }
    if (before.kind == RecordKind::e_service) check_contradictions(facts, page, errors);
    // What has a kind of activity is one.
    if (before.kind == RecordKind::service && !facts["activity_kind"].empty()) facts["kind"] = "activity";
    if (before.kind == RecordKind::place) {
        require_point(facts, page, errors);
        facts["organization_id"] = organization_for(facts["operator_name"], facts["operator_type"]).id;
        const bool moved = facts["latitude"] != fact(before, "latitude") || facts["longitude"] != fact(before, "longitude");
        const bool is_right = moved || (form.has("point_is_right") && !facts["latitude"].empty());
        facts["approximate_position"] = is_right ? "0" : std::string(fact(before, "approximate_position"));
    }
    return facts;
}

}  // namespace digilots::directory
