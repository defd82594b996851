#include "needs/joint.h"

#include <map>

#include "needs/sql.h"
#include "needs/terms.h"
#include "platform/base/sort.h"
#include "platform/base/text.h"
#include "platform/register/record.h"

namespace digilots::needs {

namespace {

void read_rounds(Joint& joint, const Pages& pages, db::Connection& connection, const std::string& mark, const Near& from) {
    for (const auto row : connection.query(sql::joint_rounds, mark, from.own)) {
        if (!from.may_read(row)) continue;
        const auto whose = row.text("municipality_id");
        joint.rounds[whose].push_back({row.text("title"), row.text("intro"), row.text("method"), row.text("source"),
                                       row.text("first_day"), row.text("last_day"),
                                       register_::list_items(row.text("stated_sections"))});
        if (joint.rounds[whose].size() > 1) continue;
        joint.who.push_back(whose);
        const auto about = pages.municipalities.about(whose);
        joint.names[whose] = about ? about->name : whose;
    }
}

void read_questions(Joint& joint, db::Connection& connection, const std::string& mark, const Near& from) {
    std::map<std::string, std::size_t> places;
    for (const auto row : connection.query(sql::joint_questions, mark, from.own)) {
        const auto whose = row.text("municipality_id");
        if (!from.may_read(row) || !joint.rounds.contains(whose)) continue;
        const auto [place, is_new] = places.try_emplace(row.text("code"), joint.questions.size());
        if (is_new)
            joint.questions.push_back({row.text("code"), row.text("part"), row.text("title")});
        else if (whose == from.own)
            joint.questions[place->second] = {row.text("code"), row.text("part"), row.text("title")};
    }
    sort_as_asked(joint.questions);
}

void read_findings(Joint& joint, db::Connection& connection, const std::string& mark, const std::string& certainty,
                   const Near& from, const html::Page& page) {
    for (const auto row : connection.query(sql::joint_findings, mark, from.own, certainty))
        if (from.may_read(row))
            joint.findings[row.text("municipality_id")].push_back(
                {row.text("area"), row.text("code"),
                 finding_in_words(row.text("title"), row.text("roles"), row.text("certainty"), page),
                 row.get<std::optional<bool>>("resident_asked")});
    for (const auto row : connection.query(sql::joint_recommendations, mark, from.own))
        if (from.may_read(row))
            joint.recommended[row.text("municipality_id")].emplace_back(
                row.text("area"), row.text("title") + " (" + label_of(classes(), row.text("kind"), page) + ")");
    for (const auto row : connection.query(sql::joint_examples, from.own))
        if (joint.rounds.contains(row.text("municipality_id")) && from.may_read(row))
            joint.examples[row.text("municipality_id")].push_back({row.text("title"), row.text("about")});
}

}  // namespace

std::string Joint::intro(const std::string& own) const {
    std::string found;
    for (const auto& whose : who) {
        const auto& all = rounds.at(whose);
        for (const auto& round : all) {
            if (round.intro.empty()) continue;
            if (whose == own) return round.intro;
            if (found.empty()) found = round.intro;
        }
    }
    return found;
}

Joint joint_of(const Pages& pages, const std::string& mark, const std::string& certainty, const html::Page& page) {
    const auto& own = page.request().tenant->id;
    const auto from = near_of(pages.municipalities, own);
    return pages.database.read([&](db::Connection& connection) {
        Joint joint;
        read_rounds(joint, pages, connection, mark, from);
        read_questions(joint, connection, mark, from);
        read_findings(joint, connection, mark, certainty, from, page);
        base::sort_by_key(joint.who, [&](const std::string& one) {
            return base::collation_key(joint.names.at(one), page.translator().language().code);
        });
        return joint;
    });
}

}  // namespace digilots::needs
