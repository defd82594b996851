#pragma once
// Questions that only tasks have.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/audit/words.h"
#include "platform/http/access.h"
#include "platform/register/types.h"
#include "platform/slice/duty.h"

namespace digilots::tasks {

/// What a task is about: the kind of record and its name. Which kinds there are is known when all slices are.
struct Known {
    std::vector<audit::Words> trails = {};
    std::vector<DutyKind> duties = {};
    std::function<http::Role(std::string_view path)> role_for = nullptr;

    const DutyKind* duty(std::string_view key) const;
    /// Of "place:…": its name and its page below the municipality; nothing where no slice has such records.
    struct About {
        std::string name, path;
    };
    std::optional<About> about(std::string_view record, std::string_view municipality_id, const i18n::Translator& words) const;
};

/// As written; of a duty its text with the name of what it is about, which nobody changes. Columns NAME, NAME_said.
register_::Field title_field(std::string_view name, i18n::Text title);
/// The same of several sentences.
register_::Field why_field(std::string_view name, i18n::Text title);
/// open, done, gone; found by "overdue", too. No form asks it.
register_::Field state_field(std::string_view name, i18n::Text title);
/// By hand, or the kind of duty. No form asks it.
register_::Field origin_field(std::string_view name, i18n::Text title, const Known& known);
/// A record of any kind, and the page where it is done: columns NAME, path. Offered where the address names one. Its link
/// leads to the task's own address "/about", which knows what each may see.
register_::Field about_field(std::string_view name, i18n::Text title, const Known& known);
/// How it ended, when and who said so: columns NAME, NAME_said, done_at, done_by. No form asks it.
register_::Field outcome_field(std::string_view name, i18n::Text title,
                               const std::function<std::string(std::string_view)>& name_of);

}  // namespace digilots::tasks
