#include "platform/http/form_body.h"

#include "platform/base/text.h"
#include "platform/http/ascii.h"
#include "platform/http/multipart.h"
#include "platform/http/target.h"
#include "platform/http/typed_form.h"

namespace digilots::http {

int read_form(Request& request) {
    if (request.body.empty()) return 0;
    const auto coding = request.header("content-encoding");
    if (!coding.empty() && !equals_ignoring_case(coding, "identity")) return 415;
    const auto full_type = request.header("content-type");
    const auto type = base::ascii_lower(trim_space(full_type.substr(0, full_type.find(';'))));
    if (type == "application/x-www-form-urlencoded") {
        auto fields = read_urlencoded(request.body);
        if (!fields) return 400;
        request.form = std::move(*fields);
    } else if (type == "multipart/form-data") {
        auto parts = read_multipart(request.body, boundary_of(full_type));
        if (!parts) return 400;
        request.form = std::move(parts->fields);
        request.uploads = std::move(parts->uploads);
    } else if (type == "application/json" || type.ends_with("+json")) {
        return is_plain_text(request.body) ? 0 : 400;
    } else {
        return 415;
    }
    request.choices = take_theirs(request.form);
    request.body.clear();
    request.body.shrink_to_fit();
    return 0;
}

}  // namespace digilots::http
