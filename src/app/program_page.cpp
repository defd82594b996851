#include "app/program_page.h"

#include "app/program_view.h"
#include "app/templates.h"
#include "platform/html/page.h"

namespace digilots::app {

http::Route program_page(std::string source_address, const municipality::Municipalities& municipalities) {
    return {http::Method::get, "/program", http::Access::anyone,
            [source = std::move(source_address), &municipalities](const http::Request& request) {
                html::Page page(request);
                ProgramView view{DIGILOTS_VERSION, source, {}};
                if (source.empty()) {
                    for (const auto& one : municipalities.active_real()) {
                        view.whom_to_ask.push_back({one.name, municipalities.settings(one.id).phone});
                    }
                }
                page.title = page.t("The program");
                page.description = page.t("Which program this is, its licence and how to get its source code.");
                return html::render_page(page, templates::program_page(view, page));
            }};
}

}  // namespace digilots::app
