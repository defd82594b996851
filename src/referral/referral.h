#pragma once
// Find who can help with *this*, now: one ranked search, a reason with every hit, and a fallback that is always there.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "platform/i18n/translator.h"
#include "platform/search/index.h"

namespace digilots::referral {

struct ReferralHit {
    std::string kind;                   // place, service, e_service, activity, contact, topic
    std::string id, title, url;         // url: path below the host
    std::string why;                    // translated: "Helps with printing", "Matches \"bygglov\""
    directory::OpenState open;
    std::vector<std::string> limitations;   // translated: what it does not help with
    std::string verified_on;            // date or ""
    std::string phone;
};

struct Fallback {
    std::string title, phone, url;      // title is never empty; phone may be where none is set
    std::string place;                  // public id of the desk
    directory::OpenState open;
};

struct SearchAnswer {
    std::string query;                  // cleaned and cut at 200 characters
    std::string corrected;
    std::vector<ReferralHit> hits;
    Fallback fallback;
    std::optional<base::Instant> valid_until;
};

class Referral {
public:
    Referral(db::Database& database, const directory::Directory& directory, search::Index& index,
             const municipality::Municipalities& municipalities, const base::Clock& clock);
    ~Referral();

    SearchAnswer search(const http::Tenant& tenant, std::string_view text, const i18n::Translator& translator,
                        std::size_t limit = 20) const;
    /// The desk where every search ends.
    Fallback fallback(const http::Tenant& tenant, const i18n::Translator& translator) const;
    /// Builds the index anew from the directory (search reindex).
    void reindex();
    void reindex(std::string_view municipality_id);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace digilots::referral
