#include "platform/http/typed_form.h"

#include <algorithm>
#include <array>
#include <vector>

#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/http/target.h"

namespace digilots::http {

namespace {

constexpr std::string_view keep = "keep.", theirs = "theirs.", differs = "differs";

bool is_secret(std::string_view field) {
    return field == "csrf_token" || field == "form_of" || field == "code" || field == "ticket" ||
           field.find("password") != std::string_view::npos;
}

bool is_programs_own(std::string_view field) {
    constexpr std::array<std::string_view, 4> names{"shown", "seen", "form_key", "version"};
    return std::ranges::find(names, field) != names.end() || field.ends_with("_key");
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Codes of lists are small letters, digits and signs between them; ids and moments are the program's.
bool is_by_hand(std::string_view name, const std::string& value) {
    if (value.empty() || is_programs_own(name) || base::is_uuid(value)) return false;
    if (value.find(' ') != std::string::npos) return true;
    constexpr std::array<std::string_view, 4> asked_openly{"name", "contact", "words", "address"};
    if (std::ranges::find(asked_openly, name) != asked_openly.end()) return value != "none";
    if (base::parse_date(std::string_view(value).substr(0, 10))) return false;
    constexpr std::ptrdiff_t digits_of_a_phone = 7;
    const bool is_code = std::ranges::all_of(value, [](char c) {
        return (c >= 'a' && c <= 'z') || is_digit(c) || std::string_view("_-:.,/").find(c) != std::string_view::npos;
    });
    return !is_code || (std::ranges::none_of(value, [](char c) { return c >= 'a' && c <= 'z'; }) &&
                        std::ranges::count_if(value, is_digit) >= digits_of_a_phone);
}

}  // namespace

TypedForm typed_form(const Request& request) {
    TypedForm typed;
    const std::string_view form_of = request.form.get("form_of");
    const std::size_t space = form_of.find(' ');
    typed.action = request.language_prefix + encode_path(request.path);
    typed.page = typed.action;
    if (space != std::string_view::npos && read_target(form_of.substr(space + 1))) {
        typed.owner = form_of.substr(0, space);
        typed.page = form_of.substr(space + 1);
    }
    typed.kept = request.choices.mine;
    typed.unchosen = request.choices.missing;
    typed.shown = request.form.get("shown");
    for (const auto& field : request.form.pairs)
        if (!is_secret(field.first)) typed.fields.pairs.push_back(field);
    return typed;
}

std::vector<std::string> written(const TypedForm& typed) {
    std::vector<std::string> texts;
    for (const auto& [name, value] : typed.fields.pairs)
        if (is_by_hand(name, value)) texts.push_back(value);
    return texts;
}

std::vector<std::pair<std::string, std::string>> filled_fields(const TypedForm& typed) {
    std::vector<std::pair<std::string, std::string>> fields;
    for (const auto& field : typed.fields.pairs)
        if (!field.second.empty() && !is_programs_own(field.first)) fields.push_back(field);
    return fields;
}

FieldChoices take_theirs(Fields& form) {
    const auto holds = [](const std::vector<std::string>& names, const std::string& name) {
        return std::ranges::find(names, name) != names.end();
    };
    FieldChoices choices;
    std::vector<std::string> taken;
    for (const auto& [name, value] : form.pairs) {
        if (!name.starts_with(keep)) continue;
        if (value == "theirs") taken.push_back(name.substr(keep.size()));
        if (value == "mine") choices.mine.push_back(name.substr(keep.size()));
    }
    Fields wanted;
    wanted.turned = std::move(form.turned);
    for (auto& [name, value] : form.pairs) {
        if (name.starts_with(keep)) continue;
        if (name == differs) {
            if (!holds(taken, value) && !holds(choices.mine, value)) choices.missing.push_back(std::move(value));
            continue;
        }
        const bool is_theirs = name.starts_with(theirs);
        const std::string own_name = is_theirs ? name.substr(theirs.size()) : name;
        if (is_theirs == holds(taken, own_name)) wanted.pairs.emplace_back(own_name, std::move(value));
    }
    form = std::move(wanted);
    return choices;
}

}  // namespace digilots::http
