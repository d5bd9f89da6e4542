#include "core/act/label.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array<std::string_view, 3> names{"open", "internal", "work_secret"};
constexpr std::array<std::string_view, 3> chinese_names{"公开", "内部", "工作秘密"};

}  // namespace

std::string_view name(Label label) {
    return names[static_cast<std::size_t>(label)];
}

std::string_view chinese_name(Label label) {
    return chinese_names[static_cast<std::size_t>(label)];
}

std::optional<Label> label_named(std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Label>(found - names.begin());
}

Label label_of(View view) {
    switch (view) {
        case View::indicators: return Label::open;  // regulation and tables are published
        case View::misconduct: return Label::work_secret;
        default: return Label::internal;
    }
}

std::optional<View> labelled_view(const Act& act) {
    const bool is_about_misconduct =
        std::any_of(act.fields.begin(), act.fields.end(), [](const Field& field) {
            return field.kind == Kind::record && field.name == "misconduct";
        });
    return is_about_misconduct ? std::optional(View::misconduct) : std::nullopt;
}

Error clearance_missing(View view, Label clearance) {
    const auto words = view_words();
    const auto word = std::find_if(words.begin(), words.end(),
                                   [view](const ViewWord& one) { return one.view == view; });
    const Label label = label_of(view);
    return {Code::clearance_missing,
            {},
            {std::string(word->zh), std::string(word->en), std::string(chinese_name(label)),
             std::string(name(label)), std::string(chinese_name(clearance)),
             std::string(name(clearance))}};
}

}  // namespace heng::act
