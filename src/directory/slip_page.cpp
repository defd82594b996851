// The slip that a resident takes home from the desk, of one thing that was found: to read, and to print in each language.
#include "directory/slip.h"
#include "directory/templates.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/print/web.h"

namespace digilots::directory {
namespace {

std::optional<Found> asked_for(const Snapshot& snapshot, const html::Page& page) {
    const auto& request = page.request();
    return found_record(snapshot, request.parameter("kind"), request.parameter("id"), page);
}

}  // namespace

http::Response slip_page(const Pages& pages, const http::Request& request) {
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    html::Page page(request);
    page.staff = true;
    const auto found = asked_for(*snapshot, page);
    if (!found) return html::error_page(request, 404);
    const auto document = slip_of(*found, *snapshot, {print::slip_papers().front()}, pages, page);
    page.title = found->title;
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/staff/")},
                        {page.t("Slip to take home"), "", true}};
    // A guide works in one language and hands over another.
    const auto languages = print::in_each_language(request.path + "/slip.pdf", print::slip_papers(), page);
    return html::render_page(page, templates::printed_page({document, {}, {}, languages}, page));
}

http::Response slip_file(const Pages& pages, const http::Request& request) {
    if (auto other = print::to_one_spelling(request, print::slip_papers())) return std::move(*other);
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const html::Page page(request);
    const auto found = asked_for(*snapshot, page);
    if (!found) return html::error_page(request, 404);
    const auto document = slip_of(*found, *snapshot, print::format_of(request, print::slip_papers()), pages, page);
    return print::pdf_answer(document, base::slug(found->title) + ".pdf");
}

}  // namespace digilots::directory
