#include "platform/base/lists.h"
#include "platform/register/page_parts.h"
#include "platform/register/table_kind.h"

namespace digilots::register_ {

namespace {

/// What everyone may read is kept until a record changes.
void add_interface(http::Routes& routes, Records& records) {
    const auto& declaration = records.declaration();
    const std::string path = "/api/v1/{municipality}" + std::string(declaration.interface.path);
    std::vector<std::string> query{"limit", "cursor"};
    for (const auto& field : declaration.fields)
        if (field.is_filter) query.emplace_back(field.name);
    kept::Dependences kept;
    if (declaration.interface.access == http::Access::anyone) kept.push_back({declaration.kept_name()});
    routes.push_back({http::Method::get, path, declaration.interface.access,
                      [&records](const http::Request& request) { return list_json(records, request); }, query,
                      kept});
    routes.push_back({http::Method::get,
                      path + "/{id}",
                      declaration.interface.access,
                      [&records](const http::Request& request) { return record_json(records, request); },
                      {},
                      kept});
}

void add_import(http::Routes& routes, Records& records) {
    for (auto& route : import_routes(table_kind_of(records))) routes.push_back(std::move(route));
}

template <class Show, class Save>
void add_files(const Show& show, const Save& save, const Register& declaration) {
    show("/{id}/files/new", declaration.change, new_file_page);
    save("/{id}/files/new", declaration.change, add_file);
    show("/{id}/files/{file}", declaration.change, file_page);
    save("/{id}/files/{file}", declaration.change, change_file);
    save("/{id}/files/{file}/remove", declaration.change, remove_file);
    show("/{id}/files/{file}/{name}", declaration.attachments->open, open_file);
}

}  // namespace

http::Routes register_routes(Records& records) {
    using http::Method, http::Request;
    const auto& declaration = records.declaration();
    const std::string path = "/{municipality}" + std::string(declaration.path);
    http::Routes routes;
    if (!declaration.interface.path.empty()) add_interface(routes, records);
    const auto show = [&](const std::string& rest, http::Role role, auto handler) {
        routes.push_back({Method::get, path + rest, access_of(role),
                          [&records, handler](const Request& request) { return handler(records, request); }});
    };
    const auto show_tables = [&] {
        // All of it in one file: few at once.
        show("/table", declaration.see, table_file);
        routes.back().effort = http::Effort::drawing;
        show("/table.xlsx", declaration.see, sheet_file);
        routes.back().effort = http::Effort::drawing;
    };
    const auto save = [&](const std::string& rest, http::Role role, auto handler) {
        routes.push_back({Method::post, path + rest, access_of(role),
                          [&records, handler](const Request& request) { return handler(records, request); }});
    };
    if (declaration.size == Size::one) {
        show("", declaration.see, only_page);
        save("", declaration.change, save_only);
        return routes;
    }
    show("", declaration.see, list_page);
    if (declaration.size == Size::few) {
        const bool has_page = declaration.adding == Adding::on_a_page;
        if (has_page) show("/new", declaration.change, new_page);
        save(has_page ? "/new" : "", declaration.change, add_record);
        show("/{id}", declaration.see, change_page);
        save("/{id}", declaration.change, change_record);
        if (declaration.endings == Endings::removed) save("/{id}/remove", declaration.remove, delete_record);
        show_tables();
        add_import(routes, records);
        return routes;
    }
    show("/new", declaration.change, new_page);
    save("/new", declaration.change, add_record);
    show_tables();
    add_import(routes, records);
    if (declaration.opens == Opens::form) {
        show("/{id}", declaration.change, change_page);
        save("/{id}", declaration.change, change_record);
    } else {
        show("/{id}", declaration.see, record_page);
        show("/{id}/change", declaration.change, change_page);
        save("/{id}/change", declaration.change, change_record);
    }
    if (declaration.attachments) add_files(show, save, declaration);
    if (!declaration.verified.empty()) save("/verified", declaration.change, verify_record);
    if (declaration.is_deleted) save("/{id}/delete", declaration.remove, delete_record);
    if (!declaration.ends()) return routes;
    save("/{id}/end", declaration.change, end_record);
    save("/{id}/use", declaration.change, use_record_again);
    return routes;
}

http::Routes shown_file_routes(const std::vector<Records*>& registers) {
    std::vector<const Records*> with_files;
    kept::Dependences kept;
    for (const auto* records : registers) {
        if (!records->declaration().attachments) continue;
        with_files.push_back(records);
        const auto name = records->declaration().kept_name();
        if (!base::find_in(kept, name, &kept::Dependence::name)) kept.push_back({name});
    }
    if (with_files.empty()) return {};
    const auto show = [with_files](const http::Request& request) { return shown_file(with_files, request); };
    return {{http::Method::get, "/{municipality}/files/{id}/{name}", http::Access::anyone, show, {}, kept, http::Effort::drawing}};
}

}  // namespace digilots::register_
