#include "platform/html/layout.h"

#include <algorithm>

#include "platform/html/open_text.h"
#include "platform/html/shown_fields.h"
#include "platform/html/templates.h"
#include "platform/http/assets.h"
#include "platform/http/kiosk.h"
#include "platform/http/may.h"
#include "platform/http/offered.h"
#include "platform/http/typed_form.h"

namespace digilots::html {
namespace {

// "sv-easy" is Swedish to a screen reader and to hyphenation.
std::string document_language(const std::string& code) { return code == "sv-easy" ? "sv" : code; }

/// The page that a person is at: a form shown again stands where it stood first, not where it was sent to.
std::string page_path(const http::Request& request) {
    if (request.method != http::Method::post || !request.form.has("form_of")) return request.path;
    const std::string page = http::typed_form(request).page;
    const std::string path = page.substr(0, page.find('?'));
    return path.starts_with(request.language_prefix) ? path.substr(request.language_prefix.size()) : path;
}

/// An entry is current for all pages below it; a start page only for itself.
bool is_at(const http::MenuEntry& entry, std::string_view path) {
    if (entry.path.ends_with('/')) return path == entry.path;
    return path.starts_with(entry.path) ||
           std::ranges::any_of(entry.also, [&](const std::string& also) { return path.starts_with(also); });
}

/// "My tasks (3)": with what waits there.
std::string title_of(const http::MenuEntry& entry, const Page& page) {
    const auto& request = page.request();
    const auto number = entry.number && request.identity ? entry.number(*request.tenant, *request.identity) : 0;
    const auto title = page.t(entry.title);
    return number == 0 ? title : title + " (" + page.translator().number(static_cast<double>(number)) + ")";
}

// A link keeps the page and its filters; only the language changes.
std::vector<LanguageLink> language_links(const Page& page) {
    const http::Request& request = page.request();
    std::vector<LanguageLink> links;
    const std::string query = request.raw_query.empty() ? "" : "?" + request.raw_query;
    for (const i18n::LanguageInfo& language : i18n::languages()) {
        bool offered = !request.tenant;
        if (request.tenant) {
            for (const std::string& code : request.tenant->languages) offered = offered || code == language.code;
        }
        // What staff read is written in the languages that they work in.
        if (page.staff && !language.reviewed) continue;
        if (!offered) continue;
        links.push_back({document_language(language.code), language.own_name, "/" + language.code + request.path + query,
                         language.code == page.translator().language().code, language.right_to_left});
    }
    return links;
}

bool has_drafts(const Page& page) {
    const auto& identity = page.request().identity;
    return page.staff && identity && !identity->account_id.empty();
}

void add_assets(const Page& page, LayoutView& view) {
    view.icon_url = http::asset_url("icon.svg");
    view.styles.push_back(http::asset_url("app.css"));
    if (page.staff) view.styles.push_back(http::asset_url("staff.css"));
    for (const std::string& name : page.styles) view.styles.push_back(http::asset_url(name));
    view.scripts.push_back(http::asset_url("app.js"));
    if (has_drafts(page)) view.scripts.push_back(http::asset_url("drafts.js"));
    if (!page.early_script.empty()) view.early_script = http::asset_url(page.early_script);
    for (const std::string& name : page.scripts) view.scripts.push_back(http::asset_url(name));
}

bool is_for_everyone(http::MenuPlace place) { return place == http::MenuPlace::residents || place == http::MenuPlace::help; }

bool sees(const http::MenuEntry& entry, const http::Request& request) {
    if (entry.of_privacy) return http::may_see_privacy(request) && !http::may(request, http::Role::administrator);
    if (is_for_everyone(entry.menu)) return http::is_there(entry, *request.tenant);
    return http::may(request, entry.least);
}

}  // namespace

std::vector<Link> Page::menu(http::MenuPlace place) const {
    std::vector<Link> links;
    if (!request_->tenant || request_->menu == nullptr) return links;
    const std::string start = "/" + request_->tenant->slug, path = page_path(*request_);
    const auto below = path.starts_with(start) ? std::string_view(path).substr(start.size()) : std::string_view();
    for (const auto& entry : *request_->menu) {
        if (entry.menu != place || !sees(entry, *request_)) continue;
        links.push_back({title_of(entry, *this), tenant_url(entry.path), is_at(entry, below)});
    }
    return links;
}

namespace {

/// What stands in front stays there for everybody; the rest of a long menu opens below its last entry.
void fold_menu(LayoutView& view) {
    constexpr std::size_t most = 9, in_front = 8;
    if (view.navigation.size() <= most) return;
    view.more_navigation.assign(view.navigation.begin() + in_front, view.navigation.end());
    view.navigation.resize(in_front);
    view.is_in_more = std::ranges::any_of(view.more_navigation, &Link::current);
}

}  // namespace

LayoutView lay_out(const Page& page, int status) {
    const http::Request& request = page.request();
    const i18n::LanguageInfo& language = page.translator().language();
    LayoutView view;
    view.lang = document_language(language.code);
    view.right_to_left = language.right_to_left;
    const bool is_made_up = request.tenant ? request.tenant->is_made_up : !page.made_up.empty();
    const std::string made_up = is_made_up ? " (" + page.t("made up") + ")" : "";
    const std::string site = request.tenant ? request.tenant->name + made_up + " – Digilots"
                             : is_made_up   ? page.made_up + made_up + " – Digilots"
                                            : "Digilots";
    if (is_made_up)
        view.made_up = request.tenant ? page.t("{municipality} is made up", {{"municipality", request.tenant->name}})
                                      : page.t("The network {name} is made up", {{"name", page.made_up}});
    view.document_title = page.title.empty() || page.title == site ? site : page.title + " – " + site;
    view.home_url = request.tenant ? page.tenant_url("/") : page.url(page.staff ? "/staff/" : "/");
    view.home_title = request.tenant ? request.tenant->name : "Digilots";
    add_assets(page, view);
    view.help = page.staff ? std::vector<Link>() : page.menu(http::MenuPlace::help);
    std::erase_if(view.help, [](const Link& link) { return link.current; });   // one is there already
    if (!page.from_afar) view.navigation = page.menu(page.staff ? http::MenuPlace::staff : http::MenuPlace::residents);
    fold_menu(view);
    view.languages = language_links(page);
    view.language_unreviewed = !language.reviewed;
    view.signed_in = request.identity && !request.identity->account_id.empty();
    if (view.signed_in) view.display_name = request.identity->display_name;
    if (has_drafts(page)) view.person = request.identity->account_id;
    view.refused = status >= 400;
    view.indexable = page.indexable && !page.staff && !is_made_up;
    if (view.indexable && request.tenant) view.canonical_url = page.url(request.path);
    if (const auto start = http::kiosk_start(request); !start.empty()) {
        view.home_url = start;
        view.kiosk_done_url = start + "/done";
        view.kiosk_turn = request.cookie(http::kiosk_cookie);
        view.scripts.push_back(http::asset_url("kiosk.js"));
    }
    view.places_url = request.tenant ? page.tenant_url("/places") : page.url("/");
    if (request.tenant) {
        view.phone = request.tenant->phone;
        view.phone_is_example = request.tenant->phone_is_example;
        view.phone_is_known = request.tenant->phone_answers.has_value();
        const bool answers = request.tenant->phone_answers.value_or(false);
        view.phone_open.state = answers ? components::OpenState::open : components::OpenState::closed;
        view.phone_open.next_change = change_text(answers, request.tenant->phone_changes, request.received,
                                                  request.tenant->zone, page.translator());
        const std::string& colour = request.tenant->primary_colour;
        if (colour.size() == 7) view.theme_url = "/" + request.tenant->slug + "/theme.css?v=" + colour.substr(1);
    }
    return view;
}

http::Response render_page(const Page& page, const Safe& body, int status) {
    return http::html(with_shown(templates::layout(lay_out(page, status), body, page).html(), page), status);
}

}  // namespace digilots::html
