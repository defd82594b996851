#pragma once
// A member asks another for a visit. The question is the one's record, the answer the other's; both read how it stands.
#include <string>
#include <vector>

#include "network/pages.h"

namespace digilots::network {

struct AskedVisit {
    std::string municipality, id, title, programme, direction, state, day, member;     // member: who is asked
    std::string answer_id, word;                        // of the answer; "" where there is none
    std::string mark() const { return municipality + "/" + id; }
    const std::string& visitor() const { return direction == "we_visit" ? municipality : member; }
    const std::string& host() const { return direction == "we_visit" ? member : municipality; }
};

/// Those among `seen` that a member is asked for. State and day are the answer's while who asks has said nothing later.
std::vector<AskedVisit> asked_visits(const Pages& pages, const municipality::Network& network,
                                     const std::vector<SharedRow>& seen);
/// Says in the rows of visits who visits whom, and how it stands.
void put_answers(std::vector<SharedRow>& rows, const Pages& pages, const municipality::Network& network,
                 const html::Page& page);
/// To the questions that wait for the municipality of the page.
std::vector<html::Link> ways_to_answer(const Pages& pages, const municipality::Network& network, const html::Page& page);
/// Beside the record of a visit, what the one that is asked has answered.
register_::MoreOf answers_beside(db::Database& database, const municipality::Municipalities& municipalities);

}  // namespace digilots::network
