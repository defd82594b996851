#include <utility>

#include "platform/register/pages.h"
#include "progress/pages.h"

namespace digilots::progress {

namespace {

using http::Access;
using http::Method;
using Handler = http::Response (*)(const Pages&, const http::Request&);

using Of = kept::Dependence::Of;
const kept::Dependence all_figures{indicators::kept_figures, Of::everyone}, all_active{"municipality_active", Of::everyone},
    all_networks{"network", Of::everyone};

/// A municipality's own choices and figures. Another that its wheel is compared with is shown by the same indicators, of which
/// it has official figures alone, but coloured by what it says itself is good.
const kept::Dependences shown_from{{kept_progress}, {indicators::kept_own_figures}, {indicators::kept_directions, Of::everyone},
                                   all_figures, all_active, all_networks, {"plan"}};
/// With goals that are followed up; while there are any their numbers are of today, and the page is made anew.
const kept::Dependences progress_from = [] {
    auto from = shown_from;
    from.push_back({goals::kept_goals});
    from.push_back({"budget"});
    return from;
}();
/// The wheel of whoever is named in the address.
const kept::Dependences of_anybody_from{{kept_progress, Of::everyone},
                                        {indicators::kept_own_figures, Of::everyone},
                                        {indicators::kept_directions, Of::everyone},
                                        {"municipality", Of::everyone},
                                        all_figures, all_active, all_networks};
/// All municipalities by name.
const kept::Dependences listed_from{all_active};

const kept::Dependences& made_from(const std::string& path) {
    if (path == "/{municipality}/progress" || path.starts_with("/{municipality}/progress/summary.")) return progress_from;
    if (path.find("{municipality}") != std::string::npos) return shown_from;
    return path.find("{slug}") != std::string::npos ? of_anybody_from : listed_from;
}

class Table {
public:
    explicit Table(const Pages& pages) : page_(http::handlers_with(pages)) {}

    void add(Method method, const std::string& path, Access access, Handler handler) {
        http::Route route{method, path, access, page_(handler)};
        if (access == Access::anyone) route.kept = made_from(path);
        routes.push_back(std::move(route));
    }
    void add_public(const std::string& path, Handler handler, std::vector<std::string> query,
                    http::Effort effort = http::Effort::usual) {
        add(Method::get, path, Access::anyone, handler);
        routes.back().query = std::move(query);
        routes.back().effort = effort;
    }

    http::Routes routes;

private:
    decltype(http::handlers_with(std::declval<Pages>())) page_;
};

const std::vector<std::string> wheel_query{"year", "group", "kept", "compare"};
const std::vector<std::string> picture_query{"year", "group", "kept"};
const std::vector<std::string> no_query;

/// What a municipality's wheel has, under its own address or under that of all wheels.
void add_wheel(Table& table, const std::string& base) {
    table.add_public(base + "/wheel/embed", embedded_wheel_page, wheel_query);
    table.add_public(base + "/wheel/years", wheel_years_page, wheel_query);
    table.add_public(base + "/wheel/years.csv", wheel_years_csv, wheel_query);
    table.add_public(base + "/wheel.svg", wheel_svg_file, picture_query);
    table.add_public(base + "/wheel.png", wheel_png_file, picture_query, http::Effort::drawing);
    table.add_public(base + "/wheel.pdf", wheel_pdf_file, {"year", "group", "kept", "paper"}, http::Effort::drawing);
    table.add_public(base + "/wheel.csv", wheel_csv_file, wheel_query);
    table.add_public(base + "/targets/{target}", target_page, wheel_query);
    table.add_public(base + "/targets/{target}/figures.csv", target_csv_file, wheel_query);
}

void add_public(Table& table) {
    const std::string base = "/{municipality}/progress";
    table.add_public(base, progress_page, wheel_query);
    table.add_public(base + "/method", method_page, no_query);
    table.add_public(base + "/summary.pdf", summary_pdf, no_query, http::Effort::reading_then_drawing);
    table.add_public(base + "/summary.odt", summary_odt, no_query, http::Effort::reading_then_drawing);
    table.add_public(base + "/wheel", wheel_page, wheel_query);
    add_wheel(table, base);
    table.add_public("/api/v1/{municipality}/wheel", get_wheel, {"year", "group", "kept"});
}

/// The same for municipalities without a service here.
void add_national(Table& table) {
    table.add_public("/wheels", wheels_page, {"q"});
    table.add_public("/wheels/method", method_page, no_query);
    table.add_public("/wheels/{slug}", wheel_page, wheel_query);
    add_wheel(table, "/wheels/{slug}");
    table.add_public("/api/v1/wheels/{slug}", get_wheel, {"year", "group", "kept"});
}

void add_staff(Table& table) {
    const std::string base = "/{municipality}/staff/progress";
    const auto read = [&](const std::string& path, Handler handler) {
        table.add(Method::get, base + path, Access::guide, handler);
    };
    const auto edit = [&](const std::string& path, Handler handler) {
        table.add(Method::post, base + path, Access::coordinator, handler);
    };
    read("", choose_targets_page);
    edit("/adopt", adopt_proposal);
    read("/targets/{target}", choose_target_page);
    edit("/targets/{target}", save_target);
    edit("/targets/{target}/leave-out", leave_out_target);
    read("/evaluations", evaluations_page);
    read("/evaluations/{year}", evaluation_page);
    edit("/evaluations/{year}", save_evaluation);
}

}  // namespace

http::Routes routes(Progress& progress, const municipality::Municipalities& municipalities,
                    const base::Clock& clock) {
    Table table({progress, municipalities, clock});
    add_public(table);
    add_national(table);
    add_staff(table);
    return std::move(table.routes);
}

}  // namespace digilots::progress
