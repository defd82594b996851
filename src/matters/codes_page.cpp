// Somebody reads out a code: staff find what it is of, whichever it is. Sent in a form alone, as residents send theirs.
#include "matters/pages.h"
#include "matters/templates.h"
#include "platform/base/text.h"
#include "platform/http/never_kept.h"

namespace digilots::matters {

namespace {

constexpr std::size_t longest_code = 40;

http::Response show_codes(const http::Request& request, html::FormErrors errors, int status) {
    html::Page page(request);
    page.title = page.t("Find by a code");
    page.staff = true;
    page.indexable = false;
    CodesView view{.url = page.tenant_url("/staff/codes")};
    view.code = html::components::Field{.name = "code",
                                        .label = page.t("Code"),
                                        .value = base::cut(base::trim(request.form.get("code")), longest_code),
                                        .hint = page.t("Of a booked time, a sign-up, a question or a wish for an activity, as "
                                                       "somebody reads it out."),
                                        .autocomplete = "off"}
                    .with(errors);
    view.errors = std::move(errors);
    return never_kept(html::render_page(page, templates::codes_page(view, page), status));
}

}  // namespace

http::Response codes_page(const Pages&, const http::Request& request) { return show_codes(request, {}, 200); }

http::Response find_by_code(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto typed = base::cut(base::trim(request.form.get("code")), longest_code);
    for (const auto& kind : pages.followed) {
        const auto code = base::tidy_code(kind.code, typed);
        const auto matter = code.empty() ? std::nullopt : kind.find(page, code);
        if (matter && !matter->staff_path.empty()) return never_kept(http::see_other(page.tenant_url(matter->staff_path)));
    }
    html::FormErrors errors;
    errors.add("code", page.t("Nothing has this code, or not any more. Read each sign again."));
    return show_codes(request, std::move(errors), 404);
}

}  // namespace digilots::matters
