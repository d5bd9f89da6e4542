#include "app/demo/story.hpp"

#include "core/base/invariant.hpp"
#include "core/scheme/check.hpp"

#include <algorithm>
#include <array>

namespace heng::app::demo {

namespace {

using act::Field;
using act::Fields;
using act::Kind;
using act::Need;

constexpr const char* scheme_id = "demo-city";

constexpr Field unit_column{"unit", Kind::id, Need::required, "考核对象", "Unit"};
constexpr std::array unit_columns{
    unit_column,
    Field{"name", Kind::text, Need::required, "名称", "Name"},
    Field{"domain", Kind::id, Need::required, "领域", "Domain"},
    Field{"review", Kind::decimal, Need::required, "述职评议得分", "Review score"},
    Field{"veto", Kind::whole, Need::required, "受限制", "Barred"},
    Field{"serious", Kind::whole, Need::required, "重大问题", "Major problem"},
    Field{"fraud", Kind::whole, Need::required, "弄虚作假", "Fraud"}};

constexpr std::array<std::string_view, 3> endings{"confirmed", "draft", "withdrawn"};
constexpr std::array finding_columns{
    unit_column,
    Field{"branch", Kind::id, Need::required, "分句", "Branch"},
    Field{"value", Kind::decimal, Need::required, "数值", "Value"},
    Field{"status", Kind::choice, Need::required, "状态", "Status", endings},
    Field{"case", Kind::id, Need::optional, "案件号", "Case"},
    Field{"occurred_on", Kind::date, Need::required, "发生日期", "Happened on"},
    Field{"note", Kind::text, Need::required, "事实", "The fact in words"}};

constexpr std::array<std::string_view, 4> grades{"好", "较好", "一般", "差"};
constexpr std::array decision_columns{
    unit_column, Field{"grade", Kind::choice, Need::required, "等次", "Grade", grades},
    Field{"reason", Kind::text, Need::required, "理由", "Reason"}};

StoryUnit read_unit(const Fields& row) {
    return {row.text("unit"),       row.text("name"),       row.text("domain"),
            row.decimal("review"),  row.whole("veto") != 0, row.whole("serious") != 0,
            row.whole("fraud") != 0};
}

StoryFinding read_finding(const Fields& row) {
    const auto ending = std::find(endings.begin(), endings.end(), row.text("status"));
    return {row.text("unit"),
            row.text("branch"),
            row.decimal("value").text(),
            static_cast<Ending>(ending - endings.begin()),
            row.text_or_empty("case"),
            row.date("occurred_on"),
            row.text("note")};
}

StoryDecision read_decision(const Fields& row) {
    return {row.text("unit"), *scheme::grade_named(row.text("grade")), row.text("reason")};
}

/// The rows of a table, each as `read` makes it; what is wrong goes to `issues`.
template <class Read>
auto read_rows(const Formats& formats, const std::string& path, std::span<const Field> columns,
               Read read, Issues& issues) {
    std::vector<decltype(read(Fields(ledger::Object())))> out;
    const auto table = formats.read_commands(path, columns, {});
    if (!table) {
        issues.insert(issues.end(), table.error().begin(), table.error().end());
        return out;
    }
    for (std::size_t i = 0; i < table->bodies.size(); ++i) {
        Issues wrong = act::check_fields(columns, table->bodies[i]);
        for (Error& issue : wrong) {
            issue.place.file = path;
            issue.place.line = table->lines[i];
            issues.push_back(std::move(issue));
        }
        if (wrong.empty()) out.push_back(read(Fields(table->bodies[i])));
    }
    return out;
}

/// What the tables say of units and branches that there are not.
void check_names(const Story& story, const std::string& path, Issues& issues) {
    const auto known = [&](const std::string& id) {
        return std::any_of(story.units.begin(), story.units.end(),
                           [&](const StoryUnit& unit) { return unit.id == id; });
    };
    for (const StoryFinding& finding : story.findings) {
        if (!known(finding.unit))
            issues.push_back(
                {Code::record_unknown, {path, 0, 0, {}}, {"考核对象", "unit", finding.unit}});
        if (!story.rulebook->find_branch(finding.branch))
            issues.push_back({Code::branch_unknown, {path, 0, 0, {}}, {finding.branch}});
    }
}

}  // namespace

const StoryUnit& Story::unit(std::string_view id) const {
    const auto found = std::find_if(units.begin(), units.end(),
                                    [id](const StoryUnit& unit) { return unit.id == id; });
    INVARIANT(found != units.end(), "the story has the unit");
    return *found;
}

std::vector<const StoryUnit*> Story::units_of(std::string_view domain) const {
    std::vector<const StoryUnit*> out;
    for (const StoryUnit& unit : units)
        if (unit.domain == domain) out.push_back(&unit);
    return out;
}

Checked<Story> read_story(const Formats& formats, const std::filesystem::path& folder) {
    auto scheme = formats.load_scheme(folder);
    if (!scheme) return tl::unexpected(std::move(scheme.error()));
    Issues issues = scheme::check_structure(*scheme);
    if (has_errors(issues)) return tl::unexpected(std::move(issues));
    issues.clear();
    if (scheme->id != scheme_id)
        issues.push_back({Code::value_unknown,
                          {folder.string(), 0, 0, "scheme/id"},
                          {"id", scheme->id, scheme_id}});
    const auto path = [&](const char* name) { return (folder / "year" / name).string(); };
    Story out;
    out.rulebook = std::make_shared<const cycle::Rulebook>(std::move(*scheme));
    out.units = read_rows(formats, path("units.csv"), unit_columns, read_unit, issues);
    out.findings = read_rows(formats, path("findings.csv"), finding_columns, read_finding, issues);
    out.decisions =
        read_rows(formats, path("decisions.csv"), decision_columns, read_decision, issues);
    if (issues.empty()) check_names(out, path("findings.csv"), issues);
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    std::stable_sort(out.findings.begin(), out.findings.end(),
                     [](const auto& a, const auto& b) { return a.occurred_on < b.occurred_on; });
    return out;
}

}  // namespace heng::app::demo
