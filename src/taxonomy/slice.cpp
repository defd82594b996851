#include "taxonomy/taxonomy.h"

namespace digilots::taxonomy {

namespace {

using http::MenuPlace, http::Role;

const http::Menu menu{
    {MenuPlace::settings, 200, TEXT("Your own topics"), "/staff/settings/topics", Role::administrator},
};

}  // namespace

Slice slice(OwnTopics& own_topics) {
    return {
        .name = "taxonomy",
        .registers = {&own_topics.records()},
        .menu = menu,
    };
}

}  // namespace digilots::taxonomy
