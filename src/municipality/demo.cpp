#include "municipality/demo.h"

namespace digilots::municipality {

namespace {

/// The mapping holds no phone numbers: examples from the series that the numbering authority keeps for fiction.
void set_example_phones(Municipalities& municipalities) {
    int number = 1;
    for (const auto& one : municipalities.active()) {
        auto settings = municipalities.settings(one.id);
        if (settings.phone.empty()) {
            settings.phone = "0980-319 20 " + std::string(number < 10 ? "0" : "") + std::to_string(number);
            settings.phone_is_example = true;
            municipalities.save_settings(one.id, settings);
        }
        ++number;
    }
}

void make_network(Municipalities& municipalities) {
    Network network{"teo", "Projekt TEO", {}};
    if (municipalities.network(network.key)) return;
    for (const char* id : {"2280", "2282", "2132", "2283", "2281", "2260", "2284"}) {
        if (municipalities.is_active(id)) network.members.emplace_back(id);
    }
    municipalities.save_network(network);
}

}  // namespace

void load_demo(Municipalities& municipalities) {
    set_example_phones(municipalities);
    make_network(municipalities);
}

}  // namespace digilots::municipality
