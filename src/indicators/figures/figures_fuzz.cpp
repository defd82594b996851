// Any bytes as an answer of Kolada, of PxWeb, or as a file of figures: taken whole or refused with a reason. What is
// taken packs and unpacks to the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indicators/figures/column.h"
#include "indicators/figures/figures_csv.h"
#include "indicators/figures/json_stat.h"
#include "indicators/figures/kolada_answer.h"
#include "indicators/figures/kolada_source.h"
#include "indicators/figures/source.h"

namespace {

using namespace digilots::indicators;

void read_packed(std::string_view text) {
    const auto& places = Places::of("SE");
    const auto column = unpack(text, places);
    const PackedColumn packed(pack(column, places), places);
    const auto again = unpack(pack(column, places), places);
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (again.reasons[at] != column.reasons[at] || (column.has(at) && again.values[at] != column.values[at])) std::abort();
        if (packed.value(at) != (column.has(at) ? std::optional(column.values[at]) : std::nullopt)) std::abort();
    }
}

template <class Read>
void read(const Read& read_one) {
    Delivery delivery;
    try {
        read_one(delivery);
    } catch (const SourceError&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read([&](Delivery& delivery) { read_kolada_answer(text, "fuzz", delivery); });
    read([&](Delivery& delivery) { read_json_stat(text, "fuzz", "12345", delivery); });
    static const auto source = kolada_source("http://127.0.0.1:1");
    read([&](Delivery& delivery) { delivery = read_figures_csv("fuzz.csv", text, *source); });
    read_packed(text);
    return 0;
}
