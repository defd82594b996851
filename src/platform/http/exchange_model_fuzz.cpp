// The model of connections with its decisions made by the fuzzer: which requests, which bodies, which pieces.
#include <cstdint>
#include <cstdio>

#include "platform/http/exchange_model_for_tests.h"

namespace {

using namespace digilots::http;

ServerOptions model_options() {
    ServerOptions options;
    options.rate_limits = false;
    return options;
}

struct Setting {
    digilots::base::SystemClock clock;
    ServerOptions options = model_options();
    Application application{options, model_routes(), Gatekeeper{}, nullptr, clock};
    BodyBudget budget{.most = 48 << 20};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Setting setting;
    std::size_t at = 0;
    // Two bytes a decision; once they are used up, the largest: requests and pieces come to an end.
    const Choose choose = [&](std::size_t most) -> std::size_t {
        if (at + 2 > size) return most;
        const std::size_t chosen = data[at] | static_cast<std::size_t>(data[at + 1]) << 8;
        at += 2;
        return most > 0xffff ? chosen * most / 0xffff : chosen % (most + 1);
    };
    const auto pace = choose(1) == 0 ? Pace::after_each_answer : Pace::pipelined;
    const auto requests = model_requests(choose, 30'000);
    const auto difference = difference_from_fresh(requests, pace, setting.application, setting.budget, choose);
    if (difference.empty() && setting.budget.held == 0) return 0;
    std::fprintf(stderr, "%s\n", difference.c_str());
    __builtin_trap();
}
