#include "municipality/demo.h"

#include "platform/base/clock_time.h"
#include "platform/base/ensure.h"

namespace digilots::municipality {

namespace {

/// The mapping holds no phone numbers: examples from the series that the numbering authority keeps for fiction.
void set_example_phones(Municipalities& municipalities) {
    int number = 1;
    for (const auto& one : municipalities.active_real()) {
        auto settings = municipalities.settings(one.id);
        if (settings.phone.empty()) {
            settings.phone = "0980-319 20 " + base::two_digits(number);
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

/// What a network does can be tried where nobody is: one member each of Sweden and Norway, and one that, as it would with an
/// installation of its own, is served elsewhere.
void make_made_up_network(Municipalities& municipalities, const Demo& demo) {
    Network network{"lotsby-losvik", "Nätverket Lotsby–Losvik", demo.complete, "lotsby"};
    if (municipalities.network(network.key) || demo.complete.size() < 2) return;
    if (demo.measured.empty()) {
        const auto* elsewhere = find_made_up("provkommun-001");
        ENSURE(elsewhere != nullptr);
        if (!municipalities.about(elsewhere->id)) municipalities.save_own(*elsewhere);
        network.members.push_back(elsewhere->id);
    }
    municipalities.save_network(network);
}

Settings complete_settings(const Municipality& made_up) {
    const bool is_norwegian = made_up.country == "NO";
    auto settings = default_settings(made_up);
    settings.languages = is_norwegian ? std::vector<std::string>{"nb", "sv", "en", "ar"}
                                      : std::vector<std::string>{"sv", "nb", "en", "ar"};
    settings.phone = is_norwegian ? "+47 00 00 00 00" : "08-465 004 00";
    settings.phone_is_example = true;
    settings.phone_hours = is_norwegian ? "Mo-Th 08:00-15:30; Fr 08:00-15:00; PH off"
                                        : "Mo-Th 08:00-17:00; Fr 08:00-16:00; PH off";
    settings.primary_colour = is_norwegian ? "#7a1f4b" : "#1d5c3f";
    settings.response_limit = 2;
    settings.accessibility_reviewed = base::parse_date("2026-03-02");
    return settings;
}

void make(Municipalities& municipalities, const std::string& id, const Settings& settings) {
    const auto* made_up = find_made_up(id);
    ENSURE(made_up != nullptr);
    if (!municipalities.about(id)) municipalities.save_own(*made_up);
    if (!municipalities.is_active(id)) municipalities.activate(id, settings);
}

}  // namespace

void load_demo(Municipalities& municipalities, const Demo& demo) {
    set_example_phones(municipalities);
    make_network(municipalities);
    for (const auto& id : demo.complete) make(municipalities, id, complete_settings(*find_made_up(id)));
    for (const auto& id : demo.measured) make(municipalities, id, default_settings(*find_made_up(id)));
    make_made_up_network(municipalities, demo);
}

}  // namespace digilots::municipality
