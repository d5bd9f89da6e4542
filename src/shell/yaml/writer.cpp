#include "shell/yaml/writer.hpp"

#include "shell/yaml/scalar.hpp"

#include <utility>

namespace heng::yaml {

Flow& Flow::raw(std::string_view key, std::string_view value) {
    if (!entries_.empty()) entries_ += ", ";
    entries_ += std::string(key) + ": " + std::string(value);
    return *this;
}

Flow& Flow::text(std::string_view key, const std::string& value) {
    return raw(key, print_scalar(value));
}

Flow& Flow::text(std::string_view key, const std::optional<std::string>& value) {
    return value ? text(key, *value) : *this;
}

Flow& Flow::decimal(std::string_view key, const std::optional<Decimal>& value) {
    return value ? raw(key, value->text()) : *this;
}

Flow& Flow::texts(std::string_view key, const std::vector<std::string>& values) {
    return values.empty() ? *this : raw(key, print_flow_list(values));
}

std::string print_flow_list(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) {
        out += (out.empty() ? "" : ", ") + print_scalar(text);
    }
    return '[' + out + ']';
}

void Writer::gap() {
    if (!out_.empty()) out_ += '\n';
}

void Writer::raw(std::string_view key, std::string_view value) {
    line(std::string(key) + ": " + std::string(value));
}

void Writer::text(std::string_view key, std::string_view value) {
    raw(key, fits_literal(value) ? print_literal(value, indent_ + 2) : print_scalar(value));
}

void Writer::optional_text(std::string_view key, std::string_view value) {
    if (!value.empty()) text(key, value);
}

void Writer::flow_list(std::string_view key, const std::vector<std::string>& values) {
    if (!values.empty()) raw(key, print_flow_list(values));
}

void Writer::block_list(std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    nested(key, [&] {
        for (const std::string& value : values) item(print_scalar(value));
    });
}

void Writer::item(std::string_view value) {
    line("- " + std::string(value));
}

void Writer::line(std::string_view content) {
    const std::size_t blanks = is_item_start_ ? indent_ - 2 : indent_;
    out_ += std::string(blanks, ' ') + (is_item_start_ ? "- " : "");
    out_ += content;
    out_ += '\n';
    is_item_start_ = false;
}

}  // namespace heng::yaml
