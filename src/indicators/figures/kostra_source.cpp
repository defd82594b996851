#include "indicators/figures/kostra_source.h"

#include <algorithm>
#include <optional>
#include <set>

#include "indicators/figures/json_stat.h"
#include "indicators/figures/kostra_query.h"
#include "platform/base/text.h"

namespace digilots::indicators {

namespace {

constexpr std::string_view id_prefix = "kostra:", step_prefix = "table ";

/// "kostra:13502:KOSandel150000" → "13502"; "12272" is one itself.
std::string table_of(std::string_view wish) {
    if (wish.starts_with(id_prefix)) wish.remove_prefix(id_prefix.size());
    return std::string(wish.substr(0, wish.find(':')));
}

/// What is wanted of one table: some of its contents, or all of it.
struct WantedTable {
    std::vector<std::string> ids;      // of single indicators
    bool whole = false;
};

WantedTable wanted_of(const std::string& table, const Wanted& wanted) {
    WantedTable found;
    for (const auto& wish : wanted.indicators) {
        if (table_of(wish) != table) continue;
        if (wish.starts_with(id_prefix)) {
            found.ids.push_back(wish);
        } else {
            found.whole = true;
        }
    }
    return found;
}

/// The first dimension named in an id after its table is one of contents, or it is another one: then all are needed.
std::vector<std::string> contents_of(const WantedTable& wanted, const std::vector<std::string>& all) {
    if (wanted.whole) return all;
    std::vector<std::string> chosen;
    for (const auto& code : all) {
        const auto named = [&](const std::string& id) { return (id + ":").find(":" + code + ":") != std::string::npos; };
        if (std::ranges::any_of(wanted.ids, named)) chosen.push_back(code);
    }
    return chosen;
}

/// What an answer has of other indicators than the wanted ones is left out; what it lacks of them is gone.
void keep_wanted(Delivery& delivery, const WantedTable& wanted) {
    delivery.gone.clear();
    const std::set<std::string> ids(wanted.ids.begin(), wanted.ids.end());
    std::set<std::string> found;
    for (const auto& entry : delivery.catalogue) found.insert(entry.id);
    for (const auto& id : ids) {
        if (!found.contains(id)) delivery.gone.push_back(id);
    }
    if (wanted.whole) return;
    std::erase_if(delivery.catalogue, [&](const CatalogueEntry& entry) { return !ids.contains(entry.id); });
    std::erase_if(delivery.figures, [&](const auto& column) { return !ids.contains(column.first.indicator); });
}

class Kostra final : public Source {
public:
    Kostra(const std::string& address, Patience patience) {
        if (!address.empty()) client_.emplace(address, std::move(patience));
    }

    std::string name() const override { return "kostra"; }
    std::string country() const override { return "NO"; }

    std::vector<std::string> steps(const Wanted& wanted) const override {
        std::set<std::string> tables;
        for (const auto& wish : wanted.indicators) tables.insert(table_of(wish));
        std::vector<std::string> steps;
        for (const auto& table : tables) steps.push_back(std::string(step_prefix) + table);
        return steps;
    }

    Delivery fetch(const std::string& step, const Wanted& wanted, const Heartbeat& alive) override {
        if (!client_) throw SourceError("No address is set for KOSTRA.");
        return fetch_table(step.substr(step_prefix.size()), wanted, alive);
    }

    Delivery read(const std::string& file, std::string_view content) const override {
        Delivery delivery;
        read_json_stat(content, file, base::slug(file.substr(0, file.find('.'))), delivery);
        return delivery;
    }

private:
    Delivery fetch_table(const std::string& table, const Wanted& wanted, const Heartbeat& alive) const;
    void ask(const PxQuery& query, const std::string& table, const Heartbeat& alive, Delivery& delivery) const;

    std::optional<SourceClient> client_;
};

Delivery Kostra::fetch_table(const std::string& table, const Wanted& wanted, const Heartbeat& alive) const {
    const auto chosen = wanted_of(table, wanted);
    const auto url = client_->base() + "/" + table;
    const auto described = client_->get(url, alive, chosen.whole ? SourceClient::Gone::error : SourceClient::Gone::allowed);
    Delivery delivery;
    delivery.gone = chosen.ids;                          // until they are found
    if (described.empty()) return delivery;
    const auto variables = read_variables(described, url);
    const auto contents = std::ranges::find_if(variables, is_contents);
    const auto all = contents == variables.end() ? std::vector<std::string>{} : contents->values;
    const auto wished = contents_of(chosen, all);
    if (wished.empty() && !all.empty()) return delivery;
    for (const auto& query : queries_of(variables, wished)) ask(query, table, alive, delivery);
    keep_wanted(delivery, chosen);
    return delivery;
}

/// The service's limit of cells may be lower than what we know of it: then the half is asked for, twice.
void Kostra::ask(const PxQuery& query, const std::string& table, const Heartbeat& alive, Delivery& delivery) const {
    const auto url = client_->base() + "/" + table;
    const auto answer = client_->post(url, text_of(query), alive, SourceClient::TooMuch::allowed);
    if (!answer.empty()) {
        read_json_stat(answer, url, table, delivery);
        return;
    }
    const auto halves = split(query);
    if (halves.empty()) {
        throw SourceError(url + " refuses even the smallest question (403). It may be closed to this address; "
                          "ask Statistics Norway.");
    }
    for (const auto& half : halves) ask(half, table, alive, delivery);
}

}  // namespace

Patience kostra_patience() {
    Patience patience;
    patience.first_wait = std::chrono::seconds(4);
    return patience;
}

std::unique_ptr<Source> kostra_source(const std::string& address, Patience patience) {
    return std::make_unique<Kostra>(address, std::move(patience));
}

}  // namespace digilots::indicators
