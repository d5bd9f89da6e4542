/// @file
/// Templates of imports, made from the fields of the act: what the act asks for is what they ask
/// for.
#include "core/report/books.hpp"
#include "core/report/words.hpp"

#include <algorithm>
#include <array>

namespace heng::report {

namespace {

constexpr std::uint32_t entry_first = 2;
constexpr std::uint32_t entry_rows = 200;
constexpr std::size_t choices_length_max = 255;

constexpr Look heading{Paint::heading, Across::centre, -1};
constexpr Look names{Paint::heading, Across::centre, -1};
constexpr Look framed{Paint::step, Across::left, -1};

/// A column of the template: a field, or a field of the act's rows.
struct Entry {
    const act::Field* field;
    std::string name;
    std::string title;
};

void add_entries(std::span<const act::Field> fields, const std::string& prefix, const Words& words,
                 std::vector<Entry>& out) {
    for (const act::Field& field : fields) {
        const std::string name = prefix + std::string(field.name);
        if (field.kind == act::Kind::rows)
            add_entries(field.row, name + '/', words, out);
        else
            out.push_back({&field, name, words(field.zh, field.en)});
    }
}

/// What a field of this kind takes, and an example of it.
struct KindText {
    std::string_view zh;
    std::string_view en;
    std::string_view example;
};
KindText text_of(act::Kind kind) {
    switch (kind) {
        case act::Kind::text: return {"文字，不超过4000字", "text, at most 4,000 characters", ""};
        case act::Kind::id: return {"编号或名称，与系统中一致", "a name as the system has it", ""};
        case act::Kind::decimal: return {"数字，至多4位小数", "a number, at most 4 places", "0.5"};
        case act::Kind::whole: return {"整数", "a whole number", "2021"};
        case act::Kind::flag: return {"true 或 false", "true or false", "true"};
        case act::Kind::date: return {"日期", "a day", "2021-06-30"};
        case act::Kind::record: return {"记录的序号", "the number of a record", "12"};
        case act::Kind::digests:
            return {"佐证材料的校验值，多个以 ; 分隔", "hashes of evidence, separated by ;",
                    "64位十六进制数"};
        case act::Kind::texts: return {"文字，多条以 ; 分隔", "texts, separated by ;", ""};
        case act::Kind::choice: return {"选填其一", "one of the choices", ""};
        case act::Kind::rows:
        case act::Kind::scheme: return {"", "", ""};
    }
    return {};
}

/// What can be chosen for a field, and what it means.
using Known = std::vector<std::pair<std::string, std::string>>;

class Template {
public:
    Template(const act::Act& act, const view::Scope& scope, Language language)
        : act_(act), scope_(scope), words_(language) {
        add_entries(act.fields, {}, words_, entries_);
    }

    Book make() {
        Book book{words_(act_.zh, act_.en), {}};
        BookSheet table = make_table();
        BookSheet known = make_known(table);
        book.sheets.push_back(std::move(table));
        book.sheets.push_back(make_hints());
        if (!known.rows.empty()) book.sheets.push_back(std::move(known));
        return book;
    }

private:
    BookSheet make_table() const {
        BookSheet sheet;
        sheet.name = words_("填写", "Fill in");
        sheet.head = words_(act_.zh, act_.en);
        for (std::uint16_t i = 0; i < column_count(entries_); ++i) {
            const Entry& entry = entries_[i];
            const bool is_long = entry.field->kind == act::Kind::text;
            sheet.widths.push_back(std::max(
                is_long ? 36 : 14, std::max(width_of(entry.title), width_of(entry.name)) + 2));
            sheet.put(0, i, entry.title, heading);
            sheet.put(1, i, entry.name, names);
            for (std::uint32_t row = 0; row < entry_rows; ++row)
                sheet.put(entry_first + row, i, {}, {Paint::entry, Across::left, -1});
            add_choices(entry, i, sheet);
        }
        sheet.frozen_rows = entry_first;
        sheet.page = {true, 0, 1, 0};
        return sheet;
    }

    static CellRange below(std::uint16_t column) {
        return {entry_first, column, entry_first + entry_rows - 1, column};
    }

    static void add_choices(const Entry& entry, std::uint16_t column, BookSheet& sheet) {
        std::vector<std::string> words(entry.field->choices.begin(), entry.field->choices.end());
        if (entry.field->kind == act::Kind::flag) words = {"true", "false"};
        std::size_t length = 0;
        for (const std::string& word : words) length += word.size() + 1;
        if (!words.empty() && length <= choices_length_max)
            sheet.choices.push_back({below(column), std::move(words), {}});
    }

    BookSheet make_hints() const {
        BookSheet sheet;
        sheet.name = words_("说明", "About");
        sheet.widths = {22, 22, 10, 44, 44};
        sheet.merge({0, 0, 0, 4}, words_(act_.zh, act_.en) + words_("导入模板", ": template"),
                    {Paint::title, Across::centre, -1});
        sheet.merge({1, 0, 1, 4}, advice(), framed);
        const std::array<std::string, 5> headings{
            words_("项目", "Field"), words_("代号", "Name"), words_("必填", "Required"),
            words_("填写要求", "What it takes"), words_("示例或可选值", "Example or choices")};
        for (std::uint16_t i = 0; i < column_count(headings); ++i)
            sheet.put(2, i, headings[i], heading);
        std::uint32_t row = 3;
        for (const Entry& entry : entries_) {
            const act::Field& field = *entry.field;
            const KindText kind = text_of(field.kind);
            const bool is_required = field.need == act::Need::required;
            sheet.put(row, 0, entry.title, framed);
            sheet.put(row, 1, entry.name, framed);
            sheet.put(row, 2, is_required ? words_("是", "yes") : words_("否", "no"), framed);
            sheet.put(row, 3, words_(kind.zh, kind.en), framed);
            sheet.put(row++, 4, example_of(entry, kind), framed);
        }
        sheet.page = {true, 0, 0, 0};
        fit_heights(sheet, 1);
        return sheet;
    }

    std::string advice() const {
        const bool has_rows =
            std::any_of(act_.fields.begin(), act_.fields.end(),
                        [](const act::Field& field) { return field.kind == act::Kind::rows; });
        std::string out = words_("每行办理一次“" + std::string(act_.zh) +
                                     "”。前两行为表头，请勿改动；从第三行起填写，空行不计。单元格均"
                                     "为文本格式，日期写作 2021-06-30。",
                                 "Each row is one act. The first two rows are headings; fill in "
                                 "from the third. Cells are "
                                 "text; a day is written 2021-06-30.");
        if (has_rows)
            out += words_(" 代号中带“/”的项目每行一条；同一次办理的其余各行，不带“/”的项目留空。",
                          " Fields with a / take a row each; leave the others empty in all rows of "
                          "one act but the first.");
        return out;
    }

    std::string example_of(const Entry& entry, const KindText& kind) const {
        std::string out;
        for (const std::string_view choice : entry.field->choices) {
            if (!out.empty()) out += words_("、", ", ");
            out += choice;
        }
        if (!out.empty()) return out;
        const Known known = known_of(entry);
        return known.empty() ? std::string(kind.example) : known.front().first;
    }

    /// The names that the scope holds for a field of this name.
    Known known_of(const Entry& entry) const {
        const std::string_view name = entry.field->name;
        Known out;
        if (name == "unit" && act_.id != "enrol_unit")
            for (const auto& [id, unit] : scope_.state.units_and_people.units)
                out.emplace_back(id, unit.on(scope_.day).name);
        const cycle::Rulebook* const rulebook = newest_rulebook();
        if (rulebook == nullptr) return out;
        for (const scheme::Domain& domain : rulebook->scheme().domains) {
            if (name == "domain") out.emplace_back(domain.id, domain.name);
            if (name != "branch") continue;
            for (const score::Rules::Origin& origin : rulebook->rules(domain.id).origins)
                out.emplace_back(origin.branch->id, domain.name + ' ' + origin.task->no +
                                                        origin.clause->no + ' ' +
                                                        origin.branch->text);
        }
        return out;
    }

    const cycle::Rulebook* newest_rulebook() const {
        const cycle::Rulebook* newest = nullptr;
        for (const auto& [year, cycle] : scope_.state.cycles)
            if (const auto* const found = scope_.context().rulebook(cycle)) newest = found;
        return newest;
    }

    /// A pair of columns for each field with names to choose from, which `table` then offers.
    BookSheet make_known(BookSheet& table) const {
        BookSheet sheet;
        sheet.name = words_("可选值", "Choices");
        std::uint16_t column = 0;
        for (std::uint16_t i = 0; i < column_count(entries_); ++i) {
            const Known known = known_of(entries_[i]);
            if (known.empty()) continue;
            sheet.put(0, column, entries_[i].title, heading);
            sheet.put(0, static_cast<std::uint16_t>(column + 1), words_("含义", "Meaning"),
                      heading);
            std::uint32_t row = 1;
            for (const auto& [id, text] : known) {
                sheet.put(row, column, id, framed);
                sheet.put(row++, static_cast<std::uint16_t>(column + 1), text, framed);
            }
            table.choices.push_back(
                {below(i),
                 {},
                 on_sheet(sheet.name) + fixed_cell(1, column) + ':' + fixed_cell(row - 1, column)});
            sheet.widths.insert(sheet.widths.end(), {16, 50});
            column = static_cast<std::uint16_t>(column + 2);
        }
        sheet.frozen_rows = 1;
        return sheet;
    }

    const act::Act& act_;
    const view::Scope& scope_;
    Words words_;
    std::vector<Entry> entries_;
};

}  // namespace

Book template_book(const act::Act& act, const view::Scope& scope, Language language) {
    return Template(act, scope, language).make();
}

}  // namespace heng::report
