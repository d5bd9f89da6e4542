#include "core/report/act_schemas.hpp"

#include "core/act/acts.hpp"
#include "core/act/perform.hpp"

#include <span>

namespace heng::report {

namespace {

constexpr std::string_view list_bound = "maxItems: 10000";

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') out += '\'';
        out += c;
    }
    return out + '\'';
}

std::string reference(std::string_view schema) {
    return "$ref: '#/components/schemas/" + std::string(schema) + "'";
}

/// Lines of YAML, each as deep as it stands.
class Lines {
public:
    void add(std::size_t depth, const std::string& line) {
        text_ += std::string(2 * depth, ' ') + line + '\n';
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

void add_members(Lines& out, std::size_t depth, std::span<const act::Field> fields);

void add_list(Lines& out, std::size_t depth, const act::Field& field, std::string_view item) {
    out.add(depth, "type: array");
    if (field.kind != act::Kind::texts && field.need == act::Need::required)
        out.add(depth, "minItems: 1");
    out.add(depth, std::string(list_bound));
    if (!item.empty()) return out.add(depth, "items: {" + reference(item) + "}");
    out.add(depth, "items:");
    add_members(out, depth + 1, field.row);
}

void add_choices(Lines& out, std::size_t depth, const act::Field& field) {
    out.add(depth, "type: string");
    out.add(depth, "enum:");
    for (const std::string_view choice : field.choices) out.add(depth + 1, "- " + quoted(choice));
}

void add_kind(Lines& out, std::size_t depth, const act::Field& field) {
    using act::Kind;
    switch (field.kind) {
        case Kind::text: return out.add(depth, reference("given_text"));
        case Kind::id: return out.add(depth, reference("given_id"));
        case Kind::decimal: return out.add(depth, reference("decimal"));
        case Kind::whole: return out.add(depth, "type: integer");
        case Kind::flag: return out.add(depth, "type: boolean");
        case Kind::date: return out.add(depth, reference("date"));
        case Kind::record: return out.add(depth, reference("record"));
        case Kind::digests: return add_list(out, depth, field, "digest");
        case Kind::texts: return add_list(out, depth, field, "given_text");
        case Kind::choice: return add_choices(out, depth, field);
        case Kind::rows: return add_list(out, depth, field, {});
        case Kind::scheme: return out.add(depth, reference("scheme_files"));
    }
}

/// An object with these members and no others.
void add_members(Lines& out, std::size_t depth, std::span<const act::Field> fields) {
    out.add(depth, "type: object");
    out.add(depth, "additionalProperties: false");
    if (fields.empty()) return;
    bool is_any_required = false;
    for (const act::Field& field : fields) {
        if (field.need != act::Need::required) continue;
        if (!is_any_required) out.add(depth, "required:");
        is_any_required = true;
        out.add(depth + 1, "- " + std::string(field.name));
    }
    out.add(depth, "properties:");
    for (const act::Field& field : fields) {
        out.add(depth + 1, std::string(field.name) + ':');
        out.add(depth + 2, "title: " + quoted(field.zh));
        out.add(depth + 2, "description: " + quoted(field.en));
        add_kind(out, depth + 2, field);
    }
}

}  // namespace

std::string act_schemas() {
    constexpr std::size_t depth = 2;
    Lines out;
    out.add(depth, "act_id:");
    out.add(depth + 1, "title: 操作");
    out.add(depth + 1, "type: string");
    out.add(depth + 1, "enum:");
    for (const act::Act* const one : act::acts()) out.add(depth + 2, "- " + std::string(one->id));
    out.add(depth, "act_body:");
    out.add(depth + 1, "title: 操作的填写项");
    out.add(depth + 1, "description: 'That of the act; several acts have the same fields.'");
    out.add(depth + 1, "anyOf:");
    for (const act::Act* const one : act::acts())
        out.add(depth + 2, "- {" + reference("act_" + std::string(one->id)) + "}");
    for (const act::Act* const one : act::acts()) {
        out.add(depth, "act_" + std::string(one->id) + ':');
        out.add(depth + 1, "title: " + quoted(one->zh));
        out.add(depth + 1, "description: " + quoted(std::string(one->en) +
                                                    ". Cites: " + std::string(one->cites) + '.'));
        add_members(out, depth + 1, one->fields);
    }
    return out.take();
}

}  // namespace heng::report
