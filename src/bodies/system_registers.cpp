// Systems by layer, introducing what is new in the same steps each time, and services by tier.
#include "bodies/bodies.h"
#include "bodies/sql.h"
#include "bodies/terms.h"
#include "platform/base/uuid.h"
#include "platform/kept/versions.h"

namespace digilots::bodies {

namespace {

using namespace register_;

void check_system(const Checked& checked, Problems& problems) {
    const auto& system = checked.record;
    if (system.yes_or_no("duplicates") == true && system.text("shared_platform").empty())
        problems.push_back({"shared_platform", TEXT("Say which shared platform does the same.")});
    const auto risk = system.text("debt");
    if (!risk.empty() && risk != "none" && system.text("debt_about").empty())
        problems.push_back({"debt_about", TEXT("Say what the debt is.")});
}

void check_step(const Checked& checked, Problems& problems) {
    const auto state = checked.record.text("state");
    if ((state == "done" || state == "not_needed") && checked.record.text("evidence").empty())
        problems.push_back({"evidence", TEXT("Say what shows that it is done, or why it is not needed.")});
}

/// The municipality's own steps, then its factors in their order, become steps of what is new. Later changes
/// of the process leave those of earlier introductions as they are.
void begin_with_process(const Writing& writing, const Record& introduction) {
    if (writing.before) return;
    static const auto declaration = step_register();
    static const Statements statements{declaration};
    std::int64_t place = 0;
    for (const auto row : writing.connection.query(sql::steps_of_process, writing.around.municipality_id)) {
        auto record = blank_record(declaration, writing.around);
        record.id = base::new_uuid(writing.now);
        record.version = 1;
        record.created_at = record.changed_at = base::format_utc(writing.now);
        record.columns["title"] = row.text("title");
        record.columns["introduction"] = introduction.id;
        record.columns["place"] = ++place;
        record.columns["function"] = row.text("function");
        store_record(writing.connection, declaration, statements, writing.around, record);
    }
    if (place > 0) kept::raise(writing.connection, "introduction_step", writing.around.municipality_id);
}

}  // namespace

Choices layers() {
    return fixed_terms({{"infrastructure", TEXT("Infrastructure")},
                        {"support", TEXT("Support systems")},
                        {"business", TEXT("Business systems")},
                        {"functions", TEXT("Digital functions and ways of working")},
                        {"e_services", TEXT("E-services")}});
}

Choices risks() {
    return fixed_terms({{"none", TEXT("No debt")},
                        {"low", TEXT("Low risk")},
                        {"medium", TEXT("Medium risk")},
                        {"high", TEXT("High risk")}});
}

Choices tiers() {
    return fixed_terms({{"self_service", TEXT("1. Residents do it themselves")},
                        {"digital_performer", TEXT("2. Done digitally by us")},
                        {"external", TEXT("3. Bought from an outside supplier")}});
}

Register system_register() {
    return {
        .key = "inventoried_system",
        .table = "bodies_system",
        .names = {TEXT("Inventory of systems"), TEXT("System in the inventory")},
        .see = http::Role::guide,
        .change = http::Role::editor,
        .path = "/staff/bodies/system-inventory",
        .above = {to_bodies},
        .fields =
            {name_field(TEXT("System")),
             term("layer", TEXT("Layer"), layers()).listed().filter().when_none(TEXT("Not placed yet")),
             terms("processes", TEXT("Main processes"),
                   fixed_terms({{"case", TEXT("Case")},
                                {"execution", TEXT("Carrying out")},
                                {"reporting", TEXT("Reporting")}}))
                 .filter(),
             yes_no_unknown("used_fully", TEXT("Is it used fully?")).listed().filter(),
             yes_no_unknown("trained", TEXT("Has training been given?")).listed().filter(),
             lines("missing", TEXT("Functions that are missing"), {.lines = 30, .characters = 100}),
             term("need", TEXT("Whose need it is"),
                  fixed_terms({{"general", TEXT("The whole municipality’s")}, {"unit", TEXT("One unit’s")}}))
                 .filter(),
             lines("integrations", TEXT("Exchanges data with"), {.lines = 30, .characters = 100}),
             yes_no_unknown("duplicates", TEXT("Does a shared platform do the same?")).filter(),
             text("shared_platform", TEXT("Which shared platform"), 200)
                 .hint(TEXT("Needed where one does the same")),
             text("shared_with", TEXT("Shared with"), 200).hint(TEXT("Other municipalities or a network")),
             term("debt", TEXT("Technical debt"), risks()).listed().filter().when_none(TEXT("Not known")),
             long_text("debt_about", TEXT("What the debt is"), longest_text)
                 .hint(TEXT("Needed where there is debt")),
             money("debt_cost", TEXT("What it costs to mend")),
             long_text("debt_plan", TEXT("Plan for mending it"), longest_text),
             function_field(TEXT("Who answers for it")),
             link("unit", TEXT("Unit"), "organisation.unit")
                 .filter()
                 .when_none(TEXT("No unit"))
                 .not_checked()},
        .rules = check_system,
        .words = {.about = TEXT("Which systems there are, layer by layer: how they are used, what is "
                                "missing, what others do already, what has to be mended."),
                  .caption = TEXT("Inventory of systems"),
                  .empty = TEXT("There is no system yet."),
                  .add = TEXT("Add a system")}};
}

Register process_register() {
    return {.key = "introduction_rule",
            .table = "bodies_introduction_rule",
            .names = {TEXT("Steps of each introduction"), TEXT("Step of each introduction")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/bodies/introduction-process",
            .above = {to_bodies},
            .fields = {text("title", TEXT("Step"), 200).required().listed(),
                       link("function", TEXT("Who does it"), "organisation.function")
                           .listed()
                           .when_none(TEXT("No function")),
                       long_text("about", TEXT("How it is done"), longest_text)},
            .size = Size::few,
            .endings = Endings::removed,
            .remove = http::Role::editor,
            .words = {.about = TEXT("The same steps each time something is introduced, in their order. They "
                                    "are copied into each new e-service or tool."),
                      .caption = TEXT("Steps of each introduction"),
                      .empty = TEXT("There is no step yet."),
                      .add = TEXT("Add a step")}};
}

Register introduction_register() {
    return {.key = "introduction",
            .table = "bodies_introduction",
            .names = {TEXT("Introductions"), TEXT("Introduction")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/bodies/introductions",
            .above = {to_bodies},
            .fields = {name_field(TEXT("E-service or tool")),
                       term("kind", TEXT("What is introduced"),
                            fixed_terms({{"e_service", TEXT("E-service")},
                                         {"tool", TEXT("Tool or system")},
                                         {"way", TEXT("Way of working")}}))
                           .required()
                           .listed()
                           .filter(),
                       date("day", TEXT("In use from")).listed(), function_field(TEXT("Who leads it")),
                       long_text("about", TEXT("What changes, and for whom"), longest_text)},
            .beside = begin_with_process,
            .words = {.about = TEXT("Each new e-service or tool with the steps that are taken each time."),
                      .caption = TEXT("Introductions"),
                      .empty = TEXT("Nothing is being introduced yet."),
                      .add = TEXT("Introduce something")}};
}

Register step_register() {
    return {.key = "introduction_step",
            .table = "bodies_introduction_step",
            .names = {TEXT("Steps of introductions"), TEXT("Step of an introduction")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/bodies/introduction-steps",
            .above = {to_bodies},
            .fields = {name_field(TEXT("Step")),
                       link("introduction", TEXT("Introduction"), "bodies.introduction")
                           .required()
                           .listed()
                           .filter()
                           .from_address("introduction")
                           .when_wrong(TEXT("Choose an introduction from the list.")),
                       whole_number("place", TEXT("Number"), 1, 9999).listed(),
                       state_field({{"open", TEXT("Not done")},
                                    {"done", TEXT("Done")},
                                    {"not_needed", TEXT("Not needed here")}},
                                   "open"),
                       text("evidence", TEXT("What shows it, or why not"), 300)
                           .hint(TEXT("Needed once it is done, or is not needed")),
                       date("day", TEXT("Day")).listed(), function_field(TEXT("Who does it"))},
            .rules = check_step,
            .words = {.about = TEXT("What is done and what is left in each introduction."),
                      .caption = TEXT("Steps of introductions"),
                      .empty = TEXT("There is no step yet."),
                      .add = TEXT("Add a step")}};
}

Register tier_register() {
    return {.key = "tiered_service",
            .table = "bodies_tier",
            .names = {TEXT("Services by tier"), TEXT("Service with its tier")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/bodies/service-tiers",
            .above = {to_bodies},
            .fields =
                {name_field(TEXT("Service")),
                 term("tier", TEXT("Tier"), tiers()).listed().filter().when_none(TEXT("Not classified yet")),
                 date("day", TEXT("Classified on")).listed(),
                 long_text("about", TEXT("Why, and what comes next"), longest_text),
                 link("unit", TEXT("Unit"), "organisation.unit")
                     .filter()
                     .when_none(TEXT("No unit"))
                     .not_checked()},
            .words = {.about = TEXT("Digital first in three tiers: residents do it themselves, we do it "
                                    "digitally, or it is bought."),
                      .caption = TEXT("Services by tier"),
                      .empty = TEXT("There is no service yet."),
                      .add = TEXT("Add a service")}};
}

}  // namespace digilots::bodies
