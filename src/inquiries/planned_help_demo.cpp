// Planned help time of the made-up municipalities: the library on weekdays before noon, the citizens' office in the afternoon.
#include "inquiries/implementation.h"
#include "inquiries/planned_help.h"
#include "platform/base/ensure.h"

namespace digilots::inquiries {

void load_demo_planned_help(register_::Records& records, const Service& service, const Demo& demo) {
    for (const auto& id : demo.complete) {
        const auto tenant = service.municipalities.find_tenant(id);
        if (!tenant) continue;
        const auto around = municipality::surroundings_of(service.municipalities, records, tenant->id, service.clock.now());
        if (records.list(around, {}, 1, 0).found > 0) continue;
        const auto account = demo.account ? demo.account(tenant->id, http::Role::coordinator) : std::string();
        const bool is_norwegian = tenant->country == "NO";
        const register_::Draft lines[] = {
            {{"title", {is_norwegian ? "Formiddager på biblioteket" : "Förmiddagar på biblioteket"}},
             {"weekdays", {"mo", "tu", "we", "th", "fr"}},
             {"hours", {"10-12"}}},
            {{"title", {is_norwegian ? "Ettermiddager på innbyggertorget" : "Eftermiddagar på medborgarkontoret"}},
             {"weekdays", {"mo", "we"}},
             {"hours", {"13-16"}}}};
        for (const auto& line : lines) {
            const auto added = records.add(around, line, account);
            ENSURE(added.has_value());
        }
    }
}

}  // namespace digilots::inquiries
