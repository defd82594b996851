#include "platform/http/typed_form.h"

#include <algorithm>
#include <vector>

#include "platform/http/target.h"

namespace digilots::http {

namespace {

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
    for (const auto& field : request.form.pairs)
        if (!is_secret(field.first)) typed.fields.pairs.push_back(field);
    return typed;
}

void take_theirs(Fields& form) {
    constexpr std::string_view keep = "keep.", theirs = "theirs.";
    std::vector<std::string> taken;
    for (const auto& [name, value] : form.pairs)
        if (name.starts_with(keep) && value == "theirs") taken.push_back(name.substr(keep.size()));
    const auto is_taken = [&](std::string_view name) { return std::ranges::find(taken, name) != taken.end(); };
    Fields wanted;
    for (auto& [name, value] : form.pairs) {
        if (name.starts_with(keep)) continue;
        const bool is_theirs = name.starts_with(theirs);
        const std::string own_name = is_theirs ? name.substr(theirs.size()) : name;
        if (is_theirs == is_taken(own_name)) wanted.pairs.emplace_back(own_name, std::move(value));
    }
    form = std::move(wanted);
}

}  // namespace digilots::http
