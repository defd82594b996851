#include "platform/register/trail.h"

namespace digilots::register_ {

namespace {

std::function<std::string(std::string_view, std::string_view, const i18n::Translator&)> name_of(const Records& records) {
    return [&records](std::string_view municipality_id, std::string_view id, const i18n::Translator& words) {
        const auto record = records.find(municipality_id, id);
        if (!record) return std::string();
        const auto& field = records.declaration().fields.front();
        auto around = records.around(municipality_id);
        around.words = &words;
        const auto shown = field.type->show(field, *record, around);
        return shown.lines.empty() ? std::string() : shown.lines.front();
    };
}

}  // namespace

audit::Words trail_of(const Records& records) {
    const auto& declaration = records.declaration();
    const std::string key(declaration.key);
    const auto action = [&key](std::string_view own, const char* usual) { return own.empty() ? key + usual : std::string(own); };
    audit::Words words{
        .actions = {{action(declaration.traces.added, " added"), TEXT("was added")},
                    {action(declaration.traces.changed, " changed"), TEXT("was changed")},
                    {key + " ended", TEXT("was ended")},
                    {key + " used again", TEXT("was taken into use again")},
                    {key + " deleted", TEXT("was deleted")}},
        .records = {{key, declaration.names.one, std::string(declaration.path) + "/",
                     declaration.size == Size::one ? nullptr : name_of(records)}},
        .fields = {{"position", TEXT("Order")}},
    };
    if (declaration.attachments) {
        words.actions.emplace_back(key + " file added", TEXT("got a file"));
        words.actions.emplace_back(key + " file changed", TEXT("had a file changed"));
        words.actions.emplace_back(key + " file removed", TEXT("had a file removed"));
    }
    for (const auto& field : declaration.fields)
        if (field.title.id[0] != '\0') words.fields.push_back({std::string(field.name), field.title});
    return words;
}

}  // namespace digilots::register_
