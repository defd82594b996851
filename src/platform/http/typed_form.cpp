#include "platform/http/typed_form.h"

#include <algorithm>
#include <array>
#include <vector>

#include "platform/http/target.h"

namespace digilots::http {

namespace {

constexpr std::string_view keep = "keep.", theirs = "theirs.", differs = "differs";

bool is_secret(std::string_view field) {
    return field == "csrf_token" || field == "form_of" || field == "code" || field == "ticket" ||
           field.find("password") != std::string_view::npos;
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
        if (name != "shown" && value.find(' ') != std::string::npos) texts.push_back(value);
    return texts;
}

std::vector<std::pair<std::string, std::string>> filled_fields(const TypedForm& typed) {
    constexpr std::array<std::string_view, 4> programs_own{"shown", "seen", "form_key", "version"};
    std::vector<std::pair<std::string, std::string>> fields;
    for (const auto& field : typed.fields.pairs)
        if (!field.second.empty() && std::ranges::find(programs_own, field.first) == programs_own.end()) fields.push_back(field);
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
