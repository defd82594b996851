#include "platform/html/stored.h"

namespace digilots::html {

Safe stored(std::string_view text, const Page& page) {
    Writer writer;
    const auto& tenant = page.request().tenant;
    const bool is_foreign = tenant && !tenant->languages.empty() && !text.empty() &&
                            tenant->languages.front() != page.translator().language().code;
    if (is_foreign) {
        writer.literal("<bdi lang=\"");
        writer.attribute(tenant->languages.front());
        writer.literal("\">");
    }
    writer.text(text);
    if (is_foreign) writer.literal("</bdi>");
    return Safe::trusted(std::move(writer.out));
}

}  // namespace digilots::html
