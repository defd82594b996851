#include <algorithm>
#include <set>

#include "directory/e_service_view.h"
#include "directory/templates.h"

namespace digilots::directory {
namespace {

std::vector<components::Option> departments(const Snapshot& snapshot, const std::string& chosen, const html::Page& page) {
    std::set<std::string> names;
    for (const auto& service : snapshot.e_services) {
        if (!service.department.empty()) names.insert(service.department);
    }
    std::vector<components::Option> options{{"", page.t("All departments"), chosen.empty()}};
    for (const auto& name : names) options.push_back({name, name, name == chosen});
    return options;
}

std::vector<std::string> topics_in_use(const Snapshot& snapshot) {
    std::set<std::string> topics;
    for (const auto& service : snapshot.e_services) topics.insert(service.topics.begin(), service.topics.end());
    return {topics.begin(), topics.end()};
}

components::FilterForm filter_form(const EServiceFilter& filter, const Snapshot& snapshot, const html::Page& page) {
    components::FilterForm form{page.tenant_url("/e-services"), {}, 0, {}};
    form.filters.push_back({"login", page.t("Login"),
                            {{"", page.t("Any login"), !filter.without_e_id},
                             {"without", page.t("Works without e-identification"), filter.without_e_id}}});
    form.filters.push_back({"department", page.t("Department"), departments(snapshot, filter.department, page)});
    form.filters.push_back({"topic", page.t("About"),
                            options_of("topic", topics_in_use(snapshot), filter.topic, page.t("Everything"), page)});
    form.active = (filter.without_e_id ? 1 : 0) + !filter.department.empty() + !filter.topic.empty();
    return form;
}

}  // namespace

std::string login_text(const EService& service, const html::Page& page) {
    if (service.e_id_required == Answer::yes) return page.t("Only with e-identification, such as BankID");
    if (service.e_id_required == Answer::no && service.e_id_possible == Answer::yes) {
        return page.t("With or without e-identification");
    }
    if (service.e_id_required == Answer::no) return page.t("Works without e-identification");
    return service.e_id_possible == Answer::yes ? page.t("E-identification, such as BankID, can be used") : "";
}

http::Response find_e_service_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    FilterErrors wrong;
    const auto filter = read_e_service_filter(request.query, wrong);
    page.title = page.t("E-services");
    page.description = page.t("The e-services of {municipality}: how to log in, on paper or with help",
                              {{"municipality", request.tenant->name}});
    FindEServiceView view;
    view.filter = filter_form(filter, *snapshot, page);
    view.nothing_entered = find_e_services(*snapshot, {}).empty();
    for (const auto* service : find_e_services(*snapshot, filter)) {
        view.rows.push_back({service->name, page.tenant_url("/e-services/" + service->slug), service->department,
                             login_text(*service, page), status_text(service->status, "", page),
                             freshness_of(RecordKind::e_service, service->verified_on, pages, page)});
    }
    if (view.filter.active == 0 || view.nothing_entered) {
        for (const auto& service : snapshot->services) {
            if (service.kind != ServiceKind::errand || service.status == Status::closed) continue;
            view.errands.push_back(service_row(service, pages, page));
            view.errands.back().url = page.tenant_url("/services/" + service.slug);
        }
    }
    view.count = page.tn("{n} e-service", "{n} e-services", static_cast<std::int64_t>(view.rows.size()));
    view.help = help_view(pages, page);
    return html::render_page(page, templates::find_e_service_page(view, page));
}

}  // namespace digilots::directory
