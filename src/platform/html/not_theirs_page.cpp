#include "platform/html/not_theirs_page.h"

#include "platform/html/error_page.h"
#include "platform/html/form_again.h"
#include "platform/html/page.h"
#include "platform/html/templates.h"
#include "platform/html/writer.h"
#include "platform/http/typed_form.h"

namespace digilots::html {

namespace {

/// Below what the page says, to copy from: the form cannot be shown to them any more.
void keep_typed(http::Response& response, const Page& page) {
    const auto typed = http::filled_fields(http::typed_form(page.request()));
    const auto lead = response.body.find("class=\"lead\"");
    const auto end = lead == std::string::npos ? lead : response.body.find("</p>", lead);
    if (typed.empty() || end == std::string::npos) return;
    Writer above;
    above.text(page.t(TEXT("What you had written:")));
    response.body.insert(end + 4, "<p>" + above.out + "</p>" + templates::typed_fields(typed, page).html());
    response.for_once = true;
    mark_unsaved(response);
}

}  // namespace

http::Response not_theirs_page(const http::Request& request, i18n::Text who) {
    Page page(request);
    page.title = page.t("This is not yours to change");
    page.indexable = false;
    page.staff = request.path.find("/staff/") != std::string::npos;
    auto response = render_page(page, templates::error_page({.explanation = page.t(who), .is_staff = true}, page), 403);
    if (request.method == http::Method::post) keep_typed(response, page);
    return response;
}

}  // namespace digilots::html
