#include "questions/question_fields.h"

#include "platform/base/time.h"

namespace digilots::questions {

namespace {

using namespace register_;

class AnsweredType final : public ReadOnly {
public:
    explicit AnsweredType(std::function<std::string(std::string_view)> name_of) : name_of_(std::move(name_of)) {}

    std::vector<Column> columns(const Field&) const override {
        return {{"answered_at", Storage::text}, {"answered_by", Storage::text}};
    }
    Shown show(const Field&, const Record& record, const Surroundings& around) const override {
        const auto at = base::parse_utc(record.text("answered_at"));
        if (!at) return {};
        const auto by = record.text("answered_by"), who = by.empty() || !name_of_ ? "" : name_of_(by);
        const auto when = around.words->date_time(*at, around.zone);
        return {{who.empty() ? when : when + ", " + who}};
    }

private:
    std::function<std::string(std::string_view)> name_of_;
};

class WishedType final : public ReadOnly {
public:
    explicit WishedType(std::function<OfficeHours(std::string_view)> office) : office_(std::move(office)) {}

    std::vector<Column> columns(const Field& field) const override { return {{std::string(field.name), Storage::text}}; }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        auto words = wish_words(office_(around.municipality_id), record.text(field.name), *around.words);
        return words.empty() ? Shown{} : Shown{{std::move(words)}};
    }

private:
    std::function<OfficeHours(std::string_view)> office_;
};

}  // namespace

Field wished_call(std::string_view name, i18n::Text title, std::function<OfficeHours(std::string_view)> office) {
    return {name, title, std::make_shared<WishedType>(std::move(office))};
}

Field answered(std::string_view name, i18n::Text title, std::function<std::string(std::string_view)> name_of) {
    return {name, title, std::make_shared<AnsweredType>(std::move(name_of))};
}

}  // namespace digilots::questions
