#include "shell/office/read_office.hpp"

#include "core/base/text.hpp"
#include "shell/office/delimited.hpp"
#include "shell/office/docx.hpp"
#include "shell/office/encoding.hpp"
#include "shell/office/xlsx.hpp"

#include <algorithm>
#include <fstream>

namespace heng::office {

namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view old_office_mark = "\xD0\xCF\x11\xE0";

std::string extension_of(const std::string& name) {
    std::string extension = std::filesystem::path(name).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return extension;
}

Result<intake::Source> read_package(std::string_view bytes, const std::string& name,
                                    const Limits& limits) {
    const auto archive = Archive::open(bytes, name, limits);
    if (!archive) return tl::unexpected(archive.error());
    const auto as_source = [](std::vector<intake::Grid> grids) {
        return intake::Source(std::move(grids));
    };
    if (archive->has("xl/workbook.xml")) return read_xlsx(*archive).map(as_source);
    if (archive->has("word/document.xml")) return read_docx(*archive).map(as_source);
    return refuse(Code::import_kind_unknown, {name, 0, 0, ""}, {extension_of(name)});
}

/// Whether a text pasted from a page kept the tabs between its cells.
bool is_tabbed(std::string_view text) {
    const auto tabs = std::count(text.begin(), text.end(), '\t');
    const std::size_t head = text.find("扣");
    return tabs >= 8 && head != text.npos && tabs * 3 >= std::count(text.begin(), text.end(), '\n');
}

Result<intake::Source> read_plain(std::string_view bytes, const std::string& name,
                                  const Limits& limits) {
    const Place place{name, 0, 0, ""};
    if (bytes.size() > limits.text_max)
        return refuse(Code::office_file_too_large, place,
                      {std::to_string(bytes.size()) + " B", std::to_string(limits.text_max)});
    const auto decoded = decode_text(bytes);
    if (!decoded) {
        const std::size_t invalid = find_invalid_utf8(bytes).value_or(0);
        const auto line = static_cast<std::size_t>(
            std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(invalid), '\n'));
        return refuse(Code::text_not_utf8, {name, line + 1, 0, ""}, {name});
    }
    const std::string& text = decoded->text;
    const std::string extension = extension_of(name);
    const bool is_tabbed_file = extension == ".tsv" || extension == ".tab" || is_tabbed(text);
    if (extension != ".csv" && !is_tabbed_file)
        return intake::Source(intake::PlainText{name, text, decoded->guessed});
    intake::Grid grid = read_delimited(text, extension == ".csv" ? ',' : '\t', name);
    grid.guessed = decoded->guessed;
    return intake::Source(std::vector{std::move(grid)});
}

}  // namespace

Result<intake::Source> read_office_bytes(std::string_view bytes, const std::string& name,
                                         const Limits& limits) {
    const std::string extension = extension_of(name);
    const bool is_package = extension == ".docx" || extension == ".xlsx" || extension == ".docm" ||
                            extension == ".xlsm";
    if (bytes.starts_with(zip_mark) || is_package) {
        if (bytes.starts_with(old_office_mark))
            return refuse(Code::office_file_refused, {name, 0, 0, ""}, {"密码 password"});
        return read_package(bytes, name, limits);
    }
    if (extension == ".csv" || extension == ".tsv" || extension == ".tab" || extension == ".txt" ||
        extension.empty() || extension == ".text" || extension == ".md")
        return read_plain(bytes, name, limits);
    return refuse(Code::import_kind_unknown, {name, 0, 0, ""}, {extension});
}

bool is_workbook(const std::string& path) {
    const std::string extension = extension_of(path);
    return extension == ".xlsx" || extension == ".xlsm";
}

Result<intake::Source> read_office(const std::string& path) {
    const Limits limits;
    std::ifstream in(path, std::ios::binary);
    if (!in) return refuse(Code::file_unreadable, {path, 0, 0, ""}, {path});
    std::string bytes(limits.file_max + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.bad()) return refuse(Code::file_unreadable, {path, 0, 0, ""}, {path});
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (bytes.empty() && std::filesystem::is_directory(path))
        return refuse(Code::file_unreadable, {path, 0, 0, ""}, {path});
    if (bytes.size() > limits.file_max)
        return refuse(
            Code::office_file_too_large, {path, 0, 0, ""},
            {"> " + std::to_string(limits.file_max) + " B", std::to_string(limits.file_max)});
    return read_office_bytes(bytes, path, limits);
}

}  // namespace heng::office
