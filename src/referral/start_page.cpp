#include <array>

#include "platform/html/writer.h"
#include "referral/pages.h"
#include "referral/templates.h"
#include "taxonomy/taxonomy.h"

namespace digilots::referral {
namespace {

constexpr std::size_t most_open_places = 6;

/// What people come with most, and the words that find it.
struct PlainTopic {
    const char* topic;
    const char* swedish;
    const char* norwegian;
};
constexpr std::array plain_topics{PlainTopic{"mobile", "mobil", "mobil"},
                                  PlainTopic{"e_id", "bankid", "bankid"},
                                  PlainTopic{"print", "skriva ut", "skrive ut"},
                                  PlainTopic{"authority_forms", "fylla i blankett", "fylle ut skjema"},
                                  PlainTopic{"bank", "bank", "nettbank"},
                                  PlainTopic{"e_health", "1177", "helsenorge"},
                                  PlainTopic{"computer", "dator", "datamaskin"},
                                  PlainTopic{"e_services", "e-tjänst", "e-tjeneste"},
                                  PlainTopic{"school_platform", "skolplattform", "skoleplattform"},
                                  PlainTopic{"job_application", "söka jobb", "søke jobb"},
                                  PlainTopic{"interpret_decision", "förstå beslut", "forstå vedtak"},
                                  PlainTopic{"online_safety", "bedrägeri", "svindel"}};

std::vector<HitView> open_places(const Pages& pages, const http::Request& request, const html::Page& page) {
    const auto& tenant = *request.tenant;
    std::vector<HitView> open;
    const auto snapshot = pages.directory.snapshot(tenant.id);
    for (const auto& place : snapshot->places) {
        if (!place.listed() || open.size() == most_open_places) continue;
        const auto hit = pages.referral.find(tenant, "place:" + place.id, page.translator());
        if (hit && hit->open.now == directory::Openness::open) open.push_back(view_of(*hit, request, page, pages.clock.now()));
    }
    return open;
}

}  // namespace

std::vector<html::Link> topic_links(const html::Page& page, const http::Tenant& tenant) {
    const bool norwegian = !tenant.languages.empty() && tenant.languages.front() == "nb";
    std::vector<html::Link> links;
    for (const auto& [key, swedish, norwegian_words] : plain_topics) {
        const auto url = "/search?q=" + html::url_encode(norwegian ? norwegian_words : swedish);
        links.push_back({taxonomy::label(taxonomy::List::topic, key, page.translator()), page.tenant_url(url)});
    }
    return links;
}

http::Response start_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    const auto& tenant = *request.tenant;
    page.title = page.t("What do you need help with?");
    page.description = page.t("Where to get help with mobile, computer, BankID, forms and e-services in {municipality}.",
                              {{"municipality", tenant.name}});
    const StartView view{topic_links(page, tenant), open_places(pages, request, page),
                         view_of(pages.referral.fallback(tenant, page.translator()), request, page, pages)};
    return html::render_page(page, templates::start_page(view, page));
}

}  // namespace digilots::referral
