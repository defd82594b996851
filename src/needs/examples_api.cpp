// Good examples of a network's members that everybody may see: for programs, and as a feed that other installations read.
#include "needs/pages.h"
#include "needs/sql.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/http/site_address.h"
#include "platform/register/record.h"

namespace digilots::needs {

namespace {

struct OpenExample {
    std::string municipality, name, id, title, about, credit, changed_at;
    std::vector<std::string> tags;
};

std::vector<OpenExample> open_examples(const Pages& pages, const municipality::Network& network) {
    return pages.database.read([&](db::Connection& connection) {
        std::vector<OpenExample> found;
        for (const auto row : connection.query(sql::examples_for_all)) {
            const auto municipality = row.text("municipality_id");
            if (!base::holds(network.members, municipality) || !pages.municipalities.is_active(municipality)) continue;
            const auto about = pages.municipalities.about(municipality);
            found.push_back({municipality, about ? about->name : municipality, row.text("id"), row.text("title"),
                             row.text("about"), row.text("credit"), row.text("changed_at"),
                             register_::list_items(row.text("tags"))});
        }
        return found;
    });
}

/// As text between tags and in attributes of XML.
std::string in_xml(std::string_view text) {
    std::string written;
    for (const char c : text) {
        if (c == '&') written += "&amp;";
        else if (c == '<') written += "&lt;";
        else if (c == '>') written += "&gt;";
        else if (c == '"') written += "&quot;";
        else if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') written += c;
    }
    return written;
}

std::string entry_of(const OpenExample& one, const std::string& address) {
    const auto id = address + "#" + one.municipality + "/" + one.id;
    std::string entry = "<entry><id>" + in_xml(id) + "</id><title>" + in_xml(one.title) + "</title><updated>" +
                        in_xml(one.changed_at) + "</updated><author><name>" +
                        in_xml(one.credit.empty() ? one.name : one.credit) + "</name></author><content type=\"text\">" +
                        in_xml(one.about) + "</content>";
    for (const auto& tag : one.tags) entry += "<category term=\"" + in_xml(tag) + "\"/>";
    return entry + "</entry>\n";
}

}  // namespace

std::vector<SharedExample> examples_of(db::Database& database, const std::vector<std::string>& municipalities) {
    return database.read([&](db::Connection& connection) {
        std::vector<SharedExample> found;
        for (const auto row : connection.query(sql::examples_to_read))
            if (base::holds(municipalities, row.text("municipality_id")))
                found.push_back({row.text("municipality_id"), row.text("id"), row.text("title"), row.text("about"),
                                 row.text("credit"), row.text("shared") == "all"});
        return found;
    });
}

http::Response get_examples(const Pages& pages, const http::Request& request) {
    const auto network = pages.municipalities.network(request.parameter("network"));
    if (!network) return http::problem(404, i18n::translator(request.language).t("There is no such network"));
    base::JsonWriter out;
    out.begin_object().member("network", network->key).key("examples").begin_array();
    for (const auto& one : open_examples(pages, *network)) {
        out.begin_object().member("id", one.id).member("municipality", one.municipality).member("name", one.name);
        out.member("title", one.title).member("about", one.about).key("tags").begin_array();
        for (const auto& tag : one.tags) out.value(tag);
        out.end_array().member("credit", one.credit.empty() ? one.name : one.credit);
        out.member("changed_at", one.changed_at).end_object();
    }
    out.end_array().end_object();
    return http::json(std::move(out).take());
}

http::Response get_examples_feed(const Pages& pages, const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    const auto network = pages.municipalities.network(request.parameter("network"));
    if (!network) return http::problem(404, words.t("There is no such network"));
    const auto examples = open_examples(pages, *network);
    const auto address = http::site_address(request) + "/api/v1/networks/" + network->key + "/examples.atom";
    // A feed without entries has changed when time began.
    const auto updated = examples.empty() ? std::string("1970-01-01T00:00:00Z") : examples.front().changed_at;
    std::string feed = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>" +
                       in_xml(address) + "</id><title>" +
                       in_xml(words.t("Good examples of {name}", {{"name", network->name}})) + "</title><updated>" +
                       in_xml(updated) + "</updated><link rel=\"self\" href=\"" + in_xml(address) + "\"/>\n";
    for (const auto& one : examples) feed += entry_of(one, address);
    return http::text(feed + "</feed>\n", "application/atom+xml; charset=utf-8");
}

}  // namespace digilots::needs
