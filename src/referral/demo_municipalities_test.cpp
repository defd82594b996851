#include "referral/demo_municipalities_test.h"

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"

namespace digilots::referral {

DemoMunicipalities::DemoMunicipalities(std::string_view now, std::string_view mapping) : clock(testing::at(now)) {
    const auto demo = base::embedded_file("data/demo/mapping.json");
    ENSURE(demo);
    const auto plan = directory::plan_import(*database, mapping.empty() ? std::string_view(*demo) : mapping, "mapping.json");
    ENSURE(plan.errors.empty());
    directory::apply_import(*database, municipalities, plan, clock.now());
    directory = std::make_unique<directory::Directory>(*database, versions, municipalities, organisation, clock);
    referral = std::make_unique<Referral>(*database, versions, *directory, *index, municipalities, own_topics, clock);
    referral->refresh();
}

http::Tenant DemoMunicipalities::tenant(std::string_view slug) const {
    const auto found = municipalities.find_tenant(slug);
    ENSURE(found);
    return *found;
}

SearchAnswer DemoMunicipalities::search(std::string_view slug, std::string_view text, std::string_view language) const {
    return referral->search(tenant(slug), text, i18n::translator(language));
}

std::string DemoMunicipalities::first(std::string_view slug, std::string_view text) const {
    const auto answer = search(slug, text);
    return answer.hits.empty() ? "" : answer.hits.front().id;
}

std::string DemoMunicipalities::hits(std::string_view slug, std::string_view text) const {
    const auto answer = search(slug, text);
    std::string result(slug);
    result.append(" \"").append(text).append("\"");
    if (!answer.corrected.empty()) result += " → " + answer.corrected;
    for (std::size_t i = 0; i < answer.hits.size() && i < 4; ++i) {
        result += "\n    " + answer.hits[i].kind + " " + answer.hits[i].id + " (" + answer.hits[i].why + ")";
    }
    return result + "\n";
}

}  // namespace digilots::referral
