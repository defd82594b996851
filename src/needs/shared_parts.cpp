// What several pages here need.
#include <algorithm>

#include "needs/pages.h"
#include "platform/base/lists.h"
#include "platform/register/pages.h"

namespace digilots::needs {

namespace {

constexpr std::int64_t most_rounds = 200;

std::vector<register_::Record> rounds_in_use(const Pages& pages, const http::Request& request) {
    auto found =
        pages.kinds->rounds.list(register_::around_of(pages.kinds->rounds, request), {}, most_rounds, 0)
            .records;
    std::erase_if(found, [](const register_::Record& round) { return round.has_ended(); });
    return found;
}

}  // namespace

html::Page page_of_needs(const http::Request& request, std::string title) {
    html::Page page(request);
    page.staff = true;
    page.indexable = false;
    page.title = std::move(title);
    page.breadcrumbs = {{page.t("Needs"), page.tenant_url("/staff/needs")}};
    return page;
}

std::string label_of(const register_::Choices& choices, std::string_view key, const html::Page& page) {
    const register_::Surroundings around{.municipality_id = page.request().tenant->id,
                                         .words = &page.translator()};
    for (const auto& one : choices(around))
        if (one.key == key) return one.label;
    return std::string(key);
}

std::optional<register_::Record> round_of(const Pages& pages, const http::Request& request) {
    const auto asked = request.query.get("round");
    if (!asked.empty()) return pages.kinds->rounds.find(request.tenant->id, asked);
    const auto rounds = rounds_in_use(pages, request);
    if (rounds.empty()) return std::nullopt;
    return rounds.front();
}

html::components::Field round_choice(const Pages& pages, const http::Request& request,
                                     std::string_view chosen) {
    const html::Page page(request);
    html::components::Field field{.name = "round", .label = page.t("Round")};
    for (const auto& round : rounds_in_use(pages, request))
        field.options.push_back({round.id, round.text("title"), round.id == chosen});
    return field;
}

bool is_named_network(const std::string& networks, std::string_view key) {
    return networks.empty() || base::holds(register_::list_items(networks), std::string(key));
}

bool Near::may_read(const db::Row& row) const {
    const auto whose = row.text("municipality_id");
    if (whose == own || row.text("shared") == "all") return true;
    const auto named = row.text("networks");
    return std::ranges::any_of(networks, [&](const municipality::Network& network) {
        return base::holds(network.members, whose) && is_named_network(named, network.key);
    });
}

Near near_of(const municipality::Municipalities& municipalities, std::string_view id) {
    Near near{.own = std::string(id)};
    for (const auto& network : municipalities.networks())
        if (base::holds(network.members, near.own)) near.networks.push_back(network);
    return near;
}

namespace {

/// Thrown where one of several is refused, so that none is added.
struct NothingAdded {};

}  // namespace

std::vector<RefusedDraft> add_all(register_::Records& records, const register_::Surroundings& around,
                                  const std::vector<register_::Draft>& drafts, const std::string& actor) {
    std::vector<RefusedDraft> refused;
    const auto refuse = [&](std::size_t at, const register_::Problems& problems) {
        for (const auto& problem : problems) refused.push_back({at, problem});
    };
    for (std::size_t at = 0; at < drafts.size(); ++at) {
        register_::Problems problems;
        records.read(around, drafts[at], register_::blank_record(records.declaration(), around), problems);
        refuse(at, problems);
    }
    if (!refused.empty()) return refused;
    try {
        records.database().write(
            [&](db::Connection& connection) {
                refused.clear();
                for (std::size_t at = 0; at < drafts.size(); ++at) {
                    const auto added = records.add_in(connection, around, drafts[at], actor);
                    if (!added) refuse(at, added.error().problems);
                    if (!added && refused.empty())
                        refuse(at, {{"title", TEXT("Somebody changed something meanwhile. Look, and send it again.")}});
                }
                if (!refused.empty()) throw NothingAdded{};
            },
            db::Isolation::deciding);
    } catch (const NothingAdded&) {
    }
    return refused;
}

}  // namespace digilots::needs
