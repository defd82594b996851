#include "app/program_page.h"

#include "app/program_view.h"
#include "app/templates.h"
#include "platform/html/page.h"

namespace digilots::app {

http::Route program_page(std::string source_address) {
    return {http::Method::get, "/program", http::Access::anyone,
            [view = ProgramView{DIGILOTS_VERSION, std::move(source_address)}](const http::Request& request) {
                html::Page page(request);
                page.title = page.t("The program");
                page.description = page.t("Which program this is, its licence and how to get its source code.");
                return html::render_page(page, templates::program_page(view, page));
            }};
}

}  // namespace digilots::app
