#pragma once
// What Owners holds; for the files of this folder.
#include "owners/owners.h"
#include "owners/year.h"
#include "platform/http/limiter.h"
#include "platform/jobs/jobs.h"
#include "platform/kept/kept.h"

namespace digilots::owners {

/// Who writes by a link, in the trail: this and the link's id.
inline constexpr std::string_view actor_of_link = "owner:";

register_::Register link_register(const directory::Directory& directory);
register_::Register answer_register(const directory::Directory& directory);
RetentionRules retention_rules();
std::vector<PrivacyNotice> privacy_notices();

/// "e_service" or "body", and its id or key.
struct About {
    std::string kind, key;
};
About about_of(std::string_view about);
/// "School choice", "The tax agency"
std::string name_of(std::string_view about, std::string_view municipality, const directory::Directory& directory,
                    const i18n::Translator& words);

/// What was told of something: by period and table. `released`: months, newest first, that may be shown.
struct Told {
    Rows rows;
    std::vector<periods::Period> released;
};

struct Owners::Implementation {
    db::Database& database;
    const base::Clock& clock;
    const Neighbours neighbours;
    register_::Records links, answers;
    kept::Kept<std::vector<Answer>> standing;       // answers of a municipality, the newest day first
    http::Limiter answering{1.0 / 30, 10}, guessing{1.0 / 6, 10};

    Implementation(db::Database& opened, const kept::Versions& versions, const base::Clock& time, Neighbours others);

    bool is_open(const register_::Record& link, base::Date today) const;
    /// Tells what is released and was not told yet.
    Told figures_of(const std::string& municipality, const std::string& about) const;
    bool can_send(std::string_view municipality) const;
};

struct Inside {
    static Owners::Implementation& of(const Owners& owners) { return *owners.implementation_; }
};

struct Pages {
    const Owners& owners;
};

inline std::string path_of_link(const register_::Record& link) { return "/owners/" + link.text("secret"); }
inline std::string path_of_letter(std::string_view link) { return "/staff/owners/" + std::string(link) + "/letter"; }

http::Response owner_page(const Pages& pages, const http::Request& request);
http::Response answer(const Pages& pages, const http::Request& request);
http::Response take_back(const Pages& pages, const http::Request& request);
http::Response letter_page(const Pages& pages, const http::Request& request);
http::Response set_letter(const Pages& pages, const http::Request& request);
http::Response end_letter(const Pages& pages, const http::Request& request);

}  // namespace digilots::owners
