#include "platform/html/gone_page.h"

#include "platform/html/form_again.h"
#include "platform/html/templates.h"
#include "platform/http/never_kept.h"
#include "platform/http/typed_form.h"

namespace digilots::html {

http::Response gone_page(const http::Request& request, Gone gone) {
    Page page(request);
    page.title = gone.title;
    page.indexable = false;
    page.staff = request.path.find("/staff/") != std::string::npos;
    if (gone.typed.empty())
        for (auto& words : http::written(http::typed_form(request))) gone.typed.emplace_back("", std::move(words));
    auto response = http::never_kept(render_page(page, templates::gone_page(gone, page), gone.status));
    if (!gone.typed.empty()) mark_unsaved(response);
    return response;
}

}  // namespace digilots::html
