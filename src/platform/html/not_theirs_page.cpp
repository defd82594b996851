#include "platform/html/not_theirs_page.h"

#include "platform/html/error_page.h"
#include "platform/html/page.h"
#include "platform/html/templates.h"

namespace digilots::html {

http::Response not_theirs_page(const http::Request& request, i18n::Text who) {
    Page page(request);
    page.title = page.t("This is not yours to change");
    page.indexable = false;
    page.staff = request.path.find("/staff/") != std::string::npos;
    return render_page(page, templates::error_page({.explanation = page.t(who), .is_staff = true}, page), 403);
}

}  // namespace digilots::html
