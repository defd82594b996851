#pragma once
// What several municipalities' rounds of one mark hold, as far as it may be read from here.
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "needs/pages.h"
#include "needs/report_parts.h"

namespace digilots::needs {

struct JointRound {
    std::string title, intro, method, source, first_day, last_day;
    std::vector<std::string> sections = {};     // that its report says that it has; none: it does not say
};
struct JointFinding {
    std::string area, code, words;
    std::optional<bool> has_resident = {};      // nothing: nobody has said
};

/// By municipality.
struct Joint {
    std::vector<std::string> who = {};                                  // in the order of their names
    std::map<std::string, std::string> names = {};
    std::map<std::string, std::vector<JointRound>> rounds = {};         // the newest first; never without one
    std::map<std::string, std::vector<JointFinding>> findings = {};
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> recommended = {};    // area, words
    std::map<std::string, std::vector<ToldExample>> examples = {};
    std::vector<AskedQuestion> questions = {};

    /// One's own first, else the first that says how the report begins.
    std::string intro(const std::string& own) const;
};

Joint joint_of(const Pages& pages, const std::string& mark, const std::string& certainty, const html::Page& page);

}  // namespace digilots::needs
