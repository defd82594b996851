#include "platform/register/trail.h"

namespace digilots::register_ {

audit::Words trail_of(const Register& declaration) {
    const std::string key(declaration.key);
    const auto said = [&key](std::string_view own, const char* usual) { return own.empty() ? key + usual : std::string(own); };
    audit::Words words{
        .actions = {{said(declaration.traces.added, " added"), TEXT("was added")},
                    {said(declaration.traces.changed, " changed"), TEXT("was changed")},
                    {key + " ended", TEXT("was ended")},
                    {key + " used again", TEXT("was taken into use again")},
                    {key + " deleted", TEXT("was deleted")}},
        .records = {{key, declaration.names.one, std::string(declaration.path) + "/"}},
        .fields = {{"position", TEXT("Order")}},
    };
    for (const auto& field : declaration.fields) words.fields.push_back({std::string(field.name), field.title});
    return words;
}

}  // namespace digilots::register_
