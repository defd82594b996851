// Whoever has the code chooses anew how often they are told.
#include "activities/pages.h"
#include "activities/templates.h"

namespace digilots::activities {

namespace {

http::Response show_how_often(const Pages& pages, const http::Request& request, std::string_view typed,
                              html::FormErrors errors) {
    const auto followed = pages.activities.follow(*request.tenant, request.parameter("code"));
    const html::Page page(request);
    const auto own = page.tenant_url("/sign-ups/" + std::string(request.parameter("code")));
    // A code that is none is told so, and counted as a guess, by the page of the code.
    if (!followed || followed->by == ContactBy::none) return never_kept(http::see_other(own));
    html::Page shown(request);
    shown.title = shown.t("How often do we tell you?");
    shown.indexable = false;
    shown.breadcrumbs = {{shown.t("Activities"), shown.tenant_url("/activities")}, {shown.title, "", true}};
    HowOftenView view{.url = own + "/how-often", .back_url = own};
    view.how_often = how_often_field(typed.empty() ? word_of(followed->how_often) : typed, shown).with(errors);
    view.errors = std::move(errors);
    const int status = view.errors.empty() ? 200 : 422;
    return never_kept(html::render_page(shown, templates::how_often_page(view, shown), status));
}

}  // namespace

http::Response how_often_page(const Pages& pages, const http::Request& request) {
    return show_how_often(pages, request, "", {});
}

http::Response choose_how_often(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto typed = request.form.get(how_often_name);
    const auto often = how_often_called(typed);
    if (!often) {
        html::FormErrors errors;
        errors.add(how_often_name, how_often_fault(page.translator()));
        return show_how_often(pages, request, typed, std::move(errors));
    }
    const std::string code(request.parameter("code"));
    pages.activities.choose_how_often(*request.tenant, code, *often);
    return never_kept(http::see_other(page.tenant_url("/sign-ups/" + code + "?chosen=1")));
}

}  // namespace digilots::activities
