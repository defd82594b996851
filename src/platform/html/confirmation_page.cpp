#include "platform/html/confirmation_page.h"

#include "platform/html/templates.h"

namespace digilots::html {

bool is_sure(const http::Request& request) { return request.form.get("sure") == "yes"; }

http::Response ask_first(const Page& page, components::Confirmation question) {
    question.hidden.emplace_back("sure", "yes");
    if (const auto seen = page.request().form.find("seen")) question.hidden.emplace_back("seen", *seen);
    return render_page(page, templates::confirmation_page(question, page));
}

}  // namespace digilots::html
