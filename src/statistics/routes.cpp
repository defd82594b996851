#include "statistics/statistics.h"

#include "statistics/statistics_api.h"
#include "statistics/statistics_page.h"

namespace digilots::statistics {

http::Routes routes(std::vector<measures::Measure> measures, const municipality::Municipalities& municipalities,
                    const taxonomy::OwnTopics& own_topics, const base::Clock& clock, const std::shared_ptr<Kinds>& kinds,
                    Around around, std::shared_ptr<Digests> digests) {
    using http::Access, http::Method;
    const auto page =
        http::handlers_with(Pages{std::move(measures), municipalities, own_topics, clock, kinds, std::move(around),
                                  std::move(digests)});
    return {
        {Method::get, "/{municipality}/staff/statistics", Access::guide, page(statistics_page)},
        {Method::get, "/{municipality}/staff/statistics.csv", Access::guide, page(statistics_csv)},
        {Method::get, "/{municipality}/staff/statistics.json", Access::guide, page(statistics_json)},
        {Method::get, "/{municipality}/staff/statistics.xlsx", Access::guide, page(statistics_xlsx), {}, {},
         http::Effort::drawing},
        {Method::get, "/{municipality}/staff/statistics/report", Access::guide, page(report_page)},
        {Method::get, "/{municipality}/staff/statistics/report.pdf", Access::guide, page(report_pdf), {}, {},
         http::Effort::drawing},
        {Method::get, "/{municipality}/staff/statistics/report.odt", Access::guide, page(report_odt), {}, {},
         http::Effort::drawing},
        {Method::get, "/{municipality}/staff/statistics/report.xlsx", Access::guide, page(report_xlsx), {}, {},
         http::Effort::drawing},
        {Method::get, "/{municipality}/staff/statistics/digest", Access::coordinator, page(digest_page)},
        {Method::post, "/{municipality}/staff/statistics/digest", Access::coordinator, page(save_digest)},
        {Method::get, "/{municipality}/staff/statistics/sent-here", Access::guide, page(sent_here_page)},
        {Method::get, "/api/v1/{municipality}/statistics", Access::token(read_statistics), page(get_statistics)},
    };
}

}  // namespace digilots::statistics
