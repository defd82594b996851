#include "plan/tree_from_json.h"

#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "plan/kinds.h"
#include "plan/members.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/register/import_columns.h"

namespace digilots::plan {

namespace {

using base::Json, register_::Record, register_::Surroundings;

constexpr std::size_t most_bytes_of_tree = 4 * 1024 * 1024, longest_name_in_fault = 80;
/// Told of a part and worked out, or said in another way: they come back and say nothing.
constexpr std::string_view told_alone[] = {"id", "version", "phase", "status", "warnings", "children"};

/// What a part stands below in the file: the cell that names it, and its whole code there.
struct Above {
    std::string cell = {}, code = {};
    bool is_said = true;  // false: the file begins with the part, which stays where it is
};
struct Line {
    const Json* part = nullptr;
    Above above = {};
    std::string id = {};
    const Node* node = nullptr;  // that has the id
};

class TreeReader {
public:
    TreeReader(const Kinds& kinds, const Surroundings& around)
        : kinds_(kinds), around_(around), plan_(kinds.kept.of(around.municipality_id)) {
        for (auto& record : kinds.nodes.list(around, {}, register_::Records::most_counted, 0).records) {
            auto id = record.id;
            standing_.emplace(std::move(id), std::move(record));
        }
    }

    base::Result<tables::Table, std::string> read(const Json& tree) {
        if (tree.find("title") || tree.find("id")) add(tree, {.is_said = false});
        else add_all(tree["children"], {});
        if (fault_.empty() && lines_.empty()) fault_ = around_.t(TEXT("There is no part of a plan in it."));
        if (!fault_.empty()) return base::failure(fault_);
        tables::Table table;
        table.rows.push_back({.number = 1, .cells = headings()});
        for (std::size_t at = 0; at < lines_.size(); ++at)
            table.rows.push_back({.number = number_of_row(at), .cells = cells_of(lines_[at])});
        return table;
    }

private:
    static std::int64_t number_of_row(std::size_t line) { return static_cast<std::int64_t>(line) + 2; }

    void add_all(const Json& parts, const Above& above) {
        if (!parts.is_array() && !parts.is_null())
            fault_ = around_.t(TEXT("“children” is no list. It holds what stands below a part, in brackets."));
        for (const auto& part : parts.items())
            if (fault_.empty()) add(part, above);
    }
    void add(const Json& part, Above above) {
        if (!part.is_object()) {
            fault_ = around_.t(TEXT("A part of the plan is an object in braces."));
            return;
        }
        look_at_members(part);
        Line line{.part = &part, .above = std::move(above), .id = std::string(part["id"].text())};
        line.node = line.id.empty() ? standing_there(line) : plan_->find(line.id);
        if (line.node) line.id = line.node->id;
        Above below{.code = std::string(part["code"].text())};
        if (!part.find("code") && line.node) below.code = plan_->whole_code(*line.node);
        below.cell = line.node ? line.id : "row:" + std::to_string(number_of_row(lines_.size()));
        lines_.push_back(std::move(line));
        add_all(part["children"], below);
    }
    /// What stands there already under the same name and code is that part: a tree that is sent twice adds nothing twice.
    const Node* standing_there(const Line& line) const {
        if (!line.above.is_said) return nullptr;
        const auto& part = *line.part;
        for (const auto* node : plan_->below(line.above.cell))
            if (node->title == part["title"].text() && word_of(node->kind) == part["kind"].text() &&
                node->code == own_code(line, part["code"].text()))
                return node;
        return nullptr;
    }
    void look_at_members(const Json& part) {
        for (const auto& [name, value] : part.members()) {
            const auto* member = find_member(name);
            const bool is_told = base::holds(told_alone, std::string_view(name));
            const bool is_right = is_told ? name != "id" || value.is_string() || value.is_null()
                                          : member && is_value_of(*member, value);
            if (is_right && member) said_.insert(member->name);
            if (is_right) continue;
            const auto title = base::cut(base::clean(part["title"].text()), longest_name_in_fault);
            fault_ = around_.words->t(TEXT("“{member}” of “{part}” is not known, or not of this kind. See the description of the "
                                           "API."),
                                      {{"member", base::cut(base::clean(name), longest_name_in_fault)}, {"part", title}});
            return;
        }
    }

    /// A column for what any part says, where each stands, and the reference.
    bool is_column(const Member& member) const { return member.name == "parent" || said_.contains(member.name); }

    std::vector<std::string> headings() const {
        std::vector<std::string> names;
        for (const auto& member : members_of_part())
            if (is_column(member))
                names.push_back(register_::heading_of(kinds_.nodes.declaration(), member.input, around_));
        names.push_back(around_.t(register_::reference));
        return names;
    }
    std::vector<std::string> cells_of(const Line& line) const {
        const auto found = standing_.find(line.id);
        const auto* record = found == standing_.end() ? nullptr : &found->second;
        std::vector<std::string> cells;
        for (const auto& member : members_of_part())
            if (is_column(member)) cells.push_back(cell(line, member, record));
        const auto version = (*line.part)["version"].as_integer();
        cells.push_back(line.id.empty() || !version ? line.id : line.id + "#" + std::to_string(*version));
        return cells;
    }
    std::string cell(const Line& line, const Member& member, const Record* record) const {
        const auto* said = line.part->find(member.name);
        if (member.name == "parent" && line.above.is_said) return line.above.cell;
        if (member.name == "code" && said) return own_code(line, said->text());
        return said ? cell_of(member, *said) : record ? standing_cell(member, *record) : "";
    }
    std::string standing_cell(const Member& member, const Record& record) const {
        for (const auto& field : kinds_.nodes.declaration().fields) {
            const auto cells = field.type->cells(field);
            for (std::size_t at = 0; at < cells.size(); ++at)
                if (cells[at] == member.input) return field.type->cell(field, at, record, around_).text();
        }
        return "";
    }
    /// A part tells its whole code: as long as it tells the same its own stays, wherever the part goes, also once it has gone
    /// there. Else what is told of the part above is taken off.
    std::string own_code(const Line& line, std::string_view said) const {
        const auto tells_own = [&](const Node& node) {
            return said == plan_->whole_code(node) || (!node.code.empty() && said.ends_with("-" + node.code));
        };
        if (line.node && tells_own(*line.node)) return line.node->code;
        const auto* parent = plan_->find((*line.part)["parent"].text());
        const auto above = line.above.is_said || !parent ? line.above.code : plan_->whole_code(*parent);
        if (!above.empty() && said.starts_with(above + "-")) said.remove_prefix(above.size() + 1);
        return std::string(said);
    }

    const Kinds& kinds_;
    const Surroundings& around_;
    const std::shared_ptr<const Plan> plan_;
    std::map<std::string, Record, std::less<>> standing_;
    std::vector<Line> lines_;
    std::set<std::string_view> said_;
    std::string fault_;
};

}  // namespace

base::Result<tables::Table, std::string> table_of_tree(const Kinds& kinds, const Json& tree, const Surroundings& around) {
    return TreeReader(kinds, around).read(tree);
}

base::Result<tables::Table, std::string> table_of_tree_file(const Kinds& kinds, std::string_view json,
                                                            const Surroundings& around) {
    const auto tree = base::parse_json(json, {.bytes = most_bytes_of_tree});
    if (!tree)
        return base::failure(around.words->t(TEXT("It cannot be read as JSON: {why}"), {{"why", tree.error()}}));
    return table_of_tree(kinds, *tree, around);
}

}  // namespace digilots::plan
