#pragma once
// Output of compiled templates. Text is escaped by its context; only Safe goes out as it is.
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

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

/// Numbers that are written as they are; bool and characters are not numbers.
template <class Number>
concept Whole = std::integral<Number> && !std::same_as<Number, bool> && !std::same_as<Number, char>;

class Writer {
public:
    std::string out;

    void literal(std::string_view html) { out.append(html); }
    void text(std::string_view text);            // & < >
    template <Whole Number> void text(Number number) { out.append(std::to_string(number)); }
    void attribute(std::string_view text);       // & < > " '
    template <Whole Number> void attribute(Number number) { out.append(std::to_string(number)); }
    /// href, src, action: paths of this server, http(s), tel and mailto; anything else becomes "#".
    void url(std::string_view url);
    /// Finished JSON inside <script type="application/json">: "<" cannot end the element.
    void json(std::string_view json);
    void raw(const Safe& safe) { out.append(safe.html()); }
};

/// What t("…", "name", value) takes: text and whole numbers.
inline std::string to_text(std::string_view text) { return std::string(text); }
template <Whole Number> std::string to_text(Number number) { return std::to_string(number); }

/// Percent-encodes one query value or path segment.
std::string url_encode(std::string_view text);

}  // namespace digilots::html
