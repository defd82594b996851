#include "platform/register/through.h"

#include "platform/base/ensure.h"
#include "platform/register/read_only.h"
#include "platform/register/unit_rule.h"

namespace digilots::register_ {

namespace {

class UnitThrough final : public ReadOnly {
public:
    explicit UnitThrough(std::vector<Through> links) : links_(std::move(links)) { ENSURE(!links_.empty()); }

    std::vector<Column> columns(const Field&) const override { return {}; }
    Shown show(const Field&, const Record&, const Surroundings&) const override { return {}; }
    void json(const Field&, const Record&, base::JsonWriter&) const override {}

    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        return choices_in(around, this, source(around, links_.front()).choices);
    }
    Condition where(const Field&, std::string_view chosen, const Surroundings& around) const override {
        const auto wanted = read_unit(chosen);
        Condition all;
        std::string silent;  // the links before it say nothing
        for (const auto& link : links_) {
            const std::string column(link.column);
            for (const auto& unit : {wanted.unit, std::string(wanted.is_of_none ? of_no_unit : "")}) {
                if (unit.empty()) continue;
                const auto one = is_one_of(column, source(around, link).within(around, unit));
                all.sql += (all.sql.empty() ? "(" : " OR (") + silent + one.sql + ")";
                all.values.insert(all.values.end(), one.values.begin(), one.values.end());
            }
            silent += column + " = '' AND ";
        }
        // None says anything.
        if (wanted.is_of_none) all.sql += " OR (" + silent.substr(0, silent.size() - std::string_view(" AND ").size()) + ")";
        return all;
    }

private:
    static const LinkSource& source(const Surroundings& around, const Through& link) {
        ENSURE(around.links != nullptr);
        const auto found = around.links->find(link.source);
        ENSURE(found != around.links->end() && found->second.within);
        return found->second;
    }

    std::vector<Through> links_;
};

}  // namespace

Field unit_through(std::vector<Through> links) {
    // Without a title it stands on no record's page.
    Field field{"unit", {}, std::make_shared<UnitThrough>(std::move(links))};
    return field.heading(TEXT("Unit")).filter();
}

const Field* unit_filter(const Register& declaration) {
    const auto* unit = declaration.find("unit");
    return unit && unit->is_filter ? unit : nullptr;
}

}  // namespace digilots::register_
