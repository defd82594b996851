// Bytes of a connection through the same machine that reads sockets, with a server behind it.
#include <algorithm>
#include <cstdint>

#include "platform/http/exchange.h"

namespace {

using namespace digilots::http;

constexpr Scope writes{"inquiries:write", digilots::i18n::Text{"log inquiries"}};

Routes fuzz_routes() {
    const auto echo = [](const Request& request) {
        return html(request.path + std::string(request.form.get("a")) + request.raw_query);
    };
    return {{Method::get, "/", Access::anyone, echo},
            {Method::post, "/", Access::anyone, echo},
            {Method::get, "/{municipality}/places/{slug}", Access::anyone, echo},
            {Method::get, "/api/v1/{municipality}/places", Access::anyone, echo},
            {Method::post, "/api/v1/{municipality}/inquiries", Access::token(writes), echo}};
}

ServerOptions fuzz_options() {
    ServerOptions options;
    options.rate_limits = false;
    options.max_body_bytes = 4096;
    options.trusted_proxies = {"127.0.0.1"};
    return options;
}

struct Setting {
    digilots::base::SystemClock clock;
    ServerOptions options = fuzz_options();
    Application application{options, fuzz_routes(), Gatekeeper{}, nullptr, clock};
    BodyBudget budget{1 << 20};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Setting setting;
    // The first byte says into how small pieces the rest is cut: a request may come in any.
    const std::size_t piece = size == 0 ? 1 : 1 + data[0] % 64u;
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!bytes.empty()) bytes.remove_prefix(1);
    Exchange exchange(setting.application, setting.application.peer_of("127.0.0.1", false), HeadLimits{},
                      setting.budget);
    while (true) {
        const auto step = exchange.next();
        if (step == Exchange::Step::close) return 0;
        if (step == Exchange::Step::read) {
            if (bytes.empty()) return 0;
            exchange.feed(bytes.substr(0, piece));
            bytes.remove_prefix(std::min(piece, bytes.size()));
            continue;
        }
        if (step == Exchange::Step::send_continue) continue;
        Answer answer;
        if (step == Exchange::Step::send) {
            answer = exchange.take_answer();
        } else {
            auto work = exchange.take_work();
            answer = setting.application.answer(std::move(work.head), std::move(work.body), exchange.peer());
        }
        if (answer.status >= 500 && answer.status != 501 && answer.status != 505) __builtin_trap();
        exchange.prepare(answer, false, "Sun, 22 Nov 2026 01:00:00 GMT");
        exchange.answered();
    }
}
