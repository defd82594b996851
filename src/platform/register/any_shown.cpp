#include "platform/register/any_shown.h"

#include <algorithm>

namespace digilots::register_ {

AnyShown::AnyShown(std::vector<const Records*> registers, const kept::Versions& versions, const base::Clock& clock)
    : kept_(std::make_shared<kept::Kept<bool>>(
          clock,
          [registers, &versions](std::string_view id, kept::Stamp& stamp) {
              for (const auto* records : registers) stamp.take(versions.of(records->declaration().kept_name(), id));
          },
          [registers](std::string_view id) {
              return std::make_shared<const bool>(std::ranges::any_of(registers, [&](const Records* records) {
                  const ListQuery query{.only_published = !records->declaration().published.empty()};
                  return !records->list(records->around(id), query, 1, 0).records.empty();
              }));
          })) {}

}  // namespace digilots::register_
