#pragma once
// What a field tells programs in words, for which it has to know whose they are.
#include "platform/base/json.h"
#include "platform/register/field.h"

namespace digilots::register_ {

/// A FieldType that is one of these too is asked this instead of json().
class SaidInJson {
public:
    virtual ~SaidInJson() = default;
    virtual void json_said(const Field& field, const Record& record, const Surroundings& around, base::JsonWriter& out) const = 0;
};

}  // namespace digilots::register_
