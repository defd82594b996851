// Good examples that other municipalities share, and copying one with credit.
#include <map>

#include "needs/pages.h"
#include "needs/sql.h"
#include "needs/templates.h"
#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/http/may.h"
#include "platform/register/pages.h"
#include "platform/register/steps.h"

namespace digilots::needs {

namespace {

constexpr i18n::Text whose_example =
    TEXT("It belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");

struct Shared {
    std::string municipality, id, title, about, tags, credit, version;
    std::string mark() const { return municipality + "/" + id; }
};

/// Whose it is: of whom it was, where somebody else is named.
std::string owner_of(const Pages& pages, const Shared& example) {
    if (!example.credit.empty()) return example.credit;
    const auto whose = pages.municipalities.about(example.municipality);
    return whose ? whose->name : example.municipality;
}

/// Those that the municipality may see: of its networks, or shared with all.
std::vector<Shared> shared_with(const Pages& pages, const std::string& municipality) {
    const auto near = near_of(pages.municipalities, municipality);
    return pages.database.read([&](db::Connection& connection) {
        std::vector<Shared> found;
        for (const auto row : connection.query(sql::shared_examples, municipality)) {
            const auto whose = row.text("municipality_id");
            if (!pages.municipalities.is_active(whose)) continue;
            if (!near.may_read(row)) continue;
            found.push_back({whose, row.text("id"), row.text("title"), row.text("about"), row.text("tags"),
                             row.text("credit"), std::to_string(row.integer("version"))});
        }
        return found;
    });
}

/// Of an example that stands in one's own list.
struct Copy {
    std::string id, copied_as;              // the version that was copied; "" where nobody noted it
    bool is_of(const Shared& example) const { return copied_as.empty() || copied_as == example.version; }
};

std::map<std::string, Copy> copies_of(const Pages& pages, const std::string& municipality) {
    return pages.database.read([&](db::Connection& connection) {
        std::map<std::string, Copy> copies;
        for (const auto row : connection.query(sql::copies_of_examples, municipality))
            copies[row.text("copied_from")] = {row.text("id"), row.text("copied_as")};
        return copies;
    });
}

void put_words(register_::Record& record, const Shared& example, const std::string& owner) {
    record.columns["title"] = example.title;
    record.columns["about"] = example.about;
    record.columns["tags"] = example.tags;
    record.columns["credit"] = owner;
    record.columns["copied_from"] = example.mark();
    record.columns["copied_as"] = example.version;
}

/// Asked for with a press: what stands in one's own list now gives way to what the owner says now.
http::Response take_newer(const Pages& pages, const http::Request& request, const Shared& wanted, const std::string& copy) {
    auto& records = pages.kinds->examples;
    const auto owner = owner_of(pages, wanted);
    const auto came_of = register_::step(records, register_::around_of(records, request), records.around(request.tenant->id),
                                         copy, request.identity->account_id, base::Seen::mark(request.form.get("seen")),
                                         [&](db::Connection&, register_::Record& record) {
                                             if (record.text("copied_from") != wanted.mark()) return false;
                                             put_words(record, wanted, owner);
                                             return true;
                                         });
    using register_::Stepped;
    if (came_of == Stepped::not_there) return html::error_page(request, 404);
    if (came_of == Stepped::changed) return http::changed_meanwhile("good_example:" + copy);
    if (came_of == Stepped::not_theirs) return html::not_theirs_page(request, whose_example);
    return http::see_other(html::Page(request).tenant_url("/staff/needs/examples/" + copy + "?saved=1"));
}

}  // namespace

http::Response examples_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_needs(request, html::Page(request).t("Examples of others"));
    page.breadcrumbs.push_back({page.t("Good examples"), page.tenant_url("/staff/needs/examples")});
    ExamplesView view{.url = page.tenant_url("/staff/needs/examples-of-others"),
                      .may_copy = http::may(request, http::Role::editor)};
    if (!request.query.get("copied").empty())
        view.done = page.t("It stands in your own list now, with whose it is.");
    const auto copies = copies_of(pages, request.tenant->id);
    for (const auto& one : shared_with(pages, request.tenant->id)) {
        ExamplesView::Example example{one.mark(), one.title, one.about, owner_of(pages, one), {}, {}, {}};
        for (const auto& tag : register_::list_items(one.tags))
            example.tags += (example.tags.empty() ? "" : ", ") + tag;
        if (const auto copy = copies.find(one.mark()); copy != copies.end()) {
            example.copied_url = page.tenant_url("/staff/needs/examples/" + copy->second.id);
            const auto own = copy->second.is_of(one) ? std::nullopt
                                                     : pages.kinds->examples.find(request.tenant->id, copy->second.id);
            if (own) example.seen = pages.kinds->examples.mark_of(*own);
        }
        view.examples.push_back(std::move(example));
    }
    return html::render_page(page, templates::examples_page(view, page));
}

http::Response copy_example(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto all = shared_with(pages, request.tenant->id);
    const auto* wanted = base::find_in(all, std::string(request.form.get("example")), &Shared::mark);
    if (!wanted) return html::error_page(request, 404);
    const auto here = page.tenant_url("/staff/needs/examples-of-others?copied=1");
    const auto copies = copies_of(pages, request.tenant->id);
    if (const auto copy = copies.find(wanted->mark()); copy != copies.end())
        return request.form.get("seen").empty() ? http::see_other(here) : take_newer(pages, request, *wanted, copy->second.id);
    auto& records = pages.kinds->examples;
    auto around = register_::around_of(records, request);
    auto record = register_::blank_record(records.declaration(), around);
    // One copy of each: the id follows from what is copied.
    record.id = "copy-" + wanted->municipality + "-" + wanted->id;
    put_words(record, *wanted, owner_of(pages, *wanted));
    if (request.identity->only_unit) record.columns["unit"] = request.identity->unit;
    pages.database.write(
        [&](db::Connection& connection) {
            if (register_::find_in(connection, records, request.tenant->id, record.id)) return;
            (void)records.put_in(connection, around, record, request.identity->account_id,
                                 base::Seen::anything());
        },
        db::Isolation::deciding);
    return http::see_other(here);
}

}  // namespace digilots::needs
