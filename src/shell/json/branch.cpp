#include "shell/json/branch.hpp"

namespace heng::json {

namespace {

boost::json::value target_json(const std::optional<scheme::Target>& target) {
    if (!target) return nullptr;
    return boost::json::object{
        {"op", name(target->op)}, {"value", target->value.text()}, {"unit", target->unit}};
}

boost::json::value cap_json(const std::optional<scheme::Cap>& cap) {
    if (!cap) return nullptr;
    if (cap->whole_task) return "task";
    return boost::json::string(cap->points.text());
}

}  // namespace

boost::json::value decimal_json(const std::optional<Decimal>& value) {
    if (!value) return nullptr;
    return boost::json::string(value->text());
}

boost::json::value text_json(const std::optional<std::string>& text) {
    if (!text) return nullptr;
    return boost::json::string(*text);
}

boost::json::array texts_json(const std::vector<std::string>& texts) {
    return boost::json::array(texts.begin(), texts.end());
}

boost::json::object branch_json(const scheme::Branch& branch) {
    boost::json::object out{{"effect", name(branch.effect)},
                            {"basis", name(branch.basis)},
                            {"points", decimal_json(branch.points)},
                            {"per", text_json(branch.per)},
                            {"step", decimal_json(branch.step)},
                            {"target", target_json(branch.target)},
                            {"reference", text_json(branch.reference)},
                            {"level", text_json(branch.level)},
                            {"cap", cap_json(branch.cap)}};
    if (branch.points_max) out["points_max"] = decimal_json(branch.points_max);
    if (branch.percent_of_task) out["percent_of_task"] = decimal_json(branch.percent_of_task);
    if (branch.cap_shared) out["cap_shared"] = true;
    if (!branch.items.empty()) out["items"] = texts_json(branch.items);
    if (!branch.subjects.empty()) out["subjects"] = texts_json(branch.subjects);
    if (branch.deadline) out["deadline"] = *branch.deadline;
    if (branch.partial != scheme::Partial::down) out["partial"] = name(branch.partial);
    return out;
}

}  // namespace heng::json
