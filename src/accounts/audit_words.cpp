#include "accounts/audit_words.h"

#include <algorithm>

#include "platform/base/text.h"

namespace digilots::accounts {

namespace {

constexpr i18n::Text unknown = TEXT("something else");

std::string_view kind_of(std::string_view record) { return record.substr(0, record.find(':')); }

/// The words of the slice whose record it is first: others may call their fields the same.
Trails in_order(const Trails& trails, std::string_view kind) {
    auto ordered = trails;
    std::ranges::stable_partition(ordered, [&](const audit::Words& words) {
        return std::ranges::find(words.records, kind, &audit::RecordWords::kind) != words.records.end();
    });
    return ordered;
}

const audit::FieldWords* find_field(const Trails& trails, std::string_view name) {
    for (const auto& words : trails) {
        const auto found = std::ranges::find(words.fields, name, &audit::FieldWords::name);
        if (found != words.fields.end()) return &*found;
    }
    return nullptr;
}

bool is_known(const Trails& trails, std::string_view kind) {
    return std::ranges::any_of(trails, [&](const audit::Words& words) {
        return std::ranges::find(words.records, kind, &audit::RecordWords::kind) != words.records.end();
    });
}

/// "why, indicators" and "topics minutes": slices separate by commas or by spaces. "second step" is one.
std::vector<std::string_view> separate(std::string_view fields, const Trails& trails) {
    if (find_field(trails, fields) != nullptr) return {fields};
    const char separator = fields.find(',') == std::string_view::npos ? ' ' : ',';
    std::vector<std::string_view> names;
    for (const std::string_view name : base::split(fields, separator)) names.push_back(base::trim(name));
    return names;
}

}  // namespace

std::string action_words(const Trails& trails, std::string_view written, const html::Page& page) {
    // "call_back read" and "call-back read" are one.
    const auto is_same = [](char a, char b) { return a == b || ((a == '_' || a == '-') && (b == '_' || b == '-')); };
    for (const auto& words : trails)
        for (const auto& known : words.actions)
            if (std::ranges::equal(written, std::string_view(known.action), is_same)) return page.t(known.words);
    return page.t(unknown);
}

ShownRecord record_words(const Trails& trails, std::string_view record, std::string_view action, const html::Page& page) {
    const auto kind = kind_of(record), id = record.substr(std::min(kind.size() + 1, record.size()));
    for (const auto& words : trails) {
        const auto found = std::ranges::find(words.records, kind, &audit::RecordWords::kind);
        if (found == words.records.end()) continue;
        const auto name = found->name_of ? found->name_of(page.request().tenant->id, id, page.translator()) : "";
        const bool is_there = found->name_of ? !name.empty() : !action.ends_with("deleted") && !action.ends_with("removed");
        const bool has_page = is_there && !id.empty() && !found->folder.empty();
        return {page.t(found->words) + (name.empty() ? "" : ": " + name),
                has_page ? page.tenant_url(found->folder + std::string(id)) : ""};
    }
    return {page.t(unknown), ""};
}

std::string field_words(const Trails& trails, std::string_view record, std::string_view fields, const html::Page& page) {
    const auto ordered = in_order(trails, kind_of(record));
    std::vector<std::string> words;
    for (const std::string_view name : separate(fields, ordered)) {
        if (name.empty()) continue;
        // Of a step that names other records, such as sessions of an activity; how many more there were is no word of its own.
        const bool is_record = name.find(':') != std::string_view::npos;
        if (is_record && !is_known(ordered, kind_of(name))) continue;
        const auto* found = find_field(ordered, name);
        std::string word = is_record ? record_words(trails, name, "", page).text
                                     : page.t(found == nullptr ? unknown : found->words);
        if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
    }
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

}  // namespace digilots::accounts
