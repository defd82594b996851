#include "activities/campaigns.h"

#include <algorithm>
#include <array>
#include <map>

#include "activities/sql.h"
#include "activities/templates.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/markdown.h"
#include "platform/register/days_and_hours.h"
#include "platform/register/types.h"

namespace digilots::activities {

namespace {

using namespace register_;

constexpr std::size_t longest_campaign = 200, longest_slug_of_campaign = 60;
constexpr std::int64_t most_sessions_of_week = 10'000, most_participants_of_week = 1'000'000;

class CampaignType final : public FieldType {
public:
    /// A week that there is, however its name was typed; another name stays as it is: tables of others have such.
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        auto typed = read_line(field, field.name, draft, longest_campaign, problems);
        const auto names = typed.empty() ? std::vector<Choice>{} : filter_choices(field, around);
        const auto same =
            std::ranges::find_if(names, [&](const Choice& one) { return base::fold(one.key) == base::fold(typed); });
        into.columns[std::string(field.name)] = same == names.end() ? std::move(typed) : same->key;
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft, const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        control.optional = true;
        auto names = filter_choices(field, around);
        if (!control.value.empty() && !find_choice(names, control.value)) names.push_back({control.value, control.value});
        control.options = options_of(control.value, names);
        control.options.insert(control.options.begin(), {"", around.t(TEXT("No campaign")), control.value.empty()});
        return {{Control::choice, std::move(control)}};
    }
    std::vector<FreeText> free_texts(const Field& field, const Record& record) const override { return its_text(field, record); }
    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        const auto source = around.links ? around.links->find("activities.campaign") : LinkSources::const_iterator{};
        return around.links && source != around.links->end() ? source->second.choices(around) : std::vector<Choice>{};
    }
};

void check_campaign(const Checked& checked, Problems& problems) {
    for (const auto* name : {"title", "theme", "about", "partners"})
        if (const auto fault = fault_of_note(checked.record.text(name)); fault.id[0]) problems.push_back({name, fault});
    if (checked.record.text("first_day").empty()) add_problem_once(problems, "first_day", TEXT("Write the first day."));
}

/// Stays when it gets another name: who has the link finds it.
void name_campaign(const Writing&, Record& campaign) {
    if (campaign.text("last_day").empty()) campaign.columns["last_day"] = campaign.text("first_day");
    if (!campaign.text("slug").empty()) return;
    auto slug = base::slug(campaign.text("title")).substr(0, longest_slug_of_campaign);
    while (slug.ends_with('-')) slug.pop_back();
    campaign.columns["slug"] =
        slug + "-" + (campaign.id.size() > 8 ? campaign.id.substr(campaign.id.size() - 8) : campaign.id);
}

/// What names it by its title goes on doing so.
void follow_title(const Writing& writing, const Record& campaign) {
    if (!writing.before || writing.before->text("title") == campaign.text("title")) return;
    for (const auto& statement : {sql::rename_campaign, sql::rename_campaign_tried, sql::rename_campaign_held})
        writing.connection.execute(statement, writing.around.municipality_id, writing.before->text("title"),
                                   campaign.text("title"));
}

std::string against(std::int64_t number, std::optional<std::int64_t> goal, const html::Page& page) {
    const auto said = page.translator().number(static_cast<double>(number));
    if (!goal) return said;
    return page.t("{n} of a goal of {goal}",
                  {{"n", said}, {"goal", page.translator().number(static_cast<double>(*goal))}});
}

Campaign campaign_of(const Record& record) {
    return {.id = record.id,
            .slug = record.text("slug"),
            .title = record.text("title"),
            .theme = record.text("theme"),
            .about = record.text("about"),
            .unit = record.text("unit"),
            .partners = list_items(record.text("partners")),
            .first = record.date("first_day").value_or(base::Date{}),
            .last = record.date("last_day").value_or(base::Date{}),
            .goal_sessions = record.whole("goal_sessions"),
            .goal_participants = record.whole("goal_participants"),
            .is_published = record.flag("is_published")};
}

}  // namespace

std::string days_text(const Campaign& campaign, const i18n::Translator& words) {
    if (campaign.first == campaign.last) return words.date(campaign.first);
    return words.t("{from} – {to}", {{"from", words.date(campaign.first)}, {"to", words.date(campaign.last)}});
}

Field campaign_field(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<CampaignType>()}; }

void keep_campaign(const Writing& writing, const Record& activity) {
    const auto before = writing.before ? writing.before->text("campaign") : std::string();
    if (before.empty() || before == activity.text("campaign")) return;
    writing.connection.execute(sql::keep_campaign, writing.around.municipality_id, activity.id, before,
                               base::format_date(writing.around.today));
}

void keep_as_held(const Writing& writing, const Record& activity) {
    if (!writing.before) return;
    const auto& before = *writing.before;
    const auto is_other = [&](const char* field) { return before.text(field) != activity.text(field); };
    if (!std::ranges::any_of(std::array{"kind", "purpose", "topics", "languages", "leader", "role_group"}, is_other)) return;
    writing.connection.execute(sql::keep_as_held, writing.around.municipality_id, activity.id, before.text("kind"),
                               before.text("purpose"), before.text("topics"), before.text("languages"), before.text("leader"),
                               before.text("role_group"));
}

LinkSource campaigns_to_choose(std::function<std::shared_ptr<const Programme>(std::string_view)> of) {
    return {.choices =
                [of = std::move(of)](const Surroundings& around) {
                    const auto programme = of(around.municipality_id);
                    std::vector<std::string> titles;
                    for (const auto& campaign : programme->campaigns) base::add_once(titles, campaign.title);
                    for (const auto& activity : programme->activities)
                        if (!activity.campaign.empty()) base::add_once(titles, activity.campaign);
                    std::vector<Choice> choices;
                    for (const auto& title : titles) choices.push_back({.key = title, .label = title});
                    return choices;
                },
            .path = ""};
}

Register campaign_register() {
    return {.key = "campaign",
            .table = "activities_campaign",
            .names = {TEXT("Campaign weeks"), TEXT("Campaign week")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/campaigns",
            .above = {},
            .published = "is_published",
            .fields = {text("title", TEXT("Name"))
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .unique(TEXT("There is a campaign of this name already. Add the year to the name."))
                           .hint(TEXT("As it is written at its activities: “Get Online Week 2027”")),
                       text("theme", TEXT("Theme")).listed().searched(),
                       period("first_day", "last_day", TEXT("Days")).required().listed().newest_first().hint(
                           TEXT("Without a last day it is one day.")),
                       formatted_text("about", TEXT("What it is about")).searched(),
                       lines("partners", TEXT("Partners"))
                           .hint(TEXT("One organisation a line, never a person.")),
                       whole_number("goal_sessions", TEXT("Goal: how many sessions"), 1, most_sessions_of_week).listed(),
                       whole_number("goal_participants", TEXT("Goal: how many participants"), 1, most_participants_of_week)
                           .listed(),
                       link("unit", TEXT("Unit"), "organisation.unit")
                           .listed()
                           .filter()
                           .when_none(TEXT("No unit"))
                           .not_checked(),
                       flag("is_published", TEXT("Shown to residents"), TEXT("Shown to residents"), TEXT("Only for staff"))
                           .listed()
                           .filter()
                           .not_checked(),
                       stored("slug", {})},
            .rules = check_campaign,
            .complete = name_campaign,
            .beside = follow_title,
            .kept = kept_activities,
            .words = {.about = TEXT("Days on which much is arranged under one name. An activity belongs to it by the name of the "
                                    "campaign; what is held of it on these days is the result, beside the goal."),
                      .caption = TEXT("Campaign weeks"),
                      .empty = TEXT("No campaign is entered yet."),
                      .add = TEXT("Add a campaign week")}};
}

std::vector<Campaign> load_campaigns(const Records& records, const Surroundings& around) {
    constexpr std::int64_t most_campaigns = 500;
    std::vector<Campaign> campaigns;
    for (const auto& record : records.list(around, {.sort = "first_day"}, most_campaigns, 0).records)
        campaigns.push_back(campaign_of(record));
    return campaigns;
}

std::int64_t CampaignResult::sessions() const {
    std::int64_t sum = 0;
    for (const auto& part : parts) sum += part.sessions;
    return sum;
}

std::int64_t CampaignResult::came() const {
    std::int64_t sum = 0;
    for (const auto& part : parts) sum += part.came;
    return sum;
}

CampaignResult result_of(const Activities::Implementation& self, std::string_view municipality_id, const Campaign& campaign) {
    return self.database.read([&](db::Connection& connection) {
        CampaignResult result;
        for (const auto row : connection.query(sql::result_of_campaign, municipality_id, campaign.title,
                                               base::format_date(campaign.first), base::format_date(campaign.last)))
            result.parts.push_back({row.text("id"), row.text("title"), row.text("place"), row.integer("sessions"),
                                    row.integer("came")});
        result.uncounted = connection.query(sql::uncounted_of_campaign, municipality_id, campaign.title,
                                            base::format_date(campaign.first), base::format_date(campaign.last),
                                            base::format_utc(self.clock.now()))[0].integer("number");
        return result;
    });
}

More Activities::Implementation::more_of_campaign(const Record& record, const html::Page& page) const {
    More more;
    const auto& here = page.request().tenant->id;
    // Also once it has ended: that is when its result is wanted.
    const auto campaign = campaign_of(record);
    const auto named = "campaign=" + html::url_encode(campaign.title);
    more.links.push_back({page.t("Its activities"), page.tenant_url("/staff/activities?" + named)});
    if (!record.has_ended())
        more.links.push_back({page.t("New activity of it"), page.tenant_url("/staff/activities/new?" + named)});
    if (campaign.is_published && !record.has_ended())
        more.links.push_back({page.t("As residents see it"), page.tenant_url(campaign.path())});
    const auto result = result_of(*this, here, campaign);
    more.above.push_back(
        {page.t("Result"),
         {page.t("Sessions held: {number}", {{"number", against(result.sessions(), campaign.goal_sessions, page)}}),
          page.t("Participants: {number}", {{"number", against(result.came(), campaign.goal_participants, page)}})}});
    if (result.uncounted > 0)
        more.above.back().lines.push_back(page.tn("{n} session is over and not counted yet",
                                                  "{n} sessions are over and not counted yet", result.uncounted));
    const auto snapshot = neighbours.directory.snapshot(here);
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> by_activity, by_place;
    for (const auto& part : result.parts) {
        const auto* place = part.place.empty() ? nullptr : snapshot->place(part.place);
        for (auto* sums : {&by_activity[part.title], &by_place[place ? place->name : page.t("Elsewhere")]}) {
            sums->first += part.sessions;
            sums->second += part.came;
        }
    }
    const auto tell = [&](std::string title, const auto& sums) {
        More::Part part{std::move(title), {}};
        for (const auto& [name, numbers] : sums)
            part.lines.push_back(name + ": " + page.tn("{n} activity session", "{n} activity sessions", numbers.first) + ", " +
                                 page.tn("{n} came", "{n} came", numbers.second));
        if (!part.lines.empty()) more.above.push_back(std::move(part));
    };
    tell(page.t("By activity"), by_activity);
    tell(page.t("By place"), by_place);
    tell_messages(*this, record, page, more);
    return more;
}

http::Response campaign_page(const Pages& pages, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto programme = pages.activities.programme(tenant.id);
    const auto* campaign = base::find_in(programme->campaigns, request.parameter("slug"), &Campaign::slug);
    if (!campaign || !campaign->is_published) return html::error_page(request, 404);
    html::Page page(request);
    page.title = campaign->title;
    page.description = html::without_markdown(campaign->about).substr(0, 150);
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")},
                        {page.t("Activities"), page.tenant_url("/activities")},
                        {campaign->title, "", true}};
    const Filter filter{.campaign = campaign->title, .from = campaign->first, .to = campaign->last, .with_cancelled = true};
    CampaignView view{.about = html::markdown(campaign->about, 2),
                      .days = days_text(*campaign, page.translator()),
                      .theme = campaign->theme,
                      .calendar_url = page.tenant_url("/activities.ics?" + query_of(filter)),
                      .programme_url = page.tenant_url("/activities/programme.pdf?" + query_of(filter))};
    if (!campaign->partners.empty()) view.facts.push_back({page.t("Who arranges with us"), campaign->partners});
    const auto now = Inside::of(pages.activities).clock.now();
    // What was held in it stays in it, whichever week its activity belongs to now.
    auto on_its_days = filter;
    on_its_days.campaign.clear();
    for (const auto& [activity, session] : sessions_of(*programme, on_its_days, base::Instant{}, 2000)) {
        const auto& of = session->campaign.empty() ? activity->campaign : session->campaign;
        if (of == campaign->title)
            (session->ends > now ? view.sessions : view.past).push_back(line_of(pages, *activity, *session, page));
    }
    for (const auto& activity : programme->activities)
        if (is_told_undated(activity, {.campaign = campaign->title}, now))
            view.undated.push_back({activity.title, page.tenant_url(activity.path()),
                                    undated_text(pages.activities, tenant.id, activity, page.translator()),
                                    state_text(activity, page.translator())});
    return html::render_page(page, templates::campaign_page(view, page));
}

}  // namespace digilots::activities
