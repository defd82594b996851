#include "platform/html/form_filler.h"

#include <algorithm>
#include <map>
#include <vector>

#include "platform/html/tags.h"

namespace digilots::html {

namespace {

/// Without a word of its own, such as "checked".
std::string without_word(std::string_view tag, std::string_view word) {
    std::string text(tag);
    const std::size_t at = find_word(tag, word);
    if (at != std::string_view::npos) text.erase(at, word.size());
    return text;
}

std::string with_value(std::string_view tag, std::string_view value) {
    const std::string_view before = value_of(tag, "value");
    if (before.data() == nullptr) return std::string(tag) + " value=\"" + escaped(value) + "\"";
    const auto at = static_cast<std::size_t>(before.data() - tag.data());
    return std::string(tag.substr(0, at)) + escaped(value) + std::string(tag.substr(at + before.size()));
}

/// What a person fills in; a button or a hidden field is none.
bool is_field(std::string_view tag) {
    if (is(tag, "select") || is(tag, "textarea")) return true;
    const std::string_view type = value_of(tag, "type");
    return is(tag, "input") && type != "hidden" && type != "submit" && type != "button" && type != "password" && type != "file";
}

class Filler {
public:
    Filler(std::string_view form, const http::Fields& typed) : form_(form) {
        for (const auto& [name, value] : typed.pairs) typed_[escaped(name)].push_back(value);
    }

    std::string filled() {
        std::size_t at = 0;
        while (at < form_.size()) {
            const std::size_t begin = form_.find('<', at);
            if (begin == std::string_view::npos) break;
            out_.append(form_, at, begin - at);
            const std::string_view tag = next_tag(form_, begin);
            at = begin + tag.size() + 2;
            out_ += "<" + tag_again(tag) + ">";
            if (is(tag, "textarea")) at = text_again(tag, at);
        }
        if (at < form_.size()) out_.append(form_, at);
        return std::move(out_);
    }

private:
    std::string tag_again(std::string_view tag) {
        if (is(tag, "details")) return without_word(tag, "open") + " open";
        if (is(tag, "select")) select_ = value_of(tag, "name");
        if (is(tag, "option")) return chosen_again(tag, select_, "selected");
        if (!is(tag, "input")) return std::string(tag);
        const std::string_view type = value_of(tag, "type"), name = value_of(tag, "name");
        if (type == "checkbox" || type == "radio") return chosen_again(tag, std::string(name), "checked");
        // What the page gives anew (its token) and what was not sent (a password) stays as it is.
        const std::string* value = next_value(name);
        return value ? with_value(tag, *value) : std::string(tag);
    }

    std::string chosen_again(std::string_view tag, const std::string& name, const char* word) const {
        const auto found = typed_.find(name);
        const std::string_view value = value_of(tag, "value");
        const bool chosen = found != typed_.end() && std::ranges::any_of(found->second, [&](const std::string& one) {
            return escaped(one) == value;
        });
        return without_word(tag, word) + (chosen ? " " + std::string(word) : "");
    }

    std::size_t text_again(std::string_view tag, std::size_t at) {
        const std::size_t end = form_.find("</textarea>", at);
        const std::string* value = next_value(value_of(tag, "name"));
        if (value) out_ += "\n" + escaped(*value);
        else out_.append(form_, at, end - at);
        return end;
    }

    /// Fields of one name take their values in order.
    const std::string* next_value(std::string_view name) {
        const auto found = typed_.find(name);
        if (found == typed_.end()) return nullptr;
        std::size_t& used = used_[std::string(name)];
        return used < found->second.size() ? &found->second[used++] : nullptr;
    }

    std::string_view form_;
    std::map<std::string, std::vector<std::string>, std::less<>> typed_;
    std::map<std::string, std::size_t> used_;
    std::string select_, out_;
};

bool has_fields(std::string_view form) {
    for (std::size_t at = form.find('<'); at != std::string_view::npos; at = form.find('<', at + 1))
        if (is_field(next_tag(form, at))) return true;
    return false;
}

}  // namespace

std::optional<FilledPage> fill_form(std::string_view html, const http::TypedForm& typed) {
    const auto part = find_form(html, typed.action);
    if (!part) return std::nullopt;
    const std::string_view form = html.substr(part->begin, part->end - part->begin);
    if (!has_fields(form)) return FilledPage{std::string(html), false};
    std::string filled(html.substr(0, part->begin));
    filled += Filler(form, typed.fields).filled();
    filled += html.substr(part->end);
    return FilledPage{std::move(filled), true};
}

}  // namespace digilots::html
