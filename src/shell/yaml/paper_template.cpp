#include "shell/yaml/paper_template.hpp"

#include "shell/yaml/fields.hpp"

namespace heng::yaml {

namespace {

void read_margins(const Node& node, Reading& reading, paper::Template& form) {
    Fields fields(node, "margins", reading);
    form.top = fields.decimal_or("top", form.top);
    form.bottom = fields.decimal_or("bottom", form.bottom);
    form.left = fields.decimal_or("left", form.left);
    form.right = fields.decimal_or("right", form.right);
}

void read_grid(const Node& node, Reading& reading, paper::Template& form) {
    Fields fields(node, "grid", reading);
    form.lines = fields.whole_or("lines", form.lines);
    form.characters = fields.whole_or("characters", form.characters);
}

void read_fonts(const Node& node, Reading& reading, paper::Template& form) {
    const auto text = read_text(node, "fonts", reading);
    if (!text) return;
    for (std::size_t i = 0; i < paper::font_family_words.size(); ++i)
        if (*text == paper::font_family_words[i]) {
            form.family = static_cast<paper::FontFamily>(i);
            return;
        }
    reading.report(Code::value_unknown, node.mark, {"fonts", *text, "GB2312, plain, GBK"});
}

struct NamedIssuer {
    std::string name;
    paper::Issuer issuer;
    Mark mark;
};

NamedIssuer read_issuer(const Node& node, Reading& reading) {
    Fields fields(node, "issuers", reading);
    NamedIssuer out;
    out.mark = node.mark;
    out.name = fields.text("name");
    out.issuer.mark = fields.text_or("mark", out.name);
    out.issuer.code = fields.text("code");
    out.issuer.signature = fields.text_or("signature", out.name);
    out.issuer.printed_by = fields.text_or("printed_by", out.issuer.signature);
    out.issuer.copies = fields.texts("copies");
    return out;
}

paper::Template read_form(const Node& node, Reading& reading) {
    paper::Template form;
    Fields fields(node, "template", reading);
    form.version = fields.text_or("version", form.version);
    const auto section = [&](std::string_view key, auto read) {
        fields.value(key, [&](const Node& value, Reading& file) {
            read(value, file, form);
            return true;
        });
    };
    section("margins", read_margins);
    section("grid", read_grid);
    section("fonts", read_fonts);
    form.latin_as_body = fields.flag_or("latin_as_body", form.latin_as_body);
    form.minutes_mark = fields.text_or("minutes_mark", form.minutes_mark);
    for (NamedIssuer& one : fields.list("issuers", read_issuer))
        if (!form.issuers.emplace(one.name, std::move(one.issuer)).second)
            reading.report(Code::document_template_unfit, one.mark,
                           {"issuers", one.name, "只能写一次"});
    return form;
}

}  // namespace

Checked<paper::Template> read_paper_template(const std::string& file, std::string_view text) {
    const auto root = parse_tree(file, text);
    if (!root) return tl::unexpected(Issues{root.error()});
    if (root->kind == Node::Kind::empty) return paper::Template();
    Reading reading{file, {}};
    paper::Template form = read_form(*root, reading);
    for (Error& issue : paper::check_template(form)) {
        issue.place.file = file;
        reading.issues.push_back(std::move(issue));
    }
    if (has_errors(reading.issues)) return tl::unexpected(std::move(reading.issues));
    return form;
}

}  // namespace heng::yaml
