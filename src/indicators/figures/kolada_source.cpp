#include "indicators/figures/kolada_source.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "indicators/figures/contradictions.h"
#include "indicators/figures/figures_csv.h"
#include "indicators/figures/kolada_answer.h"
#include "indicators/figures/places.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/http/fetch.h"

namespace digilots::indicators {

namespace {

// What the service allows in one path segment and on one page; and far more pages than any list has.
constexpr std::size_t most_ids = 25;
constexpr const char* page_size = "5000";
constexpr int most_pages = 400;

/// "figures 50 275 new": the kinds of step after the catalogue and the groups, each 25 indicators by 25 municipalities.
struct Piece {
    std::vector<std::string> indicators, places;
    bool only_changes = false;
};

template <class T>
std::vector<T> part_of(const std::vector<T>& all, std::size_t from) {
    if (from >= all.size()) return {};
    return {all.begin() + static_cast<std::ptrdiff_t>(from),
            all.begin() + static_cast<std::ptrdiff_t>(std::min(from + most_ids, all.size()))};
}

std::vector<std::string> never_fetched(const Wanted& wanted) {
    const std::set<std::string> before(wanted.fetched_before.begin(), wanted.fetched_before.end());
    std::vector<std::string> found;
    for (const auto& id : wanted.indicators) {
        if (!before.contains(id)) found.push_back(id);
    }
    return found;
}

bool has_repeats(const Delivery& delivery) {
    for (const auto& [key, cells] : delivery.figures) {
        std::set<std::uint32_t> seen;
        for (const auto& cell : cells) {
            if (!seen.insert(cell.position).second) return true;
        }
    }
    return false;
}

class Kolada final : public Source {
public:
    Kolada(const std::string& address, Patience patience) {
        if (!address.empty()) client_.emplace(address, std::move(patience));
    }

    std::string name() const override { return "kolada"; }
    std::string country() const override { return "SE"; }
    std::vector<std::string> steps(const Wanted& wanted) const override;
    Delivery fetch(const std::string& step, const Wanted& wanted, const Heartbeat& alive) override;
    Delivery read(const std::string& file, std::string_view content) const override;

private:
    Delivery whole_list(const std::string& path, const Heartbeat& alive) const;
    bool follow(std::string url, Delivery& delivery, const Heartbeat& alive, SourceClient::Gone gone) const;
    Delivery figures(const Piece& piece, const Wanted& wanted, const Heartbeat& alive) const;
    Delivery one_by_one(const Piece& piece, const Wanted& wanted, const Heartbeat& alive) const;
    std::string url_of(const Piece& piece, const Wanted& wanted) const;

    std::optional<SourceClient> client_;
};

void add_pieces(std::vector<std::string>& steps, const std::vector<std::string>& indicators, const char* kind) {
    for (std::size_t first = 0; first < indicators.size(); first += most_ids) {
        for (std::size_t place = 0; place < Places::of("SE").size(); place += most_ids) {
            steps.push_back(std::string(kind) + " " + std::to_string(first) + " " + std::to_string(place));
        }
    }
}

std::vector<std::string> Kolada::steps(const Wanted& wanted) const {
    std::vector<std::string> steps{"catalogue", "groups"};
    add_pieces(steps, never_fetched(wanted), "figures");
    add_pieces(steps, wanted.fetched_before, "changes");
    return steps;
}

Piece piece_of(const std::string& step, const Wanted& wanted) {
    const auto words = base::split(step, ' ');
    std::size_t first = 0, place = 0;
    std::from_chars(words.at(1).data(), words.at(1).data() + words.at(1).size(), first);
    std::from_chars(words.at(2).data(), words.at(2).data() + words.at(2).size(), place);
    const bool only_changes = words[0] == "changes";
    return {part_of(only_changes ? wanted.fetched_before : never_fetched(wanted), first), part_of(Places::of("SE").ids(), place),
            only_changes};
}

Delivery Kolada::fetch(const std::string& step, const Wanted& wanted, const Heartbeat& alive) {
    if (!client_) throw SourceError("No address is set for Kolada.");
    if (step == "catalogue") {
        auto delivery = whole_list("/kpi", alive);
        if (delivery.catalogue.empty()) throw SourceError(client_->base() + " gave an empty catalogue. Nothing was changed.");
        delivery.whole_catalogue = true;
        return delivery;
    }
    if (step == "groups") {
        auto delivery = whole_list("/municipality_groups", alive);
        delivery.whole_groups = true;
        return delivery;
    }
    return figures(piece_of(step, wanted), wanted, alive);
}

Delivery Kolada::whole_list(const std::string& path, const Heartbeat& alive) const {
    Delivery delivery;
    follow(client_->base() + path + "?per_page=" + page_size, delivery, alive, SourceClient::Gone::error);
    return delivery;
}

/// From page to page by what each page says. False where the first one is not there.
bool Kolada::follow(std::string url, Delivery& delivery, const Heartbeat& alive, SourceClient::Gone gone) const {
    std::set<std::string> seen;
    while (!url.empty()) {
        if (!http::is_same_origin(url, client_->base())) {
            throw SourceError(client_->base() +
                              " leads to another host for its next page. Set the address that answers itself.");
        }
        if (!seen.insert(url).second || seen.size() > most_pages) {
            throw SourceError(client_->base() + " has no last page: its pages lead in a circle. Nothing was taken from them.");
        }
        const auto text = client_->get(url, alive, seen.size() == 1 ? gone : SourceClient::Gone::error);
        if (text.empty() && gone == SourceClient::Gone::allowed && seen.size() == 1) return false;
        url = read_kolada_answer(text, client_->base(), delivery).next;
    }
    return true;
}

std::string Kolada::url_of(const Piece& piece, const Wanted& wanted) const {
    const auto since = piece.only_changes ? "&from_date=" + wanted.from_date : "";
    return client_->base() + "/data/kpi/" + base::joined(piece.indicators, ",") + "/municipality/" +
           base::joined(piece.places, ",") +
           "?per_page=" + page_size + since;
}

Delivery Kolada::figures(const Piece& piece, const Wanted& wanted, const Heartbeat& alive) const {
    Delivery delivery;
    if (piece.indicators.empty()) return delivery;
    for (int attempt = 0; attempt < 2; ++attempt) {
        delivery = {};
        if (!follow(url_of(piece, wanted), delivery, alive, SourceClient::Gone::allowed)) return one_by_one(piece, wanted, alive);
        if (!has_repeats(delivery)) break;             // the list moved while it was paged through: from the beginning
    }
    if (piece.only_changes || has_repeats(delivery)) return delivery;
    delivery.whole_indicators = piece.indicators;
    for (const auto& id : piece.places) {
        delivery.whole_positions.push_back(static_cast<std::uint32_t>(*Places::of("SE").position(id)));
    }
    return delivery;
}

/// One of the indicators is not there any more: the others still are.
Delivery Kolada::one_by_one(const Piece& piece, const Wanted& wanted, const Heartbeat& alive) const {
    Delivery all;
    for (const auto& id : piece.indicators) {
        Piece single = piece;
        single.indicators = {id};
        if (!follow(url_of(single, wanted), all, alive, SourceClient::Gone::allowed)) all.gone.push_back(id);
    }
    if (all.gone.size() == piece.indicators.size() && piece.indicators.size() > 1) {
        throw SourceError(client_->base() + " knows none of the addresses (404). Check that it ends with the version, as in " +
                          kolada_address + ".");
    }
    return all;
}

Delivery Kolada::read(const std::string& file, std::string_view content) const {
    const auto begin = base::trim(content.substr(0, 200));
    const bool is_json = begin.starts_with("{") || begin.starts_with("[") || begin.starts_with("<");
    if (!is_json) return read_figures_csv(file, content, *this);
    Delivery delivery;
    read_kolada_answer(content, file, delivery);
    refuse_contradictions(delivery, file + ", row ");
    if (delivery.rows > 0 && delivery.refused * 2 > delivery.rows) {
        throw SourceError(file + ": most rows cannot be used, the first: " + delivery.refusals.front().reason +
                          ". Nothing was taken from it.");
    }
    return delivery;
}

}  // namespace

std::unique_ptr<Source> kolada_source(const std::string& address, Patience patience) {
    return std::make_unique<Kolada>(address, std::move(patience));
}

}  // namespace digilots::indicators
