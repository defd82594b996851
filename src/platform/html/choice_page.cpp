#include "platform/html/choice_page.h"

#include "platform/html/templates.h"

namespace digilots::html {

http::Response choice_page(const Page& page, const ChoiceView& view) {
    return render_page(page, templates::choice_page(view, page), view.errors.empty() ? 200 : 422);
}

}  // namespace digilots::html
