#pragma once
// Review meetings: what a unit saw in the questions log, what it improves because of that, who sees to it, by
// when, with what effect. What is late becomes a task of whoever sees to it.
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "municipality/municipality.h"
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/periods/period.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::reviews {

struct Neighbours {
    const municipality::Municipalities& municipalities;
    const organisation::Organisation& organisation;
    register_::Others others;  // "organisation.function", "organisation.unit"
};

class Reviews {
public:
    Reviews(db::Database& database, const base::Clock& clock, Neighbours neighbours);
    ~Reviews();

    register_::Records& reviews() const;
    register_::Records& improvements() const;

    /// What was written down in a time beside the log, of a unit alone where one is named: "" all.
    struct Heard {
        std::string title, text, path;  // path: below the municipality
    };
    using HeardIn = std::function<std::vector<Heard>(const http::Tenant& tenant, const periods::Period& period,
                                                     const std::string& unit, const i18n::Translator& words)>;
    void know_heard(HeardIn heard);

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
    friend struct Inside;
};

RetentionRules retention_rules();
Slice slice(Reviews& reviews);

}  // namespace digilots::reviews
