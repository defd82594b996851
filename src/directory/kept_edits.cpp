#include "directory/kept_edits.h"

#include <algorithm>

#include "directory/show_place_page.h"

namespace digilots::directory {
namespace {

std::string options_text(const std::vector<html::components::Option>& options) {
    std::string text;
    for (const auto& option : options) {
        if (option.selected) text += (text.empty() ? "" : ", ") + option.label;
    }
    return text;
}

std::string in_one_line(std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; ++at) text.replace(at, 1, ", ");
    return text;
}

std::string aids_text(const Record& record, const html::Page& page) {
    std::string text;
    for (const auto& aid : read_aids(fact(record, "aids"))) {
        const auto row = aid_row(aid, Status::open, page);
        text += (text.empty() ? "" : ", ") + row.name + (row.detail.empty() ? "" : " (" + row.detail + ")");
    }
    return text;
}

std::string hours_text_of(const Record& record, const FormContext& context) {
    const auto hours = hours_in_words(read_hours(record), context);
    const auto note = std::string(fact(record, "hours_note"));
    return in_one_line(hours.empty() || note.empty() ? hours + note : hours + ". " + note);
}

std::string field_text(const FieldSpec& spec, const Record& record, const FormContext& context) {
    if (spec.input == Input::hours) return hours_text_of(record, context);
    if (spec.input == Input::aids) return aids_text(record, context.page);
    if (spec.input == Input::status) return status_label(fact(record, spec.fact), context.page);
    const auto item = form_item(spec, record, context);
    switch (item.kind) {
        case FormItem::Kind::checkbox: return item.field.checked ? context.page.t("Yes") : context.page.t("No");
        case FormItem::Kind::checks: return options_text(item.field.options);
        case FormItem::Kind::select: break;
        default: return in_one_line(item.field.value);
    }
    const auto chosen = options_text(item.field.options);
    return chosen.empty() ? context.page.t("something that the list does not hold") : chosen;
}

bool is_of(const FieldSpec& spec, std::string_view column) {
    if (spec.input == Input::hours) return column.starts_with("hours_");
    if (spec.input == Input::operator_name || spec.input == Input::operator_type) return column == "organization_id";
    return column == spec.fact;
}

void name_operator(Record& record, const std::vector<Organization>& organizations) {
    const auto found = std::ranges::find(organizations, fact(record, "organization_id"), &Organization::id);
    record.facts["operator_name"] = found == organizations.end() ? "" : found->name;
    record.facts["operator_type"] = found == organizations.end() ? "" : found->type;
}

}  // namespace

std::vector<KeptEdit> kept_edits(const std::vector<FactEdit>& edits, const Record& saved,
                                 const std::vector<Organization>& organizations, const FormContext& context) {
    Record here = saved, imported = saved;
    std::vector<std::string_view> edited;
    for (const auto& edit : edits) {
        if (edit.kind != saved.kind || edit.record_id != saved.id) continue;
        imported.facts[edit.field] = edit.imported_value;
        edited.emplace_back(edit.field);
    }
    name_operator(here, organizations);
    name_operator(imported, organizations);
    std::vector<KeptEdit> kept;
    for (const auto& spec : fields_of(saved.kind)) {
        if (spec.input == Input::section || spec.input == Input::point_is_right) continue;
        if (std::ranges::none_of(edited, [&](std::string_view column) { return is_of(spec, column); })) continue;
        const auto before = field_text(spec, imported, context), now = field_text(spec, here, context);
        if (before == now) continue;
        const auto nothing = context.page.t("nothing");
        kept.push_back({context.page.t(spec.label), before.empty() ? nothing : before, now.empty() ? nothing : now});
    }
    return kept;
}

}  // namespace digilots::directory
