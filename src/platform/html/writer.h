#pragma once
// Output of compiled templates. Text is escaped by its context; only Safe goes out as it is.
#include <cstdint>
#include <string>
#include <string_view>

namespace digilots::html {

/// HTML that was made by a template or a component of this program, never from a person's input.
class Safe {
public:
    Safe() = default;
    /// The one way in; grep for it in review.
    static Safe trusted(std::string html) { Safe safe; safe.html_ = std::move(html); return safe; }
    const std::string& html() const { return html_; }
    bool empty() const { return html_.empty(); }

private:
    std::string html_;
};

class Writer {
public:
    std::string out;

    void literal(std::string_view html) { out.append(html); }
    void text(std::string_view text);            // & < >
    void text(std::int64_t number) { out.append(std::to_string(number)); }
    void text(int number) { out.append(std::to_string(number)); }
    void text(std::size_t number) { out.append(std::to_string(number)); }
    void attribute(std::string_view text);       // & < > " '
    void attribute(std::int64_t number) { out.append(std::to_string(number)); }
    void attribute(int number) { out.append(std::to_string(number)); }
    void attribute(std::size_t number) { out.append(std::to_string(number)); }
    /// href, src, action: paths of this server, http(s), tel and mailto; anything else becomes "#".
    void url(std::string_view url);
    void raw(const Safe& safe) { out.append(safe.html()); }
};

/// Percent-encodes one query value or path segment.
std::string url_encode(std::string_view text);

}  // namespace digilots::html
