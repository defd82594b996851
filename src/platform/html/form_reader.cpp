#include "platform/html/form_reader.h"

#include <algorithm>
#include <map>
#include <optional>

#include "platform/html/tags.h"

namespace digilots::html {

namespace {

/// Goes through a form from start to end: what each field is called, what would be sent, where it stands.
class FieldReader {
public:
    FieldReader(std::string_view form, const Page& page) : form_(form), page_(page) { read_labels(); }

    std::vector<ReadField> read() {
        for (std::size_t at = form_.find('<'); at != std::string_view::npos; at = form_.find('<', at + 1)) {
            const std::string_view tag = next_tag(form_, at);
            const bool is_part = is(tag, "div") || is(tag, "fieldset");
            if (is_part && has_class(tag, "field")) place_ = at;
            if (is(tag, "legend")) legend_ = inside(at, tag, "</legend>");
            if (is(tag, "select")) read_select(at, tag);
            if (is(tag, "textarea")) add_text(at, tag, without_returns(inside(at, tag, "</textarea>")));
            if (is(tag, "input")) read_input(at, tag);
        }
        for (auto& field : fields_) say_in_words(field);
        return std::move(fields_);
    }

private:
    static bool has_class(std::string_view tag, std::string_view wanted) {
        const std::string_view classes = value_of(tag, "class");
        return classes == wanted || classes.starts_with(std::string(wanted) + " ");
    }

    std::string inside(std::size_t at, std::string_view tag, std::string_view end) const {
        const std::size_t begin = at + tag.size() + 2;
        return text_of(form_.substr(begin, form_.find(end, begin) - begin));
    }

    /// Without "(optional)" and keys, which stand in elements of their own behind the words.
    void read_labels() {
        for (std::size_t at = form_.find("<label"); at != std::string_view::npos; at = form_.find("<label", at + 1)) {
            const std::string_view tag = next_tag(form_, at);
            const std::size_t begin = at + tag.size() + 2;
            labels_[std::string(value_of(tag, "for"))] = text_of(form_.substr(begin, form_.find('<', begin) - begin));
        }
    }

    std::string label_of(std::string_view tag) const {
        const auto found = labels_.find(std::string(value_of(tag, "id")));
        return found == labels_.end() ? "" : found->second;
    }

    ReadField& field_of(std::size_t at, std::string_view tag, const std::string& label) {
        const std::string name = text_of(value_of(tag, "name"));
        auto found = std::ranges::find(fields_, name, &ReadField::name);
        if (found == fields_.end()) {
            fields_.push_back({name, label, {}, {}, place_ == std::string_view::npos ? at : place_});
            found = fields_.end() - 1;
        }
        ++found->controls;
        return *found;
    }

    void add_text(std::size_t at, std::string_view tag, std::string value) {
        ReadField& field = field_of(at, tag, label_of(tag));
        if (!value.empty()) field.words.push_back(value);
        field.values.push_back(std::move(value));
    }

    void read_input(std::size_t at, std::string_view tag) {
        const std::string_view type = value_of(tag, "type");
        for (const std::string_view other : {"hidden", "submit", "button", "password", "file"})
            if (type == other) return;
        const bool is_choice = type == "radio" || type == "checkbox";
        if (!is_choice) return add_text(at, tag, without_returns(text_of(value_of(tag, "value"))));
        ReadField& field = field_of(at, tag, legend_);
        field.is_checkbox = type == "checkbox";
        if (field.controls == 1) labels_of_boxes_[field.name] = label_of(tag);
        if (!has_word(tag, "checked")) return;
        field.values.push_back(text_of(value_of(tag, "value")));
        field.words.push_back(label_of(tag));
    }

    void read_select(std::size_t at, std::string_view tag) {
        ReadField& field = field_of(at, tag, label_of(tag));
        const std::size_t end = form_.find("</select>", at);
        std::optional<std::pair<std::string, std::string>> chosen;
        for (std::size_t next = form_.find("<option", at); next < end; next = form_.find("<option", next + 1)) {
            const std::string_view option = next_tag(form_, next);
            if (chosen && !has_word(option, "selected")) continue;
            chosen = {text_of(value_of(option, "value")), inside(next, option, "</option>")};
        }
        if (!chosen) return;
        field.values.push_back(chosen->first);
        field.words.push_back(chosen->second);
    }

    /// A box by itself is called what stands beside it, and says yes or no.
    void say_in_words(ReadField& field) const {
        if (!field.is_checkbox || field.controls != 1) return;
        field.label = labels_of_boxes_.at(field.name);
        field.words = {field.values.empty() ? page_.t("No") : page_.t("Yes")};
    }

    std::string_view form_;
    const Page& page_;
    std::map<std::string, std::string> labels_, labels_of_boxes_;
    std::vector<ReadField> fields_;
    std::string legend_;
    std::size_t place_ = std::string_view::npos;
};

}  // namespace

std::string without_returns(std::string text) {
    std::erase(text, '\r');
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

std::vector<ReadField> read_fields(std::string_view form, const Page& page) { return FieldReader(form, page).read(); }

}  // namespace digilots::html
