#include "spreadsheet.hpp"

#include "shell/xlsx/write_book.hpp"

#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace heng::books {

namespace {

namespace fs = std::filesystem;
using report::Formula;

/// A folder that is gone at the end.
class Scratch {
public:
    Scratch() {
        std::string name = (fs::temp_directory_path() / "heng-books-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for books");
        path_ = name;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

void write_text(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::string read_text(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// 0: always, whoever wrote the file.
constexpr const char* always_compute = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
)";

/// The values of all formulas replaced by such as no formula of ours gives.
report::Book with_wrong_values(report::Book book) {
    for (auto& sheet : book.sheets)
        for (auto& row : sheet.rows)
            for (auto& cell : row)
                if (auto* const formula = std::get_if<Formula>(&cell.value)) {
                    if (std::holds_alternative<Decimal>(formula->value))
                        formula->value = Decimal::of_units(-9'876'543'211);
                    else
                        formula->value = "never computed";
                }
    return book;
}

Grid read_csv(const std::string& text) {
    Grid out(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        std::string& cell = out.back().back();
        if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
            cell += c;
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            out.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            out.emplace_back(1);
        } else {
            cell += c;
        }
    }
    return out;
}

std::string text_at(const Computed& computed, const std::string& sheet, std::size_t row,
                    std::size_t column) {
    const auto found = computed.find(sheet);
    if (found == computed.end()) return "(no such sheet)";
    const Grid& grid = found->second;
    if (row >= grid.size() || column >= grid[row].size()) return {};
    return grid[row][column];
}

bool agrees(const Formula& formula, const std::string& shown) {
    if (const auto* const text = std::get_if<std::string>(&formula.value)) return *text == shown;
    const auto value = Decimal::parse(shown);
    return value && *value == std::get<Decimal>(formula.value);
}

std::string print(const Formula& formula) {
    if (const auto* const text = std::get_if<std::string>(&formula.value)) return *text;
    return std::get<Decimal>(formula.value).text();
}

}  // namespace

bool has_spreadsheet() {
    return std::system("command -v soffice >/dev/null 2>&1") == 0;
}

std::map<std::string, Computed> compute(const std::map<std::string, report::Book>& books) {
    const Scratch scratch;
    const fs::path in = scratch.path() / "in";
    const fs::path out = scratch.path() / "out";
    fs::create_directories(out);
    write_text(scratch.path() / "profile/user/registrymodifications.xcu", always_compute);
    for (const auto& [name, book] : books)
        write_text(in / (name + ".xlsx"), xlsx::write_book(with_wrong_values(book)).value());
    const std::string command =
        "cd " + in.string() + " && soffice -env:UserInstallation=file://" +
        (scratch.path() / "profile").string() +
        " --headless --norestore --convert-to 'csv:Text - txt - csv "
        "(StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' --outdir " +
        out.string() + " *.xlsx > " + (scratch.path() / "log").string() + " 2>&1";
    if (std::system(command.c_str()) != 0)
        throw std::runtime_error("soffice: " + read_text(scratch.path() / "log"));
    std::map<std::string, Computed> computed;
    for (const auto& [name, book] : books)
        for (const auto& sheet : book.sheets) {
            const fs::path path = out / (name + '-' + sheet.name + ".csv");
            if (fs::exists(path)) computed[name][sheet.name] = read_csv(read_text(path));
        }
    return computed;
}

std::string differences(const report::Book& book, const Computed& computed) {
    std::string out;
    int lines = 0;
    for (const auto& sheet : book.sheets)
        for (std::uint32_t row = 0; row < sheet.rows.size(); ++row)
            for (std::uint16_t column = 0; column < sheet.rows[row].size(); ++column) {
                const auto* const formula = std::get_if<Formula>(&sheet.rows[row][column].value);
                if (formula == nullptr) continue;
                const std::string shown = text_at(computed, sheet.name, row, column);
                if (agrees(*formula, shown) || ++lines > 20) continue;
                out += sheet.name + '!' + report::cell_name(row, column) + ": computed `" + shown +
                       "`, the engine says `" + print(*formula) + "`  =" + formula->text + '\n';
            }
    return out;
}

std::size_t count_formulas(const report::Book& book) {
    std::size_t count = 0;
    for (const auto& sheet : book.sheets)
        for (const auto& row : sheet.rows)
            for (const auto& cell : row)
                count += std::holds_alternative<Formula>(cell.value) ? 1 : 0;
    return count;
}

}  // namespace heng::books
