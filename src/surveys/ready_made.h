#pragma once
// Surveys that are ready to be used: in our own words, and questions of national studies with their source.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "surveys/implementation.h"
#include "surveys/questions.h"

namespace digilots::surveys {

struct ReadyMade {
    std::string key;
    Definition definition;
    std::map<std::string, Words> national = {};   // by question: what the study that it is of has found
};
/// Of data/surveys.json, which the program ships.
const std::vector<ReadyMade>& ready_made();
/// What the national study has found that a question is taken from, as long as it asks the same; nullptr where nothing is known.
const Words* national_finding(const Question& question);
/// Of another municipality that lets others start from its questions.
struct SharedByOther {
    std::string key, municipality, title;                                // key: "2281/SURVEY"
    Definition definition;
};
std::vector<SharedByOther> shared_by_others(const Surveys::Implementation& self, std::string_view municipality);
/// Its questions behind those that are there, with keys of their own; what asks of another one goes on to do so.
Definition with_ready_made(Definition definition, const ReadyMade& added);

}  // namespace digilots::surveys
