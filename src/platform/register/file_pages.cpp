// A record's files: added, named, shown or not, removed, opened.
#include <algorithm>

#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/files/shown.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/other_units.h"
#include "platform/register/page_parts.h"
#include "platform/register/templates.h"

namespace digilots::register_ {

namespace {

/// What a form of a file is about. Without a record, or without a file that the address names, there is none.
struct About {
    Surroundings around;
    std::optional<Record> record = {};
    std::optional<files::File> file = {};
};

About about_of(const Records& records, const http::Request& request) {
    About about{around_of(records, request)};
    about.record = records.find(about.around, request.parameter("id"));
    if (!about.record) return about;
    const auto all = records.files_of(about.around.municipality_id, about.record->id);
    if (const auto* file = base::find_in(all, std::string(request.parameter("file")), &files::File::id))
        about.file = *file;
    return about;
}

bool may_be_shown(const Records& records) {
    return records.declaration().attachments->is_shown != nullptr;
}

std::string file_url(const Records& records, const files::File& file, const html::Page& page,
                     std::string_view rest = "") {
    return record_url(page, records, file.owner.id,
                      "/files/" + html::url_encode(file.id) + std::string(rest));
}

std::string state_of(const Records& records, const Record& record, const files::File& file,
                     const html::Page& page) {
    if (!may_be_shown(records)) return "";
    if (!file.is_shown) return page.t("Only for staff");
    return records.declaration().attachments->is_shown(record)
               ? page.t("Shown to residents")
               : page.t("To be shown to residents, who do not see this now");
}

AttachedFile attached_file(const Records& records, const Record& record, const files::File& file,
                           const html::Page& page) {
    return {.name = file.name,
            .about = files::about_file(file, page.translator()),
            .url = staff_file_url(records, file, page),
            .alternative_text = file.alternative_text,
            .state = state_of(records, record, file, page),
            .width = file.width,
            .height = file.height,
            .caption = file.caption,
            .source = file.source};
}

bool is_evidence(const Records& records) {
    return records.declaration().attachments->is_evidence;
}

/// What was typed, bounded as everything that is stored.
files::Details details_in(const Records& records, const http::Request& request) {
    const auto of_evidence = [&](const char* name) {
        return is_evidence(records) ? base::clean(request.form.get(name)) : std::string();
    };
    return {.name = base::clean(request.form.get("name")),
            .alternative_text = base::clean(request.form.get("alternative_text")),
            .is_shown = may_be_shown(records) && !request.form.get("is_shown").empty(),
            .form_key = std::string(request.form.get("form_key")),
            .caption = of_evidence("caption"),
            .source = of_evidence("source")};
}

const http::Upload* upload_in(const http::Request& request) {
    const auto found = std::ranges::find_if(request.uploads, [](const http::Upload& upload) {
        return upload.field == "file" && (!upload.file_name.empty() || !upload.bytes.empty());
    });
    return found == request.uploads.end() ? nullptr : &*found;
}

/// The questions, with what was typed.
void ask(const Records& records, const html::Page& page, const files::Details& details, FileFormView& view) {
    using html::components::Field;
    const bool is_new = !view.file, may_be_picture = is_new || view.file->width > 0;
    view.name =
        Field{.name = "name", .label = page.t("What it is called"), .value = details.name, .optional = is_new}
            .with(view.errors);
    if (is_new) view.name.hint = page.t("Such as “Application form”. Without it, what the file is called.");
    if (may_be_picture)
        view.alternative_text = Field{.name = "alternative_text",
                                      .label = page.t("What the picture shows"),
                                      .value = details.alternative_text,
                                      .hint = page.t("In a sentence, for those who cannot see it."),
                                      .optional = is_new,
                                      .rows = 2}
                                    .with(view.errors);
    if (is_new)
        view.alternative_text->hint =
            page.t("In a sentence, for those who cannot see it. A picture needs it, a document does not.");
    if (is_evidence(records)) {
        view.caption = Field{.name = "caption",
                             .label = page.t("Caption"),
                             .value = details.caption,
                             .hint = page.t("What it shows of the matter. It stands in the report."),
                             .optional = true,
                             .rows = 2}
                           .with(view.errors);
        view.source = Field{.name = "source", .label = page.t("Where it is from"), .value = details.source, .optional = true}
                          .with(view.errors);
    }
    if (may_be_shown(records))
        view.is_shown = Field{.name = "is_shown",
                              .label = page.t("Show it to residents"),
                              .hint = page.t("A picture of a person needs that person’s consent."),
                              .checked = details.is_shown};
}

http::Response show_new_file(const Records& records, const http::Request& request, const Record& record,
                             const files::Details& details, html::FormErrors errors) {
    auto page = register_page(records, request, request.tenant ? html::Page(request).t("Add a file") : "");
    FileFormView view{.errors = std::move(errors),
                      .url = record_url(page, records, record.id, "/files/new"),
                      .back_url = record_url(page, records, record.id)};
    view.form_key = base::form_key_for(details.form_key, records.now());
    view.upload =
        html::components::Field{
            .name = "file",
            .label = page.t("A file from your computer or phone"),
            .hint = page.t(
                "A picture (JPEG, PNG, WebP), PDF, a document of Word, Excel, PowerPoint or LibreOffice, or "
                "plain text. At most "
                "{n} MB. Where and with which camera a picture was taken is removed.",
                {{"n", page.translator().number(static_cast<double>(files::most_bytes / (1024 * 1024)))}}),
            .type = "file"}
            .with(view.errors);
    ask(records, page, details, view);
    return html::render_page(page, templates::register_file(view, page), view.errors.empty() ? 200 : 422);
}

http::Response show_file(const Records& records, const http::Request& request, const About& about,
                         const files::Details& details, html::FormErrors errors) {
    const auto page = register_page(records, request, about.file->name);
    FileFormView view{.errors = std::move(errors),
                      .url = file_url(records, *about.file, page),
                      .back_url = record_url(page, records, about.record->id),
                      .seen = about.file->mark(),
                      .file = attached_file(records, *about.record, *about.file, page)};
    if (records.may_change(about.around, *about.record)) {
        view.remove_url = file_url(records, *about.file, page, "/remove");
        ask(records, page, details, view);
    }
    return html::render_page(page, templates::register_file(view, page), view.errors.empty() ? 200 : 422);
}

html::FormErrors errors_in(const files::Details& details, bool is_picture, const html::Page& page) {
    html::FormErrors errors;
    for (const auto& [input, text] : files::faults_of(details, is_picture)) errors.add(input, page.t(text));
    return errors;
}

http::Response send(const Records& records, const files::File& file, files::Reader reader,
                    const http::Request& request) {
    auto bytes = records.database().read([&](db::Connection& connection) {
        return files::content(connection, file.owner.municipality_id, file.hash);
    });
    return bytes ? files::answer(file, *std::move(bytes), reader) : html::error_page(request, 404);
}

std::string mark_of_record(const Records& records, std::string_view id) {
    return std::string(records.declaration().key) + ":" + std::string(id);
}

}  // namespace

std::string staff_file_url(const Records& records, const files::File& file, const html::Page& page) {
    return file_url(records, file, page, "/" + html::url_encode(file.file_name()));
}

std::vector<files::File> shown_files(const Records& records, std::string_view municipality_id,
                                     std::string_view id) {
    auto all = records.files_of(municipality_id, id);
    std::erase_if(all, [](const files::File& file) { return !file.is_shown; });
    return all;
}

Attached attached_of(const Records& records, const http::Request& request, const Record& record,
                     const html::Page& page) {
    Attached attached;
    const bool may_change =
        may(request, records.declaration().change) && records.may_change(around_of(records, request), record);
    for (const auto& file : records.files_of(request.tenant->id, record.id)) {
        attached.files.push_back(attached_file(records, record, file, page));
        if (may_change) attached.files.back().page_url = file_url(records, file, page);
    }
    if (may_change && std::ssize(attached.files) < files::most_of_a_record)
        attached.add_url = record_url(page, records, record.id, "/files/new");
    if (may_change && attached.add_url.empty())
        attached.full =
            page.t("There is no room for more: at most {n} files. Remove one first.",
                   {{"n", page.translator().number(static_cast<double>(files::most_of_a_record))}});
    return attached;
}

http::Response new_file_page(const Records& records, const http::Request& request) {
    const auto about = about_of(records, request);
    if (!about.record) return html::error_page(request, 404);
    if (!records.may_change(about.around, *about.record)) return html::not_theirs_page(request, who_changes_other_units);
    return show_new_file(records, request, *about.record, {}, {});
}

http::Response add_file(Records& records, const http::Request& request) {
    const html::Page page(request);
    const auto about = about_of(records, request);
    if (!about.record) return html::error_page(request, 404);
    if (!records.may_change(about.around, *about.record)) return html::not_theirs_page(request, who_changes_other_units);
    auto details = details_in(records, request);
    const auto* upload = upload_in(request);
    html::FormErrors errors;
    const auto media = upload ? files::read_media(upload->file_name, upload->bytes)
                              : base::failure(files::Refused{TEXT("Choose a file.")});
    if (!media) errors.add("file", media.error().words(page.translator()));
    const auto typed = details;
    if (details.name.empty() && upload) details.name = files::name_out_of(upload->file_name);
    if (details.name.empty()) details.name = page.t("Without a name");
    const auto more = errors_in(details, media && media->type->is_picture, page);
    for (const auto& one : more.entries()) errors.add(one.field, one.message);
    if (!errors.empty()) return show_new_file(records, request, *about.record, typed, std::move(errors));
    const auto added =
        records.add_file(about.around, about.record->id, details, *media, request.identity->account_id);
    if (added) return http::see_other(record_url(page, records, about.record->id, "?file_added=1"));
    errors.add("", added.error().words(page.translator()));
    return show_new_file(records, request, *about.record, typed, std::move(errors));
}

http::Response file_page(const Records& records, const http::Request& request) {
    const auto about = about_of(records, request);
    if (!about.file) return html::error_page(request, 404);
    return show_file(records, request, about,
                     {.name = about.file->name,
                      .alternative_text = about.file->alternative_text,
                      .is_shown = about.file->is_shown,
                      .form_key = "",
                      .caption = about.file->caption,
                      .source = about.file->source},
                     {});
}

http::Response change_file(Records& records, const http::Request& request) {
    const html::Page page(request);
    const auto about = about_of(records, request);
    if (!about.file) return html::error_page(request, 404);
    if (!records.may_change(about.around, *about.record)) return html::not_theirs_page(request, who_changes_other_units);
    const auto details = details_in(records, request);
    auto errors = errors_in(details, about.file->is_picture(), page);
    if (!errors.empty()) return show_file(records, request, about, details, std::move(errors));
    if (!records.change_file(about.around, about.record->id, about.file->id, details,
                             request.identity->account_id, base::Seen::mark(request.form.get("seen"))))
        return http::changed_meanwhile(mark_of_record(records, about.record->id));
    return http::see_other(record_url(page, records, about.record->id, "?file_saved=1"));
}

http::Response remove_file(Records& records, const http::Request& request) {
    const auto about = about_of(records, request);
    if (!about.file) return html::error_page(request, 404);
    if (!records.may_change(about.around, *about.record)) return html::not_theirs_page(request, who_changes_other_units);
    if (!html::is_sure(request)) {
        const auto page = register_page(records, request, html::Page(request).t("Remove the file"));
        return html::ask_first(page, {.url = file_url(records, *about.file, page, "/remove"),
                                      .text = page.t("Remove “{name}”? It cannot be brought back.",
                                                     {{"name", about.file->name}}),
                                      .confirm = page.title,
                                      .cancel_url = file_url(records, *about.file, page)});
    }
    if (!records.remove_file(about.around, about.record->id, about.file->id, request.identity->account_id,
                             base::Seen::mark(request.form.get("seen"))))
        return http::changed_meanwhile(mark_of_record(records, about.record->id));
    return http::see_other(record_url(html::Page(request), records, about.record->id, "?file_removed=1"));
}

http::Response open_file(const Records& records, const http::Request& request) {
    const auto about = about_of(records, request);
    if (!about.file || request.parameter("name") != about.file->file_name())
        return html::error_page(request, 404);
    return send(records, *about.file, files::Reader::staff, request);
}

http::Response shown_file(const std::vector<const Records*>& registers, const http::Request& request) {
    const auto& municipality = request.tenant->id;
    const auto file = registers.front()->database().read([&](db::Connection& connection) {
        return files::find(connection, municipality, request.parameter("id"));
    });
    if (!file || !file->is_shown) return html::error_page(request, 404);
    for (const auto* records : registers) {
        if (records->declaration().key != file->owner.kind) continue;
        const auto record = records->find(municipality, file->owner.id);
        const auto& is_shown = records->declaration().attachments->is_shown;
        if (!record || !is_shown || !is_shown(*record)) break;
        if (request.parameter("name") != file->file_name())
            return http::moved(files::public_url(*file, html::Page(request)));
        return send(*records, *file, files::Reader::everyone, request);
    }
    return html::error_page(request, 404);
}

}  // namespace digilots::register_
