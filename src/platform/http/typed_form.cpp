#include "platform/http/typed_form.h"

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

}  // namespace digilots::http
