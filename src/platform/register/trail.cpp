#include "platform/register/trail.h"

namespace digilots::register_ {

audit::Words trail_of(const Register& declaration) {
    const std::string key(declaration.key);
    audit::Words words{
        .actions = {{key + " added", TEXT("was added")},
                    {key + " changed", TEXT("was changed")},
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
