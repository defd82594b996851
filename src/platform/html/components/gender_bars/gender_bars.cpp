#include <algorithm>

#include "platform/html/figures.h"
#include "platform/html/page.h"

namespace digilots::html::components {

std::vector<GenderBar> lay_out_genders(const GenderBars& bars, const Page& page) {
    double whole = bars.whole;
    for (const auto* one : {&bars.women, &bars.men, &bars.total}) {
        if (*one) whole = std::max(whole, (*one)->value);
    }
    const auto bar = [&](std::string label, const std::optional<Limit>& figure, std::string_view kind) {
        GenderBar made{std::move(label), figure ? figure->shown : "", kind, std::nullopt};
        if (figure) made.width = whole > 0 ? std::clamp(figure->value / whole * 100, 0.0, 100.0) : 0;
        return made;
    };
    std::vector<GenderBar> rows{bar(page.t("Women"), bars.women, "women"), bar(page.t("Men"), bars.men, "men")};
    if (bars.total) rows.push_back(bar(page.t("Everyone"), bars.total, "total"));
    return rows;
}

}  // namespace digilots::html::components
