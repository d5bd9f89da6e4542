#include "app/command_grid.hpp"

#include "app/command_rows.hpp"
#include "core/base/text.hpp"
#include "core/intake/chars.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace heng::app {

namespace {

using act::Kind;
using ledger::List;
using ledger::Value;

List split(std::string_view cell) {
    List out;
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t end = std::min(cell.find(';', at), cell.size());
        out.emplace_back(cell.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::string trimmed(std::string_view cell) {
    return intake::text_of(intake::trimmed(intake::chars_of(cell)));
}

/// 2021-03-31 for 2021/3/31, 2021.3.31 and 2021年3月31日; anything else as it is.
std::string iso_date(const std::string& cell) {
    std::array<int, 3> parts{};
    std::size_t count = 0;
    bool is_inside = false;
    for (const char32_t c : intake::chars_of(cell)) {
        if (intake::is_digit(c)) {
            if (!is_inside && count == parts.size()) return cell;
            if (!is_inside) ++count;
            is_inside = true;
            int& part = parts[count - 1];
            if (part > 9'999) return cell;
            part = part * 10 + static_cast<int>(c - U'0');
        } else {
            is_inside = false;
            if (std::u32string_view(U"-/.年月日 ").find(c) == std::u32string_view::npos)
                return cell;
        }
    }
    if (count != 3 || parts[0] < 1'000 || parts[1] > 99 || parts[2] > 99) return cell;
    const auto two = [](int part) { return (part < 10 ? "0" : "") + std::to_string(part); };
    return std::to_string(parts[0]) + '-' + two(parts[1]) + '-' + two(parts[2]);
}

class GridCommands {
public:
    GridCommands(const intake::Grid& grid, std::span<const act::Field> fields,
                 std::span<const std::string> ignored)
        : grid_(grid), fields_(fields), ignored_(ignored) {}

    Checked<CommandTable> read() {
        std::map<std::size_t, std::vector<const intake::Cell*>> rows;
        for (const intake::Cell& cell : grid_.cells)
            if (!is_blank(cell.text)) rows[cell.row].push_back(&cell);
        auto row = std::find_if(rows.begin(), rows.end(),
                                [](const auto& entry) { return entry.second.size() > 1; });
        if (row == rows.end()) row = rows.begin();
        if (row == rows.end())
            return tl::unexpected(Issues{{Code::csv_empty, {grid_.file, 0, 0, grid_.name}, {}}});
        // Templates say the names of fields below their titles.
        if (const auto next = std::next(row);
            next != rows.end() && are_names(fields_, texts_of(next->second)))
            row = next;
        read_titles(row->second);
        if (issues_.empty())
            while (++row != rows.end() && issues_.size() < listed_issues_max)
                read_row(row->first, row->second);
        if (!issues_.empty()) return tl::unexpected(std::move(issues_));
        CommandTable table = std::move(commands_).finish();
        table.sheet = grid_.name;
        table.guessed = grid_.guessed;
        table.columns = std::move(places_);
        return table;
    }

private:
    static std::vector<std::string> texts_of(const std::vector<const intake::Cell*>& cells) {
        std::vector<std::string> texts;
        texts.reserve(cells.size());
        for (const intake::Cell* cell : cells) texts.push_back(trimmed(cell->text));
        return texts;
    }

    void report(Code code, const intake::Cell& cell, std::vector<std::string> args) {
        issues_.push_back({code, {grid_.file, cell.line, 0, cell.address}, std::move(args)});
    }

    void read_titles(const std::vector<const intake::Cell*>& cells) {
        std::set<std::string> seen;
        for (const intake::Cell* cell : cells) {
            const std::string title = trimmed(cell->text);
            const bool is_ignored =
                std::find(ignored_.begin(), ignored_.end(), title) != ignored_.end();
            const auto column = is_ignored ? std::nullopt : find_column(fields_, title);
            const std::string name = column ? column->name() : title;
            if (!seen.insert(name).second)
                report(Code::csv_header_duplicate, *cell, {title});
            else if (!is_ignored && !column)
                report(Code::field_unknown, *cell, {title});
            if (!column) continue;
            columns_[cell->column] = *column;
            places_[name] = cell->column;
        }
    }

    void read_row(std::size_t row, const std::vector<const intake::Cell*>& cells) {
        const std::size_t line = cells.front()->line;
        commands_.begin_row(line > 0 ? line : row + 1);
        for (const intake::Cell* cell : cells) {
            const auto column = columns_.find(cell->column);
            if (column == columns_.end()) continue;
            const act::Field& field = *column->second.field;
            auto value = typed_value(field.kind, cell->text);
            if (value)
                commands_.add(column->second, std::move(*value));
            else
                report(Code::field_malformed, *cell,
                       {std::string(field.zh), std::string(field.en),
                        std::string(act::name(field.kind))});
        }
        commands_.end_row();
    }

    const intake::Grid& grid_;
    std::span<const act::Field> fields_;
    std::span<const std::string> ignored_;
    std::map<std::size_t, CommandColumn> columns_;
    std::map<std::string, std::size_t> places_;
    CommandRows commands_;
    Issues issues_;
};

}  // namespace

const act::Field* find_field(std::span<const act::Field> fields, std::string_view title) {
    const auto found = std::find_if(fields.begin(), fields.end(), [title](const act::Field& field) {
        return field.name == title || field.zh == title;
    });
    return found == fields.end() ? nullptr : &*found;
}

std::optional<Value> cell_value(Kind kind, std::string_view cell) {
    switch (kind) {
        case Kind::whole:
        case Kind::record: {
            std::int64_t number = 0;
            const auto [stop, error] =
                std::from_chars(cell.data(), cell.data() + cell.size(), number);
            const bool is_whole = error == std::errc{} && stop == cell.data() + cell.size();
            return is_whole ? std::optional<Value>(number) : std::nullopt;
        }
        case Kind::flag:
            if (cell == "true") return Value(true);
            if (cell == "false") return Value(false);
            return std::nullopt;
        case Kind::digests:
        case Kind::texts: return Value(split(cell));
        case Kind::rows:
        case Kind::scheme: return std::nullopt;
        case Kind::text:
        case Kind::id:
        case Kind::decimal:
        case Kind::date:
        case Kind::choice: break;
    }
    return Value(cell);
}

std::optional<Value> typed_value(Kind kind, std::string_view cell) {
    if (kind == Kind::text) return cell_value(kind, cell);
    std::string text = trimmed(cell);
    if (kind == Kind::date) text = iso_date(text);
    if (kind == Kind::flag && text == "是") text = "true";
    if (kind == Kind::flag && text == "否") text = "false";
    return cell_value(kind, text);
}

Checked<CommandTable> commands_of(const intake::Grid& grid, std::span<const act::Field> fields,
                                  std::span<const std::string> ignored) {
    return GridCommands(grid, fields, ignored).read();
}

}  // namespace heng::app
