// Files of what members share: open to those who read the note, where its owner says that they are to be shown.
#include "network/pages.h"
#include "platform/base/lists.h"
#include "platform/files/shown.h"
#include "platform/html/error_page.h"
#include "platform/html/writer.h"

namespace digilots::network {

namespace {

/// One query for each note: of more nobody reads the files from here.
constexpr std::size_t most_notes_with_files = 200;

std::vector<files::File> files_to_read(const Pages& pages, const std::string& owner, const std::string& note) {
    auto all = pages.kinds->notes.files_of(owner, note);
    std::erase_if(all, [](const files::File& file) { return !file.is_shown; });
    return all;
}

http::Response send_file(const Pages& pages, const http::Request& request, const municipality::Network& network, Viewer viewer) {
    const std::string owner(request.parameter("owner")), note(request.parameter("note"));
    const auto rows = shared_in(pages.database, pages.municipalities, network, viewer);
    const auto* shared = base::find_in(rows, owner + "/" + note, &SharedRow::mark);
    if (shared == nullptr || !shared->is_note) return html::error_page(request, 404);
    const auto all = files_to_read(pages, owner, note);
    const auto* file = base::find_in(all, std::string(request.parameter("file")), &files::File::id);
    if (file == nullptr || request.parameter("name") != file->file_name()) return html::error_page(request, 404);
    auto bytes = pages.database.read(
        [&](db::Connection& connection) { return files::content(connection, owner, file->hash); });
    if (!bytes) return html::error_page(request, 404);
    return files::answer(*file, *std::move(bytes), viewer == Viewer::anyone ? files::Reader::everyone : files::Reader::staff);
}

}  // namespace

void add_files_of_notes(SharedView& view, const Pages& pages, const std::vector<SharedRow>& rows, const std::string& below,
                        const html::Page& page) {
    std::size_t notes = 0;
    for (auto& part : view.parts)
        for (auto& line : part.lines) {
            const auto* row = base::find_in(rows, line.of, &SharedRow::mark);
            if (row == nullptr || !row->is_note || ++notes > most_notes_with_files) continue;
            for (const auto& file : files_to_read(pages, row->municipality, row->id))
                line.links.push_back({file.name + " (" + files::about_file(file, page.translator()) + ")",
                                      below + "/files/" + html::url_encode(row->municipality) + "/" + html::url_encode(row->id) +
                                          "/" + html::url_encode(file.id) + "/" + html::url_encode(file.file_name())});
        }
}

http::Response open_public_file(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network) return html::error_page(request, 404);
    return send_file(pages, request, *network, Viewer::anyone);
}

http::Response open_member_file(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network || !base::holds(network->members, request.tenant->id)) return html::error_page(request, 404);
    return send_file(pages, request, *network, Viewer::member);
}

}  // namespace digilots::network
