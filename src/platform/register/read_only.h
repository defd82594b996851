#pragma once
// Fields that no form asks and no table brings in: the slice's own steps write their columns. Shown, found, given out.
#include <string_view>
#include <vector>

#include "platform/register/types.h"

namespace digilots::register_ {

/// For types of a slice's own: its columns, text ones "" and others unknown until a step says something.
class ReadOnly : public FieldType {
public:
    std::vector<std::string> inputs(const Field&) const override { return {}; }
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override;
    void write(const Field&, const Record&, const Surroundings&, Draft&) const override {}
    std::vector<FormPart> form(const Field&, const Draft&, const Surroundings&) const override { return {}; }
};

/// One text column that is shown as it stands.
Field read_text(std::string_view name, i18n::Text title);
/// One of fixed words, shown and filtered.
Field read_term(std::string_view name, i18n::Text title, std::vector<FixedTerm> terms);
/// A moment as it is stored, in the municipality's own time.
Field read_moment(std::string_view name, i18n::Text title);

}  // namespace digilots::register_
