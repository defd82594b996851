#pragma once
// Who answers for an e-service or a body sees by a limited link what it sends to the desks, answers, and gets a letter a month.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "inquiries/inquiries.h"
#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/kept/versions.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"
#include "releases/releases.h"

namespace digilots::owners {

struct Neighbours {
    const municipality::Municipalities& municipalities;
    const directory::Directory& directory;
    const inquiries::Inquiries& inquiries;
    const releases::Releases& releases;
    register_::Others others = {};
    bool sends_letters = false;
    std::string site = "";              // what links in letters begin with; "" not known: no letters
};

/// What an owner said of an e-service or a body, and stands.
struct Answer {
    std::string id, about;              // "e_service:ID", "body:bank"
    std::string state;                  // mended, will_be, cannot
    std::optional<base::Date> on_day;
    std::string words;
};

class Owners {
public:
    Owners(db::Database& database, const kept::Versions& versions, const base::Clock& clock, Neighbours neighbours);
    ~Owners();

    register_::Records& links() const;
    register_::Records& answers() const;

    /// The newest day first; of one thing alone where it is named. From memory.
    std::vector<Answer> answers_of(std::string_view municipality, std::string_view about = "") const;
    /// "The owner of School choice: mended on 3 October 2026. New text on the start page."
    std::string sentence(const Answer& answer, std::string_view municipality, const i18n::Translator& words) const;
    /// "mended on 3 October 2026"
    static std::string brief(const Answer& answer, const i18n::Translator& words);
    /// For desks.
    inquiries::OwnersSay say() const;

    /// Letters about months that were released since they were asked for. How many.
    std::int64_t send_letters(const std::function<void()>& go_on = nullptr);

    struct Implementation;

private:
    friend struct Inside;
    std::unique_ptr<Implementation> implementation_;
};

/// "/{municipality}/owners/{secret}…", "/{municipality}/staff/owners…".
Slice slice(Owners& owners);

}  // namespace digilots::owners
