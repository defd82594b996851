#include "retention/demo.h"

namespace digilots::retention {

void load_demo(Retention& retention, const Demo& demo) {
    for (const auto& id : demo.complete) {
        const bool is_norwegian = id == "losvik";
        const std::string decision = is_norwegian ? "Formannskapet 2026-03-12, sak 41 (oppdiktet)"
                                                  : "Kommunstyrelsen 2026-03-12 § 41 (påhittad)";
        const auto account = demo.account ? demo.account(id, http::Role::administrator) : "";
        for (const auto& rule : retention.rules()) {
            if (!rule.choice || retention.chosen(id, rule).version > 0) continue;
            retention.change(id, rule, {rule.period.number, decision}, account.empty() ? "operator" : account,
                             base::Seen::anything(), std::nullopt);
        }
    }
}

}  // namespace digilots::retention
