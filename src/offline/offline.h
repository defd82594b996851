#pragma once
// The desk without a network: a device keeps what is logged, sealed to this server, until it may be sent; whoever sends it, it
// counts for its author, once.
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "activities/activities.h"
#include "directory/directory.h"
#include "inquiries/inquiries.h"
#include "offline/box.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/slice/slice.h"
#include "referral/referral.h"
#include "taxonomy/taxonomy.h"

namespace digilots::offline {

/// What the bank of answers has: read where nobody answers.
struct AwayAnswer {
    std::string question, answer;        // the answer without marks of its form
    std::vector<std::string> steps, words, topics;
};

/// What it needs of others.
struct Neighbours {
    inquiries::Inquiries& inquiries;
    referral::Referral& referral;
    const directory::Directory& directory;
    /// Whether somebody can still sign in.
    std::function<bool(db::Connection& connection, std::string_view municipality_id, std::string_view account)> is_open;
    activities::Activities& activities;
    /// The units of somebody who may only change what is theirs; nothing where they are not limited.
    std::function<std::optional<std::vector<std::string>>(std::string_view municipality_id, std::string_view account)> limit_of;
    /// Those that staff may read.
    std::function<std::vector<AwayAnswer>(std::string_view municipality_id)> answers = nullptr;
    /// Found by their names and words beside the shared ones.
    const taxonomy::OwnTopics* own_topics = nullptr;
};

struct Device {
    std::string id, label;
    base::Instant added_at{}, seen_at{};
};
/// What a device is given when it is added. The secret is told only now: a hash is kept.
struct NewDevice {
    std::string id, secret;              // the secret: text of 43 letters, as it stands in entries
    std::string key_id, public_key;
};

/// As it came from a device.
struct Sent {
    std::string id;                      // the device's own number of the entry, a UUID
    std::string key_id, box;             // bytes
};
struct Answer {
    enum class State { stored, already, refused, unreadable, unknown_author, ended, later };
    State state;
    std::string reasons = "";            // of refused: sealed for its author, bytes
};

class Offline {
public:
    Offline(db::Database& database, const base::Clock& clock, Neighbours neighbours);
    ~Offline();

    static constexpr int most_devices = 10;   // of one person
    /// nullopt where the person has as many as they may.
    std::optional<NewDevice> add_device(std::string_view municipality_id, std::string_view account, std::string_view label);
    std::vector<Device> devices_of(std::string_view municipality_id, std::string_view account) const;
    /// What it has not sent counts for nobody any more. False where it is not theirs, or gone.
    bool end_device(std::string_view municipality_id, std::string_view account, std::string_view id);

    /// `device_now`: what the device's clock said when it sent. Durable when it returns; the same again of the same author is
    /// `already`. A number that another author's entry has is refused (the field "number"), and the entry with it.
    Answer receive(const http::Tenant& tenant, const Sent& sent, base::Instant device_now, const i18n::Translator& translator);

    /// In the transaction that closes somebody's account. What they logged before still counts for a month.
    static void end_all(db::Connection& connection, std::string_view municipality_id, std::string_view account,
                        base::Instant now);

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
    friend struct Inside;
};

/// Devices that nobody uses any more, and numbers of what came in.
RetentionRules retention_rules();
inline constexpr std::string_view device_rule = "offline.device", sent_rule = "offline.sent";

/// "/{municipality}/staff/offline…". `offline` outlives it.
Slice slice(Offline& offline);

}  // namespace digilots::offline
