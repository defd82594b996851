#include "plan/members.h"

#include <algorithm>

#include "platform/base/lists.h"

namespace digilots::plan {

namespace {

std::vector<std::string> texts_of(const base::Json& list) {
    std::vector<std::string> texts;
    for (const auto& item : list.items()) texts.emplace_back(item.text());
    return texts;
}

}  // namespace

const std::vector<Member>& members_of_part() {
    using enum Member::Kind;
    static const std::vector<Member> members{
        {"title", "title", text},          {"kind", "kind", text},
        {"code", "code", text},            {"parent", "parent", text},
        {"owner", "owner", text},          {"starts", "starts", text},
        {"ends", "ends", text},            {"goes_on", "goes_on", flag},
        {"cycle", "cycle", text},          {"horizon", "horizon", text},
        {"resources", "resources", text},  {"begun_on", "begun_on", text},
        {"done_on", "done_on", text},      {"status_note", "status_note", text},
        {"goals", "municipal_goals", lines}, {"targets", "targets", lines},
        {"processes", "processes", choices}, {"layer", "layer", text},
        {"tier", "tier", text},            {"exclusions", "exclusions", text},
        {"published", "is_published", flag}};
    return members;
}

const Member* find_member(std::string_view name) {
    return base::find_in(members_of_part(), name, &Member::name);
}

bool is_value_of(const Member& member, const base::Json& value) {
    const auto is_text = [](const base::Json& one) { return one.is_string(); };
    switch (member.kind) {
        case Member::Kind::text: return value.is_string() || value.is_null();
        case Member::Kind::lines:
        case Member::Kind::choices: return value.is_array() && std::ranges::all_of(value.items(), is_text);
        case Member::Kind::flag: break;
    }
    return value.is_bool();
}

std::vector<std::string> values_of(const Member& member, const base::Json& value) {
    switch (member.kind) {
        case Member::Kind::text: return {std::string(value.text())};
        case Member::Kind::lines: return {base::joined(texts_of(value), "\n")};
        case Member::Kind::choices: return texts_of(value);
        case Member::Kind::flag: break;
    }
    return value.as_bool().value_or(false) ? std::vector<std::string>{"1"} : std::vector<std::string>{};
}

std::string cell_of(const Member& member, const base::Json& value) {
    switch (member.kind) {
        case Member::Kind::text: return std::string(value.text());
        case Member::Kind::lines:
        case Member::Kind::choices: return base::joined(texts_of(value), "\n");
        case Member::Kind::flag: break;
    }
    return value.as_bool().value_or(false) ? "1" : "0";
}

}  // namespace digilots::plan
