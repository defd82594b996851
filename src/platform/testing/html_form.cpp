#include "platform/testing/html_form.h"

#include <algorithm>

#include "platform/html/writer.h"
#include "platform/testing/html_reader.h"

namespace digilots::testing {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

bool is_inside(const ReadPage& page, std::size_t index, int ancestor) {
    for (int at = page.elements[index].parent; at >= 0;
         at = page.elements[static_cast<std::size_t>(at)].parent)
        if (at == ancestor) return true;
    return false;
}

void add_input(Form& form, const Element& input) {
    const auto type = input.attribute("type");
    const std::string name(input.attribute("name"));
    if (type == "submit" || type == "button" || type == "image" || type == "reset") return;
    form.names.push_back(name);
    form.kinds[name] = input.has("inputmode") ? input.attribute("inputmode") : type;
    const bool is_choice = type == "radio" || type == "checkbox";
    const std::string value = is_choice && !input.has("value") ? "on" : std::string(input.attribute("value"));
    if (is_choice) form.choices[name].push_back(value);
    if (!is_choice || input.has("checked")) form.values.emplace_back(name, value);
}

void add_select(Form& form, const ReadPage& page, std::size_t index) {
    const auto& select = page.elements[index].element;
    const std::string name(select.attribute("name"));
    form.names.push_back(name);
    std::vector<std::string> offered, selected;
    for (std::size_t at = index + 1; at < page.elements.size(); ++at) {
        const auto& option = page.elements[at].element;
        if (option.name != "option" || !is_inside(page, at, static_cast<int>(index))) continue;
        offered.push_back(option.has("value") ? std::string(option.attribute("value")) : option.text);
        if (option.has("selected")) selected.push_back(offered.back());
    }
    if (selected.empty() && !select.has("multiple") && !offered.empty()) selected.push_back(offered.front());
    for (auto& value : selected) form.values.emplace_back(name, value);
    auto& choices = form.choices[name];
    choices.insert(choices.end(), offered.begin(), offered.end());
}

Form read_form(const ReadPage& page, std::size_t index) {
    Form form;
    const auto& element = page.elements[index].element;
    form.action = element.attribute("action");
    form.is_post = element.attribute("method") == "post";
    const auto id = element.attribute("id");
    for (std::size_t at = 0; at < page.elements.size(); ++at) {
        const auto& field = page.elements[at].element;
        const bool belongs = field.has("form") ? !id.empty() && field.attribute("form") == id
                                               : is_inside(page, at, static_cast<int>(index));
        if (!belongs || field.attribute("name").empty() || field.has("disabled")) continue;
        if (field.name == "input")
            add_input(form, field);
        else if (field.name == "select")
            add_select(form, page, at);
        else if (field.name == "textarea") {
            form.names.emplace_back(field.attribute("name"));
            form.values.emplace_back(field.attribute("name"), field.text);
        }
    }
    return form;
}

}  // namespace

Pairs Form::filled(const Pairs& given) const {
    Pairs sent;
    for (const auto& value : values)
        if (std::ranges::none_of(given, [&](const auto& field) { return field.first == value.first; }))
            sent.push_back(value);
    sent.insert(sent.end(), given.begin(), given.end());
    return sent;
}

std::vector<std::string> Form::problems(const Pairs& given) const {
    std::vector<std::string> found;
    for (const auto& [name, value] : given) {
        const auto offered = choices.find(name);
        if (offered == choices.end() || value.empty()) continue;
        if (std::ranges::find(offered->second, value) == offered->second.end())
            found.push_back("the form offers no \"" + value + "\" for " + name);
    }
    return found;
}

std::vector<Form> all_forms(std::string_view html) {
    const auto page = read_html(html);
    std::vector<Form> forms;
    for (std::size_t index = 0; index < page.elements.size(); ++index) {
        if (page.elements[index].element.name == "form") forms.push_back(read_form(page, index));
    }
    return forms;
}

std::optional<Form> find_form(std::string_view html, const Pairs& fields, std::string_view action) {
    for (auto& form : all_forms(html)) {
        const bool has_all = std::ranges::all_of(fields, [&](const auto& field) {
            return std::ranges::find(form.names, field.first) != form.names.end();
        });
        if (has_all && form.action.find(action) != std::string::npos) return form;
    }
    return std::nullopt;
}

std::string encode_form(const Pairs& fields) {
    std::string text;
    for (const auto& [name, value] : fields)
        text += (text.empty() ? "" : "&") + html::url_encode(name) + "=" + html::url_encode(value);
    return text;
}

}  // namespace digilots::testing
