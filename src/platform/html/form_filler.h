#pragma once
// Puts typed values into a form of finished HTML. Works on what this program's templates write: attributes in double
// quotes, every "<" and ">" of a person escaped.
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/typed_form.h"

namespace digilots::html {

struct FilledPage {
    std::string html;
    bool has_fields = false;  // false: the form is a button alone
};

/// Nothing where the page has no such form.
std::optional<FilledPage> fill_form(std::string_view html, const http::TypedForm& typed);

}  // namespace digilots::html
