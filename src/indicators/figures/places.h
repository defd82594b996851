#pragma once
// A country's municipalities as positions in a column, in the order of their ids.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::indicators {

class Places {
public:
    /// "SE" or "NO"; empty for any other.
    static const Places& of(std::string_view country);

    const std::vector<std::string>& ids() const { return ids_; }
    std::size_t size() const { return ids_.size(); }
    std::optional<std::size_t> position(std::string_view id) const;
    /// The id for a statistical office's four digits: the same, or "NO-1860" where both countries use them.
    std::optional<std::size_t> position_of_code(std::string_view code) const;

    explicit Places(std::string_view country);

private:
    std::string prefix_;               // "NO-"
    std::vector<std::string> ids_;
};

}  // namespace digilots::indicators
