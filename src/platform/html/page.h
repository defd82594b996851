#pragma once
// A page: what the layout needs around a slice's own template.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/writer.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/i18n/translator.h"

namespace digilots::html {

struct Link {
    std::string title, url;
    bool current = false;
};

/// Every template gets one as `page`: language, links, form token. Made from the request.
class Page {
public:
    explicit Page(const http::Request& request);

    std::string t(std::string_view id, std::initializer_list<i18n::Argument> arguments = {}) const;
    std::string t(i18n::Text text, std::initializer_list<i18n::Argument> arguments = {}) const;
    std::string tn(std::string_view one, std::string_view many, std::int64_t n,
                   std::initializer_list<i18n::Argument> arguments = {}) const;
    const i18n::Translator& translator() const { return *translator_; }
    /// A path of this server with the language prefix in use: url("/sundsvall/places").
    std::string url(std::string_view path) const;
    /// The same inside the tenant: tenant_url("/places") → "/sundsvall/places".
    std::string tenant_url(std::string_view path) const;
    /// The same page of the made-up municipality in which it has something to see; "" for a made-up one, without the demo, and
    /// where only a part was asked for.
    std::string example_url() const;
    /// The entries of a menu that this person sees; nothing outside of a municipality.
    std::vector<Link> menu(http::MenuPlace place) const;
    const http::Request& request() const { return *request_; }
    /// Whose form and where it stands, for the hidden field "form_of": so that it can be shown again where the session
    /// ended before it was sent. "" for who is not signed in.
    std::string form_of() const;

    /// For the hidden field "seen": `mark` of what the page shows; a form shown again after an error keeps its own.
    std::string seen(std::string_view mark) const;
    /// For the hidden field "shown" beside it: filled with what the form shows when the page is laid out.
    std::string shown() const;

    // Filled by the handler.
    std::string title;               // the h1's text; the document title starts with it
    std::string description;         // meta description of public pages
    std::vector<Link> breadcrumbs;
    bool staff = false;              // staff navigation instead of the public one
    bool indexable = true;
    std::string made_up;             // of a network that is made up, its name
    bool from_afar = false;          // on a screen on the wall: nobody is there to press a menu
    std::vector<std::string> scripts;  // further assets: "map.js"
    std::string early_script;          // one that runs before all else: "early_keys.js"
    std::vector<std::string> styles;

private:
    const http::Request* request_;
    const i18n::Translator* translator_;
};

/// The whole document: head, skip link, header, breadcrumbs, <main> with `body`, footer with phone, languages, notices.
http::Response render_page(const Page& page, const Safe& body, int status = 200);

/// What is wrong with a form, field by field, in the order of the form.
class FormErrors {
public:
    struct Entry { std::string field, message, name = {}; };   // translated; name: of the field, where the page knows it
    void add(std::string field, std::string message) { entries_.push_back({std::move(field), std::move(message)}); }
    bool empty() const { return entries_.empty(); }
    const std::vector<Entry>& entries() const { return entries_; }
    /// What the field is called beside its message where the messages stand together: two alike are told apart.
    void name(std::string_view field, std::string_view title);
    /// "" where the field is right.
    std::string_view message(std::string_view field) const;

private:
    std::vector<Entry> entries_;
};

}  // namespace digilots::html
