#pragma once
// Municipalities as positions in a column, in the order of their ids: a country's, or the one that counts itself.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/figures/figure.h"

namespace digilots::indicators {

class Places {
public:
    /// "SE", "NO", and of the demo's made-up ones "made-up SE", "made-up NO"; empty for any other.
    static const Places& of(std::string_view country);
    /// Who can have a figure: of an own indicator its municipality alone, which may have a key instead of an official code.
    static const Places& of(const Indicator& indicator);

    const std::vector<std::string>& ids() const { return ids_; }
    std::size_t size() const { return ids_.size(); }
    std::optional<std::size_t> position(std::string_view id) const;
    /// The id for a statistical office's four digits: the same, or "NO-1860" where both countries use them.
    std::optional<std::size_t> position_of_code(std::string_view code) const;

    enum class Of { real, made_up };
    explicit Places(std::string_view country, Of whom = Of::real);

private:
    static Places alone(std::string_view municipality);
    Places() = default;

    std::string prefix_;               // "NO-"
    std::vector<std::string> ids_;
};

}  // namespace digilots::indicators
