#include "inquiries/code_at_desk.h"

#include <utility>

#include "platform/slice/opened_by_code.h"

namespace digilots::inquiries {

CodeTyped taken_for_code(const std::vector<FollowedKind>& kinds, std::string& searched, const html::Page& page) {
    const auto opened = opened_by_code(kinds, page, searched);
    if (!opened && !is_written_as_code(kinds, searched)) return {};
    CodeTyped code{std::exchange(searched, "")};
    if (opened) code.belongs_to = {page.t(opened->one), page.tenant_url(opened->path)};
    return code;
}

void show_code(DeskView& view, const CodeTyped& code, const html::Page& page) {
    if (code.typed.empty()) return;
    view.search.value = code.typed;
    view.hits.of_code = code.belongs_to;
    const bool is_found = !code.belongs_to.url.empty();
    view.hits.status = is_found ? page.t("The code belongs to this:") + " " + code.belongs_to.title
                                : page.t("No code like this is known, or not any more. Read each sign again.");
    if (!is_found) view.hits.notes = {view.hits.status};
}

}  // namespace digilots::inquiries
