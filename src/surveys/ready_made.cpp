#include "surveys/ready_made.h"

#include <map>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/json.h"

namespace digilots::surveys {

const std::vector<ReadyMade>& ready_made() {
    static const std::vector<ReadyMade> all = [] {
        std::vector<ReadyMade> read;
        const auto text = base::embedded_file("data/surveys.json");
        ENSURE(text.has_value());
        const auto json = base::parse_json(*text);
        ENSURE(json.has_value());
        for (const auto& one : (*json)["surveys"].items()) {
            auto definition = definition_of(base::to_text(one));
            ENSURE(definition.has_value());
            auto& made = read.emplace_back(ReadyMade{std::string(one["key"].text()), *std::move(definition)});
            for (const auto& question : one["questions"].items())
                for (const auto& [language, text] : question["national"].members())
                    made.national[std::string(question["key"].text())][language] = text.text();
        }
        return read;
    }();
    return all;
}

const Words* national_finding(const Question& question) {
    if (question.source.empty()) return nullptr;
    for (const auto& made : ready_made())
        for (const auto& one : made.definition.questions) {
            const auto found = made.national.find(one.key);
            const bool is_same = one.source == question.source && one.kind == question.kind && one.options == question.options &&
                                 one.label == question.label;
            if (is_same && found != made.national.end()) return &found->second;
        }
    return nullptr;
}

std::vector<SharedByOther> shared_by_others(const Surveys::Implementation& self, std::string_view municipality) {
    std::vector<SharedByOther> shared;
    for (const auto& other : self.neighbours.municipalities.active()) {
        if (other.id == municipality) continue;
        const auto list = self.list(other.id);
        for (const auto& survey : *list)
            if (survey.is_template && !survey.edition.definition.questions.empty())
                shared.push_back({other.id + "/" + survey.id, other.name, survey.title, survey.edition.definition});
    }
    return shared;
}

Definition with_ready_made(Definition definition, const ReadyMade& added) {
    std::map<std::string, std::string> keys;
    for (auto question : added.definition.questions) {
        const bool splits_already = !question.split.empty() && [&] {
            for (const auto& other : definition.questions)
                if (other.split == question.split) return true;
            return false;
        }();
        if (splits_already) continue;
        const auto key = "q" + std::to_string(definition.next_key++);
        keys[question.key] = key;
        question.key = key;
        if (question.shown_if) question.shown_if->question = keys[question.shown_if->question];
        definition.questions.push_back(std::move(question));
    }
    if (definition.title.empty() && definition.introduction.empty()) definition.introduction = added.definition.introduction;
    return definition;
}

}  // namespace digilots::surveys
