// "My matters": several codes at once, on one page, whatever they are of. Codes are sent in a form alone and are kept nowhere:
// not in an address, not in a cookie, not on this page once it is closed.
#include <set>

#include "matters/pages.h"
#include "matters/templates.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/http/never_kept.h"

namespace digilots::matters {

namespace {

constexpr std::size_t most_codes = 10, longest_codes = 2000, most_parts_of_code = 20, longest_group = 5;

/// As one of the kinds writes it; "" where it is of none.
std::string tidy_code_of(const Pages& pages, std::string_view typed) {
    for (const auto& kind : pages.followed)
        if (auto code = base::tidy_code(kind.code, typed); !code.empty()) return code;
    return "";
}

/// Parts of a line that are codes together, so that as much of it as can be is one: several codes may stand in a line, and each
/// may have spaces in it. What is none stays as it is; groups that stand beside each other are one wrong code.
std::vector<std::string> codes_of_parts(const Pages& pages, const std::vector<std::string>& parts) {
    struct Best {
        std::size_t taken = 0, parts = 1;
        bool is_code = false, is_whole = false;
        std::string text = {};
    };
    std::vector<Best> best(parts.size() + 1);
    for (std::size_t at = parts.size(); at-- > 0;) {
        const bool is_whole = !tidy_code_of(pages, parts[at]).empty();
        best[at] = {best[at + 1].taken, 1, false, is_whole, parts[at]};
        std::string together;
        for (std::size_t number = 1; number <= most_parts_of_code && at + number <= parts.size(); ++number) {
            // What is a code as it stands is part of no other.
            if (number > 1 && (is_whole || best[at + number - 1].is_whole)) break;
            together += (number > 1 ? " " : "") + parts[at + number - 1];
            if (best[at + number].taken + number < best[at].taken || tidy_code_of(pages, together).empty()) continue;
            best[at] = {best[at + number].taken + number, number, true, is_whole, together};
        }
    }
    std::vector<std::string> codes;
    bool is_after_group = false;
    for (std::size_t at = 0; at < parts.size(); at += best[at].parts) {
        const bool is_group = !best[at].is_code && best[at].text.size() <= longest_group;
        if (is_group && is_after_group) codes.back() += " " + best[at].text;
        else codes.push_back(best[at].text);
        is_after_group = is_group;
    }
    return codes;
}

/// As they were typed, each once: a line each, also with spaces in it, or several in a line with commas or spaces between them.
std::vector<std::string> codes_in(const Pages& pages, std::string_view typed) {
    std::string text(typed);
    for (char& sign : text) {
        if (sign == ',' || sign == ';' || sign == '\r') sign = '\n';
        if (sign == '\t') sign = ' ';
    }
    std::vector<std::string> parts;
    for (const auto& line : base::separated(text, '\n')) {
        for (auto& code : codes_of_parts(pages, base::separated(line, ' '))) parts.push_back(std::move(code));
    }
    std::vector<std::string> codes;
    std::set<std::string> seen;
    for (const auto& part : parts) {
        const auto code = tidy_code_of(pages, part);
        if (!part.empty() && seen.insert(code.empty() ? part : code).second) codes.push_back(code.empty() ? part : code);
    }
    return codes;
}

std::optional<FollowedMatter> matter_with(const Pages& pages, const std::string& code, const html::Page& page) {
    for (const auto& kind : pages.followed)
        if (auto matter = kind.find(page, code)) return matter;
    return std::nullopt;
}

/// A wrong code is a guess at each kind: whoever guesses learns no more here than on the page of one such code.
std::optional<std::chrono::seconds> wait_after_wrong(const Pages& pages, const http::Request& request) {
    std::optional<std::chrono::seconds> longest;
    for (const auto& kind : pages.followed)
        if (const auto wait = kind.wait(request); wait && wait > longest) longest = wait;
    return longest;
}

http::Response show(const http::Request& request, MattersView view, std::string_view typed, int status) {
    html::Page page(request);
    page.title = page.t("My matters");
    page.indexable = false;
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}, {page.title, "", true}};
    view.url = page.tenant_url("/my-matters");
    view.ask_url = page.tenant_url("/ask");
    view.phone = request.tenant->phone;
    view.phone_is_example = request.tenant->phone_is_example;
    view.codes = html::components::Field{.name = "codes",
                                         .label = page.t("Your codes"),
                                         .value = std::string(typed),
                                         .hint = page.t("A code has 12 or 16 letters and digits, such as k7m2-9xqd-4tfh. "
                                                        "You may write several, one on each line, at most ten. Large or small "
                                                        "letters and spaces do not matter."),
                                         .autocomplete = "off",
                                         .rows = 4}
                     .with(view.errors);
    auto response = html::render_page(page, templates::matters_page(view, page), status);
    return never_kept(std::move(response));
}

}  // namespace

http::Response matters_page(const Pages&, const http::Request& request) { return show(request, {}, "", 200); }

http::Response find_matters(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto typed = base::cut(request.form.get("codes"), longest_codes);
    const auto codes = codes_in(pages, typed);
    MattersView view;
    if (codes.empty()) view.errors.add("codes", page.t("Write at least one code, as you got it."));
    if (codes.size() > most_codes) view.errors.add("codes", page.t("Write at most ten codes at a time."));
    if (!view.errors.empty()) return show(request, std::move(view), typed, 422);
    for (const auto& code : codes) {
        auto matter = matter_with(pages, code, page);
        const auto wait = matter ? std::nullopt : wait_after_wrong(pages, request);
        if (wait) {
            MattersView later;
            later.errors.add("", page.t("So much was sent from here that it has to wait a moment. Try again in a minute; what "
                                        "you wrote stands here."));
            auto response = show(request, std::move(later), typed, 429);
            response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
            return response;
        }
        view.matters.push_back({base::cut(code, 40), matter.has_value(), matter.value_or(FollowedMatter{})});
    }
    return show(request, std::move(view), typed, 200);
}

}  // namespace digilots::matters
