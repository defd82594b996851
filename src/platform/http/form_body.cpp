#include "platform/http/form_body.h"

#include <algorithm>

#include "platform/base/text.h"
#include "platform/http/ascii.h"
#include "platform/http/multipart.h"
#include "platform/http/target.h"
#include "platform/http/typed_form.h"

namespace digilots::http {

namespace {

std::string content_type_of(const Request& request) {
    const auto full_type = request.header("content-type");
    return base::ascii_lower(trim_space(full_type.substr(0, full_type.find(';'))));
}

/// "\u0000" in JSON: as little a character of a text as NUL itself.
bool holds_escaped_nul(std::string_view json) {
    constexpr std::string_view nul = "\\u0000";
    for (auto at = json.find(nul); at != json.npos; at = json.find(nul, at + 1)) {
        auto first = at;
        while (first > 0 && json[first - 1] == '\\') --first;
        if ((at - first) % 2 == 0) return true;
    }
    return false;
}

bool is_text_of_json(std::string_view json) { return is_plain_text(json) && !holds_escaped_nul(json); }

bool is_text(std::string_view escaped) {
    const auto text = percent_decode(escaped, true);
    return !text || is_plain_text(*text);
}

FormFault fault_of_pairs(std::string_view pairs) {
    std::size_t count = 0;
    while (!pairs.empty()) {
        const auto end = std::min(pairs.find('&'), pairs.size());
        if (end > 0 && ++count > most_form_fields) return FormFault::too_many_fields;
        if (!is_text(pairs.substr(0, end))) return FormFault::not_text;
        pairs.remove_prefix(std::min(end + 1, pairs.size()));
    }
    return FormFault::none;
}

FormFault fault_of_parts(std::string_view body, const std::string& boundary) {
    const std::string border = "--" + boundary;
    std::size_t count = 0;
    for (std::size_t at = body.find(border); !boundary.empty() && at != body.npos;) {
        const auto begin = at + border.size();
        at = body.find(border, begin);
        const auto part = body.substr(begin, std::min(at, body.size()) - begin);
        if (part.starts_with("--")) continue;
        if (++count > most_form_parts) return FormFault::too_many_fields;
        const auto head = part.substr(0, part.find("\r\n\r\n"));
        if (!base::ascii_lower(head).contains("filename=") && !is_plain_text(part)) return FormFault::not_text;
    }
    return FormFault::none;
}

}  // namespace

FormFault fault_of(const Request& request) {
    if (const auto fault = fault_of_pairs(request.raw_query); fault != FormFault::none) return fault;
    const auto type = content_type_of(request);
    if (type == "application/x-www-form-urlencoded") return fault_of_pairs(request.body);
    if (type == "multipart/form-data") return fault_of_parts(request.body, boundary_of(request.header("content-type")));
    return is_text_of_json(request.body) ? FormFault::none : FormFault::not_text;
}

int read_form(Request& request) {
    if (request.body.empty()) return 0;
    const auto coding = request.header("content-encoding");
    if (!coding.empty() && !equals_ignoring_case(coding, "identity")) return 415;
    const auto type = content_type_of(request);
    const auto refused = [&] { return fault_of(request) == FormFault::too_many_fields ? 413 : 400; };
    if (type == "application/x-www-form-urlencoded") {
        auto fields = read_urlencoded(request.body, most_form_fields);
        if (!fields) return refused();
        request.form = std::move(*fields);
    } else if (type == "multipart/form-data") {
        auto parts = read_multipart(request.body, boundary_of(request.header("content-type")));
        if (!parts) return refused();
        request.form = std::move(parts->fields);
        request.uploads = std::move(parts->uploads);
    } else if (type == "application/json" || type.ends_with("+json")) {
        return is_text_of_json(request.body) ? 0 : 400;
    } else {
        return 415;
    }
    request.choices = take_theirs(request.form);
    request.body.clear();
    request.body.shrink_to_fit();
    return 0;
}

}  // namespace digilots::http
