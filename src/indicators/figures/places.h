#pragma once
// A country's municipalities as positions in a column, in the order of their ids.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::indicators {

class Places {
public:
    /// "SE", "NO", and of the demo's made-up ones "made-up SE", "made-up NO"; empty for any other.
    static const Places& of(std::string_view country);

    const std::vector<std::string>& ids() const { return ids_; }
    std::size_t size() const { return ids_.size(); }
    std::optional<std::size_t> position(std::string_view id) const;
    /// The id for a statistical office's four digits: the same, or "NO-1860" where both countries use them.
    std::optional<std::size_t> position_of_code(std::string_view code) const;

    enum class Of { real, made_up };
    explicit Places(std::string_view country, Of whom = Of::real);

private:
    std::string prefix_;               // "NO-"
    std::vector<std::string> ids_;
};

}  // namespace digilots::indicators
